namespace Lawyers.Hub.Domain.TimeEntries;

/// <summary>Codes of the Uniform Task-Based Management System: which phase, which kind of work.</summary>
public sealed record Utbms(string Task, string Activity)
{
    /// <summary>Case assessment: before filing.</summary>
    public const string BeforeFiling = "L110";

    /// <summary>Pre-trial work: once a matter is filed.</summary>
    public const string PreTrial = "L120";

    public const string WithClient = "A106";

    public const string InFirm = "A105";

    public static readonly Utbms TalkWithClient = new(PreTrial, WithClient);
}

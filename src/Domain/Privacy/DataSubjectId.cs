namespace Lawyers.Hub.Domain.Privacy;

/// <summary>A client, as a data subject: derived from a blind index, never from a plain number.</summary>
public readonly record struct DataSubjectId(Guid Value) : IIdentifier<DataSubjectId>
{
    public static DataSubjectId From(Guid value) => new(value);

    /// <summary>A short name for whoever may not read the real one: always the same for one client, and telling nothing of them.</summary>
    public string Pseudonym => $"K-{Value.ToString("N")[..8].ToUpperInvariant()}";

    public override string ToString() => Value.ToString("D");
}

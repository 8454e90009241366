using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>Who did it, as every event says it: <c>staff:ID</c>, <c>client:SUBJECT</c>, <c>system:POLICY</c> or <c>token:ID</c>.</summary>
public readonly record struct Actor
{
    private Actor(string text) => Text = text;

    public string Text { get; }

    private const string StaffPrefix = "staff:";

    /// <summary>The staff member, where it was one.</summary>
    public StaffId? AsStaff => Text.StartsWith(StaffPrefix, StringComparison.Ordinal) ? new StaffId(Guid.Parse(Text[StaffPrefix.Length..])) : null;

    public static Actor Staff(StaffId id) => new($"{StaffPrefix}{id}");

    public static Actor Client(DataSubjectId subject) => new($"client:{subject}");

    public static Actor System(string policy) => new($"system:{policy}");

    public static Actor Token(Guid id) => new($"token:{id:D}");

    /// <summary>Reads back what <see cref="Text"/> wrote; for stored events only.</summary>
    public static Actor Stored(string text) => new(text);

    public override string ToString() => Text;
}

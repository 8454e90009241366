namespace Lawyers.Hub.Domain.TimeEntries;

/// <summary>Minutes of one staff member on one matter.</summary>
public readonly record struct TimeEntryId(Guid Value) : IIdentifier<TimeEntryId>
{
    public static TimeEntryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

namespace Lawyers.Hub.Application.Alarms;

/// <summary>Something that becomes due at a moment, as the log says it stands now: a view of its own for each kind.</summary>
public interface IAlarm
{
    /// <summary>When it rings; none while there is nothing to wait for and only what was seen so far is remembered.</summary>
    DateTimeOffset? DueAt { get; }
}

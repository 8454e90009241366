namespace Lawyers.Hub.Application.EventStore;

/// <summary>The stored names of events that this hub writes.</summary>
public interface IEventNames
{
    bool IsWritten(string name);
}

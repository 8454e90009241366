namespace Lawyers.Hub.Domain.Privacy;

/// <summary>
/// Its personal data is sealed under a key of its own, which is part of the client's: it can be destroyed before the rest of what the firm
/// holds about the client, and goes with it at the latest.
/// </summary>
public interface IUnderOwnKey
{
    /// <summary>The subject that the data is stored under.</summary>
    DataSubjectId Key { get; }

    /// <summary>The client it is about.</summary>
    DataSubjectId Client { get; }
}

namespace Lawyers.Hub.Domain.Privacy;

/// <summary>Where the words of a message or the bytes of a file lie, sealed under the subject's key beside the log; purged by retention.</summary>
public readonly record struct ContentRef(DataSubjectId Subject, Guid Id);

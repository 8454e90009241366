namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>A database of another release than this one can bring up to date; the message says what to do.</summary>
public sealed class SchemaMismatchException(string message) : Exception(message);

namespace Lawyers.Hub.Infrastructure.EmbeddedPostgres;

/// <summary>The private database server cannot run; the message is one sentence that tells an operator what to do.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);

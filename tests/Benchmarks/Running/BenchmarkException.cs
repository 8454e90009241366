namespace Lawyers.Hub.Benchmarks.Running;

/// <summary>A run that cannot go on, or that found the hub wrong; the message is one sentence that says what happened.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);

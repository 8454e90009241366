namespace Lawyers.Hub.Domain.Consents;

/// <summary>What a client agrees to; each is separable (UU PDP art. 22).</summary>
public enum Purpose
{
    /// <summary>The interview before a case, with its files.</summary>
    Intake,

    /// <summary>Answers and notices by WhatsApp.</summary>
    Messaging,

    /// <summary>A search whether the firm already stands on the other side.</summary>
    ConflictCheck,

    /// <summary>Masked text to an assist provider outside the firm.</summary>
    ExternalAi,

    /// <summary>Health screening.</summary>
    Screening,

    /// <summary>What is told of a child: agreed to by a parent or guardian, or with their leave (UU PDP art. 25).</summary>
    Child,
}

namespace Lawyers.Hub.Benchmarks.Webhooks;

/// <summary>What a message means to the hub; each sets something else in motion.</summary>
internal enum Step
{
    /// <summary>Makes a conversation, a client with a key, and the consent question.</summary>
    FirstContact,

    /// <summary>Grants consent and begins the interview.</summary>
    Consent,

    /// <summary>Answers the open question and brings the next one.</summary>
    Answer,

    /// <summary>After the last question: it stands on the timeline and brings no question.</summary>
    FollowUp,
}

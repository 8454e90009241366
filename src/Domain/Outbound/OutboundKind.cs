namespace Lawyers.Hub.Domain.Outbound;

/// <summary>Why a message may leave at all.</summary>
public enum OutboundKind
{
    /// <summary>Privacy notice, consent question, and the one message after a refusal or withdrawal: allowed before consent.</summary>
    ConsentDialogue,

    /// <summary>Text of a published definition.</summary>
    Script,

    /// <summary>A lawyer's approved reply.</summary>
    Reply,
}

/// <summary>The gates before a send, in the order in which they are asked.</summary>
public enum Gate
{
    /// <summary>No approval and no published script stands behind it.</summary>
    Approval,

    /// <summary>The client has not agreed to messages, or no longer does.</summary>
    Consent,

    /// <summary>The firm has blocked the client.</summary>
    Blocked,

    /// <summary>A person holds the conversation: scripts are silent.</summary>
    Takeover,

    /// <summary>The 24-hour window is closed, or closes within a minute.</summary>
    Window,

    /// <summary>The template is not approved now, or what is filled in does not fit it any more.</summary>
    Template,

    /// <summary>The file that goes with it was not found clean, or is not there any more.</summary>
    Media,

    /// <summary>It is night where the client is: it waits for the morning.</summary>
    QuietHours,

    /// <summary>The channel is not sending: Meta fails, or refuses the channel as a whole. It waits.</summary>
    Channel,

    /// <summary>As much as Meta takes, from this number or to this person, is on its way already. It waits.</summary>
    Rate,
}

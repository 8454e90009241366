using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>Meta's Graph API, as far as sending goes.</summary>
public interface IWhatsAppSender
{
    /// <param name="callback">Travels as <c>biz_opaque_callback_data</c> and comes back in every status.</param>
    /// <param name="quotedWamid">The message this replies to, if it quotes one.</param>
    Task<SendOutcome> Send(
        TenantId tenant, ChannelId channel, DataSubjectId to, OutboundBody body, OutboundMessageId callback, string? quotedWamid,
        CancellationToken cancellationToken);
}

/// <summary>What became of one request to Meta.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Accepted, which is not yet delivered.</summary>
    public sealed record Accepted(string Wamid) : SendOutcome;

    /// <summary>Surely not sent.</summary>
    public sealed record Rejected(int Code, string? Details, RejectionClass Class) : SendOutcome;

    /// <summary>No answer, or one that says nothing: it may have been sent.</summary>
    public sealed record Unanswered(string Reason) : SendOutcome;
}

/// <summary>What Meta's error codes ask of the sender.</summary>
public enum RejectionClass
{
    /// <summary>Try the same message again after a pause.</summary>
    Transient,

    /// <summary>Wait for the stated time or condition.</summary>
    Wait,

    /// <summary>Never with this message.</summary>
    Permanent,

    /// <summary>The channel's configuration, credential or account: stop and alert.</summary>
    Configuration,
}

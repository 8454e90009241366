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

    /// <summary>
    /// Shows the client that everything up to a message of theirs was read and, with <paramref name="typing"/>, that somebody writes: for 25 seconds,
    /// or until an answer comes. Meta is asked once: what does not arrive is made good by the next one.
    /// </summary>
    /// <param name="wamid">Of the client's message.</param>
    /// <returns>Whether Meta took it.</returns>
    Task<bool> ShowRead(TenantId tenant, ChannelId channel, string wamid, bool typing, CancellationToken cancellationToken);

    /// <summary>
    /// Asked just before a send: what the channel or Meta's limits make it wait for, or <c>null</c>, and then one message's worth of both is taken.
    /// </summary>
    /// <param name="patience">Who would wait no longer for the limits alone gets a place among those that do: <see cref="SendHold.IsPlace"/>.</param>
    SendHold? Admit(ChannelId channel, DataSubjectId to, TimeSpan patience = default);
}

/// <summary>Meta is not to be asked before <paramref name="Until"/>.</summary>
/// <param name="Gate"><see cref="Gate.Channel"/> or <see cref="Gate.Rate"/>.</param>
/// <param name="IsPlace">What the message takes of the limits is taken: it may leave then, without being asked about again.</param>
public sealed record SendHold(Gate Gate, DateTimeOffset Until, bool IsPlace = false);

/// <summary>What became of one request to Meta.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Accepted, which is not yet delivered.</summary>
    public sealed record Accepted(string Wamid) : SendOutcome;

    /// <summary>Surely not sent.</summary>
    /// <param name="RetryAfter">How long Meta asks to wait, where it says so.</param>
    public sealed record Rejected(int Code, string? Details, MetaError Error, TimeSpan? RetryAfter = null) : SendOutcome;

    /// <summary>No answer, or one that says nothing: it may have been sent.</summary>
    public sealed record Unanswered(string Reason) : SendOutcome;
}

using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Clocks;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Clocks;

/// <summary>
/// Starts a clock where somebody begins to wait for the firm, and stops it where they are answered. While the script interviews the client
/// nobody waits; before consent nobody may answer.
/// </summary>
internal sealed class KeepClocks(IEventStore events) : IPolicy
{
    public string Name => "keep_clocks";

    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event switch
    {
        ConsentGranted e => Start(envelope, ClockStream.Response(e.Conversation), ClockKind.FirstResponse, e.Conversation, e.Conversation.Value, cancellationToken),
        MessageReceived { OpensWindow: true } e => Written(envelope, e, cancellationToken),
        FlagRaised e => Hasten(envelope, e, cancellationToken),
        ReplyApproved e => Both(
            Stop(envelope, ClockStream.Approval(e.Reply), cancellationToken), Stop(envelope, ClockStream.Response(e.Conversation), cancellationToken)),
        MessageEchoed e => Stop(envelope, ClockStream.Response(e.Conversation), cancellationToken),
        ConversationResolved e => Stop(envelope, ClockStream.Response(e.Conversation), cancellationToken),
        ClientBlocked e => Stop(envelope, ClockStream.Response(e.Conversation), cancellationToken),
        ConsentWithdrawn e => Stop(envelope, ClockStream.Response(e.Conversation), cancellationToken),
        ReplyProposed e => Start(envelope, ClockStream.Approval(e.Reply), ClockKind.Approval, e.Conversation, e.Reply.Value, cancellationToken),
        ReplyRejected e => Stop(envelope, ClockStream.Approval(e.Reply), cancellationToken),
        IntakeSubmitted e => Start(envelope, ClockStream.Decision(e.Intake), ClockKind.IntakeDecision, e.Conversation, e.Intake.Value, cancellationToken),
        IntakeAccepted or IntakeDeclined or IntakeReferred or IntakeCancelled =>
            Stop(envelope, ClockStream.Decision(((IntakeEvent)envelope.Event).Intake), cancellationToken),
        TicketOpened e => Stop(envelope, ClockStream.Decision(e.Intake), cancellationToken), // a complaint is worked on; nobody decides on its interview
        _ => Task.CompletedTask,
    };

    /// <summary>Who was answered once waits again when they write, unless it is the script that answers them.</summary>
    private async Task Written(EventEnvelope envelope, MessageReceived message, CancellationToken cancellationToken)
    {
        var id = ClockStream.Response(message.Conversation);
        if (await Clock(envelope.Tenant, id, cancellationToken) is ServiceClock.Idle { HasRun: true }
            && await events.Conversation(envelope.Tenant, message.Conversation, cancellationToken) is Conversation.Open { IsBlocked: false } open
            && (open.IsHeld || !await IsInterviewed(envelope.Tenant, message.Conversation, cancellationToken)))
        {
            await Start(envelope, id, ClockKind.NextResponse, message.Conversation, message.Conversation.Value, cancellationToken);
        }
    }

    private async Task Start(
        EventEnvelope envelope, ClockId clock, ClockKind kind, ConversationId conversation, Guid subject, CancellationToken cancellationToken)
    {
        var urgency = await UrgencyOf(envelope.Tenant, conversation, cancellationToken);
        var times = await Times(envelope, kind, urgency, cancellationToken);
        await Decide(envelope, clock, new ClockCommand.Start(clock, kind, conversation, subject, urgency, envelope.At, times), cancellationToken);
    }

    private async Task Hasten(EventEnvelope envelope, FlagRaised flag, CancellationToken cancellationToken)
    {
        var id = ClockStream.Response(flag.Conversation);
        if (await Clock(envelope.Tenant, id, cancellationToken) is ServiceClock.Running running && flag.Urgency < running.Urgency)
        {
            var times = await Times(envelope, running.Kind, flag.Urgency, cancellationToken);
            await Decide(envelope, id, new ClockCommand.Hasten(flag.Urgency, times), cancellationToken);
        }
    }

    private Task Stop(EventEnvelope envelope, ClockId clock, CancellationToken cancellationToken) =>
        Decide(envelope, clock, new ClockCommand.Stop(envelope.At), cancellationToken);

    private async Task Decide(EventEnvelope envelope, ClockId clock, ClockCommand command, CancellationToken cancellationToken) =>
        (await events.Transact(
            ClockStream.Of(envelope.Tenant, clock), ServiceClock.Decider, command, Provenance.Of(envelope, Name), cancellationToken)).OrThrow();

    private Task<ServiceClock> Clock(TenantId tenant, ClockId clock, CancellationToken cancellationToken) =>
        events.Present(ClockStream.Of(tenant, clock), ServiceClock.Decider, cancellationToken);

    /// <summary>By the firm's own targets and hours, as they are now.</summary>
    private async Task<ClockTimes> Times(EventEnvelope envelope, ClockKind kind, Urgency urgency, CancellationToken cancellationToken)
    {
        var firm = await events.Firm(envelope.Tenant, cancellationToken);
        return (firm?.ClockTargets ?? ClockTargets.Usual).Of(kind, urgency).From(envelope.At, firm?.Hours ?? OfficeHours.Usual(IndonesianZone.Wib));
    }

    /// <summary>The most pressing flag of the conversation's interview that nobody has cleared.</summary>
    private async Task<Urgency> UrgencyOf(TenantId tenant, ConversationId conversation, CancellationToken cancellationToken) =>
        await Interview(tenant, conversation, cancellationToken) is Intake.Known known
            ? known.Session.Flags.Values.Where(flag => !flag.IsCleared).Select(flag => flag.Urgency).Append(Urgency.Normal).Min()
            : Urgency.Normal;

    private async Task<bool> IsInterviewed(TenantId tenant, ConversationId conversation, CancellationToken cancellationToken) =>
        await Interview(tenant, conversation, cancellationToken) is Intake.InProgress;

    // A second interview is seldom, and begins after the first one's decision.
    private async Task<Intake> Interview(TenantId tenant, ConversationId conversation, CancellationToken cancellationToken)
    {
        var second = await events.Present(IntakeStream.Of(tenant, IntakeStream.Nth(conversation, 2)), Intake.Decider, cancellationToken);
        return second is Intake.Absent
            ? await events.Present(IntakeStream.Of(tenant, IntakeStream.Nth(conversation, 1)), Intake.Decider, cancellationToken)
            : second;
    }

    private static async Task Both(Task one, Task other)
    {
        await one;
        await other;
    }
}

using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tickets;

/// <summary>Puts the words of the definitions to a card, and leaves out what the caller may not read.</summary>
internal sealed class TicketScreen(
    IDefinitions definitions, IntakeScreen intakes, IViews views, IStaffDirectory staff, IContentVault contents, RegionIndex regions)
{
    public async Task<TicketSummary> Summary(TenantId tenant, TicketCard card, CancellationToken cancellationToken) =>
        Summary(card, await definitions.Pinned(tenant, card.Definition, cancellationToken));

    /// <param name="intake">The interview as it was at the same moment.</param>
    /// <param name="isPresent">What was known at a past moment says nothing of what can be done now.</param>
    public async Task<TicketDetail> Detail(
        Caller caller, TicketCard card, IntakeCard intake, bool isPresent, CancellationToken cancellationToken)
    {
        var definition = await definitions.Pinned(caller.Tenant, card.Definition, cancellationToken);
        var interview = await intakes.Detail(caller, intake, cancellationToken);
        return new TicketDetail(
            Summary(card, definition),
            definition.Title,
            definition.Version,
            card.Conversation,
            card.Intake,
            card.Client,
            interview.ClientLabel,
            interview.Flags,
            interview.Answers,
            [.. card.Media.Select(media => new TicketMediaView(media.Attachment.Media, media.Attachment.Kind, media.At))],
            await Steps(caller, card, definition, isPresent, cancellationToken),
            isPresent ? [.. definition.Ticket!.From(card.State).Select(step => Next(step, definition.Ticket, caller))] : []);
    }

    private TicketSummary Summary(TicketCard card, Definition definition) => new(
        card.Id,
        card.Number,
        card.Definition.Key,
        State(definition.Ticket!, card.State),
        card.IsClosed,
        card.Category is { } category ? new TicketCode(category, TicketSubject.LabelOf(category, definition)) : null,
        card.Region is { } region ? Region(region) : null,
        card.Urgency,
        card.OpenedAt,
        card.UpdatedAt);

    public TicketCode Region(string code) => regions.NameOf(code) is { } name
        ? new TicketCode(code, new Bilingual(name, name))
        : new TicketCode(code, new Bilingual(code, code));

    private static TicketCode State(TicketFlow flow, string state) => new(state, flow.LabelOf(state));

    private static TicketNextView Next(TicketTransition step, TicketFlow flow, Caller caller) => new(
        State(flow, step.To), step.NoteRequired, step.ReasonRequired, flow.IsBack(step), step.NotifiesClient, step.By.Any(caller.Is));

    private async Task<IReadOnlyList<TicketStepView>> Steps(
        Caller caller, TicketCard card, Definition definition, bool isPresent, CancellationToken cancellationToken)
    {
        var names = (await staff.Names(caller.Tenant, cancellationToken)).ToDictionary(pair => Actor.Staff(pair.Key).Text, pair => pair.Value);
        var steps = new List<TicketStepView>();
        foreach (var step in card.Steps)
        {
            steps.Add(new TicketStepView(
                State(definition.Ticket!, step.From),
                State(definition.Ticket!, step.To),
                names.GetValueOrDefault(step.By, step.By),
                step.At,
                caller.MayReadContent() ? step.Note : null,
                step.Reason,
                step.Reopens,
                step.TellsClient ? await Told(caller.Tenant, card, step, definition, isPresent, cancellationToken) : null));
        }

        return steps;
    }

    private async Task<TicketNoticeView> Told(
        TenantId tenant, TicketCard card, TicketStep step, Definition definition, bool isPresent, CancellationToken cancellationToken)
    {
        var text = TicketWording.Words(definition.Ticket!, step.To, card.Number, card.Language);
        var script = TicketWording.Script(definition, step.To, card.Number, card.Language);
        if (!isPresent)
        {
            return new TicketNoticeView(text, ByTemplate: false, null, null);
        }

        var id = ScriptedMessages.IdOf(step.Event, script);
        var message = await views.Find<TimelineMessage>(tenant, id.Value, cancellationToken);
        var sent = await contents.Open(tenant, new ContentRef(card.Client, id.Value), cancellationToken) is { } content
            ? OutboundContent.Read(content) as OutboundBody.Template
            : null;
        return new TicketNoticeView(sent?.Shown ?? text, sent is not null, message?.State ?? MessageState.Pending, message?.StateReason);
    }
}

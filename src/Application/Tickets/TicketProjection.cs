using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Tickets;

namespace Lawyers.Hub.Application.Tickets;

internal sealed class TicketProjection : Projection<TicketCard>
{
    public override string Name => "ticket";

    public static string StateTag(string state) => $"state:{state}";

    public static string ClosedTag(bool isClosed) => isClosed ? "is:closed" : "is:open";

    public static string CategoryTag(string? category) => $"category:{category}";

    public static string RegionTag(string? region) => $"region:{region}";

    public static string NumberTag(string number) => $"number:{number.Trim().ToUpperInvariant()}";

    public static string OpenedKey(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public override IEnumerable<DocumentKey> KeysOf(EventEnvelope envelope) => envelope.Event is TicketEvent e ? [new(e.Ticket.Value)] : [];

    public override TicketCard? Evolve(DocumentKey key, TicketCard? view, EventEnvelope envelope) => (view, envelope.Event) switch
    {
        (_, TicketOpened e) => new TicketCard(
            e.Ticket, e.Client, e.Conversation, e.Intake, e.Number, e.Definition, e.State, e.Category, e.Region, e.Urgency, e.Language, envelope.At),
        (not null, TicketStatusChanged e) => view with
        {
            State = e.To,
            IsClosed = e.Closes,
            UpdatedAt = envelope.At,
            Steps = view.Steps.Add(new TicketStep(
                envelope.EventId, e.From, e.To, envelope.Actor.Text, envelope.At, e.Note, envelope.Reason, e.Reopens, e.TellsClient)),
        },
        (not null, TicketMediaAdded e) => view with { UpdatedAt = envelope.At, Media = view.Media.Add(new TicketMedia(e.Media, envelope.At)) },
        _ => view,
    };

    public override string SortKey(TicketCard view) => OpenedKey(view.OpenedAt);

    public override IEnumerable<string> Tags(TicketCard view) =>
    [
        ClosedTag(view.IsClosed), StateTag(view.State), CategoryTag(view.Category), RegionTag(view.Region), .. Numbers(view.Number).Select(NumberTag),
        TicketCell.Of(view).Tag,
    ];

    // LAP-20261121-001 is found by its whole, by 20261121-001, and by 001.
    private static IEnumerable<string> Numbers(string number)
    {
        for (var rest = number; ; rest = rest[(rest.IndexOf('-', StringComparison.Ordinal) + 1)..])
        {
            yield return rest;
            if (!rest.Contains('-', StringComparison.Ordinal))
            {
                yield break;
            }
        }
    }
}

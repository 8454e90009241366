using System.Diagnostics;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Audit;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>The timeline of one conversation, oldest first unless the page asks otherwise.</summary>
public sealed record ReadMessages(Caller Caller, ConversationId Conversation, PageRequest Page) : IRequest<Result<Page<MessageView>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <summary>One message as the timeline shows it; without words for those who may not read them.</summary>
/// <param name="Type">Meta's type name of an inbound message, our format of an outbound one; unknown ones are shown as such.</param>
/// <param name="Subtype">The kind within the type: <c>user_changed_number</c>, the type of an edit's new content, the name of what is unsupported.</param>
/// <param name="Facts">Named values within the message: a shared contact, an order's lines, the answers of a flow.</param>
/// <param name="Referral">The advertisement or post that the client came from.</param>
/// <param name="Errors">Why Meta could not pass the message, or its file, on.</param>
/// <param name="ReplyTo">The message that it quotes, edits, revokes or reacts to, if that stands on the same page.</param>
/// <param name="Edited">The client changed it later; <paramref name="EditedText"/> has the latest words.</param>
/// <param name="Revoked">The client took it back on their phone.</param>
/// <param name="Reaction">The client's reaction to it.</param>
/// <param name="Erased">The words were purged, or their subject erased.</param>
public sealed record MessageView(
    Guid Id,
    MessageDirection Direction,
    string Type,
    string? Subtype,
    string? Text,
    IReadOnlyList<ReplyButton>? Buttons,
    ListView? List,
    MediaView? Media,
    IncomingChoice? InteractiveReply,
    IncomingLocation? Location,
    IReadOnlyList<IncomingFact>? Facts,
    IncomingReferral? Referral,
    IReadOnlyList<IncomingError>? Errors,
    bool Forwarded,
    Guid? ReplyTo,
    bool Edited,
    string? EditedText,
    bool Revoked,
    string? Reaction,
    DateTimeOffset At,
    DateTimeOffset SentAt,
    MessageState Status,
    string? StatusReason,
    MessageAuthor Author,
    StaffName? ApprovedBy,
    bool Erased)
{
    /// <summary>How a message of ours is doing; none of the client's.</summary>
    public OutboundView? Outbound { get; init; }
}

public enum MessageAuthor
{
    Client,
    Script,
    Lawyer,

    /// <summary>Somebody of the firm, from WhatsApp's own application, past the hub.</summary>
    Phone,

    /// <summary>A staff member, for the others: never sent.</summary>
    Note,
}

public sealed record ListView(string Button, IReadOnlyList<ListRow> Rows);

/// <param name="State">Announced: the file itself is not fetched yet. Attached: a file of the firm, found clean before it could be approved.</param>
public sealed record MediaView(string MimeType, string? FileName, string State)
{
    /// <summary>By which a link to it is asked for; none of what is not here.</summary>
    public Guid? Id { get; init; }

    public long? Bytes { get; init; }

    internal static MediaView Of(OutboundBody.Media media) => new(media.MimeType, media.FileName, "attached") { Id = media.Asset.Value, Bytes = media.Bytes };
}

internal sealed class ReadMessagesHandler(IViews views, IContentVault contents, IStaffDirectory staff, Readings readings)
    : IRequestHandler<ReadMessages, Result<Page<MessageView>>>
{
    public async Task<Result<Page<MessageView>>> Handle(ReadMessages request, CancellationToken cancellationToken)
    {
        var tenant = request.Caller.Tenant;
        if (await views.Find<InboxEntry>(tenant, request.Conversation.Value, cancellationToken) is null)
        {
            return ConversationRefusals.NotFound;
        }

        var page = await views.List<TimelineMessage>(
            tenant, [TimelineProjection.ConversationTag(request.Conversation)], request.Page, cancellationToken);
        var readable = request.Caller.MayReadContent();
        ContentRef[] texts = readable ? [.. page.Items.SelectMany(message => new[] { message.Content, message.Edited, message.Reaction }).OfType<ContentRef>().Distinct()] : [];
        var words = await readings.Record(
            request.Caller,
            texts.Select(text => Shown.Of(ContentKind.Message, text, request.Conversation)),
            () => contents.OpenAll(tenant, texts, cancellationToken),
            cancellationToken);
        var names = await staff.Names(tenant, cancellationToken);
        var byWamid = page.Items.Where(message => message.Wamid is not null)
            .DistinctBy(message => message.Wamid).ToDictionary(message => message.Wamid!.Value, message => message.Id);
        return new Page<MessageView>(
            [.. page.Items.Select(message => Show(message, readable, words, names) with
            {
                ReplyTo = message.RepliesTo is { } quoted && byWamid.TryGetValue(quoted, out var id) ? id : null,
            })],
            page.Next);
    }

    private static MessageView Show(
        TimelineMessage message, bool readable, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> words, IReadOnlyDictionary<StaffId, string> names)
    {
        var bytes = message.Content is { } content && words.TryGetValue(content.Id, out var found)
            ? (ReadOnlyMemory<byte>?)found // a bare null would turn into empty memory here
            : null;
        var shown = new MessageView(
            message.Id,
            message.Inbound ? MessageDirection.Inbound : MessageDirection.Outbound,
            message.Type,
            Subtype: null, Text: null, Buttons: null, List: null, Media: null, InteractiveReply: null, Location: null, Facts: null, Referral: null,
            Errors: null, Forwarded: false, ReplyTo: null,
            Edited: message.Edited is not null,
            EditedText: TextAt(message.Edited, words),
            message.Revoked,
            Reaction: TextAt(message.Reaction, words),
            message.At,
            message.SentAt,
            message.State,
            message.StateReason,
            message.Type == TimelineProjection.NoteType ? MessageAuthor.Note : message.Echoed ? MessageAuthor.Phone : message.Inbound ? MessageAuthor.Client : message.Kind == OutboundKind.Reply ? MessageAuthor.Lawyer : MessageAuthor.Script,
            message.ApprovedBy is { } by ? new StaffName(by, names.GetValueOrDefault(by, string.Empty)) : null,
            Erased: readable && message.Content is not null && bytes is null)
        {
            Outbound = message.Kind is null ? null : OutboundView.Of(message),
        };
        return bytes is not { } opened ? shown : message.Inbound || message.Echoed ? Inbound(shown, MessageContent.Read(opened)) : Outbound(shown, OutboundContent.Read(opened));
    }

    private static string? TextAt(ContentRef? place, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> words) =>
        place is { } content && words.TryGetValue(content.Id, out var bytes) ? MessageContent.Read(bytes).Text : null;

    private static MessageView Inbound(MessageView shown, MessageContent content) => shown with
    {
        Subtype = content.UnsupportedType ?? content.Subtype,
        Facts = content.Facts,
        Referral = content.Referral,
        Errors = content.Errors,
        Text = content.Text,
        InteractiveReply = content.Choice,
        Location = content.Location,
        Forwarded = content.Forwarded,
        Media = content.Media is { } media ? new MediaView(media.MimeType, media.FileName, "announced") : null,
    };

    private static MessageView Outbound(MessageView shown, OutboundBody body) => body switch
    {
        OutboundBody.Text text => shown with { Text = text.Body },
        OutboundBody.Buttons buttons => shown with { Text = buttons.Body, Buttons = buttons.Choices },
        OutboundBody.List list => shown with { Text = list.Body, List = new ListView(list.Button, list.Rows) },
        OutboundBody.Template template => shown with { Text = template.Shown },
        OutboundBody.Media media => shown with { Text = media.Caption, Media = MediaView.Of(media) },
        _ => throw new UnreachableException(body.Format),
    };
}

using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Intakes.Reading;

namespace Lawyers.Hub.Application.Conversations;

/// <summary>A message of a client with its words.</summary>
internal sealed record Said(MessageReceived Message, MessageContent Content)
{
    /// <summary>A word that works at any time.</summary>
    public GlobalWord? Word => GlobalWords.Recognise(new ClientInput(Content.Text, Content.Choice?.Id));

    /// <summary>Nothing more can belong to it: a pressed button is a whole answer, and such a word acts at once.</summary>
    public bool IsComplete => Content.Choice is not null || Word is not null;
}

/// <summary>What a client sent as one: a single message, or several within the batching window.</summary>
internal sealed record ClientTurn(IReadOnlyList<Said> Said)
{
    // A pressed button or list row, by the types it comes in.
    private static readonly HashSet<string> Choices = ["interactive", "button"];

    // Types that say something; a reaction or a system notice is no turn of a dialogue.
    private static readonly HashSet<string> Speech =
        [.. Choices, "text", "image", "video", "audio", "voice", "document", "location", "contacts", "sticker"];

    public static bool Says(MessageReceived message) => Speech.Contains(message.MessageType);

    /// <summary>Whether more may follow that belongs to the same answer.</summary>
    public static bool MayGoOn(MessageReceived message) => Says(message) && !Choices.Contains(message.MessageType);

    public Said Last => Said[^1];

    public GlobalWord? Word => Last.Word;

    public string? Text => Said.Select(said => said.Content.Text).OfType<string>().ToArray() is { Length: > 0 } texts ? string.Join('\n', texts) : null;

    public ClientInput Input => new(
        Text,
        Said.Select(said => said.Content.Choice?.Id).LastOrDefault(id => id is not null),
        Said.Select(said => said.Content.Location).LastOrDefault(place => place is not null) is { } shared
            ? new AnswerValue.Place(shared.Latitude, shared.Longitude, shared.Address ?? shared.Name)
            : null,
        [.. Said.Where(said => said.Content.Media is not null).Select(said => new Attachment(said.Message.Message.Value, KindOf(said.Content.Media!.MimeType)))]);

    private static MediaKind KindOf(string mimeType) => mimeType.Split('/')[0] switch
    {
        "image" => MediaKind.Image,
        "audio" => MediaKind.Audio,
        "video" => MediaKind.Video,
        _ => MediaKind.Document,
    };
}

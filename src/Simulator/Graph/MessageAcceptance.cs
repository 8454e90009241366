using System.Text.Json;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Clock;
using Lawyers.Hub.Simulator.Faults;
using Lawyers.Hub.Simulator.Hosting;
using Lawyers.Hub.Simulator.Journaling;
using Lawyers.Hub.Simulator.Media;
using Lawyers.Hub.Simulator.Phones;
using Lawyers.Hub.Simulator.Statuses;
using Lawyers.Hub.Simulator.Templates;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>Decides about one send: refused with the first rule it breaks, or in the client's chat and on its way through the statuses.</summary>
internal sealed class MessageAcceptance(
    Chats chats, MediaStore media, TemplateStore templates, Journal journal, SimulatorClock clock, StatusProgress progress,
    SimulatorSettings settings)
{
    private static readonly TimeSpan ReactionTime = TimeSpan.FromDays(30);

    public (ChatMessage? Sent, GraphError? Problem) Accept(BusinessChannel channel, JsonElement body, Fault? fault)
    {
        var problem = MessageRules.Envelope(body).Concat(MessageRules.Payload(body)).FirstOrDefault();
        if (problem is not null)
        {
            return (null, problem);
        }
        var (template, templateProblem) = CheckTemplate(channel, body);
        if (templateProblem is not null)
        {
            return (null, templateProblem);
        }
        var (phone, unreachable) = Recipient(channel, body);
        if (phone is null)
        {
            return (null, unreachable);
        }
        var refusal = Circumstances(channel, phone, body).FirstOrDefault();
        if (refusal is not null)
        {
            return (null, refusal);
        }
        var message = Compose(channel, phone, body, template);
        journal.Append(new MessageRecorded(message));
        progress.Start(message, fault);
        return (message, null);
    }

    private (TemplateDefinition? Template, GraphError? Problem) CheckTemplate(BusinessChannel channel, JsonElement body)
    {
        if (MessageRules.TypeOf(body) != "template")
        {
            return (null, null);
        }
        var (definition, refusal) = TemplateCheck.Of(body, (name, language) => templates.Find(channel.WabaId, name, language));
        return (definition, refusal is null ? null : new GraphError(refusal.Code, refusal.Details));
    }

    private (ClientPhone? Phone, GraphError? Problem) Recipient(BusinessChannel channel, JsonElement body)
    {
        if (body.TextAt("recipient_type") == "group")
        {
            return (null, new GraphError(131020, "Group does not exist."));
        }
        if (body.TextAt("to") is not { Length: > 0 } to)
        {
            return chats.OfUser(body.TextAt("recipient")) is { } known
                ? (known, null)
                : (null, new GraphError(131026, "Message undeliverable: the user is not known to this portfolio."));
        }
        if (ClientPhone.FromDialled(to) is not { } phone)
        {
            return (null, GraphError.Invalid("Parameter to is no phone number in international format."));
        }
        return phone.Digits == channel.DisplayDigits
            ? (null, new GraphError(131021, "Recipient phone number cannot be the sender's phone number."))
            : (phone, null);
    }

    /// <summary>Rules about this client at this time: what exists, and the customer service window.</summary>
    private IEnumerable<GraphError> Circumstances(BusinessChannel channel, ClientPhone phone, JsonElement body)
    {
        var type = MessageRules.TypeOf(body);
        var now = clock.GetUtcNow();
        if (UploadedMedia(type, body) is { } id && media.Find(id)?.PhoneNumberId != channel.PhoneNumberId)
        {
            yield return GraphError.Invalid("Media not found or not owned by this phone number.");
        }
        if (type == "reaction" && !MayReactTo(chats.Find(body.ObjectAt("reaction")?.TextAt("message_id")), phone, now))
        {
            yield return GraphError.Invalid("Parameter reaction.message_id is no message of the last 30 days that can be reacted to.");
        }
        if (chats.Of(phone.Digits).TooMany(settings.PairBurst, now))
        {
            yield return new GraphError(131056, "Too many messages sent from this phone number to the same phone number in a short period of time.");
        }
        if (type != "template" && !chats.Of(phone.Digits).WindowOpen(channel, now))
        {
            yield return new GraphError(
                131047, "Message failed to send because more than 24 hours have passed since the customer last replied to this number.");
        }
    }

    private static string? UploadedMedia(string type, JsonElement body)
    {
        if (MessageRules.MediaTypes.Contains(type))
        {
            return IdOf(body.ObjectAt(type));
        }
        var header = type == "interactive" ? body.ObjectAt("interactive")?.ObjectAt("header") : null;
        return header?.TextAt("type") is { } kind && kind != "text" ? IdOf(header.Value.ObjectAt(kind)) : null;
    }

    private static string? IdOf(JsonElement? asset) => asset?.At("id")?.ToString();

    private static bool MayReactTo(ChatMessage? target, ClientPhone phone, DateTimeOffset now) =>
        target is { Type: not "reaction" } && target.Phone == phone.Digits && now - target.Timestamp <= ReactionTime;

    private ChatMessage Compose(BusinessChannel channel, ClientPhone phone, JsonElement body, TemplateDefinition? template)
    {
        var type = MessageRules.TypeOf(body);
        var rendered = template is null ? null : RenderedTemplate.Of(template, body.ObjectAt("template")!.Value);
        return new ChatMessage(
            Wamid.New(), phone.Digits, channel.PhoneNumberId, MessageDirection.Out, type, body,
            rendered?.Body ?? ReadableText.Of(type, body), clock.GetUtcNow(), MessageStatus.Accepted,
            rendered?.ToJson(), body.TextAt("biz_opaque_callback_data"), template?.Category.ToLowerInvariant() ?? "service");
    }
}

using System.Globalization;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>A client who writes to the firm; after each message everything that follows from it has happened.</summary>
internal sealed class ClientPhone(Office office, string number = "628125550001")
{
    private int _written;

    public DataSubjectId Client => office.ClientOf(Conversation);

    public ConversationId Conversation => office.All<ConversationOpened>()[^1].Conversation;

    public string LastWamid => WamidOf(_written);

    public async Task<IReadOnlyList<string>> Writes(string text)
    {
        var before = office.Meta.Texts.Count;
        await Hands(Message(text: text));
        return [.. office.Meta.Texts.Skip(before)];
    }

    /// <summary>What the firm says to that.</summary>
    public async Task<IReadOnlyList<string>> Presses(string id, string title)
    {
        var before = office.Meta.Texts.Count;
        await Hands(Message(type: "interactive", text: title, choice: new IncomingChoice(id, title)));
        return [.. office.Meta.Texts.Skip(before)];
    }

    public Task<IReadOnlyList<string>> Agrees() => Presses(ConsentAnswers.AgreeButton, Office.Notice.Agree);

    public Task<IReadOnlyList<string>> Declines() => Presses(ConsentAnswers.DeclineButton, Office.Notice.Decline);

    /// <summary>The next message as it comes from the gateway.</summary>
    public IncomingMessage Message(string type = "text", string? text = null, IncomingChoice? choice = null) => new(
        office.Channel, new WhatsAppIdentity(number, null), WamidOf(++_written), type, office.Clock.Now, office.Clock.Now, text, choice);

    public async Task Hands(IncomingMessage message)
    {
        await office.Receive.Handle(office.OnBus(Topics.IncomingMessage, message), CancellationToken.None);
        await office.Settle();
    }

    private string WamidOf(int count) => string.Create(CultureInfo.InvariantCulture, $"wamid.{number}-{count}");
}

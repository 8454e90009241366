using System.Collections.Immutable;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Journaling;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>Every client's phone: who they are and what has been written, oldest first.</summary>
internal sealed class Chats(ChatFeed feed) : IJournaled
{
    private ImmutableDictionary<string, Chat> _chats = ImmutableDictionary<string, Chat>.Empty;
    private ImmutableDictionary<string, string> _phoneOfMessage = ImmutableDictionary<string, string>.Empty;

    public IEnumerable<Chat> All => _chats.Values;

    public Chat Of(string phone) => _chats.GetValueOrDefault(phone) ?? new Chat(phone, null, []);

    public ChatMessage? Find(string? wamid) =>
        wamid is not null && _phoneOfMessage.TryGetValue(wamid, out var phone) ? Of(phone).Find(wamid) : null;

    /// <summary>The client with this business-scoped user id, if they ever wrote or were written to.</summary>
    public ClientPhone? OfUser(string? userId) =>
        _chats.Keys.Select(ClientPhone.FromDialled).FirstOrDefault(phone => phone?.UserId == userId);

    public void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case ClientNamed named:
                Update(Of(named.Phone) with { Name = named.Name });
                break;
            case MessageRecorded { Message: var message }:
                Update(Of(message.Phone) with { Messages = Of(message.Phone).Messages.Add(message) });
                _phoneOfMessage = _phoneOfMessage.SetItem(message.Wamid, message.Phone);
                feed.Publish(message);
                break;
            case MessageStatusChanged changed when Find(changed.Wamid) is { } message:
                var updated = message with { Status = changed.Status, ErrorCode = changed.ErrorCode ?? message.ErrorCode };
                Update(Of(message.Phone).Replace(updated));
                feed.Publish(updated);
                break;
        }
    }

    private void Update(Chat chat) => _chats = _chats.SetItem(chat.Phone, chat);
}

/// <summary>One client's side of the conversation with the firm.</summary>
internal sealed record Chat(string Phone, string? Name, ImmutableList<ChatMessage> Messages)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>The name in the client's WhatsApp profile.</summary>
    public string ProfileName => Name ?? $"Klien {Phone[^4..]}";

    /// <summary>Whether the client's last message came without the number.</summary>
    public bool HidesPhone => Messages.FindLast(message => message.Direction == MessageDirection.In) is { } last && last.Content.TextAt("from") is null;

    public ChatMessage? Find(string wamid) => Messages.FindLast(message => message.Wamid == wamid);

    public Chat Replace(ChatMessage message) =>
        this with { Messages = Messages.SetItem(Messages.FindLastIndex(known => known.Wamid == message.Wamid), message) };

    public bool WindowOpen(BusinessChannel channel, DateTimeOffset now) => Messages.FindLast(message =>
        message.OpensWindow && message.PhoneNumberId == channel.PhoneNumberId && now - message.Timestamp < Window) is not null;

    /// <summary>Meta lets a business burst to 45 messages to one client, and allows one more every 6 seconds.</summary>
    public bool TooMany(int burst, DateTimeOffset now) => burst > 0 && Messages.Count(message =>
        message.Direction == MessageDirection.Out && now - message.Timestamp < TimeSpan.FromSeconds(6 * burst)) >= burst;
}

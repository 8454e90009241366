using System.Collections.Immutable;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Journaling;

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
                Update(Of(message.Phone) with { Messages = Of(message.Phone).Messages.Replace(message, updated) });
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

    public ChatMessage? Find(string wamid) => Messages.FindLast(message => message.Wamid == wamid);

    public bool WindowOpen(BusinessChannel channel, DateTimeOffset now) => Messages.Any(message =>
        message.OpensWindow && message.PhoneNumberId == channel.PhoneNumberId && now - message.Timestamp < Window);
}

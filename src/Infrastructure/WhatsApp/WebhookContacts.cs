using System.Text.Json;
using System.Text.RegularExpressions;
using Lawyers.Hub.Application.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>The people that one change names: joined to its messages by number or user id, never by position.</summary>
internal sealed partial class WebhookContacts(JsonElement value)
{
    private readonly List<Person> _people =
    [
        .. value.Items("contacts").Select(contact => new Person(
            Digits(contact.Text("wa_id")), contact.Text("user_id"), contact.Object("profile")?.Text("name"))),
    ];

    /// <summary>Completes what an item says of its person; a single contact stands for an item that says nothing.</summary>
    public Person? Find(string? phone, string? userId)
    {
        var (waId, bsuid) = Split(phone, userId);
        var contact = _people.Find(person => (bsuid is not null && person.UserId == bsuid) || (waId is not null && person.WaId == waId))
            ?? (waId is null && bsuid is null && _people is [var only] ? only : null);
        var found = new Person(waId ?? contact?.WaId, bsuid ?? contact?.UserId, contact?.ProfileName);
        return found is { WaId: null, UserId: null } ? null : found;
    }

    /// <summary>Some stacks put a business-scoped user id where the number belongs.</summary>
    internal static (string? WaId, string? UserId) Split(string? phone, string? userId) =>
        phone is null ? (null, userId)
        : UserIdShape().IsMatch(phone) || Digits(phone) is null ? (null, userId ?? phone)
        : (Digits(phone), userId);

    private static string? Digits(string? phone)
    {
        var digits = phone is null ? string.Empty : string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null : digits;
    }

    [GeneratedRegex(@"^[A-Z]{2}\.")]
    private static partial Regex UserIdShape();

    internal sealed record Person(string? WaId, string? UserId, string? ProfileName)
    {
        public WhatsAppIdentity Identity => new(WaId, UserId);
    }
}

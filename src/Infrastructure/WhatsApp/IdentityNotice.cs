using System.Text.Json;
using System.Text.RegularExpressions;
using Lawyers.Hub.Application.Privacy;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>
/// Who somebody was and who they are now, by a <c>system</c> message: <c>user_changed_number</c>, <c>customer_changed_number</c> before it,
/// or <c>user_changed_user_id</c>. The words of the notice are for people; they are read only where no member says who it was.
/// </summary>
/// <param name="IsChange">Whether it says that the one became the other.</param>
internal sealed partial record IdentityNotice(WhatsAppIdentity? From, WhatsAppIdentity? To, bool IsChange)
{
    private static readonly HashSet<string> Changes = ["user_changed_number", "customer_changed_number", "user_changed_user_id"];

    public static IdentityNotice Of(JsonElement item, JsonElement system)
    {
        var isChange = system.Text("type") is { } type && Changes.Contains(type);
        var (oldNumber, oldUser) = WebhookContacts.Split(item.Text("from"), system.Text("previous_user_id") ?? item.Text("from_user_id"));
        var (number, user) = WebhookContacts.Split(
            system.Text("wa_id") ?? system.Text("new_wa_id") ?? (isChange ? null : system.Text("customer")), system.Text("user_id"));
        if (isChange && oldNumber is null && oldUser is null && system.Text("body") is { } words && Sentence().Match(words) is { Success: true } told)
        {
            (oldNumber, oldUser) = WebhookContacts.Split(told.Groups[1].Value, null);
        }

        // A notice may carry the new user id in the place of the sender's as well: that is not who it was.
        oldUser = isChange && oldUser == user && system.Text("previous_user_id") is null ? null : oldUser;
        return new(Named(oldNumber, oldUser), Named(number, user), isChange);
    }

    private static WhatsAppIdentity? Named(string? number, string? user) => number is null && user is null ? null : new(number, user);

    [GeneratedRegex(@"changed from (\+?[0-9]{6,20}|[A-Z]{2}\.[A-Za-z0-9.]{3,140}) to ")]
    private static partial Regex Sentence();
}

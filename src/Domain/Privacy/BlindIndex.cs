namespace Lawyers.Hub.Domain.Privacy;

/// <summary>
/// HMAC-SHA-256 of a phone number, a business-scoped user id or a wamid under the firm's own key, as 64 lower-case hex digits:
/// equal for equal values, and no way back.
/// </summary>
public readonly record struct BlindIndex(string Hex)
{
    public override string ToString() => Hex;
}

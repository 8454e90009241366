namespace Lawyers.Hub.Simulator.Media;

/// <summary>A file on the platform's side.</summary>
/// <param name="ByBusiness">Uploaded media live 30 days, what clients sent 7.</param>
internal sealed record MediaItem(
    string Id, string PhoneNumberId, string MimeType, string Sha256Hex, long Size, string? Filename, DateTimeOffset StoredAt, bool ByBusiness)
{
    public DateTimeOffset ExpiresAt => StoredAt + TimeSpan.FromDays(ByBusiness ? 30 : 7);
}

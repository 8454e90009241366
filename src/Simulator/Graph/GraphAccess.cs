using Lawyers.Hub.Simulator.Channels;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>Who may call what: a known token, and an asset that belongs to it.</summary>
internal sealed class GraphAccess(ChannelDirectory channels)
{
    /// <summary>The channels that the caller's token opens; none if the token is unknown.</summary>
    public IReadOnlyList<BusinessChannel> Of(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? channels.OfToken(header[scheme.Length..].Trim()) : [];
    }

    public (BusinessChannel? Channel, GraphError? Refusal) ToNumber(HttpRequest request, string phoneNumberId) =>
        Check(Of(request), channels.OfNumber(phoneNumberId), phoneNumberId);

    public (BusinessChannel? Channel, GraphError? Refusal) ToAccount(HttpRequest request, string wabaId) =>
        Check(Of(request), channels.OfAccount(wabaId), wabaId);

    public static GraphError NoToken { get; } = new(190, "The access token is missing, malformed, expired or revoked.");

    public static GraphError NoObject(string id) => new(
        100,
        $"Unsupported request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation",
        33);

    private static (BusinessChannel?, GraphError?) Check(IReadOnlyList<BusinessChannel> allowed, BusinessChannel? wanted, string id)
    {
        if (allowed.Count == 0)
        {
            return (null, NoToken);
        }
        if (wanted is null)
        {
            return (null, NoObject(id));
        }
        return allowed.Contains(wanted)
            ? (wanted, null)
            : (null, new GraphError(10, "The access token has no permission for this WhatsApp Business account."));
    }
}

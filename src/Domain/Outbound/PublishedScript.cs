using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>Words that a person published beforehand, so that each sending needs no approval of its own.</summary>
public sealed record PublishedScript
{
    private PublishedScript(OutboundKind kind, string basis, OutboundBody body) => (Kind, Basis, Body) = (kind, basis, body);

    public OutboundKind Kind { get; }

    public string Basis { get; }

    public OutboundBody Body { get; }

    public static PublishedScript OfNotice(PrivacyNotice notice, OutboundBody body) =>
        new(OutboundKind.ConsentDialogue, $"notice@{notice.Version}", body);

    /// <param name="notice">As it is published now.</param>
    /// <param name="body">Its words, with the moment in its place.</param>
    public static PublishedScript OfOutOfHours(OutOfHoursNotice notice, OutboundBody body) =>
        new(OutboundKind.Script, $"out_of_hours@{notice.Version}", body);

    /// <param name="key">Definition key.</param>
    /// <param name="version">Its published version.</param>
    /// <param name="part">The question, flag or outcome whose text this is.</param>
    /// <param name="body">That text, in the client's language.</param>
    public static PublishedScript OfDefinition(string key, int version, string part, OutboundBody body) =>
        new(OutboundKind.Script, $"definition:{key}@{version}/{part}", body);
}

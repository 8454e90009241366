using System.Security.Cryptography;
using System.Text;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>Seals the words of a draft, so that events and approvals speak of them by hash alone.</summary>
internal sealed class DraftTexts(IContentVault contents)
{
    public async Task<Result<DraftText>> Seal(TenantId tenant, DataSubjectId client, Guid draft, string text, CancellationToken cancellationToken)
    {
        var body = OutboundBody.OfText(text);
        return body.IsRefused ? body.Refusal : await Seal(tenant, client, draft, body.Value, cancellationToken);
    }

    /// <summary>
    /// What is hashed is what is approved: of plain words their bytes, of anything else all that goes to Meta. Of a template is counted what somebody
    /// filled in.
    /// </summary>
    public async Task<DraftText> Seal(TenantId tenant, DataSubjectId client, Guid draft, OutboundBody body, CancellationToken cancellationToken)
    {
        var written = OutboundContent.Write(body);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(body is OutboundBody.Text text ? Encoding.UTF8.GetBytes(text.Body) : written.Span));
        var content = new ContentRef(client, StableId.Of($"draft/{draft}/{sha256}"));
        await contents.Seal(tenant, content, written, destroyAt: null, cancellationToken);
        return body is OutboundBody.Template template
            ? new DraftText(content, sha256, template.Message.Values().Sum(Words.In), IsTemplate: true, template.Message.Template)
            : new DraftText(content, sha256, Words.In(body.Words()), Format: body is OutboundBody.Text ? null : body.Format, Media: (body as OutboundBody.Media)?.Asset);
    }

    /// <summary>All of it, or <c>null</c> once purged or erased.</summary>
    public async Task<OutboundBody?> OpenBody(TenantId tenant, DraftText text, CancellationToken cancellationToken) =>
        await contents.Open(tenant, text.Content, cancellationToken) is { } content ? OutboundContent.Read(content) : null;

    /// <summary>The words, or <c>null</c> once purged or erased.</summary>
    public async Task<string?> Open(TenantId tenant, DraftText text, CancellationToken cancellationToken) =>
        (await OpenBody(tenant, text, cancellationToken))?.Words();
}

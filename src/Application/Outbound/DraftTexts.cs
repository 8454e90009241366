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
        if (body.IsRefused)
        {
            return body.Refusal;
        }

        return await Seal(tenant, client, draft, body.Value, Encoding.UTF8.GetBytes(text), Words.In(text), cancellationToken);
    }

    /// <summary>A filled template: what is approved is all that goes to Meta, and what is counted is what somebody filled in.</summary>
    public Task<DraftText> Seal(TenantId tenant, DataSubjectId client, Guid draft, OutboundBody.Template body, CancellationToken cancellationToken) =>
        Seal(tenant, client, draft, body, OutboundContent.Write(body), body.Message.Values().Sum(Words.In), cancellationToken);

    /// <summary>The words, or <c>null</c> once purged or erased.</summary>
    public async Task<string?> Open(TenantId tenant, DraftText text, CancellationToken cancellationToken) =>
        await contents.Open(tenant, text.Content, cancellationToken) is { } content ? OutboundContent.Words(content) : null;

    private async Task<DraftText> Seal(
        TenantId tenant, DataSubjectId client, Guid draft, OutboundBody body, ReadOnlyMemory<byte> exact, int words, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(exact.Span));
        var content = new ContentRef(client, StableId.Of($"draft/{draft}/{sha256}"));
        await contents.Seal(tenant, content, OutboundContent.Write(body), destroyAt: null, cancellationToken);
        return new DraftText(content, sha256, words, body is OutboundBody.Template, (body as OutboundBody.Template)?.Message.Template);
    }
}

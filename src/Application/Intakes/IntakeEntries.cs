using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Reading;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>
/// In which definition a session starts: the one whose pack the client's words name, else the legal menu, else that of the only other pack.
/// </summary>
internal sealed class IntakeEntries(IEventStore events, IPracticePacks packs, IContentVault contents)
{
    private const string LegalMenu = "triage";

    /// <summary>The entry that these words name by themselves; none where they are something else.</summary>
    public async Task<string?> Named(TenantId tenant, string? words, CancellationToken cancellationToken) =>
        words is null ? null : Named(await Installed(tenant, cancellationToken), words);

    /// <summary>Where a session starts that the client opened with these words.</summary>
    public async Task<string> For(TenantId tenant, string? words, CancellationToken cancellationToken)
    {
        var installed = await Installed(tenant, cancellationToken);
        return (words is null ? null : Named(installed, words)) ?? Usual(installed);
    }

    /// <summary>The same for what the client wrote before they agreed; it may be read now.</summary>
    public async Task<string> ForEarlierWords(
        TenantId tenant, ConversationId conversation, DateTimeOffset before, StreamsRead read, CancellationToken cancellationToken)
    {
        var installed = await Installed(tenant, cancellationToken);
        if (installed.Count > 1)
        {
            var since = before - ReceiveMessage.KeptBeforeConsent;
            var earlier = read.LoadBackwards(ConversationStream.Of(tenant, conversation), StreamBound.Whole, cancellationToken)
                .TakeWhile(written => written.At >= since).Select(written => written.Event).OfType<MessageReceived>();
            await foreach (var message in earlier)
            {
                if (message.Content is { } content
                    && await contents.Open(tenant, content, cancellationToken) is { } bytes
                    && MessageContent.Read(bytes).Text is { } words
                    && Named(installed, words) is { } named)
                {
                    return named;
                }
            }
        }

        return Usual(installed);
    }

    // A firm that published a menu of its own and installed nothing starts there too.
    private static string Usual(IReadOnlyList<PackEntry> installed) =>
        installed.Count == 0 || installed.Any(entry => entry.Definition == LegalMenu) ? LegalMenu : installed[0].Definition;

    private static string? Named(IReadOnlyList<PackEntry> installed, string words)
    {
        var plain = PlainText.Of(words);
        return installed.FirstOrDefault(entry => entry.Words.Contains(plain))?.Definition;
    }

    private async Task<IReadOnlyList<PackEntry>> Installed(TenantId tenant, CancellationToken cancellationToken)
    {
        var firm = await events.Firm(tenant, cancellationToken);
        return [.. packs.All.Where(pack => firm?.Packs.ContainsKey(pack.Name) == true).Select(pack => pack.Entry).OfType<PackEntry>()];
    }
}

using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Assist;

/// <summary>What a client last wrote in their own words: typed messages of some length, not pressed buttons or one-word answers.</summary>
internal sealed class ClientWords(IEventReader events, IContentVault contents)
{
    public const int FewestWords = 3;
    private const int MostMessages = 5;

    // What lies further back says nothing about what the client wants now.
    private const int MostEvents = 1_000;

    public async Task<IReadOnlyList<string>> Read(TenantId tenant, ConversationId conversation, CancellationToken cancellationToken)
    {
        var newestFirst = await events.LoadBackwards(ConversationStream.Of(tenant, conversation), StreamBound.Whole, cancellationToken)
            .Take(MostEvents).Select(envelope => envelope.Event).OfType<MessageReceived>().Where(message => message.Words >= FewestWords)
            .Take(MostMessages).ToArrayAsync(cancellationToken);
        var messages = newestFirst.Reverse().Select(message => message.Content).OfType<ContentRef>().ToArray();
        var opened = await contents.OpenAll(tenant, messages, cancellationToken);
        return [.. messages.Where(message => opened.ContainsKey(message.Id))
            .Select(message => MessageContent.Read(opened[message.Id]))
            .Where(content => content.Choice is null)
            .Select(content => content.Text).OfType<string>()];
    }
}

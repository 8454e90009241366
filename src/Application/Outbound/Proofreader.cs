using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>Checks words for a client by the firm's settings, with all that the check has to know (decision 63).</summary>
internal sealed class Proofreader(IEventStore events, IMessageClassifier classifier, IMasker masker, IClientNameIndex names)
{
    // Fewer may be a greeting, a name or an address in any language.
    private const int FewestWords = 4;

    public async Task<IReadOnlyList<LintFinding>> Read(
        TenantId tenant, ConversationId conversation, DataSubjectId client, string text, CancellationToken cancellationToken) =>
        ReplyLint.Read(text, new LintFacts((await events.Firm(tenant, cancellationToken))?.Lint ?? LintSettings.Usual)
        {
            ClientLanguage = await LanguageOf(tenant, conversation, client, cancellationToken),
            Written = Written(text),
            Accounts = [.. masker.Mask(text, []).Spans.Where(span => span.Type == PiiType.BankAccount).Select(span => text[span.Start..span.End])],
            OtherClients = await OtherClients(tenant, client, text, cancellationToken),
        });

    private async Task<string?> LanguageOf(TenantId tenant, ConversationId conversation, DataSubjectId client, CancellationToken cancellationToken) =>
        await events.Present(IntakeStream.Of(tenant, IntakeStream.Nth(conversation, 1)), Intake.Decider, cancellationToken) is Intake.Known known
            ? known.Session.Language
            : (await events.Present(ConsentStream.Of(tenant, client), Consent.Decider, cancellationToken) as Consent.Granted)?.Language;

    private string? Written(string text) => Words.In(text) < FewestWords ? null : classifier.Classify([text]).Language switch
    {
        MessageLanguage.Id => "id",
        MessageLanguage.En => "en",
        _ => null,
    };

    private async Task<IReadOnlyList<string>> OtherClients(TenantId tenant, DataSubjectId client, string text, CancellationToken cancellationToken)
    {
        var named = NamesInText.Of(text).DistinctBy(name => name.Name).ToArray();
        var others = await names.OfOthers(tenant, client, [.. named.Select(name => name.Name)], cancellationToken);
        return [.. named.Where(name => others.Contains(name.Name)).Select(name => name.Words)];
    }
}

using System.Text.Json;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Templates;

/// <summary>
/// A firm's template of a name that a definition or the hub itself knows, in the client's language, for what is to be said once the service window
/// has closed. English comes in several spellings at Meta; each of them reads as English.
/// </summary>
internal sealed class TemplateInLanguage(TemplateFilling filling)
{
    private static readonly string[] English = ["en", "en_US", "en_GB"];
    private static readonly string[] Indonesian = ["id"];

    /// <param name="tenant">Whose.</param>
    /// <param name="conversation">Who reads it.</param>
    /// <param name="name">The template's.</param>
    /// <param name="language"><c>id</c> or <c>en</c>.</param>
    /// <param name="values">What is filled in, in order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns><c>null</c> where there is none that may be sent, or it asks for other values.</returns>
    public async Task<OutboundBody.Template?> For(
        TenantId tenant, Conversation.Open conversation, string name, string language, IReadOnlyList<string> values, CancellationToken cancellationToken)
    {
        JsonElement? parameters = values.Count == 0 ? null : JsonSerializer.SerializeToElement(values);
        foreach (var exact in language == "en" ? English : Indonesian)
        {
            var filled = await filling.Fill(tenant, conversation, new TemplateChoice(name, exact, parameters), cancellationToken);
            if (!filled.IsRefused)
            {
                return filled.Value;
            }
        }

        return null;
    }
}

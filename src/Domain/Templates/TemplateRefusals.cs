using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Templates;

public static class TemplateRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("template_not_found", "There is no such template in this firm.");

    public static readonly Refusal NoChannel = Refusal.Rule("no_channel", "Connect a WhatsApp number first: templates belong to its account.");

    public static readonly Refusal Marketing = Refusal.Rule(
        "template_marketing_refused", "The code of ethics forbids advertising: a template of the category MARKETING is neither created nor sent.");

    public static readonly Refusal AlreadyThere = Refusal.Conflict(
        "template_exists", "There is a template of this name in this language already; choose another name.");

    public static readonly Refusal NotDraft = Refusal.Rule("template_not_draft", "Only a draft is handed in: Meta knows this template already.");

    public static Refusal NoSuchTemplate(string name, string language) => Of(TemplateFaults.NotFound(name, language));

    /// <summary>The first rule that a send breaks, in words with what to do.</summary>
    public static Refusal Of(TemplateFault fault) => Refusal.Unprocessable(fault.Reason, $"{fault.Explanation} ({fault.Path})");

    /// <summary>Meta's own words for why it does not take a definition.</summary>
    public static Refusal RefusedByMeta(int code, string words) => Refusal.Unprocessable("template_refused_by_meta", $"Meta refused ({code}): {words}");
}

namespace Lawyers.Hub.Domain.Templates;

/// <summary>
/// Holds a send against the definition of its template, rule by rule in Meta's order; the first rule that is broken is the answer.
/// Meta refuses the same sends, but only after the client has waited, and with a number instead of a reason.
/// </summary>
public static class TemplateCheck
{
    /// <returns>The first fault, or <c>null</c> where the send is right.</returns>
    public static TemplateFault? Of(TemplateDefinition definition, TemplateSend send) =>
        Required(send) ?? Standing(definition, send) ?? Content(definition, send.Components).FirstOrDefault();

    private static TemplateFault? Required(TemplateSend send)
    {
        var missing = send switch
        {
            { MessagingProduct: null } => "messaging_product",
            { To: null, Recipient: null } => "to",
            { Type: null } => "type",
            { Name: null } => "template.name",
            { Language: null } => "template.language.code",
            _ => null,
        };
        return missing is null ? null : TemplateFaults.MissingRequired(missing);
    }

    private static TemplateFault? Standing(TemplateDefinition definition, TemplateSend send)
    {
        if (definition.Name != send.Name)
        {
            return TemplateFaults.NotFound(send.Name, send.Language);
        }

        if (definition.Language != send.Language)
        {
            return TemplateFaults.NotFound(send.Name, send.Language) with { Path = "template.language.code" };
        }

        return definition.Status switch
        {
            "PAUSED" => TemplateFaults.Paused,
            "DISABLED" => TemplateFaults.Disabled,
            not TemplateDefinition.Approved => TemplateFaults.NotApproved(definition.Status),
            _ => definition.IsAuthentication && send.To is null ? TemplateFaults.BsuidNotSupported : null,
        };
    }

    // Lazily, and in this order: only the first fault counts.
    private static IEnumerable<TemplateFault> Content(TemplateDefinition definition, SentComponents sent)
    {
        var (parts, named, authentication) = (definition.Parts, definition.IsNamed, definition.IsAuthentication);
        return ComponentListRule.OfMessage(sent)
            .Concat(HeaderRule.Of(parts, sent, named))
            .Concat(BodyRule.Of(parts, sent, named))
            .Concat(BodyRule.Length(parts, sent))
            .Concat(authentication ? BodyRule.Code(sent) : [])
            .Concat(OfferRule.Of(parts, sent))
            .Concat(CarouselRule.Of(parts, sent, named))
            .Concat(ButtonRule.Sent(parts, sent))
            .Concat(ButtonRule.Missing(parts, sent))
            .Concat(CarouselRule.MissingButtons(parts, sent))
            .Concat(authentication ? ButtonRule.SameCode(sent) : []);
    }
}

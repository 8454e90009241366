using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Application.Templates;

/// <summary>Meta's Graph API, as far as the templates of an account go.</summary>
public interface IWhatsAppTemplates
{
    /// <summary>All templates of the channel's account, whatever their status.</summary>
    /// <exception cref="HttpRequestException">Meta does not answer, or fails.</exception>
    Task<Result<IReadOnlyList<MetaTemplate>>> All(RegisteredChannel channel, CancellationToken cancellationToken);

    /// <summary>Hands a definition in for review.</summary>
    /// <param name="definition">Name, language, category, parameter format and components, as JSON.</param>
    /// <exception cref="HttpRequestException">Meta does not answer, or fails.</exception>
    Task<Result<MetaReview>> Submit(RegisteredChannel channel, string definition, CancellationToken cancellationToken);
}

/// <summary>A template as Meta shows it.</summary>
/// <param name="Id">Meta's own.</param>
/// <param name="Definition">What <c>TemplateDefinition.Keep</c> keeps of it.</param>
public sealed record MetaTemplate(
    string Id, string Name, string Language, string Status, string? Reason, string Category, string? Quality, string Definition);

/// <summary>Meta took a definition for review.</summary>
public sealed record MetaReview(string Id, string Status, string Category);

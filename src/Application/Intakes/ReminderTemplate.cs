using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>
/// The firm's own words for a silent client whose service window has closed: its template of this name, if Meta has approved it in the client's
/// language. Nothing is filled in, so one that asks for values is another template and is not taken.
/// </summary>
internal sealed class ReminderTemplate(TemplateInLanguage templates)
{
    private const string Name = "pengingat_wawancara";

    /// <returns><c>null</c> where there is none that may be sent.</returns>
    public Task<OutboundBody.Template?> For(TenantId tenant, Conversation.Open conversation, string language, CancellationToken cancellationToken) =>
        templates.For(tenant, conversation, Name, language, [], cancellationToken);
}

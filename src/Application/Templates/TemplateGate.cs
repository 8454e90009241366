using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Templates;

/// <summary>Whether a filled template may leave as things stand: asked when it is proposed, and again just before it is sent.</summary>
internal sealed class TemplateGate(IEventReader events, IIdentityVault identities)
{
    public async Task<TemplateFault?> FaultOf(TenantId tenant, DataSubjectId client, TemplateMessage message, CancellationToken cancellationToken)
    {
        var template = await events.Present(TemplateStream.Of(tenant, message.Template), Template.Decider, cancellationToken);
        var identity = await identities.Reveal(tenant, client, cancellationToken);
        return message.Against(template, byPhone: identity?.WaId is not null);
    }
}

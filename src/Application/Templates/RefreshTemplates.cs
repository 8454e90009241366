using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Templates;

/// <summary>
/// The mirror is as good as what Meta last told: a notice names the status and not the text, and a refused send says that the mirror is
/// wrong. Either way the firm's templates are asked for anew.
/// </summary>
internal sealed class RefreshTemplates(IBus bus) : IPolicy
{
    private const int FirstTemplateCode = 132000;
    private const int LastTemplateCode = 132999;

    public string Name => "refresh_templates";

    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event switch
    {
        TemplateStatusChanged or TemplateCategoryChanged { Announced: false } => Ask(envelope, cancellationToken),
        AccountNoticeReceived { Field: "message_template_components_update" } => Ask(envelope, cancellationToken),
        OutboundFailed { Code: >= FirstTemplateCode and <= LastTemplateCode } => Ask(envelope, cancellationToken),
        OutboundDeferred { Code: >= FirstTemplateCode and <= LastTemplateCode } => Ask(envelope, cancellationToken),
        MessageFailed { Code: >= FirstTemplateCode and <= LastTemplateCode } => Ask(envelope, cancellationToken),
        _ => Task.CompletedTask,
    };

    // One lane for the firm: one synchronisation at a time.
    private Task Ask(EventEnvelope because, CancellationToken cancellationToken) => bus.Publish(
        [
            new BusMessage(
                because.Tenant, Topics.TemplateRefresh, because.Tenant.ToString(), because.EventId, BusJson.Write(new TemplateRefresh(because.EventId))),
        ],
        cancellationToken);
}

/// <summary>The body on topic <c>wa.template.refresh</c>.</summary>
internal sealed record TemplateRefresh(Guid Because);

internal sealed class RefreshTemplatesOnBus(TemplateMirror mirror) : IBusConsumer
{
    private const string Policy = "refresh_templates";

    public string Topic => Topics.TemplateRefresh;

    public async Task Handle(BusMessage message, CancellationToken cancellationToken)
    {
        var because = BusJson.Read<TemplateRefresh>(message.Body).Because;
        (await mirror.Sync(
            message.Tenant,
            new Provenance(Actor.System(Policy), CauseId.Of($"{Policy}/{because}"), message.Tenant.Value, because),
            cancellationToken)).OrThrow();
    }
}

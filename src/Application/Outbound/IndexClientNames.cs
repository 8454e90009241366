using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Policies;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Matters;

namespace Lawyers.Hub.Application.Outbound;

/// <summary>What clients are called becomes findable, so that no reply names one client to another.</summary>
internal sealed class IndexClientNames(IClientNameIndex index) : IPolicy
{
    public string Name => "index_client_names";

    // An erased client's name is not known any more, and need not be found.
    public Task Handle(EventEnvelope envelope, CancellationToken cancellationToken) => envelope.Event switch
    {
        IntakeUpdated { Question: ClientNames.OwnName, Answer.Value: AnswerValue.Words name } e => Keep(envelope, e, name, cancellationToken),
        AnswerCorrected { Question: ClientNames.OwnName, Answer.Value: AnswerValue.Words name } e => Keep(envelope, e, name, cancellationToken),
        IntakePurged e => index.Forget(envelope.Tenant, e.Intake, cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task Keep(EventEnvelope envelope, IntakeEvent answered, AnswerValue.Words name, CancellationToken cancellationToken) =>
        index.Keep(envelope.Tenant, answered.Client, answered.Intake, PartyName.Of(name.Value), cancellationToken);
}

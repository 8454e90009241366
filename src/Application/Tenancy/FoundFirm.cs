using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Sets up a firm with the statutory rates of its country; done by the installation, so it asks for no role.</summary>
/// <param name="HourlyRate">The firm's price list begins with one rate for everybody, from the day given.</param>
public sealed record FoundFirm(
    TenantId Firm, FirmProfile Profile, bool TaxableEntrepreneur, Money HourlyRate, DateOnly From, Provenance Provenance)
    : IRequest<Result<Nothing>>;

internal sealed class FoundFirmHandler(IEventStore events, IStatutoryRates statutes) : IRequestHandler<FoundFirm, Result<Nothing>>
{
    public Task<Result<Nothing>> Handle(FoundFirm request, CancellationToken cancellationToken) => events.Transact<Nothing>(
        request.Provenance,
        async transaction =>
        {
            var stream = FirmStream.Of(request.Firm);
            var founded = await transaction.Decide(stream, Firm.Decider, new FirmCommand.Found(
                request.Firm, request.Profile, request.TaxableEntrepreneur, statutes.Taxes()));
            if (founded.IsRefused || founded.Value.Length == 0)
            {
                return founded.Map(_ => default(Nothing));
            }

            var priced = await transaction.Decide(
                stream, Firm.Decider, new FirmCommand.SetHourlyRate(RateScope.WholeFirm, request.HourlyRate, request.From));
            return priced.Map(_ => default(Nothing));
        },
        cancellationToken);
}

using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Growth;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Growth;

/// <summary>Takes one WHO growth table out of a file of the firm, whole and checked, or not at all.</summary>
/// <param name="Content">CSV text.</param>
public sealed record ImportGrowthTableFile(Caller Caller, string Indicator, string Content, CauseId Cause)
    : IRequest<Result<GrowthTableView>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepPacks;
}

/// <param name="Rows">Of both sexes; none before an import.</param>
/// <param name="Column">What its rows go by.</param>
public sealed record GrowthTableView(string Indicator, string Column, decimal First, decimal Last, int? Rows, string? Sha256, DateTimeOffset? ImportedAt);

internal sealed class ImportGrowthTableFileValidator : AbstractValidator<ImportGrowthTableFile>
{
    private const int LongestFile = 1024 * 1024;

    public ImportGrowthTableFileValidator() => RuleFor(request => request.Content).NotEmpty().WithMessage("The file is empty.")
        .MaximumLength(LongestFile).WithMessage("A growth table has at most 1 MiB.");
}

internal sealed class ImportGrowthTableFileHandler(IEventStore events, IGrowthFiles files, TimeProvider clock)
    : IRequestHandler<ImportGrowthTableFile, Result<GrowthTableView>>
{
    public async Task<Result<GrowthTableView>> Handle(ImportGrowthTableFile request, CancellationToken cancellationToken)
    {
        if (!GrowthIndicator.TryFind(request.Indicator, out var indicator))
        {
            return GrowthRefusals.NoSuchTable;
        }

        var read = GrowthTable.Read(indicator, request.Content);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        // The file first: what the log names is there, and a file that nothing names harms nobody.
        var tenant = request.Caller.Tenant;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Content)));
        await files.Keep(tenant, sha256, request.Content, cancellationToken);
        var imported = await events.Transact(
            GrowthStream.Of(tenant), ImportedTables.Decider, new ImportGrowthTable(read.Value, sha256), request.Caller.Does(request.Cause), cancellationToken);
        return imported.Map(_ => new GrowthTableView(
            indicator.Name, indicator.Column, indicator.First, indicator.Last, read.Value.Rows.Count, sha256, clock.GetUtcNow()));
    }
}

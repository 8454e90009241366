using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>One version of a definition as it was published.</summary>
public sealed record ReadDefinitionVersion(Caller Caller, string Key, int Version) : IRequest<Result<DefinitionVersion>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

public sealed record DefinitionVersion(string Key, int Version, string Hash, string Source, DefinitionTree Tree);

/// <summary>What an author changed from one version to another.</summary>
/// <param name="To">None: the draft.</param>
public sealed record ReadDefinitionDifference(Caller Caller, string Key, int From, int? To) : IRequest<Result<DefinitionDifferenceView>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

public sealed record DefinitionDifferenceView(string Key, int From, int? To, IReadOnlyList<DefinitionChange> Changes);

internal sealed class ReadDefinitionVersionHandler(IEventStore events, IDefinitionReader reader) :
    IRequestHandler<ReadDefinitionVersion, Result<DefinitionVersion>>,
    IRequestHandler<ReadDefinitionDifference, Result<DefinitionDifferenceView>>
{
    public async Task<Result<DefinitionVersion>> Handle(ReadDefinitionVersion request, CancellationToken cancellationToken)
    {
        var stored = await Stored(request.Caller, request.Key, cancellationToken);
        if (!stored.Published.TryGetValue(request.Version, out var version))
        {
            return DefinitionRefusals.NoSuchVersion;
        }

        var read = reader.Read(version.Source);
        return new DefinitionVersion(request.Key, version.Version, version.Hash, version.Source, DefinitionTree.Of(read.Definition!, read.Lines));
    }

    public async Task<Result<DefinitionDifferenceView>> Handle(ReadDefinitionDifference request, CancellationToken cancellationToken)
    {
        var stored = await Stored(request.Caller, request.Key, cancellationToken);
        var later = request.To is { } to ? stored.Published.GetValueOrDefault(to)?.Source : stored.Draft?.Source;
        if (!stored.Published.TryGetValue(request.From, out var earlier) || later is null)
        {
            return DefinitionRefusals.NoSuchVersion;
        }

        // A draft that is no definition yet has nothing to be compared; its faults are on its page.
        return reader.Read(later).Definition is { } after
            ? new DefinitionDifferenceView(request.Key, request.From, request.To, DefinitionDifference.Between(reader.Read(earlier.Source).Definition!, after))
            : DefinitionRefusals.HasFaults;
    }

    private Task<IntakeDefinition> Stored(Caller caller, string key, CancellationToken cancellationToken) =>
        events.Present(DefinitionStream.Of(caller.Tenant, key), IntakeDefinition.Decider, cancellationToken);
}

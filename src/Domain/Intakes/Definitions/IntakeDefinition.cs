using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>A definition with its draft and its published versions. A published version never changes.</summary>
/// <param name="Key">Empty until the first draft.</param>
/// <param name="Draft">What was written last, published or not.</param>
/// <param name="Published">By version, in order.</param>
/// <param name="IsRetired">No new session starts on it.</param>
public sealed record IntakeDefinition(string Key, DraftSource? Draft, ImmutableSortedDictionary<int, PublishedVersion> Published, bool IsRetired)
{
    public static readonly Decider<IntakeDefinition, IntakeDefinitionCommand, IntakeDefinitionEvent> Decider = new(
        new IntakeDefinition("", null, ImmutableSortedDictionary<int, PublishedVersion>.Empty, IsRetired: false), Decide, Evolve);

    /// <summary>The version that new sessions run on.</summary>
    public PublishedVersion? Current => IsRetired || Published.Count == 0 ? null : Published.Last().Value;

    public bool HasUnpublishedDraft => Draft is not null && Published.Values.All(version => version.Hash != Draft.Hash);

    public static Result<IntakeDefinitionEvent[]> Decide(IntakeDefinition state, IntakeDefinitionCommand command) => (state, command) switch
    {
        ({ Draft: { } draft }, IntakeDefinitionCommand.Draft c) when draft.Hash == c.Hash => Record(),
        (_, IntakeDefinitionCommand.Draft c) => Record(new DefinitionDrafted(c.Key, c.Source, c.Hash)),
        ({ Draft: null }, _) => DefinitionRefusals.NotFound,
        (_, IntakeDefinitionCommand.Publish c) when !c.Roles.Contains(Role.Lawyer) => DefinitionRefusals.NeedsLawyer,
        ({ Draft: { } draft }, IntakeDefinitionCommand.Publish c) when draft.Hash != c.Hash => DefinitionRefusals.DraftChanged,
        ({ HasUnpublishedDraft: false, IsRetired: false }, IntakeDefinitionCommand.Publish) => Record(),
        (_, IntakeDefinitionCommand.Publish { Definition: null }) => DefinitionRefusals.HasFaults,
        (_, IntakeDefinitionCommand.Publish { Faults.Count: > 0 }) => DefinitionRefusals.HasFaults,
        (_, IntakeDefinitionCommand.Publish { Definition: { } definition }) when definition.Key != state.Key => DefinitionRefusals.OtherKey,
        (_, IntakeDefinitionCommand.Publish { Definition: { } definition }) when state.Published.Keys.Any(version => version >= definition.Version) =>
            DefinitionRefusals.VersionNotNewer,
        (_, IntakeDefinitionCommand.Publish { Definition: { } definition } c) =>
            Record(new DefinitionPublished(state.Key, definition.Version, c.Hash, definition.Kind, definition.Title)),
        (_, IntakeDefinitionCommand.Retire c) when !c.Roles.Contains(Role.Lawyer) => DefinitionRefusals.NeedsLawyer,
        ({ Current: null }, IntakeDefinitionCommand.Retire) => Record(),
        (_, IntakeDefinitionCommand.Retire) => Record(new DefinitionRetired(state.Key)),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    public static IntakeDefinition Evolve(IntakeDefinition state, IntakeDefinitionEvent @event) => @event switch
    {
        DefinitionDrafted e => state with { Key = e.Key, Draft = new DraftSource(e.Source, e.Hash) },
        DefinitionPublished e => state with
        {
            Published = state.Published.Add(e.Version, new PublishedVersion(e.Version, e.Hash, state.Draft!.Source, e.Kind, e.Title)),
            IsRetired = false,
        },
        DefinitionRetired => state with { IsRetired = true },
        _ => throw new UnreachableException(@event.GetType().Name),
    };

    private static Result<IntakeDefinitionEvent[]> Record(params IntakeDefinitionEvent[] events) => events;
}

public sealed record DraftSource(string Source, string Hash);

public sealed record PublishedVersion(int Version, string Hash, string Source, DefinitionKind Kind, Bilingual Title);

public abstract record IntakeDefinitionCommand
{
    private IntakeDefinitionCommand()
    {
    }

    public sealed record Draft(string Key, string Source, string Hash) : IntakeDefinitionCommand;

    /// <param name="Hash">Of the draft that was read and checked.</param>
    /// <param name="Definition">What it says; none where it cannot be read.</param>
    /// <param name="Faults">Everything that reading and the publish checks found.</param>
    public sealed record Publish(string Hash, Definition? Definition, IReadOnlyList<DefinitionFault> Faults, IReadOnlySet<Role> Roles)
        : IntakeDefinitionCommand;

    public sealed record Retire(IReadOnlySet<Role> Roles) : IntakeDefinitionCommand;
}

using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Intakes.Definitions;

public static class DefinitionRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("definition_not_found", "There is no such definition in this firm.");

    public static readonly Refusal NoSuchVersion = Refusal.NotFound("definition_version_not_found", "This definition has no such version.");

    public static readonly Refusal NotPublished = Refusal.Rule("definition_not_published", "Only a published definition runs, with everything it leads to.");

    public static readonly Refusal NeedsLawyer = Refusal.Forbidden("publishing_needs_lawyer", "A lawyer publishes and retires definitions.");

    public static readonly Refusal DraftChanged = Refusal.Conflict("draft_changed", "The draft was changed after it was checked. Check it again.");

    public static readonly Refusal HasFaults = Refusal.Invalid("definition_faulty", "The definition does not pass the publish checks.");

    public static readonly Refusal OtherKey = Refusal.Invalid("definition_key_differs", "The source names another key.");

    public static readonly Refusal VersionNotNewer = Refusal.Rule(
        "version_not_newer", "A published version is immutable: give the source a version number above the last published one.");
}

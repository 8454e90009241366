using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>The versions that an intake's questions came from, with who published each.</summary>
internal sealed class DefinitionsBehind : Judge
{
    private readonly Dictionary<string, StoredEvent> _published = [];
    private long _versions;
    private long _unpublished;

    public override IReadOnlyList<string> Types => ["definition_published", "intake_started", "intake_routed"];

    public override void Take(StoredEvent stored)
    {
        if (stored.Type == "definition_published")
        {
            _published[NameOf(Facts.Of(stored), nameof(DefinitionPublished.Key))] = stored;
        }
        else if (IsAsked(stored))
        {
            Used(stored, NameOf(Facts.Of(stored), nameof(IntakeStarted.Definition)));
        }
    }

    protected override (bool? Holds, IReadOnlyList<Figure> Figures) Conclude() =>
        (_unpublished == 0, [new("versions", _versions), new("never_published", _unpublished)]);

    private void Used(StoredEvent stored, string name)
    {
        _versions++;
        if (_published.TryGetValue(name, out var published))
        {
            Find(Finding.Of("published_by", published, name));
        }
        else
        {
            _unpublished++;
            Find(Finding.Of("never_published", stored, name));
        }
    }

    private static string NameOf(Facts facts, string key) =>
        string.Create(CultureInfo.InvariantCulture, $"{facts.Text(key)}@{facts.Number(nameof(DefinitionPublished.Version))}");
}

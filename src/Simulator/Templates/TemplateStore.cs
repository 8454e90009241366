using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lawyers.Hub.Simulator.Journaling;

namespace Lawyers.Hub.Simulator.Templates;

/// <summary>Every template of every account: those that came with the simulator and those that were created since.</summary>
internal sealed class TemplateStore : IJournaled
{
    private readonly ConcurrentDictionary<string, TemplateDefinition[]> _seeded = new();
    private ImmutableList<TemplateDefinition> _defined = [];

    /// <summary>In a fixed order, which is what cursors count on.</summary>
    public IReadOnlyList<TemplateDefinition> Of(string wabaId)
    {
        var own = _defined.FindAll(template => template.WabaId == wabaId);
        var seeded = _seeded.GetOrAdd(wabaId, id => [.. SeedTemplates.For(id)])
            .Where(seed => !own.Exists(template => SameKey(template, seed.Name, seed.Language)));
        return [.. seeded, .. own];
    }

    /// <summary>Exact name and exact language; the platform falls back to nothing.</summary>
    public TemplateDefinition? Find(string wabaId, string name, string language) =>
        Of(wabaId).FirstOrDefault(template => SameKey(template, name, language));

    public void Apply(JournalEntry entry)
    {
        if (entry is TemplateDefined defined)
        {
            var template = new TemplateDefinition(defined.WabaId, defined.Definition);
            var known = _defined.FindIndex(other => other.WabaId == template.WabaId && SameKey(other, template.Name, template.Language));
            _defined = known < 0 ? _defined.Add(template) : _defined.SetItem(known, template);
        }
    }

    private static bool SameKey(TemplateDefinition template, string name, string language) =>
        template.Name == name && template.Language == language;
}

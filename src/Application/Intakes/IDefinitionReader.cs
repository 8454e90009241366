using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Reads the source that an author wrote; every fault is a value.</summary>
public interface IDefinitionReader
{
    DefinitionSource Read(string source);
}

/// <summary>The practice packs in the box.</summary>
public interface IPracticePacks
{
    IReadOnlyList<string> Names { get; }

    /// <summary>The sources of a pack's definitions; empty where there is none of that name.</summary>
    IReadOnlyList<string> SourcesOf(string pack);
}

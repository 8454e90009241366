using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Reads the source that an author wrote; every fault is a value.</summary>
public interface IDefinitionReader
{
    DefinitionSource Read(string source);
}

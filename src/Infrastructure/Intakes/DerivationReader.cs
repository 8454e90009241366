using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Infrastructure.Intakes;

internal static class DerivationReader
{
    public static Derivation Read(YamlPart part)
    {
        part.Fields("id", "fn", "args");
        var id = part.Need("id")?.Text() ?? "";
        part.About = id;
        return new Derivation(
            id,
            part.Need("fn")?.Text() ?? "",
            DefinitionReader.List(part.Need("args"), argument => argument.IsSequence
                ? (DerivationArgument)new DerivationArgument.Bands(DefinitionReader.List(argument, ReadBand))
                : new DerivationArgument.Name(argument.Text())));
    }

    private static Band ReadBand(YamlPart part)
    {
        part.Fields("below", "upto", "value");
        return new Band(part.Get("below")?.Number(), part.Get("upto")?.Number(), part.Need("value")?.Text() ?? "");
    }
}

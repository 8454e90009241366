using System.Text.Json.Serialization.Metadata;

namespace Lawyers.Hub.Infrastructure.Serialization;

/// <summary>An aggregate's state is one of the records nested in it: which one is stored beside its members, by the record's own name.</summary>
internal static class StateCases
{
    private const string Discriminator = "$case";

    /// <summary>A modifier of the stored JSON's types.</summary>
    public static void Tell(JsonTypeInfo type)
    {
        if (type is not { Type.IsAbstract: true, PolymorphismOptions: null })
        {
            return;
        }

        var cases = type.Type.GetNestedTypes().Where(nested => nested is { IsAbstract: false } && nested.IsSubclassOf(type.Type)).ToArray();
        if (cases.Length == 0)
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = Discriminator };
        foreach (var one in cases)
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(one, one.Name));
        }
    }
}

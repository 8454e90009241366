using System.Reflection;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Architecture.Tests.Privacy;

/// <summary>
/// An event is for ever, so a text in it is either sealed under its client's key or known to be harmless: a code, a language, a hash, a
/// number that the firm gave, words of the firm itself.
/// </summary>
public sealed class PersonalDataTests
{
    private static readonly HashSet<string> Harmless =
    [
    ];

    [Fact]
    public void Every_text_in_an_event_is_sealed_or_known_to_be_harmless() =>
        Events().SelectMany(type => Texts(type, [])).Distinct().Except(Harmless).Should().BeEmpty();

    [Fact]
    public void The_list_names_nothing_that_is_gone() =>
        Harmless.Except(Events().SelectMany(type => Texts(type, []))).Should().BeEmpty();

    [Fact]
    public void The_same_check_finds_a_bare_name() =>
        Texts(typeof(ClientRenamed), []).Should().Equal("ClientRenamed.Name", "Address.Street");

    private static IEnumerable<Type> Events() => typeof(IDomainEvent).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDomainEvent)));

    private static IEnumerable<string> Texts(Type type, HashSet<Type> seen) => seen.Add(type)
        ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.CanWrite)
            .SelectMany(property => Held(property.PropertyType).SelectMany(held => held == typeof(string)
                ? [$"{property.DeclaringType!.Name}.{property.Name}"]
                : IsOurs(held) ? Variants(held).SelectMany(variant => Texts(variant, seen)) : []))
        : [];

    /// <summary>What a property holds: itself, or what is in a collection, a map or a nullable.</summary>
    private static IEnumerable<Type> Held(Type type) => type.IsAssignableTo(typeof(IPersonal)) ? []
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Held).Append(type)
        : type.IsArray ? Held(type.GetElementType()!)
        : [type];

    private static IEnumerable<Type> Variants(Type type) =>
        type.IsAbstract ? type.Assembly.GetTypes().Where(variant => variant.IsSubclassOf(type) && !variant.IsAbstract) : [type];

    private static bool IsOurs(Type type) => type is { IsEnum: false, IsGenericType: false } && type.Assembly.GetName().Name!.StartsWith("Lawyers.Hub", StringComparison.Ordinal);

    private sealed record ClientRenamed(string Name, Personal<string> Nickname, IReadOnlyList<Address> Addresses, int Count) : IDomainEvent;

    private sealed record Address(string Street);
}

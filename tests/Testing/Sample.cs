using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Lawyers.Hub.Domain;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Testing;

/// <summary>
/// Some value of any type that may stand in an event, filled to the last member; another <paramref name="variant"/> takes other cases, and
/// <paramref name="identifier"/> tells which aggregates it speaks of (a new one each time, unless given).
/// </summary>
public sealed class Sample(DataSubjectId subject, int variant, Func<Type, Guid>? identifier = null)
{
    private int _count;

    public object Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        _count++;
        return Simple(Nullable.GetUnderlyingType(type) ?? type) ?? Structured(Nullable.GetUnderlyingType(type) ?? type);
    }

    private object? Simple(Type type) => type switch
    {
        _ when type == typeof(string) => $"text-{_count}",
        _ when type == typeof(bool) => _count % 2 == 0,
        _ when type == typeof(Guid) => Guid.NewGuid(),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 2, 8, 30, 0, TimeSpan.Zero).AddMinutes(_count),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 2).AddDays(_count),
        _ when type == typeof(TimeOnly) => new TimeOnly(8, 30).AddMinutes(_count),
        _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(_count),
        _ when type == typeof(decimal) => _count + 0.25m,
        _ when type == typeof(Actor) => Actor.Client(subject),
        _ when type == typeof(DataSubjectId) => subject,
        _ when type == typeof(Uri) => new Uri($"https://example.test/{_count}"),
        _ when type.IsEnum => Enum.GetValues(type).GetValue((_count + variant) % Enum.GetValues(type).Length),
        _ when type.IsPrimitive => Convert.ChangeType(_count, type, CultureInfo.InvariantCulture),
        _ when Identifier(type) is { } make => make.Invoke(null, [identifier?.Invoke(type) ?? Guid.NewGuid()]),
        _ => null,
    };

    private object Structured(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Personal<>))
        {
            return Activator.CreateInstance(type, subject, Of(type.GenericTypeArguments[0]), false)!;
        }

        if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)))
        {
            return Collection(type);
        }

        if (type.IsAbstract)
        {
            var cases = type.Assembly.GetTypes().Where(other => !other.IsAbstract && other.IsAssignableTo(type)).OrderBy(other => other.FullName, StringComparer.Ordinal).ToArray();
            return cases.Length > 0 ? Of(cases[variant % cases.Length]) : throw new InvalidOperationException($"{type} has no case.");
        }

        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(candidate => candidate.GetParameters() is not [{ } only] || only.ParameterType != type)
            .MaxBy(candidate => candidate.GetParameters().Length);
        return constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
    }

    private object Collection(Type type)
    {
        var element = type.IsArray ? type.GetElementType()! : null;
        var arguments = type.IsGenericType ? type.GenericTypeArguments : [];
        if (arguments.Length == 2)
        {
            var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            dictionary.Add(Of(arguments[0]), Of(arguments[1]));
            return type.IsInstanceOfType(dictionary) ? dictionary : ToImmutable(typeof(ImmutableDictionary), dictionary, arguments);
        }

        element ??= arguments[0];
        var items = Array.CreateInstance(element, 2);
        items.SetValue(Of(element), 0);
        items.SetValue(Of(element), 1);
        return type switch
        {
            _ when type.IsInstanceOfType(items) => items,
            _ when Activator.CreateInstance(typeof(List<>).MakeGenericType(element), items) is { } list && type.IsInstanceOfType(list) => list,
            _ when Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(element), items) is { } set && type.IsInstanceOfType(set) => set,
            _ => ToImmutable(type.Name.StartsWith("ImmutableArray", StringComparison.Ordinal) ? typeof(ImmutableArray) : typeof(ImmutableList), items, [element]),
        };
    }

    private static object ToImmutable(Type factory, object items, Type[] arguments) => factory.GetMethods()
        .Where(method => method.Name == "CreateRange" && method.GetParameters().Length == 1 && method.GetGenericArguments().Length == arguments.Length)
        .Select(method => method.MakeGenericMethod(arguments))
        .First(method => method.GetParameters()[0].ParameterType.IsInstanceOfType(items)).Invoke(null, [items])!;

    private static MethodInfo? Identifier(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IIdentifier<>))
            ? type.GetMethod("From", [typeof(Guid)])
            : null;
}

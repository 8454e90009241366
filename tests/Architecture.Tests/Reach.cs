using Mono.Cecil;

namespace Lawyers.Hub.Architecture.Tests;

/// <summary>Which types some types name: in signatures, fields, bases, attributes and the code of their methods.</summary>
internal static class Reach
{
    /// <summary>All types that can be come to from these by following code, through the product's own classes but not from a port to its adapters.</summary>
    public static IReadOnlyDictionary<string, string> From(IEnumerable<TypeDefinition> start)
    {
        var reached = new Dictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<TypeDefinition>(start);
        foreach (var type in waiting)
        {
            reached[type.FullName] = type.FullName;
        }

        while (waiting.TryDequeue(out var type))
        {
            foreach (var named in Named(type))
            {
                if (!reached.TryAdd(named.FullName, $"{reached[type.FullName]} → {named.Name}"))
                {
                    continue;
                }

                if (Own(named) is { } definition)
                {
                    foreach (var part in Hub.WithNested(definition))
                    {
                        reached.TryAdd(part.FullName, reached[named.FullName]);
                        waiting.Enqueue(part);
                    }
                }
            }
        }

        return reached;
    }

    public static IEnumerable<TypeReference> Named(TypeDefinition type) => Direct(type).SelectMany(Parts);

    private static IEnumerable<TypeReference> Direct(TypeDefinition type)
    {
        var members = type.Fields.Select(field => field.FieldType)
            .Concat(type.Interfaces.Select(contract => contract.InterfaceType))
            .Concat(type.CustomAttributes.Select(attribute => attribute.AttributeType))
            .Append(type.BaseType);
        return members.Concat(type.Methods.SelectMany(Of)).Where(named => named is not null);
    }

    private static IEnumerable<TypeReference> Of(MethodDefinition method)
    {
        var signature = method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);
        if (!method.HasBody)
        {
            return signature;
        }

        var code = method.Body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            MethodReference called => called is GenericInstanceMethod generic
                ? generic.GenericArguments.Append(called.DeclaringType).Append(called.ReturnType)
                : [called.DeclaringType, called.ReturnType],
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference named => [named],
            _ => Enumerable.Empty<TypeReference>(),
        });
        return signature.Concat(method.Body.Variables.Select(variable => variable.VariableType)).Concat(code);
    }

    private static IEnumerable<TypeReference> Parts(TypeReference named) => named switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        GenericParameter => [],
        _ => [named],
    };

    private static TypeDefinition? Own(TypeReference named) =>
        Hub.All.Select(assembly => assembly.MainModule.GetType(named.FullName)).FirstOrDefault(found => found is not null);
}

using System.Text.Json;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Lawyers.Hub.Architecture.Tests.Naming;

/// <summary>Whatever acts by itself stands in the log under its own name: an auditor reads that name in words.</summary>
public sealed class ActorTextsTests
{
    public static TheoryData<string> Languages => ["id", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_policy_and_every_alarm_has_a_name_in_words(string language)
    {
        using var texts = JsonDocument.Parse(File.ReadAllText(Path.Combine(Hub.Root, "src", "Dashboard", "src", "texts", $"{language}.json")));
        var named = texts.RootElement.GetProperty("actor").GetProperty("of");

        var actors = Actors();
        actors.Should().HaveCountGreaterThan(15);
        actors.Except(named.EnumerateObject().Select(text => text.Name)).Should().BeEmpty();
    }

    private static IReadOnlyList<string> Actors() =>
    [
        .. Hub.Types(Hub.Application)
            .Where(type => !type.IsAbstract && (type.Interfaces.Any(one => one.InterfaceType.Name == "IPolicy") || type.BaseType?.Name == "AlarmProjection`1"))
            .Select(NameOf),
    ];

    private static string NameOf(TypeDefinition type) =>
        (string)type.Methods.Single(method => method.Name == "get_Name").Body.Instructions.Single(one => one.OpCode == OpCodes.Ldstr).Operand;
}

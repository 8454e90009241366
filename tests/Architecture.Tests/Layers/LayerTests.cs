using Mono.Cecil;

namespace Lawyers.Hub.Architecture.Tests.Layers;

/// <summary>The arrows point inwards; beside each rule stands the proof that it bites.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Domain_references_only_the_runtime() => Foreign(Hub.Domain).Should().BeEmpty();

    [Fact]
    public void The_same_check_finds_Npgsql_in_Infrastructure() => Foreign(Hub.Infrastructure).Should().Contain("Npgsql");

    [Fact]
    public void Application_knows_the_domain_MediatR_and_FluentValidation() =>
        Foreign(Hub.Application).Should().BeSubsetOf(["Lawyers.Hub.Domain", "MediatR", "FluentValidation"]);

    [Fact]
    public void The_same_check_finds_the_application_in_Infrastructure() => Foreign(Hub.Infrastructure).Should().Contain("Lawyers.Hub.Application");

    [Fact]
    public void Infrastructure_does_not_know_the_host() => Own(Hub.Infrastructure).Should().BeEquivalentTo("Lawyers.Hub.Application", "Lawyers.Hub.Domain");

    [Fact]
    public void The_same_check_finds_Infrastructure_in_the_host() => Own(Hub.Web).Should().Contain("Lawyers.Hub.Infrastructure");

    [Fact]
    public void The_simulator_shares_no_code_with_the_hub() => Own(Hub.Simulator).Should().BeEmpty();

    [Fact]
    public void The_audit_verifier_shares_no_code_with_the_hub_and_needs_only_the_runtime()
    {
        Own(Hub.AuditVerifier).Should().BeEmpty();
        Foreign(Hub.AuditVerifier).Should().BeEmpty();
    }

    [Fact]
    public void Neither_does_the_hub_with_the_simulator() =>
        Hub.All.Except([Hub.Simulator]).SelectMany(Own).Should().NotContain("Lawyers.Hub.Simulator");

    private static IEnumerable<string> Own(AssemblyDefinition assembly) =>
        References(assembly).Where(name => name.StartsWith("Lawyers.Hub.", StringComparison.Ordinal));

    private static IEnumerable<string> Foreign(AssemblyDefinition assembly) =>
        References(assembly).Where(name => name is not "netstandard" && name != "System" && !name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> References(AssemblyDefinition assembly) =>
        assembly.MainModule.AssemblyReferences.Select(reference => reference.Name);
}

using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace Lawyers.Hub.Architecture.Tests;

/// <summary>The product's own assemblies, as they were compiled, and its source tree.</summary>
internal static class Hub
{
    public static readonly AssemblyDefinition Domain = Read("Domain");
    public static readonly AssemblyDefinition Application = Read("Application");
    public static readonly AssemblyDefinition Infrastructure = Read("Infrastructure");
    public static readonly AssemblyDefinition Web = Read("Web");
    public static readonly AssemblyDefinition Simulator = Read("Simulator");
    public static readonly AssemblyDefinition AuditVerifier = Read("AuditVerifier");

    public static IReadOnlyList<AssemblyDefinition> All { get; } = [Domain, Application, Infrastructure, Web, Simulator, AuditVerifier];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>Types with those nested in them: a compiler puts the bodies of async methods and lambdas there.</summary>
    public static IEnumerable<TypeDefinition> Types(AssemblyDefinition assembly) => assembly.MainModule.Types.SelectMany(WithNested);

    public static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static AssemblyDefinition Read(string name) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"Lawyers.Hub.{name}.dll"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

using System.Text.RegularExpressions;

namespace Lawyers.Hub.Architecture.Tests.Naming;

/// <summary>A folder is a concept of the law firm; code without a home is missing a name.</summary>
public sealed partial class NamingTests
{
    [Fact]
    public void No_folder_is_a_drawer() => Drawers(Folders()).Should().BeEmpty();

    [Fact]
    public void No_type_is_a_drawer() =>
        Drawers(Hub.All.SelectMany(Hub.Types).Where(type => type.Namespace.StartsWith("Lawyers.Hub", StringComparison.Ordinal)).Select(type => type.Name))
            .Should().BeEmpty();

    [Theory]
    [InlineData("Common")]
    [InlineData("StringHelpers")]
    [InlineData("MatterDto")]
    [InlineData("IntakeManager")]
    [InlineData("InvoiceService")]
    public void The_same_check_knows_a_drawer(string name) => Drawers([name]).Should().Equal(name);

    [Fact]
    public void Every_room_has_one_name_in_every_layer() =>
        Rooms("Domain").Except(Rooms("Application")).Should().BeEquivalentTo("Outcomes"); // results are no concept of the firm

    private static IEnumerable<string> Rooms(string layer) => Directory.EnumerateDirectories(Path.Combine(Hub.Root, "src", layer)).Select(path => Path.GetFileName(path)!);

    private static IEnumerable<string> Folders() => new[] { "src", "tests" }
        .SelectMany(top => Directory.EnumerateDirectories(Path.Combine(Hub.Root, top), "*", SearchOption.AllDirectories))
        .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
        .Select(path => Path.GetFileName(path)!);

    private static IEnumerable<string> Drawers(IEnumerable<string> names) => names.Where(name => Drawer().IsMatch(name));

    [GeneratedRegex("^(Common|Shared|Misc|Interfaces)$|(Helper|Util|Utilities|Manager|Dto|Extension|Service)s?$", RegexOptions.IgnoreCase)]
    private static partial Regex Drawer();
}

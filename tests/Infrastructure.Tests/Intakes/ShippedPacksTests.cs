using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Infrastructure.Intakes;

namespace Lawyers.Hub.Infrastructure.Tests.Intakes;

public class ShippedPacksTests
{
    public static TheoryData<string> Packs => [.. PracticePacks.All.Select(pack => pack.Name)];

    [Fact]
    public void Three_packs_are_in_the_box() => PracticePacks.All.Select(pack => pack.Name).Should().Equal("complaint-id", "legal-id", "stunting-id");

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_definition_of_a_pack_passes_the_publish_checks(string pack)
    {
        var sources = PracticePacks.All.Single(one => one.Name == pack).Sources.Select(DefinitionReader.Read).ToArray();
        sources.SelectMany(source => source.Faults).Should().BeEmpty();
        var keys = sources.Select(source => source.Definition!.Key).ToHashSet();
        sources.SelectMany(source => PublishChecks.Of(source.Definition!, keys, source.Lines)).Should().BeEmpty();
    }

    [Fact]
    public void The_menu_leads_to_five_legal_trees()
    {
        var definitions = PracticePacks.All.Single(pack => pack.Name == "legal-id").Sources.Select(source => DefinitionReader.Read(source).Definition!).ToDictionary(d => d.Key);
        DefinitionSet.From("triage", definitions.GetValueOrDefault)!.Pins.Select(pin => pin.Key)
            .Should().Equal("civil_debt", "criminal", "employment", "family", "land", "triage");
    }

    [Fact]
    public void What_the_yaml_says_arrives()
    {
        var criminal = PracticePacks.All.Single(pack => pack.Name == "legal-id").Sources.Select(source => DefinitionReader.Read(source).Definition!).Single(d => d.Key == "criminal");
        criminal.Flags[0].Should().BeEquivalentTo(new { Id = "ARREST_24H", Sla = TimeSpan.FromMinutes(15) });
        criminal.Flags[0].Say!.In("en").Should().StartWith("We marked this urgent");
        criminal.Find("waktu_tangkap")!.Rules.Max.Should().Be(new Bound.Now());
        criminal.Find("foto_panggilan")!.Should().BeEquivalentTo(new { Required = false, Data = DataClass.Specific });
        criminal.Find("peran")!.Next[0].When!.ToString().Should().Be("peran in ['korban']");
        criminal.Session.RemindAfter.Should().Equal(TimeSpan.FromHours(1), TimeSpan.FromHours(12));
    }

    [Fact]
    public void Regions_are_found_by_the_names_people_use()
    {
        var regions = RegionFile.Read();
        regions.Find("Jogja").Should().Equal("3471");
        regions.Find("kab. sleman").Should().Equal("3404");
        regions.Find("bandung").Should().Equal("3204", "3273");
        regions.NameOf("3273").Should().Be("Kota Bandung");
    }
}

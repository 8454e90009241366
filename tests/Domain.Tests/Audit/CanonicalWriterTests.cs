using System.Globalization;
using System.Text;
using Lawyers.Hub.Domain.Audit;

namespace Lawyers.Hub.Domain.Tests.Audit;

public sealed class CanonicalWriterTests
{
    // RFC 8785, appendix B: IEEE 754 bits and how ECMAScript prints them.
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Numbers_are_printed_as_ECMAScript_prints_them(string bits, string expected) =>
        Printed(BitConverter.Int64BitsToDouble(long.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).Should().Be(expected);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_in_JSON_is_refused(double value)
    {
        var print = () => Printed(value);

        print.Should().Throw<ArgumentException>();
    }

    // RFC 8785, section 3.2.2 with the order of 3.2.3.
    [Fact]
    public void The_example_of_the_standard_comes_out_as_the_standard_has_it() => Canonical(
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        }
        """).Should().Be("""{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""");

    // RFC 8785, section 3.2.3: by UTF-16 code units, so that an emoji comes before U+FB33.
    [Fact]
    public void Members_are_sorted_by_their_code_units() => Canonical(
        """
        {
          "\u20ac": "Euro Sign",
          "\r": "Carriage Return",
          "\ufb33": "Hebrew Letter Dalet With Dagesh",
          "1": "One",
          "\ud83d\ude00": "Emoji: Grinning Face",
          "\u0080": "Control",
          "\u00f6": "Latin Small Letter O With Diaeresis"
        }
        """).Should().Be(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");

    [Fact]
    public void Spelling_does_not_matter() =>
        Canonical("""{ "b" : 1.0e2, "a" : { "d" : [ ], "c" : "\u0041" } }""").Should().Be(Canonical("""{"a":{"c":"A","d":[]},"b":100}"""));

    // As no standard lists them: an escape within a name, a name that begins another, and one that differs in the second half of an escape.
    [Theory]
    [InlineData("""{"b":1,"a\"":2,"a":3,"a\\":4,"a\n":5,"a\u0001":6,"a!":7}""", """{"a":3,"a\u0001":6,"a\n":5,"a!":7,"a\"":2,"a\\":4,"b":1}""")]
    [InlineData("""{"\u0002":1,"\u0001":2,"\u0011":3,"\t":4,"\\u":5,"":6}""", """{"":6,"\u0001":2,"\u0002":1,"\t":4,"\u0011":3,"\\u":5}""")]
    public void Names_are_sorted_by_what_they_mean_not_by_how_they_are_escaped(string json, string expected) => Canonical(json).Should().Be(expected);

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("0", "0")]
    [InlineData("-7", "-7")]
    [InlineData("-0.0", "0")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("12345678901234567890", "12345678901234567000")]
    [InlineData("1E-7", "1e-7")]
    [InlineData("0.10", "0.1")]
    [InlineData("100e-2", "1")]
    [InlineData("1e400", "null")]
    [InlineData("[-1e400,1]", "[null,1]")]
    public void Numbers_come_out_in_their_one_spelling(string json, string expected) => Canonical(json).Should().Be(expected);

    [Fact]
    public void What_is_nested_deeper_than_64_counts_as_null()
    {
        static string Nested(int levels, string innermost) => new string('[', levels) + innermost + new string(']', levels);

        Canonical(Nested(64, "1")).Should().Be(Nested(64, "1"));
        Canonical(Nested(65, "1")).Should().Be(Nested(64, "null"));
        Canonical(Nested(100_000, "{\"a\":1}")).Should().Be(Nested(64, "null"));
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{")]
    [InlineData("[1]]")]
    [InlineData("")]
    public void What_has_no_canonical_form_is_refused(string json)
    {
        var write = () => Canonical(json);

        write.Should().Throw<System.Text.Json.JsonException>();
    }

    [Fact]
    public void Random_documents_come_out_the_same_however_they_are_spelt_and_shuffled()
    {
        var random = new Random(8785);
        for (var i = 0; i < 500; i++)
        {
            var value = RandomValue(random, 0);

            var first = Canonical(Spell(value, new Random(i)));

            Canonical(Spell(value, new Random(i + 1_000_000))).Should().Be(first);
            Canonical(first).Should().Be(first);
        }
    }

    private static object? RandomValue(Random random, int depth) => random.Next(depth > 4 ? 4 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(3) switch { 0 => (double)random.Next(-1000, 1000), 1 => random.NextDouble() * Math.Pow(10, random.Next(-30, 30)), _ => -random.NextDouble() },
        3 => RandomText(random),
        4 => Enumerable.Range(0, random.Next(5)).Select(_ => RandomValue(random, depth + 1)).ToList(),
        _ => Enumerable.Range(0, random.Next(8)).Select(_ => RandomText(random)).Distinct().ToDictionary(name => name, _ => RandomValue(random, depth + 1)),
    };

    private static string RandomText(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(7) switch
        {
            0 => "\\",
            1 => "\"",
            2 => ((char)random.Next(0x20)).ToString(),
            3 => char.ConvertFromUtf32(random.Next(0x10000, 0x10FFFF)),
            4 => ((char)random.Next(0xE000, 0xFFFE)).ToString(),
            _ => ((char)random.Next(0x20, 0x250)).ToString(),
        }));

    private static string Spell(object? value, Random random) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        double number => random.Next(2) == 0 ? number.ToString("R", CultureInfo.InvariantCulture) : number.ToString("E16", CultureInfo.InvariantCulture),
        string text => SpellText(text, random),
        List<object?> items => $"[{string.Join(" , ", items.Select(item => Spell(item, random)))}]",
        Dictionary<string, object?> members => $"{{{string.Join(",", members.OrderBy(_ => random.Next()).Select(member => $"{SpellText(member.Key, random)} : {Spell(member.Value, random)}"))}}}",
        _ => throw new ArgumentException(value.GetType().Name),
    };

    private static string SpellText(string text, Random random) => "\"" + string.Concat(text.Select(unit =>
        unit < ' ' || unit is '"' or '\\' || char.IsSurrogate(unit) || random.Next(3) == 0 ? $"\\u{(int)unit:X4}" : unit.ToString())) + "\"";

    private static string Canonical(string json)
    {
        var writer = new CanonicalWriter();
        writer.Json(Encoding.UTF8.GetBytes(json));
        return Encoding.UTF8.GetString(writer.Written);
    }

    private static string Printed(double value)
    {
        var writer = new CanonicalWriter();
        writer.Number(value);
        return Encoding.UTF8.GetString(writer.Written);
    }
}

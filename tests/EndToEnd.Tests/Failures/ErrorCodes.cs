using System.Text.Json;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.EndToEnd.Tests.Failures;

/// <summary>Every code of the Cloud API's table through hub and simulator: how the message ends, what is on record, and what a person reads.</summary>
public sealed class ErrorCodes(RefusingMeta meta) : IClassFixture<RefusingMeta>
{
    // By class: transient and waiting ones, and those that close the whole channel, are tried again by the hub.
    private static readonly int[] Waits =
    [
        2, 4, 613, 80007, 80008, 130429, 131016, 131048, 131049, 131056, 131057, 131064, 131208, 132015, 132069, 133000, 133004, 133015, 133016,
        134101, 139102, 139103, 2494100,
        0, 3, 10, 33, 190, 200, 299, 368, 131005, 131031, 131037, 131042, 131045, 133005, 133006, 133008, 133009, 133010,
    ];

    private static readonly int[] Fails =
    [
        100, 506, 130472, 130497, 131008, 131009, 131014, 131020, 131021, 131026, 131030, 131035, 131036, 131041, 131044, 131047, 131050, 131051,
        131052, 131053, 131055, 131059, 131060, 131062, 131063, 131201, 131215, 132000, 132001, 132005, 132007, 132008, 132012, 132016, 132018,
        132068, 134011, 134100, 134102, 135000, 136025, 137000, 138000, 138018, 139000, 139004, 139100, 139101, 147001, 2388040, 2388293, 2593107,
        987654,
    ];

    // Tried three times, then for good.
    private static readonly int[] AtLast = [1, 131000];

    private static readonly int[] ToldLater = [131026, 131047, 131049, 131051, 131053, 130472, 131000];

    internal static List<Refused> Asked { get; } =
    [
        .. Waits.Select(code => new Refused(code, Fate.Waits)),
        .. Fails.Concat(AtLast).Select(code => new Refused(code, Fate.Fails)),
        .. ToldLater.Select(code => new Refused(code, Fate.Fails, Later: true)),
        new Refused(Code: null, Fate.Settles),
    ];

    public static TheoryData<string> Codes => [.. Asked.Select(refused => refused.ToString())];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_ends_as_its_rule_says_and_is_on_record_and_in_words(string what)
    {
        var refused = Asked.Single(one => one.ToString() == what);

        var told = meta.Of(refused);

        told.Events.Count(type => type == "outbound_requested").Should().Be(1);
        switch (refused.Fate)
        {
            case Fate.Fails:
                told.Codes[^1].Should().Be(("outbound_failed", refused.Code!.Value));
                told.Codes.Count(code => code.Type == "outbound_deferred").Should().Be(!refused.Later && AtLast.Contains(refused.Code.Value) ? 2 : 0);
                told.Outbound.GetProperty("mayRetry").GetBoolean().Should().BeTrue();
                HasWords(told.Outbound.GetProperty("error"), refused.Code.Value);
                break;
            case Fate.Waits:
                told.Events.Should().NotContain("outbound_failed");
                told.Outbound.GetProperty("mayRetry").GetBoolean().Should().BeFalse("the hub tries again by itself");
                if (told.Outbound.GetProperty("error") is { ValueKind: JsonValueKind.Object } error)
                {
                    // By the time it is looked at, the next try may have met something else.
                    HasWords(error, error.GetProperty("code").GetInt32());
                }

                break;
            default:
                told.Events.Count(type => type == "outbound_sending").Should().Be(1, "what may have arrived is never sent again by itself");
                break;
        }
    }

    [Fact]
    public void Outside_the_window_a_person_is_told_to_send_a_template() =>
        meta.Of(new Refused(131047, Fate.Fails)).Outbound.GetProperty("error").GetProperty("remedy").GetString().Should().Be("useTemplate");

    private static void HasWords(JsonElement error, int code)
    {
        error.GetProperty("code").GetInt32().Should().Be(code);
        foreach (var language in new[] { "id", "en" })
        {
            using var file = JsonDocument.Parse(File.ReadAllText(Repository.Path("src", "Dashboard", "src", "texts", $"{language}.json")));
            var texts = file.RootElement.GetProperty("outbound");
            texts.GetProperty("error").GetProperty(error.GetProperty("meaning").GetString()!).GetString().Should().NotBeNullOrWhiteSpace();
            texts.GetProperty("remedy").GetProperty(error.GetProperty("remedy").GetString()!).GetString().Should().NotBeNullOrWhiteSpace();
        }
    }
}

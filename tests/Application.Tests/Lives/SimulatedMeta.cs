using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Application.Tests.Offices;

namespace Lawyers.Hub.Application.Tests.Lives;

/// <summary>What Meta took, and so what reaches a client.</summary>
/// <param name="Callback">Our message, by its <c>biz_opaque_callback_data</c>.</param>
/// <param name="To">Digits.</param>
/// <param name="Text">What the client reads; of a template its name.</param>
/// <param name="Message">As it was posted.</param>
internal sealed record TakenMessage(string Callback, string To, string Type, string Text, JsonElement Message, string Wamid, DateTimeOffset At);

/// <summary>
/// Meta behind a real sender. It keeps books of its own (who wrote when, which template may be sent), refuses as Meta does, fails by chance
/// in each of the ways there are, and for hours where it is told to.
/// </summary>
internal sealed class SimulatedMeta(ManualClock clock, Random chance) : HttpMessageHandler
{
    // The code and the HTTP status it comes with.
    private static readonly (int Code, int Status)[] Refusals =
    [
        (131000, 500), (131016, 503), (130429, 429), (131056, 400), (80007, 400), (131048, 400), (131049, 400), (131026, 400), (131053, 400),
        (100, 400), (131057, 500), (190, 401), (1, 400), (133016, 400), (999999, 400),
    ];

    private readonly Dictionary<string, DateTimeOffset> _wrote = [];
    private int _failures;

    public bool IsDown { get; set; }

    /// <summary>Share of requests that meet a fault by chance.</summary>
    public double FaultRate { get; init; } = 0.03;

    /// <summary>Templates by name, with the status that they have at Meta.</summary>
    public Dictionary<string, string> Templates { get; } = [];

    public List<TakenMessage> Taken { get; } = [];

    /// <summary>What should never have been asked of Meta.</summary>
    public List<string> Wrongs { get; } = [];

    public Action<TakenMessage> OnTaken { get; set; } = _ => { };

    public int Requests { get; private set; }

    public int Refused { get; private set; }

    public int Silent { get; private set; }

    public void Hears(string from, DateTimeOffset sentAt) =>
        _wrote[from] = _wrote.TryGetValue(from, out var before) && before > sentAt ? before : sentAt;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        using var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
        var message = body.RootElement.Clone();
        if (!message.TryGetProperty("type", out _))
        {
            return Answer(HttpStatusCode.OK, """{"success":true}"""); // a read receipt
        }

        return IsDown ? Down(message) : chance.NextDouble() < FaultRate ? Fails(message) : Takes(message);
    }

    private HttpResponseMessage Takes(JsonElement message)
    {
        var to = message.GetProperty("to").GetString()!.TrimStart('+');
        var type = message.GetProperty("type").GetString()!;
        if (type == "template")
        {
            var name = message.GetProperty("template").GetProperty("name").GetString()!;
            if (Templates.GetValueOrDefault(name) is var status && status != "APPROVED")
            {
                return Wrong($"the template {name} was sent while it was {status ?? "unknown"}", status == "PAUSED" ? 132015 : 132001);
            }
        }
        else if (!_wrote.TryGetValue(to, out var wrote) || clock.Now - wrote > TimeSpan.FromHours(24))
        {
            return Wrong($"{type} was sent outside the window", 131047);
        }

        var taken = Take(message);
        return Answer(HttpStatusCode.OK, $$"""{"messaging_product":"whatsapp","messages":[{"id":"{{taken.Wamid}}"}]}""");
    }

    private HttpResponseMessage Fails(JsonElement message)
    {
        switch (chance.Next(10))
        {
            case 0:
                return Silence(message, taken: true);
            case 1:
                return Silence(message, taken: false);
            case 2:
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            case 3:
                Silent++;
                Take(message); // passed on before the gateway broke
                return Answer(HttpStatusCode.BadGateway, "<html>Bad gateway</html>");
            default:
                var (code, status) = Refusals[chance.Next(Refusals.Length)];
                return Refuse(code, (HttpStatusCode)status);
        }
    }

    private HttpResponseMessage Down(JsonElement message) => (_failures++ % 20) switch
    {
        7 => Silence(message, taken: true),
        13 => Answer(HttpStatusCode.BadGateway, "<html>Bad gateway</html>"),
        var count when count % 2 == 0 => Refuse(131016, HttpStatusCode.ServiceUnavailable),
        _ => throw new HttpRequestException(HttpRequestError.ConnectionError),
    };

    private HttpResponseMessage Silence(JsonElement message, bool taken)
    {
        Silent++;
        if (taken)
        {
            Take(message);
        }

        throw new OperationCanceledException("No answer in time.");
    }

    private HttpResponseMessage Wrong(string what, int code)
    {
        Wrongs.Add(string.Create(CultureInfo.InvariantCulture, $"{clock.Now:O}: {what}"));
        return Refuse(code, HttpStatusCode.BadRequest);
    }

    private HttpResponseMessage Refuse(int code, HttpStatusCode status)
    {
        Refused++;
        return Answer(status, string.Create(
            CultureInfo.InvariantCulture, $$"""{"error":{"message":"(#{{code}}) refused","type":"OAuthException","code":{{code}} } }"""));
    }

    private TakenMessage Take(JsonElement message)
    {
        var type = message.GetProperty("type").GetString()!;
        var content = message.GetProperty(type);
        var taken = new TakenMessage(
            message.GetProperty("biz_opaque_callback_data").GetString()!, message.GetProperty("to").GetString()!.TrimStart('+'), type,
            type switch
            {
                "text" => content.GetProperty("body").GetString()!,
                "interactive" => content.GetProperty("body").GetProperty("text").GetString()!,
                "template" => content.GetProperty("name").GetString()!,
                _ => type,
            },
            message, string.Create(CultureInfo.InvariantCulture, $"wamid.OUT-{Taken.Count + 1}"), clock.Now);
        Taken.Add(taken);
        OnTaken(taken);
        return taken;
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}

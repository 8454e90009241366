using System.Net;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Application.Tests.Offices;

namespace Lawyers.Hub.Application.Tests.Outbound;

/// <summary>Meta behind a real sender: takes everything, until it is down and fails in each of the ways there are.</summary>
internal sealed class FailingMeta(ManualClock clock) : HttpMessageHandler
{
    private const string ServiceDown = """{"error":{"message":"(#131016) down","type":"OAuthException","code":131016,"fbtrace_id":"x"}}""";

    private int _failures;

    public bool IsDown { get; set; }

    /// <summary>Every request, whatever became of it.</summary>
    public int Requests { get; private set; }

    /// <summary>What really goes to a client, by its callback data.</summary>
    public List<(string Callback, DateTimeOffset At)> Taken { get; } = [];

    /// <summary>Taken while the answer was lost.</summary>
    public List<string> TakenInSilence { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        using var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
        var callback = body.RootElement.GetProperty("biz_opaque_callback_data").GetString()!;
        if (!IsDown)
        {
            Taken.Add((callback, clock.Now));
            return Answer(HttpStatusCode.OK, $$"""{"messages":[{"id":"{{WamidOf(callback)}}"}]}""");
        }

        return (_failures++ % 20) switch
        {
            7 => Silence(callback),
            13 => Answer(HttpStatusCode.BadGateway, "<html>Bad gateway</html>"),
            var count when count % 2 == 0 => Answer(HttpStatusCode.ServiceUnavailable, ServiceDown),
            _ => throw new HttpRequestException(HttpRequestError.ConnectionError),
        };
    }

    public static string WamidOf(string callback) => $"wamid.OUT-{callback}";

    private HttpResponseMessage Silence(string callback)
    {
        Taken.Add((callback, clock.Now));
        TakenInSilence.Add(callback);
        throw new OperationCanceledException("No answer in time.");
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}

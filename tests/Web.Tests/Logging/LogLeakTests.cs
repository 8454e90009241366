using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Web.Logging;
using Microsoft.Extensions.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Lawyers.Hub.Web.Tests.Logging;

public sealed class LogLeakTests
{
    [Theory]
    [InlineData("081234567890")]
    [InlineData("+62 812-3456-7890")]
    [InlineData("6281234567890")]
    public void A_telephone_number_keeps_its_country_and_operator_only(string number) =>
        Logged(log => log.Information("Message from {Sender}", $"client {number}")).Should().Contain("***").And.NotContain("34567890").And.NotContain("3456-7890");

    [Fact]
    public void Personal_data_is_never_printed() =>
        Logged(log => log.Information("{Name} {@Whole}", Personal.Of(new DataSubjectId(Guid.Empty), "Budi"), Personal.Of(new DataSubjectId(Guid.Empty), "Budi")))
            .Should().Contain("***").And.NotContain("Budi");

    [Fact]
    public void Identifiers_stay_whole()
    {
        var id = new Guid("0f6f0a3e-7d6c-4b53-9d0a-081234567890");

        Logged(log => log.Information("Matter {Matter}", id.ToString())).Should().Contain(id.ToString());
    }

    private static string Logged(Action<ILogger> write)
    {
        var sink = new Kept();
        using var log = LoggingParts.Configure(new ConfigurationBuilder().Build()).WriteTo.Sink(sink).CreateLogger();
        write(log);
        return sink.Line;
    }

    private sealed class Kept : ILogEventSink
    {
        public string Line { get; private set; } = "";

        public void Emit(LogEvent logEvent)
        {
            using var text = new StringWriter();
            new JsonFormatter(renderMessage: true).Format(logEvent, text);
            Line = text.ToString();
        }
    }
}

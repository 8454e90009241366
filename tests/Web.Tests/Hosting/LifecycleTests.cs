using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.EmbeddedPostgres;
using Lawyers.Hub.Web.Demo;
using Lawyers.Hub.Web.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;

namespace Lawyers.Hub.Web.Tests.Hosting;

public sealed class LifecycleTests
{
    [Fact]
    public void What_an_operator_can_mend_is_said_in_one_sentence()
    {
        Lifecycle.Sentence(new IOException("Failed to bind to address http://127.0.0.1:5080: address already in use.", new AddressInUseException("taken")))
            .Should().Contain("http://127.0.0.1:5080").And.Contain("ASPNETCORE_URLS");
        Lifecycle.Sentence(new EmbeddedPostgresException("PostgreSQL is missing.")).Should().Be("PostgreSQL is missing.");
        Lifecycle.Sentence(new SchemaMismatchException("Made by another version.")).Should().Be("Made by another version.");
        Lifecycle.Sentence(new InvalidOperationException("a bug")).Should().BeNull();
    }

    [Theory]
    [InlineData("garbage with a Passw0rd in it")]
    [InlineData("")]
    [InlineData("{}")]
    public async Task A_damaged_credentials_file_is_told_in_one_sentence_that_repeats_none_of_it(string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("hub-credentials-").FullName, "credentials.json");
        await File.WriteAllTextAsync(file, text);

        var damaged = (await FluentActions.Awaiting(() => DemoCredentials.Find(file, CancellationToken.None)).Should().ThrowAsync<SettingsException>()).Which;

        Lifecycle.Sentence(damaged).Should().Contain(file).And.NotContain("Passw0rd");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Theory]
    [InlineData("WhatsApp:VerifyToken", "WhatsApp__AppSecret")]
    [InlineData("WhatsApp:AppSecret", "WhatsApp__VerifyToken")]
    public void Outside_the_demo_the_platforms_secrets_are_required(string given, string missing)
    {
        var read = () => Settings((given, "x"));

        read.Should().Throw<SettingsException>().WithMessage($"*{missing}*");
    }

    [Fact]
    public void An_unknown_role_is_named()
    {
        var read = () => Settings(("Hub:Demo", "true"), ("Hub:Roles", "gateway,cook"));

        read.Should().Throw<SettingsException>().WithMessage("*'cook'*");
    }

    [Theory]
    [InlineData("kafka", null, "'kafka'")]
    [InlineData("rabbitmq", null, "Bus__RabbitMq__Uri")]
    [InlineData("rabbitmq", "http://hub:Passw0rd@broker/", "Bus__RabbitMq__Uri")]
    public void An_unknown_bus_is_named_and_a_wrong_address_of_the_broker_is_not_repeated(string bus, string? uri, string told)
    {
        var read = () => Settings(("Hub:Demo", "true"), ("Hub:Bus", bus), ("Bus:RabbitMq:Uri", uri!));

        read.Should().Throw<SettingsException>().WithMessage($"*{told}*").Which.Message.Should().NotContain("Passw0rd");
    }

    [Fact]
    public void Without_a_choice_one_process_runs_every_part() =>
        Settings(("Hub:Demo", "true")).Roles.Should().BeEquivalentTo([HubRole.Gateway, HubRole.Worker, HubRole.Dashboard]);

    private static HubSettings Settings(params (string Key, string Value)[] settings) => HubSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}

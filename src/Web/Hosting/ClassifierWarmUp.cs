using Lawyers.Hub.Application.Assist;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>Lets the classifier learn while the host comes up, so that the first client does not wait for it.</summary>
internal sealed class ClassifierWarmUp(IMessageClassifier classifier) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => classifier.Classify(["selamat pagi"]), stoppingToken);
}

using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Infrastructure.Bus;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

public static class WhatsAppRegistration
{
    /// <summary>
    /// Both directions of WhatsApp: the door for webhooks with the catalogue of channels, and the client of the Graph API. What was taken at
    /// the door is read where <c>Hub:Roles</c> names the worker.
    /// </summary>
    public static IServiceCollection AddWhatsApp(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CrossTenantReading>();
        services.AddSingleton(WhatsAppOptions.From(configuration));
        services.AddSingleton<PostgresChannelCatalog>();
        services.AddSingleton<IChannelCatalog>(provider => provider.GetRequiredService<PostgresChannelCatalog>());
        services.AddHostedService<ChannelRefresh>();

        services.AddSingleton<WebhookMetrics>();
        services.AddSingleton<WebhookAuthenticity>();
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<PersonLanes>();
        services.AddSingleton<WebhookPacker>();
        services.AddSingleton<ChannelLimits>();
        services.AddSingleton<WebhookInbox>();
        services.AddSingleton<ArrivalWakeUp>();
        services.AddHostedService(provider => provider.GetRequiredService<ArrivalWakeUp>());
        services.AddReceivingFirst().AddSingleton<DeliveryReader>();
        if (BusRegistration.IsWorker(configuration))
        {
            services.AddHostedService(provider => provider.GetRequiredService<DeliveryReader>());
        }

        services.AddSingleton<IRetryDeadLetter, WebhookDeadLetters>();
        services.AddSingleton<IQuarantine, Quarantine>();
        services.AddSingleton<QuarantineRelease>();
        services.AddHostedService(provider => provider.GetRequiredService<QuarantineRelease>());
        services.AddHostedService<PayloadSweep>();

        services.AddSingleton<GraphApiResilience>();
        services.AddSingleton<IWhatsAppSender>(provider => ActivatorUtilities.CreateInstance<GraphApiSender>(provider, GraphApiSender.Connect()));
        services.AddSingleton<ReadReceipts>();
        services.AddSingleton<IReadReceipts>(provider => provider.GetRequiredService<ReadReceipts>());
        services.AddHostedService(provider => provider.GetRequiredService<ReadReceipts>());
        services.AddSingleton<IWhatsAppTemplates>(
            provider => ActivatorUtilities.CreateInstance<GraphApiTemplates>(provider, GraphApiSender.Connect()));
        return services;
    }
}

using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Infrastructure.WhatsApp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Infrastructure.Media;

public static class MediaRegistration
{
    /// <summary>Sealed files, who looks at them, and the way to Meta.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration, bool isDemo)
    {
        var options = MediaOptions.From(configuration, isDemo);
        services.AddSingleton<IMediaStore>(new FileMediaStore(options.Folder));
        services.AddSingleton<IMediaVault, SealedMediaVault>();
        services.AddSingleton<IMediaScanner>(options.Scanner == "none" ? new NoScanner() : new ClamdScanner(options.ClamdHost, options.ClamdPort));
        services.AddSingleton<IMediaLinkKey, FirmLinkKey>();
        services.AddSingleton<IWhatsAppMedia>(provider => ActivatorUtilities.CreateInstance<GraphApiMedia>(provider, GraphApiSender.Connect()));
        return services;
    }
}

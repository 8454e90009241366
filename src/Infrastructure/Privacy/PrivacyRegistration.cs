using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Infrastructure.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lawyers.Hub.Infrastructure.Privacy;

public static class PrivacyRegistration
{
    /// <summary>The key ring and the vaults. The master key lies in <c>Hub:DataDirectory</c>, apart from the database.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        var data = configuration["Hub:DataDirectory"] ?? Path.Combine("artifacts", "data");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CrossTenantReading>();
        services.AddSingleton<IMasterKeys>(new SealedFileMasterKeys(Path.GetFullPath(Path.Combine(data, "keys", "master.key"))));
        services.AddSingleton<FirmKeyRing>();
        services.AddSingleton<SubjectKeyRing>();
        services.AddSingleton<ISubjectKeyRing>(provider => provider.GetRequiredService<SubjectKeyRing>());
        services.AddSingleton<SubjectErasure>();
        services.AddSingleton<IPersonalPurge, PersonalPurge>();
        services.AddSingleton<IContentVault, PostgresContentVault>();
        services.AddSingleton<PostgresIdentityVault>();
        services.AddSingleton<IIdentityVault>(provider => provider.GetRequiredService<PostgresIdentityVault>());
        services.AddSingleton<ContentSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<ContentSweep>());
        return services;
    }
}

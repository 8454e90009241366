using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Infrastructure.Assist;
using Lawyers.Hub.Infrastructure.Assist.Masking;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>Assist: what it reads with.</summary>
internal static class AssistParts
{
    public static IServiceCollection AddAssist(this IServiceCollection services) => services
        .AddSingleton<IMessageClassifier, BuiltInClassifier>()
        .AddHostedService<ClassifierWarmUp>()
        .AddSingleton<IMasker, Masker>();
}

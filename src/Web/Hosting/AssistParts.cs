using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Infrastructure.Assist;
using Lawyers.Hub.Infrastructure.Assist.Masking;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>Assist: what it reads with, and the one desk that it can put something on.</summary>
internal static class AssistParts
{
    public static IServiceCollection AddAssist(this IServiceCollection services) => services
        .AddSingleton<IMessageClassifier, BuiltInClassifier>()
        .AddHostedService<ClassifierWarmUp>()
        .AddSingleton<IMasker, Masker>()
        .AddSingleton<ClientWords>()
        .AddSingleton<SuggestionDesk>()
        .AddSingleton<SuggestionReading>();
}

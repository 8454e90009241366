using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Growth;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Infrastructure.Growth;
using Lawyers.Hub.Infrastructure.Intakes;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>The intake engine: where definitions come from and what an answer's meaning depends on.</summary>
internal static class IntakeParts
{
    public static IServiceCollection AddIntakes(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<IDefinitionReader, DefinitionReader>()
        .AddSingleton<IPracticePacks, PracticePacks>()
        .AddSingleton<IGrowthFiles, GrowthFiles>()
        .AddSingleton<GrowthLibrary>()
        .AddSingleton<IDefinitions, DefinitionCatalog>()
        .AddSingleton<IReadingContexts, ReadingContexts>()
        .AddSingleton(_ => RegionFile.Read())
        .AddSingleton<IBatchingTerms>(new SameForEveryFirm(Batching.Default with
        {
            Window = configuration.GetValue("Intake:BatchingWindow", Batching.Default.Window),
        }));
}

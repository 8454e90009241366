using Lawyers.Hub.Application.Consents;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Outbound;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>What the dialogue with a client is made of, and the words that leave.</summary>
internal static class DialogueParts
{
    public static IServiceCollection AddDialogue(this IServiceCollection services) => services
        .AddSingleton<IEventReader>(provider => provider.GetRequiredService<IEventStore>())
        .AddSingleton<ScriptedMessages>()
        .AddSingleton<DraftTexts>()
        .AddSingleton<ConsentTurn>()
        .AddSingleton<IntakeTurn>()
        .AddSingleton<IntakeWording>();
}

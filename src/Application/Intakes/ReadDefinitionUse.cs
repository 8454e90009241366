using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Intakes;

/// <summary>Where clients leave a version of a definition, and how long they take over its questions.</summary>
/// <param name="Version">The newest published one by default.</param>
public sealed record ReadDefinitionUse(Caller Caller, string Key, int? Version) : IRequest<Result<DefinitionUse>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.ReadMetadata;
}

/// <param name="Sessions">How many were counted: the latest ones, at most <paramref name="Most"/>.</param>
/// <param name="Running">Of those, whose client may still answer.</param>
/// <param name="Questions">In the order of the definition; a word of information asks nothing and is left out.</param>
public sealed record DefinitionUse(string Key, int Version, int Sessions, int Running, int Most, IReadOnlyList<QuestionUse> Questions);

/// <param name="Asked">Sessions that came to it.</param>
/// <param name="Left">Sessions that ended at it without an answer.</param>
/// <param name="Waiting">Sessions that stand at it now.</param>
/// <param name="Rejected">Answers that could not be taken.</param>
/// <param name="MedianSeconds">From the question to its answer; none without answers.</param>
public sealed record QuestionUse(string Question, Bilingual Text, int Asked, int Answered, int Left, int Waiting, int Rejected, double? MedianSeconds);

internal sealed class ReadDefinitionUseHandler(IViews views, IEventStore events, IDefinitions definitions)
    : IRequestHandler<ReadDefinitionUse, Result<DefinitionUse>>
{
    private const int MostSessions = 1_000;
    private const int PageSize = 200;

    public async Task<Result<DefinitionUse>> Handle(ReadDefinitionUse request, CancellationToken cancellationToken)
    {
        var (tenant, key) = (request.Caller.Tenant, request.Key);
        var stored = await events.Present(DefinitionStream.Of(tenant, key), IntakeDefinition.Decider, cancellationToken);
        if (stored.Published.IsEmpty || (request.Version ?? stored.Published.Keys.Last()) is var version && !stored.Published.ContainsKey(version))
        {
            return DefinitionRefusals.NoSuchVersion;
        }

        var courses = await Latest(tenant, IntakeCourseProjection.EnteredTag(key, version), cancellationToken);
        var definition = await definitions.Pinned(tenant, new PinnedDefinition(key, version), cancellationToken);
        return new DefinitionUse(
            key, version, courses.Count, courses.Count(course => course.IsRunning), MostSessions,
            [.. definition.Questions.Where(question => question.TakesAnswer).Select(question => Use(question, key, version, courses))]);
    }

    private static QuestionUse Use(Question question, string key, int version, IReadOnlyList<IntakeCourse> courses)
    {
        var steps = courses
            .SelectMany(course => course.Steps.Select(step => (step, course.IsRunning)))
            .Where(pair => pair.step.Question == question.Id && pair.step.Definition == key && pair.step.Version == version)
            .ToArray();
        double[] seconds = [.. steps.Select(pair => pair.step.AnsweredAt - pair.step.AskedAt).OfType<TimeSpan>().Select(took => took.TotalSeconds).Order()];
        return new QuestionUse(
            question.Id, question.Text, steps.Length, seconds.Length,
            steps.Count(pair => pair.step.AnsweredAt is null && !pair.IsRunning),
            steps.Count(pair => pair.step.AnsweredAt is null && pair.IsRunning),
            steps.Sum(pair => pair.step.Rejected),
            seconds.Length == 0 ? null : (seconds[(seconds.Length - 1) / 2] + seconds[seconds.Length / 2]) / 2);
    }

    private async Task<IReadOnlyList<IntakeCourse>> Latest(TenantId tenant, string tag, CancellationToken cancellationToken)
    {
        var courses = new List<IntakeCourse>();
        string? after = null;
        do
        {
            var page = await views.List<IntakeCourse>(tenant, [tag], new PageRequest(after, PageSize, Descending: true), cancellationToken);
            courses.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null && courses.Count < MostSessions);

        return courses;
    }
}

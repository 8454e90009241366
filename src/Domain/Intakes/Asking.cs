namespace Lawyers.Hub.Domain.Intakes;

internal static class Asking
{
    public static QuestionAsked For(Session session, PathStep step, int position, int attempt, AskedBecause because) => new(
        session.Id, session.Client, session.Conversation, step.Definition, step.Version, step.Question, step.Type, position, attempt, because, session.Language);

    /// <summary>The waiting question once more.</summary>
    public static QuestionAsked Again(Session session, int pending, AskedBecause because) =>
        For(session, session.Path[pending], pending, because == AskedBecause.Rejected ? session.Attempt + 1 : session.Attempt, because);
}

using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Intakes;

/// <summary>The key that an intake's answers are sealed under: its own, so that an intake which came to nothing can be destroyed alone.</summary>
public static class IntakeKey
{
    public static DataSubjectId Of(IntakeId intake) => new(intake.Value);
}

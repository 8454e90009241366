using FluentValidation;

namespace Lawyers.Hub.Application.Intakes;

internal static class SourceRules
{
    private const int Longest = 256 * 1024;

    /// <summary>A definition's source, whatever is then done with it.</summary>
    public static void Source<T>(this IRuleBuilder<T, string> source) => source
        .NotEmpty().WithMessage("The source is empty.")
        .MaximumLength(Longest).WithMessage("A definition has at most 256 KiB.");
}

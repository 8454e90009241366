using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Application.Bus;

/// <summary>Where nobody waits for an answer, a refusal is either worth another attempt (a conflict) or the end of this message.</summary>
public static class Retrying
{
    /// <exception cref="UnprocessableException">A rule says no; another attempt would hear the same.</exception>
    /// <exception cref="RefusedException">Somebody else wrote first, again and again; a later attempt may pass.</exception>
    public static T OrThrow<T>(this Result<T> result) => result switch
    {
        { IsRefused: false } => result.Value,
        { Refusal.Kind: RefusalKind.Conflict } => throw new RefusedException(result.Refusal),
        _ => throw new UnprocessableException($"{result.Refusal.Code}: {result.Refusal.Message}"),
    };
}

namespace Lawyers.Hub.Domain.Intakes.Expressions;

public enum ExpressionProblem
{
    UnknownCharacter,
    UnclosedString,
    Unexpected,
    UnknownFunction,
    WrongArgumentCount,
    TooDeep,
    TooLong,
}

/// <summary>Why a text is no expression, and where.</summary>
/// <param name="Position">1 is the first character.</param>
public sealed record ExpressionFault(ExpressionProblem Problem, int Position, string Reason)
{
    public override string ToString() => $"{Reason} (at character {Position})";
}

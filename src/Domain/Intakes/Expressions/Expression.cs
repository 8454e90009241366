using System.Diagnostics;
using System.Globalization;

namespace Lawyers.Hub.Domain.Intakes.Expressions;

public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// <summary>A condition of a definition as a tree. Printing and parsing again gives the same tree.</summary>
public abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>Every question or derived id that the expression names.</summary>
    public IEnumerable<string> Variables => this switch
    {
        Variable e => [e.Name],
        Literal => [],
        ListOf e => e.Items.SelectMany(item => item.Variables),
        Not e => e.Operand.Variables,
        And e => e.Left.Variables.Concat(e.Right.Variables),
        Or e => e.Left.Variables.Concat(e.Right.Variables),
        Compare e => e.Left.Variables.Concat(e.Right.Variables),
        In e => e.Item.Variables.Concat(e.List.Variables),
        Call e => e.Arguments.SelectMany(argument => argument.Variables),
        _ => throw new UnreachableException(GetType().Name),
    };

    private int Strength => this switch
    {
        Or => 0,
        And => 1,
        Not => 2,
        Compare or In => 3,
        _ => 4,
    };

    public sealed override string ToString() => this switch
    {
        Literal { Value: Term.Null } => "null",
        Literal { Value: Term.Truth t } => t.Value ? "true" : "false",
        Literal { Value: Term.Number n } => n.Value.ToString(CultureInfo.InvariantCulture),
        Literal { Value: Term.Word w } => $"'{w.Value.Replace("'", "''", StringComparison.Ordinal)}'",
        Variable e => e.Name,
        ListOf e => $"[{string.Join(", ", e.Items)}]",
        Not e => $"not {Within(e.Operand, 2)}",
        And e => $"{Within(e.Left, 1)} and {Within(e.Right, 2)}",
        Or e => $"{Within(e.Left, 0)} or {Within(e.Right, 1)}",
        Compare e => $"{Within(e.Left, 4)} {Sign(e.Operator)} {Within(e.Right, 4)}",
        In e => $"{Within(e.Item, 4)} in {Within(e.List, 4)}",
        Call e => $"{e.Function}({string.Join(", ", e.Arguments)})",
        _ => throw new UnreachableException(GetType().Name),
    };

    private static string Within(Expression inner, int least) => inner.Strength < least ? $"({inner})" : inner.ToString();

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "==",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.Greater => ">",
        Comparison.AtLeast => ">=",
    };

    public sealed record Literal(Term Value) : Expression;

    public sealed record Variable(string Name) : Expression;

    public sealed record ListOf(IReadOnlyList<Expression> Items) : Expression
    {
        public bool Equals(ListOf? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Aggregate(19, HashCode.Combine);
    }

    public sealed record Not(Expression Operand) : Expression;

    public sealed record And(Expression Left, Expression Right) : Expression;

    public sealed record Or(Expression Left, Expression Right) : Expression;

    public sealed record Compare(Comparison Operator, Expression Left, Expression Right) : Expression;

    public sealed record In(Expression Item, Expression List) : Expression;

    public sealed record Call(string Function, IReadOnlyList<Expression> Arguments) : Expression
    {
        public bool Equals(Call? other) =>
            other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

        public override int GetHashCode() => Arguments.Aggregate(Function.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
    }
}

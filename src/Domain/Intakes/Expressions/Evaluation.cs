using System.Diagnostics;

namespace Lawyers.Hub.Domain.Intakes.Expressions;

/// <summary>
/// Computes an expression. A comparison with what is unanswered is false, whichever the operator; only the literal <c>null</c> asks
/// whether something is unanswered (<c>tbu == null</c>).
/// </summary>
public static class Evaluation
{
    public static bool Holds(this Expression expression, Func<string, Term> variables, LocalTime time) =>
        Of(expression, variables, time) is Term.Truth { Value: true };

    public static Term Of(Expression expression, Func<string, Term> variables, LocalTime time) => expression switch
    {
        Expression.Literal e => e.Value,
        Expression.Variable e => variables(e.Name),
        Expression.ListOf e => new Term.Many([.. e.Items.Select(item => Of(item, variables, time))]),
        Expression.Not e => Term.Of(!e.Operand.Holds(variables, time)),
        Expression.And e => Term.Of(e.Left.Holds(variables, time) && e.Right.Holds(variables, time)),
        Expression.Or e => Term.Of(e.Left.Holds(variables, time) || e.Right.Holds(variables, time)),
        Expression.Compare e => Term.Of(Compare(e, Of(e.Left, variables, time), Of(e.Right, variables, time))),
        Expression.In e => Term.Of(Contains(Of(e.List, variables, time), Of(e.Item, variables, time))),
        Expression.Call e => Functions.Apply(e.Function, [.. e.Arguments.Select(argument => Of(argument, variables, time))], time),
        _ => throw new UnreachableException(expression.GetType().Name),
    };

    private static bool Compare(Expression.Compare asked, Term left, Term right)
    {
        if (IsNullLiteral(asked.Left) || IsNullLiteral(asked.Right))
        {
            return asked.Operator switch
            {
                Comparison.Equal => left is Term.Null && right is Term.Null,
                Comparison.NotEqual => left is not Term.Null || right is not Term.Null,
                _ => false,
            };
        }

        if (left is Term.Null || right is Term.Null)
        {
            return false;
        }

        return asked.Operator switch
        {
            Comparison.Equal => left == right,
            Comparison.NotEqual => left != right,
            Comparison.Less => Order(left, right) < 0,
            Comparison.AtMost => Order(left, right) <= 0,
            Comparison.Greater => Order(left, right) > 0,
            Comparison.AtLeast => Order(left, right) >= 0,
        };
    }

    private static bool IsNullLiteral(Expression expression) => expression is Expression.Literal { Value: Term.Null };

    private static bool Contains(Term list, Term item) => item is not Term.Null && list is Term.Many many && many.Items.Contains(item);

    /// <summary><c>null</c> where the two have no order, and then no ordering comparison holds.</summary>
    private static int? Order(Term left, Term right) => (left, right) switch
    {
        (Term.Number a, Term.Number b) => a.Value.CompareTo(b.Value),
        (Term.Day a, Term.Day b) => a.Value.CompareTo(b.Value),
        (Term.Moment a, Term.Moment b) => a.Value.CompareTo(b.Value),
        (Term.Word a, Term.Word b) => string.CompareOrdinal(a.Value, b.Value),
        _ => null,
    };
}

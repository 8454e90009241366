using System.Diagnostics.CodeAnalysis;

namespace Lawyers.Hub.Domain.Intakes.Expressions;

/// <summary>
/// Reads the expression language by recursive descent: <c>or</c> binds weakest, then <c>and</c>, <c>not</c>, and one comparison or
/// <c>in</c>, which do not chain.
/// </summary>
public sealed class ExpressionParser
{
    private const int LongestText = 2_000;
    private const int DeepestNesting = 50;

    private static readonly string[] Reserved = ["and", "or", "not", "in", "true", "false", "null"];

    private readonly List<Token> _tokens = [];
    private int _next;
    private int _depth;
    private ExpressionFault? _fault;

    private ExpressionParser()
    {
    }

    private Token Next => _tokens[_next];

    public static bool TryParse(
        string text, [NotNullWhen(true)] out Expression? expression, [NotNullWhen(false)] out ExpressionFault? fault)
    {
        var parser = new ExpressionParser();
        expression = text.Length > LongestText
            ? parser.Fail(ExpressionProblem.TooLong, 1, $"An expression has at most {LongestText} characters")
            : parser.ReadAll(text);
        fault = parser._fault;
        return expression is not null;
    }

    private Expression? ReadAll(string text)
    {
        if (ExpressionLexer.Cut(text, _tokens) is { } fault)
        {
            _fault = fault;
            return null;
        }

        var expression = ReadOr();
        return expression is null || Next.Kind == TokenKind.End ? expression : Unexpected("the end");
    }

    private Expression? ReadOr()
    {
        var left = ReadAnd();
        while (left is not null && Take("or"))
        {
            left = ReadAnd() is { } right ? new Expression.Or(left, right) : null;
        }

        return left;
    }

    private Expression? ReadAnd()
    {
        var left = ReadNot();
        while (left is not null && Take("and"))
        {
            left = ReadNot() is { } right ? new Expression.And(left, right) : null;
        }

        return left;
    }

    private Expression? ReadNot() =>
        Next.Is("not")
            ? Nested(() => Take("not") && ReadNot() is { } operand ? new Expression.Not(operand) : null)
            : ReadComparison();

    private Expression? ReadComparison()
    {
        var left = ReadPrimary();
        if (left is null)
        {
            return null;
        }

        if (Take("in"))
        {
            return ReadPrimary() is { } list ? new Expression.In(left, list) : null;
        }

        if (ComparisonOf(Next) is not { } comparison)
        {
            return left;
        }

        _next++;
        return ReadPrimary() is { } right ? new Expression.Compare(comparison, left, right) : null;
    }

    private Expression? ReadPrimary()
    {
        var token = Next;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _next++;
                return new Expression.Literal(new Term.Number(token.Number));
            case TokenKind.Word:
                _next++;
                return new Expression.Literal(new Term.Word(token.Text));
            case TokenKind.Name when ConstantOf(token) is { } constant:
                _next++;
                return new Expression.Literal(constant);
            case TokenKind.Name when !Reserved.Contains(token.Text):
                _next++;
                return Next.Is("(") ? Nested(() => ReadCall(token)) : new Expression.Variable(token.Text);
            case TokenKind.Sign when token.Is("("):
                return Nested(() => Take("(") && ReadOr() is { } inner && Expect(")") ? inner : null);
            case TokenKind.Sign when token.Is("["):
                return Nested(() => ReadItems("[", "]") is { } items ? new Expression.ListOf(items) : null);
            default:
                return Unexpected("a value, a question's id or a parenthesis");
        }
    }

    private Expression.Call? ReadCall(Token name)
    {
        if (!Functions.Exists(name.Text))
        {
            Fail(ExpressionProblem.UnknownFunction, name.Position, $"There is no function '{name.Text}'");
            return null;
        }

        if (ReadItems("(", ")") is not { } arguments)
        {
            return null;
        }

        var expected = Functions.ArgumentsOf(name.Text);
        if (arguments.Count != expected)
        {
            Fail(ExpressionProblem.WrongArgumentCount, name.Position, $"'{name.Text}' takes {expected} argument(s), not {arguments.Count}");
            return null;
        }

        return new Expression.Call(name.Text, arguments);
    }

    private List<Expression>? ReadItems(string open, string close)
    {
        var items = new List<Expression>();
        Take(open);
        if (Take(close))
        {
            return items;
        }

        do
        {
            if (ReadOr() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (Take(","));

        return Expect(close) ? items : null;
    }

    private T? Nested<T>(Func<T?> read)
        where T : Expression
    {
        if (++_depth > DeepestNesting)
        {
            Fail(ExpressionProblem.TooDeep, Next.Position, $"Parentheses nest at most {DeepestNesting} deep");
            return null;
        }

        var expression = read();
        _depth--;
        return expression;
    }

    private bool Take(string text)
    {
        if (!Next.Is(text))
        {
            return false;
        }

        _next++;
        return true;
    }

    private bool Expect(string text) => Take(text) || Unexpected($"'{text}'") is not null;

    private Expression? Unexpected(string expected) =>
        Fail(ExpressionProblem.Unexpected, Next.Position, $"Expected {expected}, not {(Next.Kind == TokenKind.End ? Next.Text : $"'{Next.Text}'")}");

    private Expression? Fail(ExpressionProblem problem, int position, string reason)
    {
        _fault ??= new ExpressionFault(problem, position, reason);
        return null;
    }

    private static Comparison? ComparisonOf(Token token) => token.Kind != TokenKind.Sign ? null : token.Text switch
    {
        "==" => Comparison.Equal,
        "!=" => Comparison.NotEqual,
        "<" => Comparison.Less,
        "<=" => Comparison.AtMost,
        ">" => Comparison.Greater,
        ">=" => Comparison.AtLeast,
        _ => null,
    };

    private static Term? ConstantOf(Token token) => token.Text switch
    {
        "true" => Term.Of(true),
        "false" => Term.Of(false),
        "null" => Term.Nothing,
        _ => null,
    };
}

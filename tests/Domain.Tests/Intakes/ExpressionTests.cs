using FsCheck;
using FsCheck.Fluent;
using Lawyers.Hub.Domain.Intakes.Expressions;

namespace Lawyers.Hub.Domain.Tests.Intakes;

public class ExpressionTests
{
    private static readonly LocalTime Time = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(7));

    private static readonly Dictionary<string, Term> Answers = new()
    {
        ["proses"] = new Term.Word("gugatan"),
        ["tgl"] = new Term.Day(new DateOnly(2026, 11, 25)),
        ["lewat"] = new Term.Day(new DateOnly(2026, 11, 1)),
        ["lahir"] = new Term.Day(new DateOnly(2024, 3, 22)),
        ["panggilan"] = new Term.Moment(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero)),
        ["anak"] = new Term.Number(2),
        ["aman"] = Term.Of(false),
        ["sakit"] = new Term.Many([new Term.Word("diare"), new Term.Word("demam")]),
        ["kosong"] = new Term.Many([]),
    };

    [Theory]
    [InlineData("proses == 'gugatan' and days_until(tgl) <= 7", true)]
    [InlineData("proses == 'gugatan' and days_until(tgl) <= 3", false)]
    [InlineData("days_since(lewat) == 20", true)]
    [InlineData("days_until(lewat) == -20", true)]
    [InlineData("hours_until(panggilan) == 24", true)]
    [InlineData("hours_until(panggilan) > 24", false)]
    [InlineData("age_months(lahir) == 31", true)]
    [InlineData("has(sakit, 'diare')", true)]
    [InlineData("has(sakit, 'batuk')", false)]
    [InlineData("empty(kosong) and empty(tak_ada) and not empty(sakit)", true)]
    [InlineData("proses in ['belum', 'gugatan']", true)]
    [InlineData("not proses in ['belum', 'gugatan']", false)]
    [InlineData("aman == false", true)]
    [InlineData("anak > 0 or aman", true)]
    [InlineData("not aman == true", true)]
    [InlineData("false and false or true", true)]
    [InlineData("false and (false or true)", false)]
    [InlineData("anak >= 2 and anak <= 2.0", true)]
    [InlineData("anak > -3", true)]
    [InlineData("proses < 'h'", true)]
    [InlineData("proses > 3", false)]
    public void It_computes_what_it_says(string text, bool expected) => Parse(text).Holds(Variable, Time).Should().Be(expected);

    [Theory]
    [InlineData("tak_ada == 'x'")]
    [InlineData("tak_ada != 'x'")]
    [InlineData("tak_ada < 1")]
    [InlineData("tak_ada >= 1")]
    [InlineData("tak_ada == juga_tidak")]
    [InlineData("tak_ada != juga_tidak")]
    [InlineData("days_until(tak_ada) <= 7")]
    [InlineData("tak_ada in ['x']")]
    [InlineData("has(tak_ada, 'x')")]
    [InlineData("tak_ada")]
    public void A_comparison_with_what_is_unanswered_is_false(string text) => Parse(text).Holds(Variable, Time).Should().BeFalse();

    [Theory]
    [InlineData("tak_ada == null", true)]
    [InlineData("tak_ada != null", false)]
    [InlineData("anak == null", false)]
    [InlineData("anak != null", true)]
    [InlineData("tak_ada < null", false)]
    public void The_literal_null_asks_whether_something_is_unanswered(string text, bool expected) =>
        Parse(text).Holds(Variable, Time).Should().Be(expected);

    [Theory]
    [InlineData("", ExpressionProblem.Unexpected, 1)]
    [InlineData("a ==", ExpressionProblem.Unexpected, 5)]
    [InlineData("a == 'x", ExpressionProblem.UnclosedString, 6)]
    [InlineData("a = 1", ExpressionProblem.UnknownCharacter, 3)]
    [InlineData("a == 1; b", ExpressionProblem.UnknownCharacter, 7)]
    [InlineData("a < b < c", ExpressionProblem.Unexpected, 7)]
    [InlineData("system('x')", ExpressionProblem.UnknownFunction, 1)]
    [InlineData("days_until(a, b)", ExpressionProblem.WrongArgumentCount, 1)]
    [InlineData("has(a", ExpressionProblem.Unexpected, 6)]
    [InlineData("(a", ExpressionProblem.Unexpected, 3)]
    [InlineData("a b", ExpressionProblem.Unexpected, 3)]
    [InlineData("and", ExpressionProblem.Unexpected, 1)]
    [InlineData("[1, 2", ExpressionProblem.Unexpected, 6)]
    [InlineData("a == 1.", ExpressionProblem.UnknownCharacter, 6)]
    public void A_text_that_is_none_is_refused_with_its_place(string text, ExpressionProblem problem, int position)
    {
        ExpressionParser.TryParse(text, out _, out var fault).Should().BeFalse();
        fault!.Problem.Should().Be(problem);
        fault.Position.Should().Be(position);
    }

    [Fact]
    public void Nesting_and_length_have_an_end()
    {
        Problem(new string('(', 60) + "a" + new string(')', 60)).Should().Be(ExpressionProblem.TooDeep);
        Problem(string.Concat(Enumerable.Repeat("not ", 60)) + "a").Should().Be(ExpressionProblem.TooDeep);
        Problem(string.Join(" and ", Enumerable.Repeat("a", 1000))).Should().Be(ExpressionProblem.TooLong);
        ExpressionParser.TryParse(new string('(', 40) + "a" + new string(')', 40), out _, out _).Should().BeTrue();

        static ExpressionProblem Problem(string text)
        {
            ExpressionParser.TryParse(text, out _, out var fault).Should().BeFalse();
            return fault!.Problem;
        }
    }

    [Fact]
    public void Printing_and_parsing_again_gives_the_same_tree() => Prop.ForAll(
        Expressions(4).ToArbitrary(), expression => Parse(expression.ToString()).Equals(expression)).QuickCheckThrowOnFailure();

    [Fact]
    public void Or_binds_weaker_than_and_and_not_reaches_over_a_comparison_alone() => Prop.ForAll(
        Expressions(2).Two().SelectMany(_ => Expressions(2), (two, third) => (A: two.Item1, B: two.Item2, C: third)).ToArbitrary(),
        e => Parse($"({e.A}) or ({e.B}) and ({e.C})").Equals(new Expression.Or(e.A, new Expression.And(e.B, e.C)))
            && Parse($"({e.A}) and ({e.B}) or ({e.C})").Equals(new Expression.Or(new Expression.And(e.A, e.B), e.C))
            && Parse($"not ({e.A}) == ({e.B})").Equals(new Expression.Not(new Expression.Compare(Comparison.Equal, e.A, e.B)))
            && Parse($"not ({e.A}) and ({e.B})").Equals(new Expression.And(new Expression.Not(e.A), e.B))).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_computed_it_never_throws_and_printing_changes_nothing() => Prop.ForAll(
        Expressions(4).ToArbitrary(),
        expression => Equals(Evaluation.Of(expression, Mixed, Time), Evaluation.Of(Parse(expression.ToString()), Mixed, Time))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_comparison_holds_with_what_is_unanswered_whatever_stands_on_the_other_side() => Prop.ForAll(
        Expressions(3).Where(e => e is not Expression.Literal { Value: Term.Null })
            .SelectMany(_ => Gen.Elements(Enum.GetValues<Comparison>()), (e, sign) => (Other: e, Sign: sign)).ToArbitrary(),
        pair => !new Expression.Compare(pair.Sign, new Expression.Variable("tak_ada"), pair.Other).Holds(Variable, Time)
            && !new Expression.Compare(pair.Sign, pair.Other, new Expression.Variable("tak_ada")).Holds(Variable, Time)
            && !new Expression.In(new Expression.Variable("tak_ada"), pair.Other).Holds(Variable, Time)).QuickCheckThrowOnFailure();

    [Fact]
    public void And_or_and_not_obey_de_morgan() => Prop.ForAll(
        Expressions(3).Two().ToArbitrary(),
        pair => new Expression.Not(new Expression.And(pair.Item1, pair.Item2)).Holds(Mixed, Time)
            == new Expression.Or(new Expression.Not(pair.Item1), new Expression.Not(pair.Item2)).Holds(Mixed, Time)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_the_parser_throw() => Prop.ForAll(
        Gen.Elements("a", "'x'", "1", "(", ")", "[", "]", ",", "==", "<", "and", "or", "not", "in", "null", "has", "empty", "'", "-", ".").ArrayOf().ToArbitrary(),
        parts => ExpressionParser.TryParse(string.Join(" ", parts), out var expression, out var fault) ? expression is not null : fault is not null)
        .QuickCheckThrowOnFailure();

    // Every kind of term under the names that random expressions use, and one that is unanswered.
    private static Term Mixed(string name) => name switch
    {
        "a" => new Term.Number(2),
        "tgl_phk" => new Term.Day(new DateOnly(2026, 11, 1)),
        _ => Term.Nothing,
    };

    private static Term Variable(string name) => Answers.GetValueOrDefault(name, Term.Nothing);

    private static Expression Parse(string text)
    {
        ExpressionParser.TryParse(text, out var expression, out var fault).Should().BeTrue(because: $"{text}: {fault}");
        return expression!;
    }

    private static Gen<Expression> Expressions(int depth)
    {
        var leaves = Gen.OneOf(
            Gen.Elements("a", "tgl_phk", "_x9").Select(name => (Expression)new Expression.Variable(name)),
            Gen.Elements("", "ya", "it's", "''", "a b").Select(word => (Expression)new Expression.Literal(new Term.Word(word))),
            Gen.Choose(-1000, 1000).Select(number => (Expression)new Expression.Literal(new Term.Number(number / 8m))),
            Gen.Elements(Term.Of(true), Term.Of(false), Term.Nothing).Select(constant => (Expression)new Expression.Literal(constant)));
        if (depth == 0)
        {
            return leaves;
        }

        var inner = Expressions(depth - 1);
        return Gen.OneOf(
            leaves,
            inner.Select(e => (Expression)new Expression.Not(e)),
            inner.Two().Select(e => (Expression)new Expression.And(e.Item1, e.Item2)),
            inner.Two().Select(e => (Expression)new Expression.Or(e.Item1, e.Item2)),
            inner.Two().SelectMany(_ => Gen.Elements(Enum.GetValues<Comparison>()), (e, sign) => (Expression)new Expression.Compare(sign, e.Item1, e.Item2)),
            inner.Two().Select(e => (Expression)new Expression.In(e.Item1, e.Item2)),
            inner.ArrayOf(2).Select(e => (Expression)new Expression.ListOf(e)),
            inner.Select(e => (Expression)new Expression.Call("days_until", [e])),
            inner.Two().Select(e => (Expression)new Expression.Call("has", [e.Item1, e.Item2])));
    }
}

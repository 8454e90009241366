namespace Lawyers.Hub.Domain.Outcomes;

/// <summary>An expected "no": a stable code for machines (<c>snake_case</c>) and a sentence a person can act on.</summary>
public sealed record Refusal(RefusalKind Kind, string Code, string Message)
{
    public static Refusal Invalid(string code, string message) => new(RefusalKind.Invalid, code, message);

    public static Refusal Unprocessable(string code, string message) => new(RefusalKind.Unprocessable, code, message);

    public static Refusal Forbidden(string code, string message) => new(RefusalKind.Forbidden, code, message);

    public static Refusal NotFound(string code, string message) => new(RefusalKind.NotFound, code, message);

    public static Refusal Rule(string code, string message) => new(RefusalKind.Rule, code, message);

    public static Refusal Locked(string code, string message) => new(RefusalKind.Locked, code, message);

    public static Refusal Gone(string code, string message) => new(RefusalKind.Gone, code, message);

    public static Refusal Conflict(string code, string message) => new(RefusalKind.Conflict, code, message);
}

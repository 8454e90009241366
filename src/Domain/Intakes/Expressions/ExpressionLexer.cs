using System.Globalization;

namespace Lawyers.Hub.Domain.Intakes.Expressions;

internal enum TokenKind
{
    Name,
    Number,
    Word,
    Sign,
    End,
}

/// <param name="Text">The name, the sign or the string's content.</param>
/// <param name="Position">1 is the first character.</param>
internal readonly record struct Token(TokenKind Kind, string Text, decimal Number, int Position)
{
    public bool Is(string text) => Kind is TokenKind.Sign or TokenKind.Name && Text == text;
}

/// <summary>Cuts a text into names, numbers, strings and signs.</summary>
internal static class ExpressionLexer
{
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ","];

    public static ExpressionFault? Cut(string text, List<Token> tokens)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (ReadToken(text, at, out var length) is not { } token)
            {
                return text[at] == '\''
                    ? new ExpressionFault(ExpressionProblem.UnclosedString, at + 1, "A string is not closed")
                    : new ExpressionFault(ExpressionProblem.UnknownCharacter, at + 1, $"'{text[at]}' means nothing here");
            }

            tokens.Add(token);
            at += length;
        }

        tokens.Add(new Token(TokenKind.End, "the end", 0, text.Length + 1));
        return null;
    }

    private static Token? ReadToken(string text, int at, out int length) =>
        ReadName(text, at, out length) ?? ReadNumber(text, at, out length) ?? ReadString(text, at, out length) ?? ReadSign(text, at, out length);

    private static Token? ReadName(string text, int at, out int length)
    {
        length = 0;
        if (!char.IsAsciiLetter(text[at]) && text[at] != '_')
        {
            return null;
        }

        while (at + length < text.Length && (char.IsAsciiLetterOrDigit(text[at + length]) || text[at + length] == '_'))
        {
            length++;
        }

        return new Token(TokenKind.Name, text.Substring(at, length), 0, at + 1);
    }

    private static Token? ReadNumber(string text, int at, out int length)
    {
        length = text[at] == '-' ? 1 : 0;
        var digits = 0;
        while (at + length < text.Length && (char.IsAsciiDigit(text[at + length]) || (text[at + length] == '.' && digits > 0)))
        {
            digits++;
            length++;
        }

        var cut = text.AsSpan(at, length);
        return digits > 0 && !cut.EndsWith(".")
            && decimal.TryParse(cut, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new Token(TokenKind.Number, cut.ToString(), number, at + 1)
            : null;
    }

    private static Token? ReadString(string text, int at, out int length)
    {
        length = 0;
        if (text[at] != '\'')
        {
            return null;
        }

        for (var end = at + 1; end < text.Length; end++)
        {
            if (text[end] != '\'')
            {
                continue;
            }

            if (end + 1 < text.Length && text[end + 1] == '\'')
            {
                end++; // a doubled quote stands for one
                continue;
            }

            length = end - at + 1;
            return new Token(TokenKind.Word, text[(at + 1)..end].Replace("''", "'", StringComparison.Ordinal), 0, at + 1);
        }

        return null;
    }

    private static Token? ReadSign(string text, int at, out int length)
    {
        var sign = Array.Find(Signs, candidate => string.CompareOrdinal(text, at, candidate, 0, candidate.Length) == 0);
        length = sign?.Length ?? 0;
        return sign is null ? null : new Token(TokenKind.Sign, sign, 0, at + 1);
    }
}

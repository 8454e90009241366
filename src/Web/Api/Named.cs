namespace Lawyers.Hub.Web.Api;

/// <summary>A value of an enumeration in a query, spelt as in the API's JSON (<c>?state=inProgress</c>): ASP.NET Core alone would want it spelt as in C#.</summary>
internal readonly record struct Named<T>(T Value)
    where T : struct, Enum
{
    public static bool TryParse(string? text, IFormatProvider? provider, out Named<T> named)
    {
        var known = Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]);
        named = new(value);
        return known;
    }
}

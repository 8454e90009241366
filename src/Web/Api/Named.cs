namespace Lawyers.Hub.Web.Api;

/// <summary>A value of an enumeration in a query, spelt as in the API's JSON (<c>?state=inProgress</c>): ASP.NET Core alone would want it spelt as in C#.</summary>
internal readonly record struct Named<T>(T Value)
    where T : struct, Enum
{
    public static bool TryParse(string? text, IFormatProvider? provider, out Named<T> named)
    {
        // By name only: Enum.TryParse would take numbers and lists too.
        var name = Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        named = name is null ? default : new(Enum.Parse<T>(name));
        return name is not null;
    }
}

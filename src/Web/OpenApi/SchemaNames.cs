namespace Lawyers.Hub.Web.OpenApi;

/// <summary>Names of schemas: the type's own, with those of its arguments before it: <c>TimeEntryViewPage</c>.</summary>
internal static class SchemaNames
{
    public static string Of(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsGenericType ? string.Concat(type.GetGenericArguments().Select(Of)) + name : name;
    }
}

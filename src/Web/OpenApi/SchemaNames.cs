namespace Lawyers.Hub.Web.OpenApi;

/// <summary>
/// Names of schemas: the type's own, with those of its arguments before it (<c>TimeEntryViewPage</c>); a body, which every room names for
/// itself, with its room's (<c>InvoiceApprovalBody</c>).
/// </summary>
internal static class SchemaNames
{
    public static string Of(Type type)
    {
        var name = type.Name.Split('`')[0];
        if (type.DeclaringType is { } room && name.EndsWith("Body", StringComparison.Ordinal))
        {
            name = room.Name.Replace("Endpoints", "", StringComparison.Ordinal) + name;
        }

        return type.IsGenericType ? string.Concat(type.GetGenericArguments().Select(Of)) + name : name;
    }
}

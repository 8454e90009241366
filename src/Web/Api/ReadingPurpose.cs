using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Web.Sessions;

namespace Lawyers.Hub.Web.Api;

/// <summary>Why a caller looks at a client's content, where the request says so: it stands beside the event of the reading.</summary>
internal static class ReadingPurpose
{
    public const string Header = "Reading-Purpose";
    private const int Longest = 200;

    public static Caller Of(HttpContext context)
    {
        var purpose = context.Request.Headers[Header].ToString().Trim();
        return context.User.ToCaller() with { Purpose = purpose.Length == 0 ? null : purpose[..Math.Min(purpose.Length, Longest)] };
    }
}

namespace Lawyers.Hub.Web.Sessions;

/// <summary>The ways to say who one is.</summary>
internal static class Schemes
{
    /// <summary>Chooses: a bearer token where the request carries one, else the session cookie.</summary>
    public const string Either = "Hub";
    public const string Cookie = "Session";
    public const string Bearer = "Token";
}

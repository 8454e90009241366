using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Application.Tenancy;

internal static class StaffRefusals
{
    /// <summary>Tokens act for integrations; some acts are a person's.</summary>
    public static readonly Refusal PersonNeeded = Refusal.Forbidden("person_needed", "Only a person who is signed in, or their own token, can do this.");
}

using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Consents;

public static class ConsentRefusals
{
    public static readonly Refusal NotAsked = Refusal.Rule("consent_not_asked", "Consent can only be answered after the notice was shown.");

    public static readonly Refusal NotGranted = Refusal.Rule("consent_not_granted", "There is no consent to withdraw.");
}

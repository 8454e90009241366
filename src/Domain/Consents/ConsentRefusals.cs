using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Consents;

public static class ConsentRefusals
{
    public static readonly Refusal NotAsked = Refusal.Rule("consent_not_asked", "Consent can only be answered after the notice was shown.");

    public static readonly Refusal FurtherNotAsked = Refusal.Rule(
        "further_consent_not_asked", "Nothing more than what was agreed to has been asked of the client.");

    public static readonly Refusal NotGranted = Refusal.Rule("consent_not_granted", "There is no consent to withdraw.");
}

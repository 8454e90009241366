using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>Ids are unique, and what belongs to a kind of definition is there and allowed.</summary>
internal static class IdentityChecks
{
    public static void Run(Definition definition, Findings findings)
    {
        Unique(definition, findings);
        OptionsUnique(definition, findings);
        if (definition.IsLegal && definition.Approver != Role.Lawyer)
        {
            findings.Add("approver_not_lawyer", "approver", null, "Free-text replies of a legal definition are approved by a lawyer and nobody else.");
        }

        if (definition.Number is null && definition.Kind != DefinitionKind.Router)
        {
            findings.Add("number_missing", "number", null, "Only a router does without a public number.");
        }

        if (definition.Consent.Purposes.Count == 0)
        {
            findings.Add("consent_missing", "consent", null, "No answer is stored without consent: name at least one purpose.");
        }

        if (definition.Session.LapseAfter <= TimeSpan.Zero || definition.Session.RemindAfter.Any(after => after >= definition.Session.LapseAfter))
        {
            findings.Add("session_times", "session", null, "A session lapses after some time, and reminders come before that.");
        }

        CheckFlags(definition, findings);
        CheckTicket(definition, findings);
    }

    private static void Unique(Definition definition, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (question, at) in definition.Questions.Select((question, at) => (question, at)))
        {
            Claim(question.Id, $"questions[{at}].id");
        }

        foreach (var (derivation, at) in definition.Derived.Select((derivation, at) => (derivation, at)))
        {
            Claim(derivation.Id, $"derive[{at}].id");
        }

        seen.Clear(); // flags have names of their own
        foreach (var (flag, at) in definition.Flags.Select((flag, at) => (flag, at)))
        {
            Claim(flag.Id, $"flags[{at}].id");
        }

        void Claim(string id, string path)
        {
            if (!seen.Add(id))
            {
                findings.Add("id_not_unique", path, id, $"'{id}' is used twice.");
            }
        }
    }

    private static void OptionsUnique(Definition definition, Findings findings)
    {
        foreach (var (question, at) in definition.Questions.Select((question, at) => (question, at)))
        {
            var values = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (option, row) in question.Options.Select((option, row) => (option, row)))
            {
                if (!values.Add(option.Value))
                {
                    findings.Add("id_not_unique", $"questions[{at}].options[{row}].value", question.Id, $"The option '{option.Value}' is there twice.");
                }
            }
        }
    }

    private static void CheckFlags(Definition definition, Findings findings)
    {
        foreach (var (flag, at) in definition.Flags.Select((flag, at) => (flag, at)))
        {
            if (flag.Notify.Count == 0)
            {
                findings.Add("flag_notifies_nobody", $"flags[{at}].notify", flag.Id, $"Somebody must hear of the flag '{flag.Id}'.");
            }
        }
    }

    private static void CheckTicket(Definition definition, Findings findings)
    {
        if (definition.Ticket is not { } ticket)
        {
            if (definition.Kind == DefinitionKind.Complaint)
            {
                findings.Add("ticket_missing", "ticket", null, "A complaint says through which states its ticket moves.");
            }

            return;
        }

        var named = ticket.Transitions.SelectMany(transition => new[] { transition.From, transition.To }).Append(ticket.Open).Concat(ticket.Templates.Keys)
            .Concat(ticket.Labels.Keys).Concat(ticket.Say.Keys);
        foreach (var state in named.Distinct().Where(state => !ticket.States.Contains(state)))
        {
            findings.Add("ticket_state_unknown", "ticket", null, $"'{state}' is not among the ticket's states.");
        }
    }
}

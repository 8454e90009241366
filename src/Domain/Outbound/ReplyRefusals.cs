using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Outbound;

public static class ReplyRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("reply_not_found", "There is no such reply in this firm.");

    public static readonly Refusal AlreadyProposed = Refusal.Rule("reply_already_proposed", "A reply of this id exists already with other words.");

    public static readonly Refusal AlreadyDecided = Refusal.Rule("reply_already_decided", "This reply has been decided already.");

    public static readonly Refusal Changed = Refusal.Rule(
        "reply_changed", "The words of this reply are not the ones you saw. Read it again, then approve it.");

    public static readonly Refusal Stale = Refusal.Rule(
        "reply_stale", "The client has written since this reply was proposed. Read the new message, then approve again.");

    public static readonly Refusal TemplateWordsFixed = Refusal.Rule(
        "reply_template_fixed", "The words of a template are Meta's to approve: reject this one and propose it anew with other values.");

    public static readonly Refusal QuotedUnknown = Refusal.Unprocessable(
        "reply_quote_unknown", "The message to quote is none of this conversation, or WhatsApp does not have it.");

    public static Refusal OtherTotal(int seen, int named) => Refusal.Unprocessable(
        "reply_total_differs", $"The total says {seen} replies and the list names {named}: nothing was approved. Look at the selection again.");

    public static Refusal Lint(IEnumerable<LintFinding> findings) => Refusal.Rule(
        "reply_blocked_by_lint", string.Join(" ", findings.Select(finding => $"{finding.Message} (“{finding.Excerpt}”)")));
}

using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Consents;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>What allowed each message to leave: the approval that caused it, or the published text it names. Whatever has neither is found.</summary>
internal sealed class TextWithoutLawyer : Judge
{
    private readonly Dictionary<Guid, (Guid Reply, Guid By)> _approvals = [];
    private readonly HashSet<string> _published = [];
    private long _approved;
    private long _scripts;
    private long _others;

    public override IReadOnlyList<string> Types => ["reply_approved", "definition_published", "notice_revised", "out_of_hours_notice_published", "outbound_requested"];

    public override void Take(StoredEvent stored)
    {
        var facts = Facts.Of(stored);
        switch (stored.Type)
        {
            case "reply_approved":
                _approvals[stored.EventId] = (facts.Id(nameof(ReplyApproved.Reply)) ?? Guid.Empty, facts.Id(nameof(ReplyApproved.By)) ?? Guid.Empty);
                break;
            case "definition_published":
                _published.Add(string.Create(
                    CultureInfo.InvariantCulture, $"definition:{facts.Text(nameof(DefinitionPublished.Key))}@{facts.Number(nameof(DefinitionPublished.Version))}"));
                break;
            case "notice_revised":
                _published.Add(string.Create(
                    CultureInfo.InvariantCulture, $"notice@{facts.Part(nameof(NoticeRevised.Notice)).Number(nameof(PrivacyNotice.Version))}"));
                break;
            case "out_of_hours_notice_published":
                _published.Add(string.Create(
                    CultureInfo.InvariantCulture, $"out_of_hours@{facts.Number(nameof(OutOfHoursNoticePublished.Version))}"));
                break;
            default:
                if (IsAsked(stored))
                {
                    Requested(stored, facts);
                }

                break;
        }
    }

    protected override (bool? Holds, IReadOnlyList<Figure> Figures) Conclude() =>
        (_others == 0, [new("messages", _approved + _scripts + _others), new("approved_by_lawyer", _approved), new("published_text", _scripts), new("others", _others)]);

    private void Requested(StoredEvent stored, Facts facts)
    {
        var basis = facts.Text(nameof(OutboundRequested.Basis)) ?? string.Empty;
        if (facts.Text(nameof(OutboundRequested.Kind)) == nameof(OutboundKind.Reply))
        {
            if (stored.Causation is { } cause && _approvals.TryGetValue(cause, out var approval)
                && basis == $"reply:{approval.Reply:D}" && facts.Id(nameof(OutboundRequested.ApprovedBy)) == approval.By)
            {
                _approved++;
                return;
            }
        }
        else if (_published.Contains(basis.Split('/')[0]))
        {
            _scripts++;
            return;
        }

        _others++;
        Find(Finding.Of("text_without_lawyer", stored, basis));
    }
}

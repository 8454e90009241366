using System.Globalization;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Consents;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>Every agreement with the event that holds the wording it was given to.</summary>
internal sealed class AgreedWording : Judge
{
    private readonly Dictionary<long, StoredEvent> _notices = [];
    private long _agreements;
    private long _missing;

    public override IReadOnlyList<string> Types => ["notice_revised", "consent_granted"];

    public override void Take(StoredEvent stored)
    {
        var facts = Facts.Of(stored);
        if (stored.Type == "notice_revised")
        {
            _notices[facts.Part(nameof(NoticeRevised.Notice)).Number(nameof(PrivacyNotice.Version))!.Value] = stored;
        }
        else if (IsAsked(stored))
        {
            Agreement(stored, facts.Number(nameof(ConsentGranted.NoticeVersion)) ?? 0, facts.Text(nameof(ConsentGranted.Language)) ?? string.Empty);
        }
    }

    protected override (bool? Holds, IReadOnlyList<Figure> Figures) Conclude() =>
        (_missing == 0, [new("agreements", _agreements), new("without_wording", _missing)]);

    private void Agreement(StoredEvent stored, long version, string language)
    {
        _agreements++;
        var because = new[] { $"v{version.ToString(CultureInfo.InvariantCulture)}", language };
        if (_notices.TryGetValue(version, out var notice))
        {
            Find(new Finding("agreed_wording", notice.StreamId, notice.StreamType, notice.Sequence, stored.OccurredAt, stored.Actor, null, because));
        }
        else
        {
            _missing++;
            Find(Finding.Of("wording_missing", stored, because));
        }
    }
}

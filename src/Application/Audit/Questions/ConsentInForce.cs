using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Consents;

namespace Lawyers.Hub.Application.Audit.Questions;

/// <summary>Every recorded answer against the consent of its moment.</summary>
internal sealed class ConsentInForce : Judge
{
    private readonly HashSet<string> _granted = [];
    private long _answers;
    private long _without;

    public override IReadOnlyList<string> Types => ["consent_granted", "consent_withdrawn", "intake_updated"];

    public override EventFilter Reads(EventFilter asked) => base.Reads(asked) with { Subject = asked.Subject };

    public override void Take(StoredEvent stored)
    {
        switch (stored.Type)
        {
            case "consent_granted":
                _granted.UnionWith(Facts.Of(stored).Texts(nameof(ConsentGranted.Purposes)));
                break;
            case "consent_withdrawn":
                _granted.ExceptWith(Facts.Of(stored).Texts(nameof(ConsentWithdrawn.Purposes)));
                break;
            default:
                Answer(stored);
                break;
        }
    }

    protected override (bool? Holds, IReadOnlyList<Figure> Figures) Conclude() =>
        (_without == 0, [new("answers", _answers), new("without_consent", _without)]);

    private void Answer(StoredEvent stored)
    {
        if (!IsAsked(stored))
        {
            return;
        }

        _answers++;
        if (!_granted.Contains(nameof(Purpose.Intake)))
        {
            _without++;
            Find(Finding.Of("answer_without_consent", stored));
        }
    }
}

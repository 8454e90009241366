using System.Collections.Immutable;
using System.Diagnostics;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Consents;

/// <summary>One client's explicit yes to named purposes, under one version of the notice. Silence grants nothing; nobody grants for a client.</summary>
public abstract record Consent
{
    // A client who wrote three times without answering has seen the question; silence is not pressed further.
    private const int MostFurtherAttempts = 3;

    public static readonly Decider<Consent, ConsentCommand, ConsentEvent> Decider = new(new NotAsked(), Decide, Evolve);

    private Consent()
    {
    }

    public virtual bool Covers(Purpose purpose) => false;

    /// <summary>Whether an interview's further question is not put again: it was answered with no, or asked often enough.</summary>
    public virtual bool IsClosedFor(IntakeId intake) => false;

    public static Result<ConsentEvent[]> Decide(Consent consent, ConsentCommand command) => (consent, command) switch
    {
        (Granted, ConsentCommand.Ask) => Record(),
        (_, ConsentCommand.Ask c) => Record(new ConsentAsked(
            c.Client, c.Conversation, c.Purposes, c.NoticeVersion, c.Language, consent is Asked asked ? asked.Attempt + 1 : 1)),
        (Asked a, ConsentCommand.Grant c) => Record(new ConsentGranted(a.Client, a.Conversation, a.Purposes, a.NoticeVersion, a.Language, c.Wamid)),
        (Refused r, ConsentCommand.Grant c) => Record(new ConsentGranted(
            r.Last.Client, r.Last.Conversation, r.Last.Purposes, r.Last.NoticeVersion, r.Last.Language, c.Wamid)),
        (Granted, ConsentCommand.Grant) => Record(), // a second press of the button
        (NotAsked or Withdrawn, ConsentCommand.Grant) => ConsentRefusals.NotAsked,
        (Asked a, ConsentCommand.Refuse c) => Record(new ConsentRefused(a.Client, a.Conversation, a.NoticeVersion, a.Language, c.Wamid)),
        (Refused, ConsentCommand.Refuse) => Record(),
        (NotAsked or Withdrawn, ConsentCommand.Refuse) => ConsentRefusals.NotAsked,
        (Granted g, ConsentCommand.Refuse c) => Withdraw(g, c.Wamid), // the "no" button of the same question, pressed later
        (Granted g, ConsentCommand.Withdraw c) => Withdraw(g, c.Wamid),
        (Withdrawn, ConsentCommand.Withdraw) => Record(),
        (NotAsked or Asked or Refused, ConsentCommand.Withdraw) => ConsentRefusals.NotGranted,
        (Granted g, ConsentCommand.AskFurther c) => AskFurther(g, c),
        (Granted { Further: { } f } g, ConsentCommand.GrantFurther c) => Record(new ConsentGranted(
            g.Client, g.Conversation, [.. g.Purposes.Union(f.Purposes).Order()], f.NoticeVersion, f.Language, c.Wamid)),
        (Granted { Further: { IsDeclined: false } f } g, ConsentCommand.DeclineFurther c) => Record(new FurtherConsentDeclined(
            g.Client, g.Conversation, f.For, f.Purposes, f.NoticeVersion, f.Language, c.Wamid)),
        (Granted { Further: not null }, ConsentCommand.DeclineFurther) => Record(),
        (_, ConsentCommand.AskFurther) => ConsentRefusals.NotGranted, // the question of the notice comes first
        (_, ConsentCommand.GrantFurther or ConsentCommand.DeclineFurther) => ConsentRefusals.FurtherNotAsked,
        _ => throw new UnreachableException($"{command.GetType().Name} on {consent.GetType().Name}"),
    };

    public static Consent Evolve(Consent consent, ConsentEvent @event) => (consent, @event) switch
    {
        (_, ConsentAsked e) => new Asked(e.Client, e.Conversation, [.. e.Purposes], e.NoticeVersion, e.Language, e.Attempt),
        (_, ConsentGranted e) => new Granted(e.Client, e.Conversation, [.. e.Purposes], e.NoticeVersion, e.Language, e.Wamid),
        (Asked a, ConsentRefused) => new Refused(a),
        (_, ConsentWithdrawn) => new Withdrawn(),
        (Granted g, FurtherConsentAsked e) =>
            g with { Further = new FurtherQuestion(e.For, [.. e.Purposes], e.NoticeVersion, e.Language, e.Attempt, IsDeclined: false) },
        (Granted { Further: { } f } g, FurtherConsentDeclined) => g with { Further = f with { IsDeclined = true } },
        _ => throw new UnreachableException($"{@event.GetType().Name} after {consent.GetType().Name}"),
    };

    private static Result<ConsentEvent[]> AskFurther(Granted granted, ConsentCommand.AskFurther command)
    {
        Purpose[] missing = [.. command.Purposes.Where(purpose => !granted.Covers(purpose))];
        var before = granted.Further?.For == command.For ? granted.Further : null;
        return missing.Length == 0 || granted.IsClosedFor(command.For)
            ? Record()
            : Record(new FurtherConsentAsked(
                granted.Client, granted.Conversation, command.For, missing, command.NoticeVersion, command.Language, (before?.Attempt ?? 0) + 1));
    }

    private static Result<ConsentEvent[]> Withdraw(Granted granted, BlindIndex wamid) =>
        Record(new ConsentWithdrawn(
            granted.Client, granted.Conversation, [.. granted.Purposes.Order()], granted.NoticeVersion, granted.Language, wamid));

    private static Result<ConsentEvent[]> Record(params ConsentEvent[] events) => events;

    public sealed record NotAsked : Consent;

    public sealed record Asked(
        DataSubjectId Client, ConversationId Conversation, ImmutableArray<Purpose> Purposes, int NoticeVersion, string Language, int Attempt) : Consent;

    public sealed record Refused(Asked Last) : Consent;

    public sealed record Granted(
        DataSubjectId Client, ConversationId Conversation, ImmutableHashSet<Purpose> Purposes, int NoticeVersion, string Language, BlindIndex Wamid)
        : Consent
    {
        /// <summary>What more was asked last, and is not agreed to.</summary>
        public FurtherQuestion? Further { get; init; }

        public override bool Covers(Purpose purpose) => Purposes.Contains(purpose);

        public override bool IsClosedFor(IntakeId intake) =>
            Further is { } further && further.For == intake && (further.IsDeclined || further.Attempt >= MostFurtherAttempts);
    }

    public sealed record FurtherQuestion(
        IntakeId For, ImmutableArray<Purpose> Purposes, int NoticeVersion, string Language, int Attempt, bool IsDeclined);

    public sealed record Withdrawn : Consent;
}

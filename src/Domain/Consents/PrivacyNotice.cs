using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Consents;

/// <summary>The versioned text shown before consent. The wording is part of the proof, so every revision is an event.</summary>
public sealed record PrivacyNotice(int Version, NoticeText Indonesian, NoticeText English, IReadOnlyList<Purpose> Purposes)
{
    public static readonly Decider<PrivacyNotice?, ReviseNotice, NoticeRevised> Decider = new(null, Decide, (_, e) => e.Notice);

    public NoticeText In(string language) => language == "en" ? English : Indonesian;

    public static Result<NoticeRevised[]> Decide(PrivacyNotice? notice, ReviseNotice command) =>
        notice is not null && notice.Indonesian == command.Indonesian && notice.English == command.English
            && notice.Purposes.SequenceEqual(command.Purposes)
            ? Array.Empty<NoticeRevised>()
            : new[] { new NoticeRevised(new PrivacyNotice((notice?.Version ?? 0) + 1, command.Indonesian, command.English, command.Purposes)) };
}

/// <param name="Body">Shown with the question, at most 1,024 characters (the limit of a button message's body).</param>
/// <param name="Agree">Label of the yes button, at most 20 characters.</param>
/// <param name="Decline">Label of the no button, at most 20 characters.</param>
/// <param name="AfterRefusal">The one neutral message after a no, with the office's contact.</param>
/// <param name="AfterWithdrawal">Confirms a withdrawal.</param>
public sealed record NoticeText(string Body, string Agree, string Decline, string AfterRefusal, string AfterWithdrawal);

public sealed record ReviseNotice(NoticeText Indonesian, NoticeText English, IReadOnlyList<Purpose> Purposes);

/// <summary>The firm's privacy notice has new words.</summary>
public sealed record NoticeRevised(PrivacyNotice Notice) : IDomainEvent;

using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Invoicing;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Domain.TimeEntries;

namespace Lawyers.Hub.Domain.Tests.TimeEntries;

/// <summary>A day of Maria's, told in events.</summary>
internal static class Worked
{
    public static readonly TimeEntryId Entry = new(Guid.Parse("11111111-0000-0000-0000-000000000001"));
    public static readonly MatterId TheMatter = new(Guid.Parse("22222222-0000-0000-0000-000000000001"));
    public static readonly StaffId Maria = new(Guid.Parse("33333333-0000-0000-0000-000000000001"));
    public static readonly StaffId Budi = new(Guid.Parse("33333333-0000-0000-0000-000000000002"));
    public static readonly InvoiceId Invoice = new(Guid.Parse("44444444-0000-0000-0000-000000000001"));
    public static readonly DataSubjectId Client = new(Guid.Parse("55555555-0000-0000-0000-000000000001"));
    public static readonly DateOnly Monday = new(2026, 11, 23);

    /// <summary>125 words typed are five minutes: one unit.</summary>
    public static readonly DayOfWork OneUnit = DayOfWork.Nothing with { TypedWords = 125, Replies = 1 };

    public static readonly DayOfWork TooLittle = DayOfWork.Nothing with { TypedWords = 25, Replies = 1 };

    public static readonly Personal<string> Narrative = Personal.Of(Client, OneUnit.Narrative());

    public static readonly TimeEntrySuggested Suggested = new(
        Entry, TheMatter, Maria, Monday, OneUnit, new TimeComponents(0, 5, 0, 0, 0, 0), 6, Utbms.TalkWithClient, Narrative);

    public static readonly TimeEntryApproved Approved = new(Entry, TheMatter, Maria, 6);

    public static readonly TimeEntryBilled Billed = new(Entry, TheMatter, Invoice, 6);

    public static TimeEntryCommand.Suggest Suggest(DayOfWork more) => new(Entry, TheMatter, Client, Maria, Monday, more, Utbms.TalkWithClient);
}

using System.Collections.Frozen;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>The table of rights: which roles may do what.</summary>
public static class Rights
{
    /// <summary>Everyone who works for the firm or audits it.</summary>
    public static readonly IReadOnlySet<Role> ReadMetadata = Set(Role.Lawyer, Role.Paralegal, Role.FirmAdmin, Role.Auditor);

    /// <summary>Everyone who may come in at all, the installation's operators included.</summary>
    public static readonly IReadOnlySet<Role> Everyone = Set(Role.Lawyer, Role.Paralegal, Role.FirmAdmin, Role.Auditor, Role.Operator);

    /// <summary>Staff, roles, channels, tokens.</summary>
    public static readonly IReadOnlySet<Role> AdministerFirm = Set(Role.FirmAdmin);

    /// <summary>The event stream, without content.</summary>
    public static readonly IReadOnlySet<Role> ReadEvents = Set(Role.Auditor, Role.FirmAdmin, Role.Lawyer);

    /// <summary>Questions over the whole firm; a lawyer reads only the stream of events.</summary>
    public static readonly IReadOnlySet<Role> AskAuditQuestions = Set(Role.Auditor, Role.FirmAdmin);

    public static readonly IReadOnlySet<Role> VerifyEvents = Set(Role.Auditor, Role.FirmAdmin, Role.Lawyer, Role.Operator);

    /// <summary>What could not be processed, and another try.</summary>
    public static readonly IReadOnlySet<Role> KeepRunning = Set(Role.FirmAdmin, Role.Operator);

    public static readonly IReadOnlySet<Role> ReadContent = Set(Role.Lawyer, Role.Paralegal);

    public static readonly IReadOnlySet<Role> HoldConversations = Set(Role.Lawyer, Role.Paralegal, Role.FirmAdmin);

    /// <summary>Who may move a complaint at all; each step names the roles it is left to.</summary>
    public static readonly IReadOnlySet<Role> WorkOnTickets = Set(Role.Lawyer, Role.Paralegal, Role.FirmAdmin);

    /// <summary>What packs need of the firm; to publish their definitions is a lawyer's.</summary>
    public static readonly IReadOnlySet<Role> KeepPacks = Set(Role.Lawyer, Role.FirmAdmin);

    /// <summary>Drafts of question trees; to publish one is a lawyer's.</summary>
    public static readonly IReadOnlySet<Role> WriteDefinitions = Set(Role.Lawyer, Role.Paralegal, Role.FirmAdmin);

    public static readonly IReadOnlySet<Role> ProposeReplies = Set(Role.Lawyer, Role.Paralegal);

    public static readonly IReadOnlySet<Role> LawyersOnly = Set(Role.Lawyer);

    /// <summary>Names and narratives of invoices: whoever issues receipts and exports sees what they are for.</summary>
    public static readonly IReadOnlySet<Role> SeeInvoices = Set(Role.Lawyer, Role.Paralegal, Role.FirmAdmin);

    public static bool MaySeeInvoices(this Caller caller) => caller.Roles.Overlaps(SeeInvoices);

    public static bool MayReadContent(this Caller caller) => caller.Roles.Overlaps(ReadContent);

    private static FrozenSet<Role> Set(params Role[] roles) => roles.ToFrozenSet();
}

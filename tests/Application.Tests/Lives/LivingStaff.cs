using System.Globalization;
using System.Text.Json;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Notifications;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tickets;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Lives;

/// <summary>Two lawyers, a paralegal and an administrator, each of whom does what there is to do, in office hours and now and then at night.</summary>
internal sealed class LivingStaff
{
    private const string Update = "perkembangan";
    private const string Reminder = "pengingat_wawancara";

    private static readonly JsonElement Values = JsonDocument.Parse("""["Ibu Rina","2026-0142"]""").RootElement;
    private static readonly StaffId Maria = new(Guid.Parse("33333333-0000-0000-0000-000000000001"));
    private static readonly StaffId Budi = new(Guid.Parse("33333333-0000-0000-0000-000000000002"));
    private static readonly StaffId Dewi = new(Guid.Parse("33333333-0000-0000-0000-000000000003"));
    private static readonly StaffId Rini = new(Guid.Parse("33333333-0000-0000-0000-000000000004"));

    private readonly Life _life;
    private readonly (int Weight, Func<Caller, Task> Do)[] _acts;
    private int _replies;

    public LivingStaff(Life life)
    {
        _life = life;
        _acts =
        [
            (22, Proposes), (14, Approves), (4, Edits), (3, Rejects), (3, ApprovesSeveral), (7, TakesOver), (6, GivesBack), (3, Assigns), (3, Snoozes),
            (3, Resolves), (2, Reopens), (1, Blocks), (2, Unblocks), (3, Notes), (6, Sees), (8, SendsTemplate), (3, CallsBack), (4, Retries),
            (5, Decides), (2, ClearsFlag), (6, MovesTicket),
        ];
    }

    public static IReadOnlyList<(StaffId Staff, Role Role)> Colleagues { get; } =
        [(Maria, Role.Lawyer), (Budi, Role.Lawyer), (Dewi, Role.Paralegal), (Rini, Role.FirmAdmin)];

    public static IReadOnlyList<string> Templates { get; } = [Update, Reminder];

    private Books Books => _life.Books;

    public static string DefinitionOf(string template) => template == Update
        ? """{"components":[{"text":"Yth. {{1}}, ada perkembangan pada perkara {{2}} Anda.","type":"BODY"}]}"""
        : """{"components":[{"text":"Kami masih menunggu jawaban Anda.","type":"BODY"}]}""";

    public async Task ComesToWork()
    {
        var closed = new Bilingual($"Kantor tutup sampai {OutOfHoursNotice.Opening}.", $"The office is closed until {OutOfHoursNotice.Opening}.");
        await _life.Desk.Ask(new PublishOutOfHoursNotice(CallerOf(Maria, Role.Lawyer), closed, _life.NewCause()));
        foreach (var (staff, role) in Colleagues)
        {
            WorksOn(CallerOf(staff, role));
        }

        foreach (var template in Templates)
        {
            IsPaused(template);
        }
    }

    private Caller CallerOf(StaffId staff, Role role) =>
        new(_life.Office.Tenant, Actor.Staff(staff), staff, new HashSet<Role> { role });

    private void WorksOn(Caller caller)
    {
        var local = _life.Now.ToOffset(TimeSpan.FromHours(7));
        var isOpen = local.DayOfWeek != DayOfWeek.Sunday && local.Hour is >= 8 and < 18;
        var pause = isOpen ? TimeSpan.FromMinutes(8) : local.Hour is >= 18 and < 23 ? TimeSpan.FromMinutes(70) : TimeSpan.FromHours(3);
        _life.After(pause * (2 * _life.Chance.NextDouble()), async () =>
        {
            if (Books.Conversations.Count > 0)
            {
                await LooksAtBell(caller);
                await Acts(caller);
            }

            WorksOn(caller);
        });
    }

    /// <summary>Clients complain of it, and some hours later Meta lets it go again.</summary>
    private void IsPaused(string template) => _life.After(TimeSpan.FromHours(10 + (30 * _life.Chance.NextDouble())), async () =>
    {
        await _life.MetaSays(template, _life.Happens(0.9) ? "PAUSED" : "DISABLED");
        _life.After(TimeSpan.FromHours(3 + (5 * _life.Chance.NextDouble())), async () =>
        {
            await _life.MetaSays(template, "APPROVED");
            IsPaused(template);
        });
    });

    private Task Acts(Caller caller)
    {
        var drawn = _life.Chance.Next(_acts.Sum(act => act.Weight));
        foreach (var (weight, act) in _acts)
        {
            drawn -= weight;
            if (drawn < 0)
            {
                return act(caller);
            }
        }

        return Task.CompletedTask;
    }

    private async Task LooksAtBell(Caller caller)
    {
        foreach (var notification in Books.Bell.Where(_ => _life.Happens(0.7)).ToArray())
        {
            await _life.Desk.Ask(new SeeNotification(caller, notification, _life.NewCause()));
        }
    }

    private Books.Shelf Somewhere()
    {
        var unanswered = _life.Happens(0.7) ? Books.Conversations.Where(shelf => shelf.Unanswered).ToArray() : [];
        return unanswered.Length > 0 ? _life.One(unanswered) : _life.One(Books.Conversations);
    }

    private Books.Shelf HeldBy(Caller caller) => Books.Conversations.Where(shelf => shelf.Holder == caller.Staff).ToArray() is { Length: > 0 } held
        ? _life.One(held)
        : Somewhere();

    private async Task Proposes(Caller caller)
    {
        var shelf = _life.Happens(0.4) ? HeldBy(caller) : Somewhere();
        var number = (++_replies).ToString(CultureInfo.InvariantCulture);
        var text = shelf.Language == "en"
            ? $"Message {number}: we are reading your documents and will write to you here."
            : $"Kabar {number}: berkas Anda sedang kami pelajari, nanti kami kabari di sini.";
        DateTimeOffset? sendAt = _life.Happens(0.2) ? _life.Now + TimeSpan.FromHours(1 + (30 * _life.Chance.NextDouble())) : null;
        await _life.Desk.Ask(new ProposeReply(caller, shelf.Id, text, Suggestion: null, _life.NewCause(), sendAt));
        if (caller.Is(Role.Lawyer) && _life.Happens(0.6))
        {
            var cause = _life.NewCause();
            _life.After(_life.Soon(TimeSpan.FromMinutes(10)), () => Approves(caller, cause));
        }
    }

    private Task Approves(Caller caller) => Approves(caller, _life.NewCause());

    private async Task Approves(Caller caller, CauseId cause)
    {
        if (Books.Proposed.Count > 0)
        {
            var one = _life.Happens(0.5) ? Books.Proposed[^1] : _life.One(Books.Proposed);
            var request = new ApproveReply(caller, one.Reply, Text: null, AcknowledgeStale: _life.Happens(0.5), cause) { Seen = _life.Happens(0.9) ? one.Hash : new string('0', 64) };
            await _life.Desk.Ask(request);
            if (_life.Happens(0.1))
            {
                await _life.Desk.Ask(request); // pressed twice
            }
        }
    }

    private async Task Edits(Caller caller)
    {
        if (Books.Proposed.Count > 0)
        {
            var one = _life.One(Books.Proposed);
            var text = _life.Happens(0.1) ? "Kami pasti menang." : string.Create(CultureInfo.InvariantCulture, $"Kabar {++_replies}, sesudah diperiksa: berkas Anda lengkap.");
            await _life.Desk.Ask(new ApproveReply(caller, one.Reply, text, AcknowledgeStale: true, _life.NewCause()));
        }
    }

    private async Task Rejects(Caller caller)
    {
        if (Books.Proposed.Count > 0)
        {
            await _life.Desk.Ask(new RejectReply(caller, _life.One(Books.Proposed).Reply, "Terlalu singkat.", _life.NewCause()));
        }
    }

    private async Task ApprovesSeveral(Caller caller)
    {
        if (Books.Proposed.Take(5).ToArray() is { Length: > 1 } several)
        {
            await _life.Desk.Ask(new ApproveReplies(
                caller, [.. several.Select(one => new SeenReply(one.Reply, one.Hash))], several.Length, _life.NewCause()));
        }
    }

    private Task TakesOver(Caller caller) => _life.Desk.Ask(new TakeOverConversation(caller, Somewhere().Id, _life.NewCause()));

    private Task GivesBack(Caller caller) => _life.Desk.Ask(new GiveBackConversation(caller, HeldBy(caller).Id, _life.NewCause()));

    private Task Assigns(Caller caller) =>
        _life.Desk.Ask(new AssignConversation(caller, Somewhere().Id, _life.Happens(0.8) ? _life.One(Colleagues).Staff : null, _life.NewCause()));

    private Task Snoozes(Caller caller) => _life.Desk.Ask(new SnoozeConversation(
        caller, Somewhere().Id, _life.Now + TimeSpan.FromHours(48 * _life.Chance.NextDouble()), _life.NewCause()));

    private Task Resolves(Caller caller) => _life.Desk.Ask(new ResolveConversation(caller, Somewhere().Id, _life.NewCause()));

    private Task Reopens(Caller caller) => _life.Desk.Ask(new ReopenConversation(caller, Somewhere().Id, _life.NewCause()));

    private Task Blocks(Caller caller) => _life.Desk.Ask(new BlockClient(caller, Somewhere().Id, "Pesan kasar berulang.", _life.NewCause()));

    private async Task Unblocks(Caller caller)
    {
        if (Books.Conversations.FirstOrDefault(shelf => shelf.IsBlocked) is { } blocked)
        {
            await _life.Desk.Ask(new UnblockClient(caller, blocked.Id, "Sudah meminta maaf.", _life.NewCause()));
        }
    }

    private Task Notes(Caller caller) => _life.Desk.Ask(new AddNote(caller, Somewhere().Id, "Menunggu dokumen dari keluarga.", _life.NewCause()));

    private Task Sees(Caller caller) => _life.Desk.Ask(new MarkConversationSeen(caller, Somewhere().Id, _life.NewCause()));

    private Task SendsTemplate(Caller caller)
    {
        DateTimeOffset? sendAt = _life.Happens(0.4) ? _life.Now + TimeSpan.FromHours(1 + (30 * _life.Chance.NextDouble())) : null;
        var choice = _life.Happens(0.8) ? new TemplateChoice(Update, "id", Values) : new TemplateChoice(Reminder, "id", null);
        return _life.Desk.Ask(new ProposeTemplate(caller, Somewhere().Id, choice, Approve: _life.Happens(0.7), _life.NewCause(), sendAt));
    }

    private async Task CallsBack(Caller caller)
    {
        if (Books.Scheduled.Count > 0)
        {
            await _life.Desk.Ask(new CancelMessage(caller, _life.One(Books.Scheduled), "Sudah ditelepon.", _life.NewCause()));
        }
    }

    private async Task Retries(Caller caller)
    {
        if (Books.Stuck.Count > 0)
        {
            await _life.Desk.Ask(new RetryMessage(caller, Books.Stuck[^1], ConfirmUnknown: _life.Happens(0.5), _life.NewCause()));
        }
    }

    private async Task Decides(Caller caller)
    {
        if (Books.Submitted.Count == 0)
        {
            return;
        }

        var intake = _life.One(Books.Submitted);
        switch (_life.Chance.Next(8))
        {
            case 0:
                await _life.Desk.Ask(new DeclineIntake(caller, intake, "Di luar bidang kami.", _life.NewCause()));
                break;
            case 1:
                await _life.Desk.Ask(new ReferIntake(caller, intake, "Lebih cocok di kantor lain.", _life.NewCause()));
                break;
            case 2:
                await _life.Desk.Ask(new ReviewIntake(caller, intake, _life.NewCause()));
                break;
            default:
                await _life.Desk.Ask(new AcceptIntake(caller, intake, _life.Happens(0.5) ? "Bukan orang yang sama." : null, _life.NewCause()));
                break;
        }
    }

    private async Task ClearsFlag(Caller caller)
    {
        if (Books.Flags.Count > 0)
        {
            var (intake, flag) = _life.One(Books.Flags);
            await _life.Desk.Ask(new ClearIntakeFlag(caller, intake, flag, "Sudah didampingi.", _life.NewCause()));
        }
    }

    private async Task MovesTicket(Caller caller)
    {
        if (Books.Tickets.Count == 0)
        {
            return;
        }

        var (ticket, state) = _life.One(Books.Tickets);
        switch (state)
        {
            case "baru" or "diproses" when _life.Happens(0.2):
                await _life.Desk.Ask(new MoveTicket(caller, ticket, "ditolak", null, "Laporan ganda.", _life.NewCause()));
                break;
            case "baru":
                await _life.Desk.Ask(new MoveTicket(caller, ticket, "diproses", null, null, _life.NewCause()));
                break;
            case "diproses":
                await _life.Desk.Ask(new MoveTicket(caller, ticket, "selesai", "Sudah diangkut.", null, _life.NewCause()));
                break;
            default:
                await _life.Desk.Ask(new ReopenTicket(caller, ticket, "Kembali menumpuk.", _life.NewCause()));
                break;
        }
    }
}

using System.Globalization;
using System.Text;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Assist;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Application.Tests.Lives;

/// <summary>
/// The life of a firm, in the order of its moments: clients write at their own rhythm, staff works, Meta fails, and in between whatever
/// becomes due rings. All chance comes from the seed: the same seed lives the same life.
/// </summary>
internal sealed class Life : IDisposable
{
    public const int PerSecond = 20;

    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> _todo = new();
    private readonly HashSet<BlindIndex> _handed = [];
    private readonly SimulatedMeta _meta;
    private readonly HttpClient _http;
    private readonly GraphApiResilience _resilience;
    private long _order;

    private Life(int seed, ManualClock clock)
    {
        Seed = seed;
        Chance = new Random(seed);
        _meta = new SimulatedMeta(clock, Chance);
        _http = new HttpClient(_meta, disposeHandler: false);
        _resilience = new GraphApiResilience(PerSecond, TimeSpan.FromSeconds(10), TimeSpan.Zero, clock);
    }

    public int Seed { get; }

    public Random Chance { get; }

    public Office Office { get; private set; } = null!;

    public SimulatedMeta Meta => _meta;

    public Books Books { get; } = new();

    public Desk Desk { get; private set; } = null!;

    public Dictionary<string, LivingClient> Clients { get; } = [];

    public DateTimeOffset Now => Office.Clock.Now;

    /// <summary>Every wamid that the gateway handed over, however often.</summary>
    public IReadOnlySet<BlindIndex> Handed => _handed;

    /// <summary>Channels that are not sending.</summary>
    public bool IsTroubled => _resilience.Troubled.Count > 0;

    public static async Task<Life> Begin(int seed, int clients)
    {
        Life life = null!;
        var office = await Office.Open(Batching.Default, opened =>
        {
            life = new Life(seed, opened.Clock);
            return new GraphApiSender(
                life._http, new OneChannel(opened), opened.Identities, life._resilience, new WhatsAppOptions(new Uri("http://meta"), "v22.0", null, null, 1));
        });
        life.Office = office;
        office.Assist.Urgency = MessageUrgency.Normal;
        office.Events.Stored += life.Books.Keep;
        life.Desk = await Desk.Open(life);
        await office.Install("complaint-id");
        foreach (var name in LivingStaff.Templates)
        {
            await life.MetaSays(name, "APPROVED");
        }

        life._meta.OnTaken = life.Reaches;
        for (var client = 0; client < clients; client++)
        {
            var living = await LivingClient.Lives(life, client);
            life.Clients.Add(living.Number, living);
        }

        await new LivingStaff(life).ComesToWork();
        return life;
    }

    public void Dispose()
    {
        _http.Dispose();
        _resilience.Dispose();
        _meta.Dispose();
    }

    public void At(DateTimeOffset moment, Func<Task> happens) => _todo.Enqueue(happens, (moment, _order++));

    public void After(TimeSpan time, Func<Task> happens) => At(Now + time, happens);

    /// <summary>Between none and <paramref name="longest"/>, short times more often than long ones.</summary>
    public TimeSpan Soon(TimeSpan longest) => longest * (Chance.NextDouble() * Chance.NextDouble());

    public bool Happens(double probability) => Chance.NextDouble() < probability;

    public T One<T>(IReadOnlyList<T> of) => of[Chance.Next(of.Count)];

    public CauseId NewCause()
    {
        var bytes = new byte[16];
        Chance.NextBytes(bytes);
        return new CauseId(new Guid(bytes));
    }

    /// <summary>Lives up to a moment: what is due and what happens, each at its own time.</summary>
    public async Task LiveUntil(DateTimeOffset end)
    {
        while (Next() is { } next && next <= end)
        {
            Office.Clock.Now = next > Now ? next : Now;
            if (_todo.TryPeek(out _, out var first) && first.At <= Now)
            {
                await _todo.Dequeue()();
            }

            await Office.Settle();
        }

        Office.Clock.Now = end > Now ? end : Now;
        await Office.Settle();
    }

    /// <summary>A message comes from the gateway, as often as it likes.</summary>
    public async Task Hand(IncomingMessage message)
    {
        _handed.Add(await Office.Identities.IndexWamid(Office.Tenant, message.Wamid, CancellationToken.None));
        await Office.Receive.Handle(Office.OnBus(Topics.IncomingMessage, message), CancellationToken.None);
    }

    /// <summary>Meta decides on a template, and the hub hears of it in the same moment.</summary>
    public async Task MetaSays(string name, string status)
    {
        _meta.Templates[name] = status;
        var template = TemplateStream.For(Office.Tenant, name);
        var seen = new TemplateMirrored(template, name, "id", "2", status, null, "UTILITY", null, LivingStaff.DefinitionOf(name), Now);
        (await Office.Events.Transact(
            TemplateStream.Of(Office.Tenant, template), Template.Decider, new TemplateCommand.Mirror(seen),
            new Provenance(Actor.System("refresh_templates"), NewCause(), template.Value), CancellationToken.None)).OrThrow();
        await Office.Settle();
    }

    /// <summary>How the log reads, one line an event: two lives of one seed read alike.</summary>
    public string Log()
    {
        var log = new StringBuilder();
        foreach (var envelope in Office.Events.All)
        {
            log.Append(CultureInfo.InvariantCulture, $"{envelope.At:O} {envelope.Stream.Id:N} {envelope.Type} {envelope.Actor}\n");
        }

        return log.ToString();
    }

    private DateTimeOffset? Next()
    {
        var next = _todo.TryPeek(out _, out var first) ? first.At : (DateTimeOffset?)null;
        foreach (var other in new[] { Office.NextTurn, Office.NextAlarm })
        {
            next = other < next || next is null ? other ?? next : next;
        }

        return next;
    }

    private void Reaches(TakenMessage taken)
    {
        if (!Clients.TryGetValue(taken.To, out var client))
        {
            return;
        }

        foreach (var (status, after, code) in Course())
        {
            var times = Happens(0.1) ? 2 : 1;
            for (var time = 0; time < times; time++)
            {
                var late = Happens(0.05) ? Soon(TimeSpan.FromHours(12)) : Soon(TimeSpan.FromSeconds(2));
                After(after + late, () => Tell(taken, client, status, code));
            }
        }

        client.Reads(taken);
    }

    // The order in which it happens; each then has its own way to the hub, so that they may arrive in any other.
    private IEnumerable<(string Status, TimeSpan After, int? Code)> Course()
    {
        yield return ("sent", TimeSpan.FromSeconds(0.4), null);
        if (Happens(0.02))
        {
            yield return ("failed", TimeSpan.FromSeconds(2), One([131026, 131049, 131047, 131051, 131053]));
            yield break;
        }

        if (!Happens(0.1))
        {
            yield return ("delivered", TimeSpan.FromSeconds(1.5), null);
        }

        if (Happens(0.7))
        {
            yield return ("read", TimeSpan.FromSeconds(2) + Soon(TimeSpan.FromHours(2)), null);
        }
    }

    private async Task Tell(TakenMessage taken, LivingClient client, string status, int? code) => await Office.Status.Handle(
        Office.OnBus(Topics.StatusUpdate, new IncomingStatus(
            Office.Channel, new WhatsAppIdentity(client.Number, null), taken.Wamid, status, Now,
            code is { } told ? [new IncomingError(told, null, null)] : [], taken.Callback)),
        CancellationToken.None);
}

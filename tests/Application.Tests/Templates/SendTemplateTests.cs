using System.Text.Json;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Templates;

public sealed class SendTemplateTests : IAsyncLifetime
{
    private const string Definition =
        """{"components":[{"text":"Yth. {{1}}, ada perkembangan pada perkara {{2}} Anda.","type":"BODY"},{"text":"Kantor hukum","type":"FOOTER"}]}""";

    private const string Shown = "Yth. Ibu Rina, ada perkembangan pada perkara 2026-0142 Anda.\n\nKantor hukum";

    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _rina = new ClientPhone(_office);
        await _rina.Writes("Kakak saya ditahan polisi");
        await _rina.Agrees();
        _office.Clock.Now += TimeSpan.FromDays(2); // the window is closed; the same hour of the day
        await MetaSays("APPROVED");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_lawyer_reaches_a_client_outside_the_window()
    {
        var asked = (await Send("""["Ibu Rina","2026-0142"]""")).Value;
        await _office.Settle();

        asked.State.Should().Be(ReplyState.Approved);
        _office.Meta.Texts[^1].Should().Be(Shown);
        _office.All<OutboundRequested>()[^1].Should().BeEquivalentTo(new { asked.Message, Format = "template", ApprovedBy = _office.Maria });
        (await _office.Timeline(_rina.Conversation)).Items[^1].Text.Should().Be(Shown);
        ((OutboundBody.Template)_office.Meta.Asked[^1].Body).Message.Components.Should().Be(
            """[{"type":"body","parameters":[{"type":"text","text":"Ibu Rina"},{"type":"text","text":"2026-0142"}]}]""");
    }

    [Fact]
    public async Task How_often_a_template_was_sent_and_how_often_it_reached_nobody_is_counted()
    {
        _office.Meta.AnswersNext(new SendOutcome.Accepted("wamid.one"), new SendOutcome.Rejected(131026, null, MetaErrors.Of(131026)));
        await Send("""["Ibu Rina","2026-0142"]""");
        await _office.Settle();
        await Send("""["Ibu Rina","2026-0143"]""");
        await _office.Settle();

        var read = await new ReadTemplatesHandler(_office.Views, _office.Events).Handle(
            new ReadTemplates(_office.Lawyer, new TemplateFilter(null, null, null, null), new PageRequest()), CancellationToken.None);

        read.Value.Items.Should().ContainSingle(template => template.Name == "perkembangan").Which.Use.Should().Be(new TemplateUseView(Sent: 2, Failed: 1));
    }

    [Fact]
    public async Task A_template_leaves_at_the_hour_that_was_chosen_for_it()
    {
        var at = _office.Clock.Now + TimeSpan.FromHours(3);
        await Send("""["Ibu Rina","2026-0142"]""", sendAt: at);
        await _office.Pass(TimeSpan.FromHours(2));
        _office.Meta.Texts.Should().NotContain(Shown);
        (await _office.Timeline(_rina.Conversation)).Items[^1].Outbound!.Due.Should().Be(at);

        await _office.Pass(TimeSpan.FromHours(1));

        _office.Meta.Texts[^1].Should().Be(Shown);
    }

    [Fact]
    public void A_template_is_not_sent_in_the_past() =>
        new ProposeTemplateValidator(_office.Clock).Validate(new ProposeTemplate(
            _office.Lawyer, _rina.Conversation, new TemplateChoice("perkembangan", "id", null), Approve: true, Office.NewCause(),
            _office.Clock.Now.AddMinutes(-1))).Errors.Should().ContainSingle();

    [Theory]
    [InlineData("""["Ibu Rina"]""", "param_count")]
    [InlineData("""["Ibu Rina",null]""", "text_empty")]
    [InlineData("""{"1":"Ibu\nRina","2":"b"}""", "text_forbidden_whitespace")]
    [InlineData("""[{"type":"footer"}]""", "unexpected_component")]
    public async Task What_does_not_fit_is_refused_before_anybody_approves_it(string parameters, string reason)
    {
        var refusal = (await Send(parameters)).Refusal!;

        refusal.Should().BeEquivalentTo(new { Kind = RefusalKind.Unprocessable, Code = reason });
        _office.All<ReplyProposed>().Should().BeEmpty();
    }

    [Fact]
    public async Task A_template_that_is_not_there_or_paused_or_marketing_cannot_be_chosen()
    {
        (await Send("[]", name: "lain")).Refusal!.Code.Should().Be("template_not_found");
        await MetaSays("PAUSED");
        (await Send("""["a","b"]""")).Refusal!.Code.Should().Be("template_paused");
        await MetaSays("APPROVED", "MARKETING");
        (await Send("""["a","b"]""")).Refusal!.Code.Should().Be("template_marketing_refused");
    }

    [Fact]
    public async Task A_template_that_was_paused_since_stops_at_its_gate()
    {
        var asked = (await Send("""["Ibu Rina","2026-0142"]""")).Value;
        await MetaSays("PAUSED", settle: false);
        var before = _office.Meta.Asked.Count;
        await _office.Settle();

        _office.Meta.Asked.Should().HaveCount(before);
        _office.All<OutboundBlocked>().Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { asked.Message, Gate = Gate.Template, Reason = "template_paused" });
        var shown = (await _office.Timeline(_rina.Conversation)).Items[^1];
        shown.StatusReason.Should().Be("template_paused");
        shown.Outbound.Should().BeEquivalentTo(new { Gate = Gate.Template, Due = (DateTimeOffset?)null, MayRetry = true });
    }

    [Fact]
    public async Task A_paralegal_proposes_and_a_lawyer_approves_what_cannot_be_edited()
    {
        var paralegal = _office.Lawyer with { Roles = new HashSet<Role> { Role.Paralegal } };
        var asked = (await Send("""{"2":"2026-0142","1":"Ibu Rina"}""", caller: paralegal)).Value;
        await _office.Settle();
        asked.State.Should().Be(ReplyState.Proposed);
        _office.Meta.Texts.Should().NotContain(Shown);

        (await Approve(asked.Reply, "Kata lain")).Refusal.Should().Be(ReplyRefusals.TemplateWordsFixed);
        (await Approve(asked.Reply, text: null)).Refusal.Should().BeNull();
        await _office.Settle();

        _office.Meta.Texts[^1].Should().Be(Shown);
        _office.All<ReplyApproved>().Should().ContainSingle().Which.Effort.Should().Be(new WritingEffort(3, 0, 0), "the firm wrote three words of it");
    }

    private Task<Result<Nothing>> Approve(ReplyId reply, string? text) => _office.Approving
        .Handle(new ApproveReply(_office.Lawyer, reply, text, AcknowledgeStale: false, Office.NewCause()), CancellationToken.None);

    private Task<Result<ProposedTemplate>> Send(string parameters, string name = "perkembangan", Caller? caller = null, DateTimeOffset? sendAt = null)
    {
        var gate = new TemplateGate(_office.Events, _office.Identities);
        var filling = new TemplateFilling(_office.Views, _office.Events, new OneChannel(_office), gate);
        using var json = JsonDocument.Parse(parameters);
        var choice = new TemplateChoice(name, "id", json.RootElement.Clone());
        return new ProposeTemplateHandler(_office.Events, _office.Drafts, filling, _office.Proofreader).Handle(
            new ProposeTemplate(caller ?? _office.Lawyer, _rina.Conversation, choice, Approve: true, Office.NewCause(), sendAt), CancellationToken.None);
    }

    private async Task MetaSays(string status, string category = "UTILITY", bool settle = true)
    {
        _office.Clock.Now += TimeSpan.FromSeconds(1);
        var template = TemplateStream.For(_office.Tenant, "7");
        var seen = new TemplateMirrored(
            template, "perkembangan", "id", "2", status, null, category, null, Definition, _office.Clock.GetUtcNow());
        (await _office.Events.Transact(
            TemplateStream.Of(_office.Tenant, template), Template.Decider, new TemplateCommand.Mirror(seen),
            new Provenance(Actor.System("refresh_templates"), Office.NewCause(), Guid.NewGuid()), CancellationToken.None)).OrThrow();
        if (settle)
        {
            await _office.Settle();
        }
    }
}

using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Intakes;
using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Intakes;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Intakes;

public sealed class IntakeStoryTests(HubDatabase database) : IClassFixture<HubDatabase>, IAsyncLifetime
{
    private static readonly string[] Detained =
    [
        "Ada yang ditahan", "keluarga", "sudah ditahan", "Polres Sleman", "kemarin jam 2 siang", "tidak", "penipuan",
        "Kakak saya dibawa polisi dari rumah kemarin siang", "tidak", "Bambang Sutrisno", "Sleman", "Siti Rahma", "WhatsApp saja",
    ];

    private readonly FirmWithIntakes _firm = new(database);

    public Task InitializeAsync() => _firm.Found();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Installing_a_pack_publishes_its_definitions_once()
    {
        var set = await _firm.Definitions.Published(_firm.Tenant, "triage", CancellationToken.None);
        set!.Pins.Should().HaveCount(6).And.OnlyContain(pin => pin.Version == 1);

        (await _firm.Install("legal-id")).Refusal.Should().BeNull();
        (await _firm.Events.Load(FirmStream.Of(_firm.Tenant), StreamBound.Whole, CancellationToken.None))
            .Select(envelope => envelope.Type).Should().Equal("firm_founded", "practice_pack_installed");
        (await _firm.Install("nothing")).Refusal!.Code.Should().Be("pack_not_found");
    }

    [Fact]
    public async Task A_stored_interview_folds_to_what_was_answered_and_keeps_no_word_in_clear()
    {
        var id = await _firm.Interview(Detained);

        var session = (await _firm.State(id)).Should().BeOfType<Intake.Submitted>().Subject.Session;
        session.AnswerTo("nama").Should().Be(new AnswerValue.Words("Siti Rahma"));
        session.AnswerTo("wilayah").Should().Be(new AnswerValue.Region("3404"));
        session.AnswerTo("waktu_tangkap").Should().BeOfType<AnswerValue.Moment>();
        session.Flags.Keys.Should().BeEquivalentTo("DETAINED");
        var stored = (string)(await database.AsSuperuser("select string_agg(data::text, ' ') from mt_events"))!;
        stored.Should().Contain("legal-id", because: "the text of the events is really there").And.Contain("3404");
        stored.Should().NotContain("Siti Rahma").And.NotContain("Bambang").And.NotContain("Polres Sleman").And.NotContain("Kakak saya");
    }

    [Fact]
    public async Task A_purged_intake_reads_as_erased_and_its_stored_events_are_what_they_were()
    {
        var id = await _firm.Interview(Detained);
        var client = ((Intake.Known)await _firm.State(id)).Session.Client;
        await _firm.Do(id, client, new IntakeCommand.Decline());
        var before = await Stored(id);

        database.Keys.Destroy(IntakeKey.Of(id)); // what PersonalPurge does with the key
        await _firm.Do(id, client, new IntakeCommand.Purge());

        (await _firm.State(id)).Should().BeOfType<Intake.Purged>().Which.Session.Answers.Should().BeEmpty();
        var answers = (await _firm.Events.Load(IntakeStream.Of(_firm.Tenant, id), StreamBound.Whole, CancellationToken.None))
            .Select(envelope => envelope.Event).OfType<IntakeUpdated>().ToArray();
        answers.Where(answer => answer.Answer.Sealed is not null).Should().NotBeEmpty().And.OnlyContain(answer => answer.Answer.Sealed!.IsErased);
        (await Stored(id)).Should().StartWith(before, "the skeleton stays, byte for byte");
        var page = await _firm.Read(_firm.Lawyer, id);
        page.Answers.Should().BeEmpty();
        page.PurgedAt.Should().NotBeNull();
        page.State.Should().Be(IntakeState.Declined);

        async Task<string> Stored(IntakeId intake) => (string)(await database.AsSuperuser(
            $"select string_agg(data::text, ' ' order by version) from mt_events where stream_id = '{intake.Value}'"))!;
    }

    [Fact]
    public async Task A_lawyer_reads_the_answers_and_an_auditor_only_that_there_are_some()
    {
        var id = await _firm.Interview(Detained);

        var page = await _firm.Read(_firm.Lawyer, id);
        page.ClientName!.Value.Should().Be("Siti Rahma");
        page.DefinitionTitle.Id.Should().Be("Perkara pidana");
        page.Urgency.Should().Be(Domain.Conversations.Urgency.Critical);
        page.Flags.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = "DETAINED", Sla = "PT15M" });
        page.Answers.Select(answer => answer.QuestionId).Should().StartWith(["darurat", "peran", "ditahan"]);
        page.Answers.Single(answer => answer.QuestionId == "ditahan").Display!.Value.Should().Be(new Bilingual("Sudah ditahan", "In detention"));
        page.Answers.Single(answer => answer.QuestionId == "wilayah").Display!.Value!.Id.Should().Be("Kabupaten Sleman");
        page.Answers.Single(answer => answer.QuestionId == "waktu_tangkap").Display!.Value!.Id.Should().EndWith("14.00 WIB");

        var seen = await _firm.Read(_firm.Caller(Role.Auditor), id);
        seen.ClientName.Should().BeNull();
        seen.Answers.Should().HaveSameCount(page.Answers).And.OnlyContain(answer => answer.Value == null && answer.Display == null);
        seen.Answers[0].Question.En.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Accepting_opens_one_matter_however_often_it_is_clicked()
    {
        var id = await _firm.Interview(Detained);

        var accepted = (await _firm.Accept(id)).Value;
        accepted.Number.Should().MatchRegex(@"^PKR-\d{8}-\d{3}$");
        (await _firm.Accept(id)).Value.Should().BeEquivalentTo(accepted);
        (await _firm.State(id)).Should().BeOfType<Intake.Accepted>().Which.Matter.Should().Be(accepted.MatterId);
        (await _firm.Read(_firm.Lawyer, id)).Decision.Should().BeEquivalentTo(
            new { Kind = IntakeState.Accepted, By = "Maria Wijaya", MatterId = accepted.MatterId });
    }

    [Theory]
    [InlineData("pihak_lawan", PartySide.Opposing)]
    [InlineData("saksi", PartySide.Other)]
    public async Task Who_is_named_stands_where_the_question_puts_them_and_else_on_nobodys_side(string question, PartySide side)
    {
        var source = PracticePacks.All.Single(pack => pack.Name == "legal-id").Sources.Single(text => text.StartsWith("key: criminal", StringComparison.Ordinal));
        (await Publish(source.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("pihak_lawan", question, StringComparison.Ordinal)))
            .Value.Version.Should().Be(2);

        var matter = (await _firm.Accept(await _firm.Interview(Detained))).Value.MatterId;

        (await _firm.Events.Load(MatterStream.Of(_firm.Tenant, matter), StreamBound.Whole, CancellationToken.None))
            .Select(envelope => envelope.Event).OfType<PartyAdded>().Select(party => (party.Name.Value, party.Side, party.Role))
            .Should().Equal(("Siti Rahma", PartySide.Client, "client"), ("Bambang Sutrisno", side, question));
    }

    [Fact]
    public async Task A_client_who_stands_on_the_other_side_waits_for_a_lawyers_waiver()
    {
        await _firm.IndexParties((await _firm.Accept(await _firm.Interview(Detained))).Value.MatterId);
        string[] opponent = [.. Detained];
        opponent[9] = "Siti Rahma";
        opponent[11] = "Joko Widagdo";
        var id = await _firm.Interview(opponent);

        var waiting = (await _firm.Accept(id)).Value;
        waiting.IsOpen.Should().BeFalse();
        waiting.Hits.Should().ContainSingle().Which.Responsible.Should().Be("Maria Wijaya");
        (await _firm.State(id)).Should().BeOfType<Intake.Submitted>();

        (await _firm.Accept(id, "Kepentingan tidak bertentangan")).Value.IsOpen.Should().BeTrue();
        (await _firm.State(id)).Should().BeOfType<Intake.Accepted>();
    }

    [Fact]
    public async Task An_intake_that_still_asks_is_not_accepted() =>
        (await _firm.Accept(await _firm.Interview(Detained[..3]))).Refusal.Should().Be(IntakeRefusals.NotSubmitted);

    [Fact]
    public async Task Declining_keeps_the_reason_with_the_decision()
    {
        var id = await _firm.Interview(Detained);
        var handler = new DecideIntakeHandler(_firm.Events);
        (await handler.Handle(new DeclineIntake(_firm.Lawyer, id, "Di luar bidang kami", FirmWithIntakes.NewCause()), CancellationToken.None))
            .Refusal.Should().BeNull();
        (await _firm.Read(_firm.Lawyer, id)).Decision.Should().BeEquivalentTo(new { Kind = IntakeState.Declined, Reason = "Di luar bidang kami" });
    }

    [Fact]
    public async Task A_running_session_stays_on_its_version_when_a_newer_one_is_published()
    {
        var id = await _firm.Interview(Detained[..2]);
        var source = PracticePacks.All.Single(pack => pack.Name == "legal-id").Sources.Single(text => text.StartsWith("key: criminal", StringComparison.Ordinal));

        (await Publish(source)).Value.Faults.Should().BeEmpty("publishing what is published changes nothing");
        (await Publish(source.Replace("Sudah ditahan", "Ditahan", StringComparison.Ordinal))).Refusal.Should().Be(DefinitionRefusals.VersionNotNewer);
        var newer = source.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("Sudah ditahan", "Ditahan", StringComparison.Ordinal);
        (await Publish(newer)).Value.Version.Should().Be(2);

        var session = ((Intake.Known)await _firm.State(id)).Session;
        var pinned = await _firm.Definitions.Pinned(_firm.Tenant, session.Start, session.Pins, CancellationToken.None);
        pinned["criminal"].Version.Should().Be(1);
        (await _firm.Definitions.Published(_firm.Tenant, "triage", CancellationToken.None))!["criminal"].Version.Should().Be(2);
        await _firm.Do(id, session.Client, new IntakeCommand.Answer(
            ClientInput.Typed("Sudah ditahan"), pinned, FirmWithIntakes.Granted, await _firm.Contexts.Now(_firm.Tenant, CancellationToken.None)));
    }

    [Fact]
    public async Task A_definition_with_faults_is_not_published_and_says_where()
    {
        var source = PracticePacks.All.Single(pack => pack.Name == "legal-id").Sources.Single(text => text.StartsWith("key: land", StringComparison.Ordinal));
        var faulty = source.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("next: luas", "next: hilang", StringComparison.Ordinal);
        var publication = (await Publish(faulty)).Value;
        publication.Version.Should().BeNull();
        publication.Faults.Should().Contain(fault => fault.Code == "target_missing" && fault.Question == "lokasi" && fault.Line > 0);
        (await _firm.Definitions.Published(_firm.Tenant, "triage", CancellationToken.None))!["land"].Version.Should().Be(1);
    }

    [Fact]
    public async Task Numbers_have_no_gaps_and_no_twins_when_many_take_them_at_once()
    {
        var format = NumberFormat.Parse("INT-{yyyyMMdd}-{seq:000}");
        var day = new DateOnly(2026, 11, 21);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(TakeOne)));
        numbers.Order(StringComparer.Ordinal).Should().Equal(Enumerable.Range(1, 30).Select(n => $"INT-20261121-{n:000}"));

        async Task<string> TakeOne()
        {
            while (true)
            {
                var taken = await _firm.Events.Transact(
                    new Provenance(Actor.System("test"), FirmWithIntakes.NewCause(), Guid.NewGuid()),
                    transaction => transaction.TakeNumber(_firm.Tenant, format, day), CancellationToken.None);
                if (!taken.IsRefused)
                {
                    return taken.Value;
                }

                taken.Refusal.Kind.Should().Be(RefusalKind.Conflict);
            }
        }
    }

    private async Task<Result<DefinitionPublication>> Publish(string source)
    {
        var key = DefinitionReader.Read(source).Definition!.Key;
        (await new DraftDefinitionHandler(_firm.Events, new DefinitionReader())
            .Handle(new DraftDefinition(_firm.Lawyer, key, source, FirmWithIntakes.NewCause()), CancellationToken.None)).Refusal.Should().BeNull();
        return await new PublishDefinitionHandler(_firm.Events, new DefinitionReader())
            .Handle(new PublishDefinition(_firm.Lawyer, key, FirmWithIntakes.NewCause()), CancellationToken.None);
    }
}

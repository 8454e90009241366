using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Application.Tests.Conversations;

public sealed class ReceiveMessageTests : IAsyncLifetime
{
    private Office _office = null!;
    private ClientPhone _rina = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.Open();
        _rina = new ClientPhone(_office);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_wamid_is_received_once_however_often_it_is_delivered()
    {
        var message = _rina.Message(text: "Selamat siang");
        await _rina.Hands(message);
        await _rina.Hands(message);

        _office.All<MessageReceived>().Should().ContainSingle();
        _office.All<ConversationOpened>().Should().ContainSingle();
        _office.Meta.Texts.Should().ContainSingle();
    }

    [Fact]
    public async Task Words_before_consent_are_kept_for_a_day_only()
    {
        await _rina.Writes("Kakak saya ditahan polisi");

        DestroyedAt(0).Should().Be(_office.Clock.Now + TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task Consent_keeps_the_words_before_it_and_those_after_it()
    {
        await _rina.Writes("Kakak saya ditahan polisi");
        await _rina.Agrees();
        await _rina.Writes("Ada yang ditahan");

        Enumerable.Range(0, 3).Select(DestroyedAt).Should().AllBeEquivalentTo((DateTimeOffset?)null);
    }

    [Fact]
    public async Task A_reaction_opens_no_window_and_is_no_turn_of_the_dialogue()
    {
        await _rina.Hands(_rina.Message(type: "reaction", text: "👍"));

        _office.All<MessageReceived>().Single().OpensWindow.Should().BeFalse();
        _office.Meta.Texts.Should().BeEmpty();
    }

    [Fact]
    public async Task The_record_shows_no_more_of_the_number_than_its_last_digits()
    {
        await _rina.Writes("Selamat siang");

        _office.All<ConversationOpened>().Single().Label.Value.Should().Be("•••0001");
    }

    [Fact]
    public async Task An_edit_leaves_the_first_words_and_names_what_it_changes_in_either_order()
    {
        var first = _rina.Message(text: "Kakak saya ditahan");
        var edit = _rina.Message(type: "edit", text: "Adik saya ditahan") with { RefersTo = first.Wamid, Subtype = "text" };
        await _rina.Hands(edit);
        await _rina.Hands(first);

        var edited = _office.All<MessageEdited>().Should().ContainSingle().Subject;
        edited.Original.Should().Be(_office.All<MessageReceived>()[1].Message);
        var shown = (await Shown()).Where(message => message.Direction == MessageDirection.Inbound).ToArray();
        shown.Should().HaveCount(2, "what is not there yet stands on no timeline, and stands there once it came");
        shown.Single(message => message.Id == edited.Original.Value).Should().BeEquivalentTo(
            new { Text = "Kakak saya ditahan", Edited = true, EditedText = "Adik saya ditahan" });
    }

    [Fact]
    public async Task A_revoked_message_stays_and_is_marked()
    {
        var first = _rina.Message(text: "Salah kirim");
        await _rina.Hands(first);
        await _rina.Hands(_rina.Message(type: "revoke") with { RefersTo = first.Wamid });

        _office.All<MessageRevoked>().Should().ContainSingle();
        (await Shown()).Should().Contain(message => message.Text == "Salah kirim" && message.Revoked);
    }

    [Fact]
    public async Task A_reaction_and_its_removal_are_shown_at_the_message_they_are_about()
    {
        await _rina.Writes("Selamat siang");
        var question = _office.Meta.Asked.Single().Message;
        var wamid = PhoneOfMeta.WamidOf(question);
        await _rina.Hands(_rina.Message(type: "reaction", text: "👍") with { RefersTo = wamid });
        (await Shown()).Single(message => message.Id == question.Value).Reaction.Should().Be("👍");

        await _rina.Hands(_rina.Message(type: "reaction") with { RefersTo = wamid });
        (await Shown()).Single(message => message.Id == question.Value).Reaction.Should().BeNull();
        _office.All<MessageReacted>().Select(reacted => reacted.To).Should().AllBeEquivalentTo((Guid?)question.Value);
    }

    [Fact]
    public async Task A_changed_number_is_one_history_with_the_new_label()
    {
        await _rina.Writes("Selamat siang");
        var to = new WhatsAppIdentity("628125559999", null);
        _office.Identities.Findings[to] = ([new JoinedName(IdentityKind.Phone, new BlindIndex("ee"))], []);
        await _rina.Hands(_rina.Message(type: "system", text: "User changed number") with { Subtype = "user_changed_number", ChangedTo = to });

        _office.All<ConversationOpened>().Should().ContainSingle();
        _office.All<ClientIdentityChanged>().Single().Label.Value.Should().Be("•••9999");
        (await Shown()).Select(message => message.Type).Should().Contain("identity_changed");
        (await _office.Views.Find<InboxEntry>(_office.Tenant, _rina.Conversation.Value, CancellationToken.None))!.Label.Value.Should().Be("•••9999");
    }

    [Fact]
    public async Task Two_clients_with_one_name_are_both_put_in_doubt_and_a_person_settles_it()
    {
        var other = new ClientPhone(_office, "628125550002");
        await other.Writes("Saya pemilik lama");
        var (wasOwner, place) = (other.Client, other.Conversation);
        var rina = new WhatsAppIdentity("628125550001", null);
        _office.Identities.Findings[rina] = ([], [new ContestedName(IdentityKind.Phone, new BlindIndex("ee"), wasOwner)]);
        await _rina.Hands(_rina.Message(text: "Halo"));
        await _rina.Hands(_rina.Message(text: "Halo lagi"));

        _office.All<ClientIdentityContested>().Select(contested => (contested.Client, contested.Other))
            .Should().BeEquivalentTo([(_rina.Client, wasOwner), (wasOwner, _rina.Client)], "each once, however often they write");
        (await Entry(place)).IdentityInDoubt.Should().BeTrue();

        (await new SettleIdentityHandler(_office.Events).Handle(
            new SettleIdentity(_office.Lawyer, place, "Nomor lama, orang lain", Office.NewCause()), CancellationToken.None)).IsRefused.Should().BeFalse();
        (await Entry(place)).IdentityInDoubt.Should().BeFalse();
        (await Entry(_rina.Conversation)).IdentityInDoubt.Should().BeTrue("nobody has looked at that one");
    }

    [Fact]
    public async Task A_changed_security_code_is_an_event_of_its_own()
    {
        await _rina.Hands(_rina.Message(type: "system", text: "Security code changed") with { Subtype = "customer_identity_changed" });
        _office.All<ClientSecurityCodeChanged>().Should().ContainSingle().Which.Message.Should().Be(_office.All<MessageReceived>().Single().Message);
    }

    private async Task<InboxEntry> Entry(ConversationId conversation) =>
        (await _office.Views.Find<InboxEntry>(_office.Tenant, conversation.Value, CancellationToken.None))!;

    private async Task<IReadOnlyList<MessageView>> Shown() => (await _office.Timeline(_rina.Conversation)).Items;

    private DateTimeOffset? DestroyedAt(int message) =>
        _office.Contents.DestroyedAt(_office.Tenant, (ContentRef)_office.All<MessageReceived>()[message].Content!);
}

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

    private DateTimeOffset? DestroyedAt(int message) =>
        _office.Contents.DestroyedAt(_office.Tenant, (ContentRef)_office.All<MessageReceived>()[message].Content!);
}

using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Application.Tests.Assist;

public sealed class ClassifyConversationTests : IAsyncLifetime
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
    public async Task Nothing_is_classified_before_consent()
    {
        await _rina.Writes("Kakak saya ditahan polisi");
        await _rina.Writes("Tolong jawab dulu, ini mendesak sekali");

        _office.All<SuggestionOffered>().Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_client_wrote_before_the_grant_is_classified_once_it_is_there()
    {
        await _rina.Writes("Kakak saya ditahan polisi");
        await _rina.Agrees();

        _office.All<SuggestionOffered>().Should().ContainSingle().Which.Labels!.PracticeArea.Should().Be("criminal");
    }

    [Fact]
    public async Task The_label_shows_in_the_inbox()
    {
        await _rina.Writes("Kakak saya ditahan polisi");
        await _rina.Agrees();

        (await _office.Views.Find<InboxEntry>(_office.Tenant, _rina.Conversation.Value, CancellationToken.None))!
            .Class!.Labels.Urgency.Should().Be("critical");
    }

    [Fact]
    public async Task Nothing_is_classified_after_a_withdrawal()
    {
        await _rina.Writes("Kakak saya ditahan polisi");
        await _rina.Agrees();
        await _rina.Writes("BERHENTI");
        await _rina.Writes("Saya masih punya satu pertanyaan lagi");

        _office.All<SuggestionOffered>().Should().ContainSingle();
    }

    [Fact]
    public async Task One_word_answers_are_not_classified()
    {
        await _rina.Writes("Halo");
        await _rina.Agrees();
        await _rina.Writes("keluarga");

        _office.All<SuggestionOffered>().Should().BeEmpty();
    }
}

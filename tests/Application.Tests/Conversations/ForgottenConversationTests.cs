using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Conversations;

/// <summary>What time does to a conversation that somebody took over, or put aside.</summary>
public sealed class ForgottenConversationTests
{
    [Fact]
    public async Task A_holder_who_does_nothing_for_as_long_as_the_firm_allows_loses_the_conversation()
    {
        var (office, conversation) = await Opened();
        await Do(office, new TakeOverConversation(office.Lawyer, conversation, Office.NewCause()));

        await office.Pass(TimeSpan.FromHours(4) - TimeSpan.FromMinutes(1));
        office.All<ConversationGivenBack>().Should().BeEmpty();
        await office.Pass(TimeSpan.FromMinutes(1));

        office.All<ConversationGivenBack>().Should().Equal(new ConversationGivenBack(conversation, By: null));
    }

    [Fact]
    public async Task Whoever_did_something_meanwhile_keeps_it_as_long_again()
    {
        var (office, conversation) = await Opened();
        await Do(office, new TakeOverConversation(office.Lawyer, conversation, Office.NewCause()));
        await office.Pass(TimeSpan.FromHours(3));
        await office.Note(conversation, "Menunggu dokumen dari keluarga.");

        await office.Pass(TimeSpan.FromHours(3));
        office.All<ConversationGivenBack>().Should().BeEmpty();
        await office.Pass(TimeSpan.FromHours(1));

        office.All<ConversationGivenBack>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_snoozed_conversation_wakes_at_its_moment_once()
    {
        var (office, conversation) = await Opened();
        var manage = new ManageConversationHandler(office.Events, office.Clock);
        (await manage.Handle(new SnoozeConversation(office.Lawyer, conversation, office.Clock.Now.AddHours(20), Office.NewCause()), default)).IsRefused.Should().BeFalse();
        (await office.Views.Find<InboxEntry>(office.Tenant, conversation.Value, default))!.Standing.Should().Be(Standing.Snoozed);

        await office.Pass(TimeSpan.FromHours(21));
        await office.HearEverythingAgain();

        office.All<ConversationWoken>().Should().Equal(new ConversationWoken(conversation, WakeReason.Time));
        (await office.Views.Find<InboxEntry>(office.Tenant, conversation.Value, default))!.Standing.Should().Be(Standing.Open);
    }

    [Fact]
    public async Task Nobody_gets_a_conversation_who_is_not_of_the_firm()
    {
        var (office, conversation) = await Opened();

        var assigned = await new AssignConversationHandler(office.Events)
            .Handle(new(office.Lawyer, conversation, new StaffId(Guid.NewGuid()), Office.NewCause()), default);

        assigned.Refusal.Should().Be(ConversationRefusals.AssigneeUnknown);
    }

    private static async Task<(Office Office, ConversationId Conversation)> Opened()
    {
        var office = await Office.Open();
        await new ClientPhone(office).Writes("Selamat siang");
        return (office, office.All<ConversationOpened>().Single().Conversation);
    }

    private static async Task Do(Office office, TakeOverConversation request)
    {
        (await new HoldConversationHandler(office.Events).Handle(request, default)).IsRefused.Should().BeFalse();
        await office.Settle();
    }
}

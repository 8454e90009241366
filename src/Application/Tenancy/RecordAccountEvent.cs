using System.Diagnostics;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Templates;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Takes into the record what Meta says of an account, its numbers and its templates. Idempotent by the event's id.</summary>
internal sealed class RecordAccountEvent(IEventStore events, IChannelCatalog channels, IIdentityVault identities) : IBusConsumer
{
    public string Topic => Topics.AccountEvent;

    public Task Handle(BusMessage message, CancellationToken cancellationToken)
    {
        var told = BusJson.Read<WebhookEvent>(message.Body);
        return told.Change switch
        {
            AccountChange.Template template => Record(message.Tenant, told, template, cancellationToken),
            AccountChange.Preference preference => Record(message.Tenant, told, preference, cancellationToken),
            AccountChange.Quality quality => Record(
                message.Tenant, told, quality.Number, channel => new ChannelQualityChanged(channel, quality.Change, quality.Limit, told.At), cancellationToken),
            AccountChange.DisplayName name => Record(
                message.Tenant, told, name.Number,
                channel => new ChannelNameReviewed(channel, name.Decision, name.Requested, name.Reason, told.At), cancellationToken),
            AccountChange.Problem problem => Record(
                message.Tenant, told, null, channel => new ChannelProblemReported(channel, problem.Codes, told.At), cancellationToken),
            AccountChange.Other other => Record(
                message.Tenant, told, null,
                channel => new AccountNoticeReceived(channel, told.Field, other.What, other.Severity, told.RawPayloadRef, told.At), cancellationToken),
            _ => throw new UnreachableException(told.Change.GetType().Name),
        };
    }

    private async Task Record(TenantId tenant, WebhookEvent told, AccountChange.Template change, CancellationToken cancellationToken)
    {
        var template = TemplateStream.For(tenant, change.MetaId);
        TemplateEvent @event = change.Aspect switch
        {
            TemplateAspect.Status => new TemplateStatusChanged(
                template, change.Name, change.Language, change.Value, change.Reason, change.Category, told.At),
            TemplateAspect.Quality => new TemplateQualityChanged(template, change.Name, change.Language, change.Value, change.Previous, told.At),
            TemplateAspect.Category or TemplateAspect.AnnouncedCategory => new TemplateCategoryChanged(
                template, change.Name, change.Language, change.Value, change.Previous, change.Aspect == TemplateAspect.AnnouncedCategory, told.At),
            _ => throw new UnreachableException(change.Aspect.ToString()),
        };
        (await events.Transact(
            TemplateStream.Of(tenant, template), Template.Decider, new TemplateCommand.Hear(@event), By(told, template.Value), cancellationToken)).OrThrow();
    }

    private async Task Record(
        TenantId tenant, WebhookEvent told, string? number, Func<ChannelId, ChannelEvent> @event, CancellationToken cancellationToken)
    {
        // Meta names the number as it is shown; where it names none, the account's first stands for all.
        var named = number is null ? null : (await channels.List(tenant, cancellationToken)).FirstOrDefault(channel => Digits(channel.DisplayPhoneNumber) == number);
        var concerned = named?.Id ?? new ChannelId(told.Channel);
        (await events.Transact(
            new StreamId(tenant, "channel", concerned.Value), ChannelStanding.Decider, @event(concerned), By(told, concerned.Value), cancellationToken)).OrThrow();
    }

    private async Task Record(TenantId tenant, WebhookEvent told, AccountChange.Preference preference, CancellationToken cancellationToken)
    {
        var at = preference.At is { } chosen && chosen < told.ReceivedAt ? chosen : told.At;
        var client = (await identities.Resolve(tenant, preference.Client, at, cancellationToken)).Client;
        var conversation = ConversationStream.Between(new ChannelId(told.Channel), client);
        (await events.Transact(
            ConversationStream.Of(tenant, conversation), Conversation.Decider,
            new ConversationCommand.ChangeMarketingPreference(conversation, client, preference.Stopped, at),
            By(told, conversation.Value) with { Actor = Actor.Client(client), About = client }, cancellationToken)).OrThrow();
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    private static Provenance By(WebhookEvent told, Guid correlation) =>
        new(Actor.System("whatsapp"), CauseId.Of($"webhook/{told.EventId}"), correlation);
}

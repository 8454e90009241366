using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Web.Api;

/// <summary>What keeps the installation running: its numbers, what failed, and finding a message that Meta names.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        var letters = app.MapApi("/dead-letters", "Operations").RequireAuthorization(Policies.Operations);
        letters.MapGet("/", ReadLetters).WithName(nameof(ReadDeadLetters));
        letters.MapPost("/{id:guid}/retry", Retry).WithName(nameof(RetryDeadLetter));
        letters.MapPost("/retry", RetryAll).WithName(nameof(RetryDeadLetters));

        var subscriptions = app.MapApi("/subscriptions", "Operations").RequireAuthorization(Policies.Operations);
        subscriptions.MapGet("/", Subscriptions).WithName(nameof(ReadSubscriptions));
        subscriptions.MapPost("/resume", Resume).WithName(nameof(ResumeSubscription));
        subscriptions.MapPost("/rebuild", Rebuild).WithName(nameof(RebuildView));

        app.MapApi("/quarantine", "Operations").RequireAuthorization(Policies.Operations).MapGet("/", ReadWaiting).WithName(nameof(ReadQuarantine));

        var channels = app.MapApi("/channels", "Channels").RequireAuthorization(Policies.Admin);
        channels.MapGet("/", Channels).WithName(nameof(ReadChannels));
        channels.MapPost("/", Connect).WithName(nameof(ConnectChannel));

        app.MapApi("/messages", "Messages").MapPost("/lookup", LookUp).WithName(nameof(LookUpMessages));
    }

    private static async Task<Results<Ok<Page<Letter>>, ProblemHttpResult>> ReadLetters(
        [AsParameters] Cursor cursor, string? kind, string? name, bool? waiting, Caller caller, IMediator mediator, CancellationToken cancellationToken)
    {
        var letters = await mediator.Send(
            new ReadDeadLetters(caller, new DeadLetterFilter(kind, name, waiting), cursor.ToPage(descending: true)), cancellationToken);
        return letters.Map(page => new Page<Letter>([.. page.Items.Select(Letter.Of)], page.Next)).ToOk();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Retry(
        Guid id, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new RetryDeadLetter(caller, id, cause.Id), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<DeadLettersRetried>, ProblemHttpResult>> RetryAll(
        LettersBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new RetryDeadLetters(caller, body.Kind, body.Name, cause.Id), cancellationToken)).ToOk();

    private static async Task<Results<Ok<Page<Subscription>>, ProblemHttpResult>> Subscriptions(
        Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadSubscriptions(caller), cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Resume(
        SubscriptionName body, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ResumeSubscription(caller, body.Name), cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> Rebuild(
        SubscriptionName body, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new RebuildView(caller, body.Name), cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<Page<QuarantinedChanges>>, ProblemHttpResult>> ReadWaiting(
        Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ReadQuarantine(caller), cancellationToken)).ToOk();

    private static async Task<Results<Ok<Page<Channel>>, ProblemHttpResult>> Channels(Caller caller, IMediator mediator, CancellationToken cancellationToken)
    {
        var channels = await mediator.Send(new ReadChannels(caller), cancellationToken);
        return channels.Map(page => new Page<Channel>([.. page.Items.Select(Channel.Of)], page.Next)).ToOk();
    }

    private static async Task<Results<Created<Channel>, ProblemHttpResult>> Connect(
        ChannelBody body, Caller caller, RequestCause cause, IMediator mediator, CancellationToken cancellationToken)
    {
        var registration = new ChannelRegistration(
            new ChannelId(cause.Id.Value), body.PhoneNumberId, body.WabaId, body.DisplayPhoneNumber,
            new ChannelSecrets(body.AccessToken, body.AppSecret, body.VerifyToken));
        var connected = await mediator.Send(new ConnectChannel(caller, registration), cancellationToken);
        return connected.Map(Channel.Of).ToCreated(channel => $"{ApiRoutes.Root}/channels/{channel.Id}");
    }

    private static async Task<Results<Ok<MessagesFound>, ProblemHttpResult>> LookUp(
        LookUpBody body, Caller caller, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new LookUpMessages(caller, body.Wamids ?? []), cancellationToken)).ToOk();

    internal sealed record Letter(
        Guid Id, string Kind, string Name, string Reference, string Reason, int Attempts, DateTimeOffset At, DateTimeOffset? RetriedAt)
    {
        public static Letter Of(DeadLetter letter) => new(
            letter.Id, letter.Kind, letter.Name, letter.Reference, letter.Reason, letter.Attempts, letter.At, letter.RetriedAt);
    }

    /// <summary>Which letters; all that wait where nothing is named.</summary>
    internal sealed record LettersBody(string? Kind, string? Name);

    /// <param name="Name">As listed; in the body because it may hold a slash.</param>
    internal sealed record SubscriptionName(string Name);

    internal sealed record ChannelBody(
        string PhoneNumberId, string WabaId, string DisplayPhoneNumber, string AccessToken, string? AppSecret, string? VerifyToken);

    /// <param name="AccessTokenEnd">Last four characters; secrets go in and never come out.</param>
    internal sealed record Channel(ChannelId Id, string PhoneNumberId, string WabaId, string DisplayPhoneNumber, string AccessTokenEnd)
    {
        public static Channel Of(RegisteredChannel channel) =>
            new(channel.Id, channel.PhoneNumberId, channel.WabaId, channel.DisplayPhoneNumber, channel.AccessTokenEnd);
    }

    internal sealed record LookUpBody(IReadOnlyList<string>? Wamids);
}

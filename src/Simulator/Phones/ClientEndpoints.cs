using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Graph;
using Lawyers.Hub.Simulator.Statuses;
using Lawyers.Hub.Simulator.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Simulator.Phones;

/// <summary>The control API of the clients' phones.</summary>
internal static class ClientEndpoints
{
    public static void MapClients(this IEndpointRouteBuilder app)
    {
        var clients = app.MapGroup("/simulator/clients");
        clients.MapGet("/", List);
        clients.MapGet("/{phone}/messages", Read);
        clients.MapPost("/{phone}/messages", Write);
        clients.MapPost("/{phone}/read", Open);
        clients.MapGet("/{phone}/events", Listen);
        app.MapGet("/simulator/contact", Contact);
    }

    /// <summary>As on a phone, the latest on top.</summary>
    private static IEnumerable<object> List(Chats chats) =>
        chats.All
            .Where(chat => !chat.Messages.IsEmpty)
            .OrderByDescending(chat => chat.Messages[^1].Timestamp)
            .Select(chat => new { phone = "+" + chat.Phone, name = chat.ProfileName, messages = chat.Messages.Count });

    private static IResult Read(ClientPhone phone, Chats chats) =>
        GraphAnswer.Of(new JsonArray([.. chats.Of(phone.Digits).Messages.Select(MessageView.Of)]));

    private static async Task<IResult> Write(
        ClientPhone phone, HttpRequest request, ChannelDirectory channels, ClientWriting writing, CancellationToken cancellationToken)
    {
        if (await request.ReadObject(cancellationToken) is not { } body)
        {
            return Refused("The body must be a JSON object.");
        }
        if (channels.First is not { } first)
        {
            return NoChannelYet.Answer;
        }
        var channel = body.TextAt("phoneNumberId") is { } chosen ? channels.OfNumber(chosen) : first;
        if (channel is null)
        {
            return Refused("phoneNumberId is not known.");
        }
        var (message, problem) = ClientMessage.Read(body);
        return message is null
            ? Refused(problem!)
            : TypedResults.Ok(new { wamid = await writing.Write(channel, phone, message, body, cancellationToken) });
    }

    private static NoContent Open(ClientPhone phone, StatusProgress progress)
    {
        progress.Open(phone.Digits);
        return TypedResults.NoContent();
    }

    private static ServerSentEventsResult<JsonNode> Listen(ClientPhone phone, ChatFeed feed, IHostApplicationLifetime lifetime, HttpContext http)
    {
        // An open page must not hold the process back when it is told to stop.
        var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.RegisterForDispose(ends);
        return TypedResults.ServerSentEvents(feed.Listen(phone.Digits, ends.Token));
    }

    /// <summary>Whom a client writes to.</summary>
    private static IResult Contact(ChannelDirectory channels) => channels.First is { } channel
        ? TypedResults.Ok(new { displayPhoneNumber = channel.DisplayPhoneNumber })
        : NoChannelYet.Answer;

    private static ProblemHttpResult Refused(string why) => TypedResults.Problem(why, statusCode: StatusCodes.Status400BadRequest);
}

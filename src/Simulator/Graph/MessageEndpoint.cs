using System.Text.Json;
using System.Text.Json.Nodes;
using Lawyers.Hub.Simulator.Channels;
using Lawyers.Hub.Simulator.Faults;
using Lawyers.Hub.Simulator.Phones;
using Lawyers.Hub.Simulator.Wire;

namespace Lawyers.Hub.Simulator.Graph;

/// <summary>POST /{version}/{phone-number-id}/messages: sends, and marks what the client wrote as read.</summary>
internal static class MessageEndpoint
{
    public static void MapMessages(this IEndpointRouteBuilder app) => app.MapPost($"/{GraphAnswer.Version}/{{phoneNumberId}}/messages", Post);

    private static async Task<IResult> Post(
        string phoneNumberId, HttpContext http, GraphAccess access, MessageAcceptance acceptance, ReadReceipts receipts, FaultBoard faults,
        CancellationToken cancellationToken)
    {
        var (channel, refusal) = access.ToNumber(http.Request, phoneNumberId);
        if (channel is null)
        {
            return GraphAnswer.Of(refusal!);
        }
        if (await http.Request.ReadObject(cancellationToken) is not { } body)
        {
            return GraphAnswer.Of(GraphError.Unsupported("The request body is no JSON object."));
        }
        if (body.At("status") is not null)
        {
            return receipts.Mark(channel, body) is { } problem ? GraphAnswer.Of(problem) : GraphAnswer.Success;
        }
        var phone = body.TextAt("to") is { } to ? ClientPhone.FromDialled(to)?.Digits : null;
        return await Send(channel, body, http, acceptance, faults.Strike(FaultTarget.Send, phone), cancellationToken);
    }

    private static async Task<IResult> Send(
        BusinessChannel channel, JsonElement body, HttpContext http, MessageAcceptance acceptance, Fault? fault, CancellationToken cancellationToken)
    {
        if (fault is { Kind: FaultKind.Error, Asynchronous: false })
        {
            return GraphAnswer.Of(new GraphError(fault.Code ?? 131000, "A fault of the simulator."));
        }
        if (fault is { Kind: FaultKind.Slow })
        {
            await Task.Delay(fault.Delay, cancellationToken);
        }
        var (sent, problem) = acceptance.Accept(channel, body, fault);
        if (sent is null)
        {
            return GraphAnswer.Of(problem!);
        }
        if (fault is { Kind: FaultKind.Timeout })
        {
            await FaultyAnswer.KeepHanging(http, fault);
        }
        return GraphAnswer.Of(Answer(body, sent));
    }

    private static JsonObject Answer(JsonElement body, ChatMessage sent)
    {
        var byPhone = body.TextAt("to") is { Length: > 0 };
        var contact = byPhone
            ? new JsonObject { ["input"] = body.TextAt("to"), ["wa_id"] = sent.Phone }
            : new JsonObject { ["input"] = body.TextAt("recipient"), ["user_id"] = body.TextAt("recipient") };
        var message = new JsonObject { ["id"] = sent.Wamid };
        if (sent.Type == "template")
        {
            message["message_status"] = "accepted";
        }
        return new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(contact),
            ["messages"] = new JsonArray(message),
        };
    }
}

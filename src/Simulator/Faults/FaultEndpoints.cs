using Microsoft.AspNetCore.Http.HttpResults;

namespace Lawyers.Hub.Simulator.Faults;

internal static class FaultEndpoints
{
    private const int DefaultSlowMilliseconds = 2_000;
    private const int DefaultTimeoutMilliseconds = 30_000;

    public static void MapFaults(this IEndpointRouteBuilder app)
    {
        app.MapGet("/simulator/faults", (FaultBoard board) => board.Active);
        app.MapPost("/simulator/faults", Add);
        app.MapDelete("/simulator/faults", Clear);
    }

    private static IResult Add(FaultOrder order, FaultBoard board)
    {
        if (Problem(order) is { } problem)
        {
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        }
        var (target, kind) = (order.Target!.Value, order.Kind!.Value);
        DateTimeOffset? until = order.Seconds is > 0 ? TimeProvider.System.GetUtcNow().AddSeconds(order.Seconds.Value) : null;
        var delay = order.DelayMilliseconds ?? (kind == FaultKind.Timeout ? DefaultTimeoutMilliseconds : DefaultSlowMilliseconds);
        var fault = new Fault(target, kind, order.Code, order.Rate ?? 1, until, TimeSpan.FromMilliseconds(delay), order.Asynchronous ?? false, order.Phone);
        board.Add(fault);
        return TypedResults.Ok(fault);
    }

    private static string? Problem(FaultOrder order) => order switch
    {
        { Target: null } => "target must be send, media or webhook.",
        { Kind: null } => "kind must be error, timeout, slow, duplicate or reorder.",
        { Rate: < 0 or > 1 } => "rate must be between 0 and 1.",
        { Seconds: < 0 or > 86400 } => "seconds must be between 0 and 86400; 0 lasts until it is cleared.",
        { DelayMilliseconds: < 0 or > 300_000 } => "delayMilliseconds must be between 0 and 300000.",
        { Phone: not null, Target: not FaultTarget.Send } => "phone narrows sends only.",
        { Phone: { } phone } when !phone.All(char.IsAsciiDigit) => "phone must be digits alone.",
        { Target: FaultTarget.Media, Kind: FaultKind.Duplicate or FaultKind.Reorder } => "Media can neither be duplicated nor reordered.",
        _ => null,
    };

    private static NoContent Clear(FaultBoard board)
    {
        board.Clear();
        return TypedResults.NoContent();
    }

    private sealed record FaultOrder(
        FaultTarget? Target, FaultKind? Kind, int? Code, double? Rate, double? Seconds, int? DelayMilliseconds, bool? Asynchronous,
        string? Phone);
}

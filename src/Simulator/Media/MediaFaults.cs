using Lawyers.Hub.Simulator.Faults;
using Lawyers.Hub.Simulator.Graph;

namespace Lawyers.Hub.Simulator.Media;

/// <summary>Trouble with media, before the route is asked.</summary>
internal sealed class MediaFaults(FaultBoard faults) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (faults.Strike(FaultTarget.Media) is not { } fault)
        {
            return await next(context);
        }
        if (fault.Kind == FaultKind.Error)
        {
            return GraphAnswer.Of(new GraphError(fault.Code ?? 131000, "A fault of the simulator."));
        }
        if (fault.Kind == FaultKind.Timeout)
        {
            await FaultyAnswer.KeepHanging(context.HttpContext, fault);
            return Results.Empty;
        }
        await Task.Delay(fault.Delay, context.HttpContext.RequestAborted);
        return await next(context);
    }
}

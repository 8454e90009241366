using FluentValidation;
using Lawyers.Hub.Domain.Outcomes;
using MediatR;

namespace Lawyers.Hub.Application.Pipeline;

/// <summary>Refuses a malformed request before its handler sees it, with every fault in one message.</summary>
public sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var faults = validators.SelectMany(validator => validator.Validate(request).Errors).Select(fault => fault.ErrorMessage).ToArray();
        return faults.Length == 0
            ? next()
            : Task.FromResult(TResponse.Refuse(Refusal.Invalid("invalid_request", string.Join(" ", faults))));
    }
}

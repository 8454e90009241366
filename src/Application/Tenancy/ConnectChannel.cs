using FluentValidation;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>Enters one of the firm's WhatsApp numbers, or its new secrets.</summary>
public sealed record ConnectChannel(Caller Caller, ChannelRegistration Channel) : IRequest<Result<RegisteredChannel>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class ConnectChannelValidator : AbstractValidator<ConnectChannel>
{
    public ConnectChannelValidator()
    {
        RuleFor(request => request.Channel.PhoneNumberId).NotEmpty().MaximumLength(40).Matches("^[0-9]+$");
        RuleFor(request => request.Channel.WabaId).NotEmpty().MaximumLength(40).Matches("^[0-9]+$");
        RuleFor(request => request.Channel.DisplayPhoneNumber).NotEmpty().MaximumLength(30);
        RuleFor(request => request.Channel.Secrets.AccessToken).NotEmpty().MaximumLength(1_000);
    }
}

internal sealed class ConnectChannelHandler(IChannelCatalog channels) : IRequestHandler<ConnectChannel, Result<RegisteredChannel>>
{
    public Task<Result<RegisteredChannel>> Handle(ConnectChannel request, CancellationToken cancellationToken) =>
        channels.Register(request.Caller.Tenant, request.Channel, cancellationToken);
}

public sealed record ReadChannels(Caller Caller) : IRequest<Result<Page<RegisteredChannel>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.AdministerFirm;
}

internal sealed class ReadChannelsHandler(IChannelCatalog channels) : IRequestHandler<ReadChannels, Result<Page<RegisteredChannel>>>
{
    public async Task<Result<Page<RegisteredChannel>>> Handle(ReadChannels request, CancellationToken cancellationToken) =>
        new Page<RegisteredChannel>(await channels.List(request.Caller.Tenant, cancellationToken), Next: null);
}

using FluentValidation;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Policies;
using MediatR;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>Everything of the application layer, found by what it is: a new feature is wired by being written.</summary>
internal static class ApplicationParts
{
    private static readonly Type[] Roles = [typeof(IRequestHandler<,>), typeof(IValidator<>), typeof(IPolicy), typeof(IBusConsumer)];

    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddSingleton<IMediator, Mediator>();
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(AuthorisationBehavior<,>));
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        foreach (var (role, type) in Parts())
        {
            services.AddSingleton(role, type);
        }

        return services;
    }

    internal static IEnumerable<(Type Role, Type Type)> Parts() =>
        from type in typeof(IAuthorised).Assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
        from contract in type.GetInterfaces()
        where Roles.Contains(contract.IsGenericType ? contract.GetGenericTypeDefinition() : contract)
        select (contract, type);
}

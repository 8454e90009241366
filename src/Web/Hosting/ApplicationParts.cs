using System.Reflection;
using FluentValidation;
using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Policies;
using MediatR;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>Everything of the application layer, found by what it is: a new feature is wired by being written.</summary>
internal static class ApplicationParts
{
    private static readonly Assembly Application = typeof(IAuthorised).Assembly;

    private static readonly Type[] Roles = [typeof(IRequestHandler<,>), typeof(IValidator<>), typeof(IBusConsumer), typeof(IAlarmHandler)];

    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ServiceFactory>(provider => type => provider.GetService(type)!);
        services.AddSingleton<IMediator, Mediator>();
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(AuthorisationBehavior<,>));
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        foreach (var (role, type) in Parts())
        {
            services.AddSingleton(role, type);
            AddCollaborators(services, type);
        }

        foreach (var policy in Application.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IPolicy))))
        {
            AddCollaborators(services, policy); // the policies themselves come with the subscriptions
        }

        return services;
    }

    /// <summary>What a part asks for by its class lives beside it and is made the same way.</summary>
    private static void AddCollaborators(IServiceCollection services, Type part)
    {
        var asked = part.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Where(type => type.Assembly == Application && type is { IsClass: true, IsAbstract: false });
        foreach (var type in asked)
        {
            services.TryAddSingleton(type);
            AddCollaborators(services, type);
        }
    }

    internal static IEnumerable<(Type Role, Type Type)> Parts() =>
        from type in Application.GetTypes()
        where type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
        from contract in type.GetInterfaces()
        where Roles.Contains(contract.IsGenericType ? contract.GetGenericTypeDefinition() : contract)
        select (contract, type);
}

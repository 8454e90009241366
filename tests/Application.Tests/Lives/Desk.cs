using System.Collections.Concurrent;
using System.Reflection;
using FluentValidation;
using Lawyers.Hub.Application.Assist;
using Lawyers.Hub.Application.Bus;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Application.Intakes;
using Lawyers.Hub.Application.Matters;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Application.Tests.Offices;
using Lawyers.Hub.Domain.Matters;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Intakes;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lawyers.Hub.Application.Tests.Lives;

/// <summary>Where staff's requests go in: every handler of the application behind authorisation and validation, as at the API.</summary>
internal sealed class Desk
{
    private static readonly Assembly Application = typeof(IAuthorised).Assembly;

    private readonly IMediator _mediator;

    private Desk(IMediator mediator) => _mediator = mediator;

    /// <summary>How often each request was granted, and by which code it was refused.</summary>
    public ConcurrentDictionary<(string Request, string Answer), int> Answers { get; } = new();

    public static async Task<Desk> Open(Life life)
    {
        var office = life.Office;
        var parties = new Parties();
        office.Events.Stored += parties.Keep;
        foreach (var (staff, role) in LivingStaff.Colleagues)
        {
            foreach (var command in new StaffCommand[] { new StaffCommand.Invite(staff, [role]), new StaffCommand.Activate() })
            {
                (await office.Events.Transact(
                    StaffStream.Of(office.Tenant, staff), StaffMember.Decider, command,
                    new Provenance(Actor.System("seed"), life.NewCause(), staff.Value), CancellationToken.None)).OrThrow();
            }
        }

        var services = new ServiceCollection();
        services.AddSingleton<IEventStore>(office.Events).AddSingleton<IEventReader>(office.Events).AddSingleton<IViews>(office.Views)
            .AddSingleton<IContentVault>(office.Contents).AddSingleton<IIdentityVault>(office.Identities).AddSingleton<TimeProvider>(office.Clock)
            .AddSingleton<IDefinitions>(new DefinitionCatalog(office.Events, new DefinitionReader())).AddSingleton<IStaffDirectory, Colleagues>()
            .AddSingleton<IChannelCatalog>(new OneChannel(office)).AddSingleton<IPartyIndex>(parties).AddSingleton(office.Contexts)
            .AddSingleton<IMessageClassifier>(office.Assist).AddSingleton<IMasker>(office.Assist).AddSingleton<IClientNameIndex>(office.Names)
            .AddSingleton<ServiceFactory>(provider => type => provider.GetService(type)!).AddSingleton<IMediator, Mediator>()
            .AddSingleton(typeof(IPipelineBehavior<,>), typeof(AuthorisationBehavior<,>))
            .AddSingleton(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        foreach (var type in Application.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var role in type.GetInterfaces().Where(one => one.IsGenericType
                && (one.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || one.GetGenericTypeDefinition() == typeof(IValidator<>))))
            {
                services.AddSingleton(role, type);
                AddCollaborators(services, type);
            }
        }

        return new Desk(services.BuildServiceProvider().GetRequiredService<IMediator>());
    }

    public async Task Ask<T>(IRequest<Result<T>> request)
    {
        var result = await _mediator.Send(request);
        Answers.AddOrUpdate((request.GetType().Name, result.Refusal?.Code ?? "granted"), 1, (_, count) => count + 1);
    }

    private static void AddCollaborators(ServiceCollection services, Type part)
    {
        var asked = part.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType)
            .Where(type => type.Assembly == Application && type is { IsClass: true, IsAbstract: false });
        foreach (var type in asked)
        {
            services.TryAddSingleton(type);
            AddCollaborators(services, type);
        }
    }

    /// <summary>The firm's parties by their names.</summary>
    private sealed class Parties : IPartyIndex
    {
        private readonly List<(MatterId Matter, PartySide Side, PartyName Name)> _all = [];

        public void Keep(EventEnvelope envelope)
        {
            if (envelope.Event is PartyAdded { Name.Value: { } name } added)
            {
                _all.Add((added.Matter, added.Side, PartyName.Of(name)));
            }
        }

        public Task Add(TenantId tenant, MatterId matter, PartyId party, PartySide side, PartyName name, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<PartyMatch>> Search(TenantId tenant, MatterId otherThan, PartyName name, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PartyMatch>>([.. _all.Where(one => one.Matter != otherThan && one.Name.SortedWords == name.SortedWords)
                .Select(one => new PartyMatch(one.Matter, one.Side, NameMatch.Whole))]);
    }
}

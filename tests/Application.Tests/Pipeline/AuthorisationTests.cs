using System.Reflection;
using System.Runtime.CompilerServices;
using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tests.Pipeline;

/// <summary>Every request from outside, found by reflection: a new one is covered the day it is written.</summary>
public class AuthorisationTests
{
    public static TheoryData<Type> Requests => [.. typeof(IAuthorised).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IAuthorised)))];

    [Fact]
    public void There_are_requests_to_speak_of() => Requests.Count.Should().BeGreaterThan(40);

    [Theory]
    [MemberData(nameof(Requests))]
    public void Somebody_may_do_it(Type request) => RolesOf(request).Should().NotBeEmpty();

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Nobody_else_gets_to_the_handler(Type request)
    {
        var others = Enum.GetValues<Role>().Except(RolesOf(request)).ToHashSet();

        (await IsHandled(request, others)).Should().BeFalse();
        (await IsHandled(request, [])).Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Any_one_of_its_roles_suffices(Type request)
    {
        foreach (var role in RolesOf(request))
        {
            (await IsHandled(request, [role])).Should().BeTrue(because: $"{role} may");
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_token_that_hands_in_messages_may_do_nothing_else(Type request) => RolesOf(request).Should().NotContain(Role.Ingest);

    private static IReadOnlySet<Role> RolesOf(Type request) => (IReadOnlySet<Role>)request
        .GetProperty(nameof(IAuthorised.AllowedRoles), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static Task<bool> IsHandled(Type request, HashSet<Role> roles)
    {
        var answer = request.GetInterfaces().Single(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequest<>)).GenericTypeArguments[0];
        return (Task<bool>)typeof(AuthorisationTests).GetMethod(nameof(Ask), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(request, answer).Invoke(null, [roles])!;
    }

    // The other values of the request do not matter: authorisation is asked before anybody reads them.
    private static async Task<bool> Ask<TRequest, TAnswer>(HashSet<Role> roles)
        where TRequest : IAuthorised, IRequest<TAnswer>
        where TAnswer : IOutcome<TAnswer>
    {
        var request = (TRequest)RuntimeHelpers.GetUninitializedObject(typeof(TRequest));
        var staff = new StaffId(Guid.NewGuid());
        typeof(TRequest).GetProperty(nameof(IAuthorised.Caller))!.SetValue(
            request, new Caller(new TenantId(Guid.NewGuid()), Actor.Staff(staff), staff, roles));
        var isHandled = false;
        var answer = await new AuthorisationBehavior<TRequest, TAnswer>().Handle(request, CancellationToken.None, () =>
        {
            isHandled = true;
            return Task.FromResult(default(TAnswer)!);
        });
        if (!isHandled)
        {
            RefusalOf(answer)!.Kind.Should().Be(RefusalKind.Forbidden);
        }

        return isHandled;
    }

    private static Refusal? RefusalOf<TAnswer>(TAnswer answer) =>
        (Refusal?)typeof(TAnswer).GetProperty(nameof(Result<>.Refusal))!.GetValue(answer);
}

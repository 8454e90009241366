using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Web.Tests.Hosting;

public sealed class ApplicationPartsTests
{
    [Fact]
    public void Nothing_that_is_found_by_itself_is_registered_again_by_hand() =>
        Twice(Services()).Should().BeEmpty();

    [Fact]
    public void The_same_check_finds_a_part_that_is()
    {
        var services = Services();
        var part = services.First(IsPart).ServiceType;

        services.AddSingleton(part);

        Twice(services).Should().Equal(part);
    }

    private static ServiceCollection Services()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Hub:Demo"] = "true" }).Build();
        var services = new ServiceCollection();
        services.AddApplication().AddRooms(HubSettings.Read(configuration), configuration);
        return services;
    }

    private static IEnumerable<Type> Twice(IServiceCollection services) =>
        services.Where(IsPart).GroupBy(service => service.ServiceType).Where(parts => parts.Count() > 1).Select(parts => parts.Key);

    private static bool IsPart(ServiceDescriptor service) => service.ServiceType.IsClass && service.ServiceType.Assembly == typeof(IAuthorised).Assembly;
}

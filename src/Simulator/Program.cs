using Lawyers.Hub.Simulator.Hosting;
using Microsoft.AspNetCore.Connections;

try
{
    await using var app = SimulatorHost.Build(args);
    var background = app.Services.GetRequiredService<BackgroundFailure>();
    await app.RunAsync();
    return background.Occurred ? 1 : 0;
}
catch (StartupProblem problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (IOException failure) when (failure.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"The simulator cannot listen: {failure.Message}");
    return 1;
}

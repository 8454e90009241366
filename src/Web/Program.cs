using Lawyers.Hub.Web.Api;
using Lawyers.Hub.Web.Sessions;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSessions();
builder.Services.AddApi();

var app = builder.Build();
app.UseExceptionHandler();
app.UseAuthentication();
app.UseAuthorization();
app.UseMiddleware<AntiforgeryGate>();
app.MapUnknownApiRoutes();
app.Run();

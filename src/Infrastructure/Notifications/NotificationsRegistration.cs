using Lawyers.Hub.Application.Notifications;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Infrastructure.Notifications;

public static class NotificationsRegistration
{
    /// <summary>Mail to staff.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(MailOptions.Read(configuration))
            .AddSingleton<SmtpSubmission>().AddSingleton<IStaffMail, SmtpStaffMail>();
}

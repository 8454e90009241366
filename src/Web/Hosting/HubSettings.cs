namespace Lawyers.Hub.Web.Hosting;

/// <summary>A setting that is missing or wrong; the message is one sentence that tells an operator what to do.</summary>
internal sealed class SettingsException(string message) : Exception(message);

/// <summary>Which parts this process runs.</summary>
internal enum HubRole
{
    /// <summary>Takes in webhooks.</summary>
    Gateway,

    /// <summary>Runs lanes, projections and policies.</summary>
    Worker,

    /// <summary>Answers the API and serves the dashboard.</summary>
    Dashboard,
}

/// <summary>What an operator decides about this process.</summary>
internal sealed record HubSettings(
    string DataDirectory, IReadOnlySet<HubRole> Roles, bool IsDemo, string? RuntimeConnection, string? OwnerConnection)
{
    /// <exception cref="SettingsException">Something is missing or not understood.</exception>
    public static HubSettings Read(IConfiguration configuration)
    {
        var settings = new HubSettings(
            Path.GetFullPath(configuration["Hub:DataDirectory"] is { Length: > 0 } folder ? folder : Path.Combine("artifacts", "data")),
            RolesOf(configuration["Hub:Roles"]),
            configuration.GetValue("Hub:Demo", defaultValue: false),
            configuration.GetConnectionString("Hub"),
            configuration.GetConnectionString("HubOwner"));
        CheckBus(configuration);
        if (!settings.IsDemo)
        {
            Require(configuration, "WhatsApp:AppSecret", "webhooks cannot be checked without it");
            Require(configuration, "WhatsApp:VerifyToken", "Meta's verification cannot be answered without it");
        }

        return settings;
    }

    public bool Runs(HubRole role) => Roles.Contains(role);

    private static HashSet<HubRole> RolesOf(string? names)
    {
        var roles = new HashSet<HubRole>();
        foreach (var name in (names ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            roles.Add(Enum.TryParse<HubRole>(name, ignoreCase: true, out var role) && Enum.IsDefined(role)
                ? role
                : throw new SettingsException($"Hub__Roles names '{name}', but the roles are gateway, worker and dashboard."));
        }

        return roles.Count > 0 ? roles : [.. Enum.GetValues<HubRole>()];
    }

    /// <summary>The address of the broker holds its password, so no message repeats it.</summary>
    private static void CheckBus(IConfiguration configuration)
    {
        var bus = configuration["Hub:Bus"] ?? "postgres";
        if (bus.Equals("rabbitmq", StringComparison.OrdinalIgnoreCase))
        {
            if (!Uri.TryCreate(configuration["Bus:RabbitMq:Uri"], UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps"))
            {
                throw new SettingsException("Bus__RabbitMq__Uri is not set to an address such as amqp://user:password@host:5672/, which Hub__Bus=rabbitmq needs.");
            }
        }
        else if (!bus.Equals("postgres", StringComparison.OrdinalIgnoreCase))
        {
            throw new SettingsException($"Hub__Bus is '{bus}', but the bus is either postgres or rabbitmq.");
        }
    }

    private static void Require(IConfiguration configuration, string key, string why)
    {
        if (string.IsNullOrWhiteSpace(configuration[key]))
        {
            throw new SettingsException($"{key.Replace(":", "__", StringComparison.Ordinal)} is not set: {why}. Set it, or Hub__Demo=true to try the hub out.");
        }
    }
}

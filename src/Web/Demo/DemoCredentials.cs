using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Web.Api;
using Lawyers.Hub.Web.Hosting;

namespace Lawyers.Hub.Web.Demo;

internal sealed record DemoUser(string Role, string Email, string Password);

internal sealed record DemoTokens(string Admin, string Lawyer, string Auditor, string Ingest);

internal sealed record DemoChannel(
    string PhoneNumberId, string WabaId, string DisplayPhoneNumber, string AccessToken, string AppSecret, string VerifyToken);

/// <summary>How to get into the demo firm: random for each installation, in one file that only this user may read.</summary>
internal sealed record DemoCredentials(
    string HubUrl, string SimulatorUrl, Guid TenantId, IReadOnlyList<DemoUser> Users, DemoTokens ApiTokens, DemoChannel Channel)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [JsonIgnore]
    public TenantId Tenant => new(TenantId);

    public override string ToString() => "***";

    public static DemoCredentials Draw(string hubUrl, string simulatorUrl) => new(
        hubUrl,
        simulatorUrl,
        Guid.NewGuid(),
        [User("firm-admin", "admin"), User("lawyer", "maria"), User("paralegal", "dewi"), User("auditor", "auditor")],
        new DemoTokens(StaffEndpoints.NewSecret(), StaffEndpoints.NewSecret(), StaffEndpoints.NewSecret(), StaffEndpoints.NewSecret()),
        new DemoChannel(
            Digits(15), Digits(15), $"+62 21 5{Digits(3)} {Digits(4)}", StaffEndpoints.NewSecret(), Secret(), Secret()));

    /// <summary>The finished file, or <c>null</c> where the seed has not come to its end yet.</summary>
    public static Task<DemoCredentials?> Find(string file, CancellationToken cancellationToken) => Read(file, cancellationToken);

    /// <summary>What a seed that was killed had drawn, so that the next start goes on with the same; else a new draw, kept for that case.</summary>
    public static async Task<DemoCredentials> Resume(string draft, Func<DemoCredentials> draw, CancellationToken cancellationToken)
    {
        if (await Read(draft, cancellationToken) is { } begun)
        {
            return begun;
        }

        // Nothing else may have made the folder: the database and the keys can lie elsewhere.
        Directory.CreateDirectory(Path.GetDirectoryName(draft)!);
        var drawn = draw();
        var halfway = $"{draft}.writing";
        await using (var file = new FileStream(halfway, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            UnixCreateMode = OwnerOnly,
        }))
        {
            await JsonSerializer.SerializeAsync(file, drawn, Json, cancellationToken);
            await file.FlushAsync(cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(halfway, draft, overwrite: true);
        return drawn;
    }

    private static async Task<DemoCredentials?> Read(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            await using var stream = File.OpenRead(file);
            if (await JsonSerializer.DeserializeAsync<DemoCredentials>(stream, Json, cancellationToken) is { Users: not null, ApiTokens: not null, Channel: not null } read)
            {
                return read;
            }
        }
        catch (JsonException)
        {
            // The place of the fault says nothing to an operator, and its text could be a password: the sentence below is all.
        }

        throw new SettingsException(
            $"The file {file} is damaged: restore it from a backup, or move the whole data directory {Path.GetDirectoryName(file)} away to start with a new demo firm.");
    }

    private static DemoUser User(string role, string name) => new(role, $"{name}@nusantara-hukum.example", StaffEndpoints.NewSecret()[..16]);

    private static string Secret() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    // The first digit is no zero, as in Meta's ids.
    private static string Digits(int count) => RandomNumberGenerator.GetString("123456789", 1)
        + RandomNumberGenerator.GetString("0123456789", count - 1);
}

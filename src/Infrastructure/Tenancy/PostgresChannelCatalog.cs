using System.Text;
using System.Threading.Channels;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Privacy;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>The catalogue in memory, read anew when it was changed somewhere, when it is old, and when a number is asked for that it does not know.</summary>
public sealed class PostgresChannelCatalog(
    HubDataSource database, CrossTenantReading everyTenant, FirmKeyRing firms, TimeProvider clock, ILogger<PostgresChannelCatalog> logger)
    : IChannelCatalog, IDisposable
{
    internal const string NotificationChannel = "hub_channels";

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    // An unknown number asks the database at most this often, however often it is delivered.
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _reading = new(1);
    private readonly Channel<bool> _changed = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile ChannelDirectory _directory = ChannelDirectory.Empty;
    private int _changes;

    public async ValueTask<RegisteredChannel?> Find(string phoneNumberId, CancellationToken cancellationToken) =>
        (await Connected(phoneNumberId, cancellationToken))?.Channel;

    public async ValueTask<ConnectedChannel?> Get(TenantId tenant, ChannelId channel, CancellationToken cancellationToken) =>
        (await Directory(Life, cancellationToken)).Get(tenant, channel) ?? (await Directory(Doubt, cancellationToken)).Get(tenant, channel);

    public async Task<IReadOnlyList<RegisteredChannel>> List(TenantId tenant, CancellationToken cancellationToken) =>
        [.. (await Directory(TimeSpan.Zero, cancellationToken)).All.Select(channel => channel.Channel).Where(channel => channel.Tenant == tenant)];

    public async Task<Result<RegisteredChannel>> Register(TenantId tenant, ChannelRegistration registration, CancellationToken cancellationToken)
    {
        var firm = await firms.Of(tenant, cancellationToken);
        await using var transaction = await database.Begin(tenant, cancellationToken);
        var id = await Write(
            transaction,
            """
            insert into channels (tenant_id, id, phone_number_id, waba_id, display_phone_number, access_token, app_secret, verify_token)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id
            """,
            tenant, registration, firm, cancellationToken)
            ?? await Write(
                transaction,
                """
                update channels set waba_id = $4, display_phone_number = $5, access_token = $6, app_secret = $7, verify_token = $8
                where tenant_id = $1 and phone_number_id = $3 returning id
                """,
                tenant, registration, firm, cancellationToken);
        if (id is null)
        {
            return ChannelRefusals.NumberTaken;
        }

        await using (var notify = transaction.Command("select pg_notify('hub_channels', '')"))
        {
            await notify.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.Commit(cancellationToken);
        Invalidate();
        return Registered(tenant, id.Value, registration);
    }

    /// <summary>A number's channel with its secrets.</summary>
    internal async ValueTask<ConnectedChannel?> Connected(string phoneNumberId, CancellationToken cancellationToken) =>
        (await Directory(Life, cancellationToken)).Find(phoneNumberId) ?? (await Directory(Doubt, cancellationToken)).Find(phoneNumberId);

    /// <summary>The next question reads the table.</summary>
    internal void Invalidate()
    {
        Interlocked.Increment(ref _changes);
        _directory = ChannelDirectory.Empty;
        _changed.Writer.TryWrite(true);
    }

    /// <summary>Comes back when a channel was registered on any node, or the time is up. For one waiting task.</summary>
    internal async Task Changed(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await _changed.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was told; the caller looks all the same.
        }
    }

    /// <summary>All channels with their secrets: the gateway tries each app secret and verify token.</summary>
    internal async ValueTask<IReadOnlyCollection<ConnectedChannel>> All(CancellationToken cancellationToken) =>
        (await Directory(Life, cancellationToken)).All;

    public void Dispose() => _reading.Dispose();

    private async ValueTask<ChannelDirectory> Directory(TimeSpan atMostOld, CancellationToken cancellationToken)
    {
        var asked = clock.GetUtcNow();
        if (_directory is var known && asked - known.ReadAt < atMostOld)
        {
            return known;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            // Whoever waited here takes what the one before began to read since.
            if (_directory is var since && since.ReadAt >= asked && atMostOld > TimeSpan.Zero)
            {
                return since;
            }

            var (changes, begun) = (Volatile.Read(ref _changes), clock.GetUtcNow());
            var read = new ChannelDirectory(await Read(cancellationToken), begun);
            _directory = read;
            if (changes != Volatile.Read(ref _changes))
            {
                // What was registered meanwhile may be missing here.
                _directory = ChannelDirectory.Empty;
            }

            return read;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<List<ConnectedChannel>> Read(CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        await using (var batch = everyTenant.Batch())
        {
            batch.BatchCommands.Add(new(
                """
                select tenant_id, id, phone_number_id, waba_id, display_phone_number, access_token, app_secret, verify_token
                from channels order by registered_at, id
                """));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(new(
                    new TenantId(Guid.Parse(reader.GetString(0))), new ChannelId(reader.GetGuid(1)), reader.GetString(2), reader.GetString(3),
                    reader.GetString(4), reader.GetFieldValue<byte[]>(5), Bytes(reader, 6), Bytes(reader, 7)));
            }
        }

        var channels = new List<ConnectedChannel>(rows.Count);
        foreach (var row in rows)
        {
            try
            {
                channels.Add(Connected(await firms.Of(row.Tenant, cancellationToken), row));
            }
            catch (KeyRingException exception)
            {
                // One firm's damage must not shut the door of all others.
                logger.LogError(exception, "Channel {Channel} of firm {Tenant} is left out: its secrets do not open", row.Id, row.Tenant);
            }
        }

        return channels;
    }

    private static ConnectedChannel Connected(FirmKeys firm, Row row)
    {
        var secrets = new ChannelSecrets(Opened(firm, row, row.AccessToken)!, Opened(firm, row, row.AppSecret), Opened(firm, row, row.VerifyToken));
        return new(Registered(row.Tenant, row.Id, new(row.Id, row.PhoneNumberId, row.WabaId, row.DisplayPhoneNumber, secrets)), secrets);
    }

    private static byte[]? Bytes(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    private static async Task<ChannelId?> Write(
        TenantTransaction transaction, string sql, TenantId tenant, ChannelRegistration registration, FirmKeys firm, CancellationToken cancellationToken)
    {
        await using var command = transaction.Command(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant.ToString() });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = registration.Id.Value });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = registration.PhoneNumberId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = registration.WabaId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = registration.DisplayPhoneNumber });
        foreach (var secret in new[] { registration.Secrets.AccessToken, registration.Secrets.AppSecret, registration.Secrets.VerifyToken })
        {
            command.Parameters.Add(new NpgsqlParameter<byte[]?>
            {
                TypedValue = secret is null ? null : firm.Seal(Encoding.UTF8.GetBytes(secret), Place(registration.PhoneNumberId)),
            });
        }

        return await command.ExecuteScalarAsync(cancellationToken) is Guid id ? new ChannelId(id) : null;
    }

    private static RegisteredChannel Registered(TenantId tenant, ChannelId id, ChannelRegistration registration)
    {
        var token = registration.Secrets.AccessToken;
        return new(
            tenant, id, registration.PhoneNumberId, registration.WabaId, registration.DisplayPhoneNumber,
            token.Length > 8 ? token[^4..] : string.Empty);
    }

    private static string? Opened(FirmKeys firm, Row row, byte[]? box) =>
        box is null ? null : Encoding.UTF8.GetString(firm.Open(box, Place(row.PhoneNumberId)));

    private static string Place(string phoneNumberId) => $"channels/{phoneNumberId}";

    private sealed record Row(
        TenantId Tenant,
        ChannelId Id,
        string PhoneNumberId,
        string WabaId,
        string DisplayPhoneNumber,
        byte[] AccessToken,
        byte[]? AppSecret,
        byte[]? VerifyToken);
}

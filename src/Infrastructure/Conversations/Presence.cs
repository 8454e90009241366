using System.Collections.Concurrent;
using System.Text.Json;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Projections;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.Conversations;

/// <summary>In memory on each node, told to the others by <c>NOTIFY</c>; whoever says nothing for a while is taken for gone.</summary>
public sealed class Presence(HubDataSource database, ChangeFeed changes, TimeProvider clock) : IPresence
{
    /// <summary>As a view of its own, so that open pages ask again.</summary>
    public const string View = "presence";

    internal const string Channel = "hub_presence";

    // Pages say it every twenty seconds.
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(50);

    private readonly ConcurrentDictionary<Seat, DateTimeOffset> _here = new();
    private readonly Guid _node = Guid.NewGuid();

    public async Task Announce(TenantId tenant, ConversationId conversation, StaffId staff, bool leaves, CancellationToken cancellationToken)
    {
        var seat = new Seat(tenant.Value, conversation.Value, staff.Value);
        Take(seat, leaves);
        await using var notify = database.SelfScopedCommand("select pg_notify('hub_presence', $1)");
        notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(new Announcement(seat, leaves, _node)) });
        await notify.ExecuteNonQueryAsync(cancellationToken);
    }

    public IReadOnlyCollection<StaffId> Here(TenantId tenant, ConversationId conversation)
    {
        var now = clock.GetUtcNow();
        foreach (var (seat, until) in _here.Where(entry => entry.Value <= now))
        {
            _here.TryRemove(new(seat, until)); // unless they came back this moment
        }

        return [.. _here.Keys.Where(seat => seat.Tenant == tenant.Value && seat.Conversation == conversation.Value).Select(seat => new StaffId(seat.Staff))];
    }

    /// <summary>What another node has told; what this one told itself it knows already, and may hear late.</summary>
    internal void Hear(string payload)
    {
        if (JsonSerializer.Deserialize<Announcement>(payload) is { } told && told.Node != _node)
        {
            Take(told.Seat, told.Leaves);
        }
    }

    private void Take(Seat seat, bool leaves)
    {
        var was = _here.TryGetValue(seat, out var until) && until > clock.GetUtcNow();
        if (leaves)
        {
            _here.TryRemove(seat, out _);
        }
        else
        {
            _here[seat] = clock.GetUtcNow() + Lasting;
        }

        if (was == leaves)
        {
            changes.Publish(new Change(new TenantId(seat.Tenant), View, [seat.Conversation]));
        }
    }

    private sealed record Announcement(Seat Seat, bool Leaves, Guid Node);

    private readonly record struct Seat(Guid Tenant, Guid Conversation, Guid Staff);
}

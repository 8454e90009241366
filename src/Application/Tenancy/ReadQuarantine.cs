using Lawyers.Hub.Application.Pipeline;
using Lawyers.Hub.Application.Projections;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using MediatR;

namespace Lawyers.Hub.Application.Tenancy;

/// <summary>
/// What WhatsApp delivered and no firm owns yet: how much for which reason, and how old. Of a number just enough to know one's own again; never
/// whose it is, nor what it says.
/// </summary>
public sealed record ReadQuarantine(Caller Caller) : IRequest<Result<Page<QuarantinedChanges>>>, IAuthorised
{
    public static IReadOnlySet<Role> AllowedRoles => Rights.KeepRunning;
}

internal sealed class ReadQuarantineHandler(IQuarantine quarantine) : IRequestHandler<ReadQuarantine, Result<Page<QuarantinedChanges>>>
{
    public async Task<Result<Page<QuarantinedChanges>>> Handle(ReadQuarantine request, CancellationToken cancellationToken) =>
        new Page<QuarantinedChanges>(await quarantine.List(cancellationToken), Next: null);
}

/// <summary>What waits at the door for a number to be entered, of the whole installation.</summary>
public interface IQuarantine
{
    /// <summary>By number and reason, the longest waiting first.</summary>
    Task<IReadOnlyList<QuarantinedChanges>> List(CancellationToken cancellationToken);
}

/// <param name="Reason">Why it belongs to nobody.</param>
/// <param name="NumberEnd">The last four digits of the id of the number, or of the account, that it came for; none where it names neither.</param>
/// <param name="Changes">How many wait.</param>
/// <param name="Oldest">When the first of them came; after seven days it is dropped.</param>
/// <param name="Latest">When the last of them came.</param>
public sealed record QuarantinedChanges(QuarantineReason Reason, string? NumberEnd, long Changes, DateTimeOffset Oldest, DateTimeOffset Latest);

/// <summary>Why a change belongs to nobody.</summary>
public enum QuarantineReason
{
    /// <summary>No firm has registered its number with the app that signed.</summary>
    Unregistered,

    /// <summary>The delivery holds no list of entries.</summary>
    NoEntries,

    /// <summary>The entry holds no list of changes.</summary>
    NoChanges,

    /// <summary>The change holds no value.</summary>
    NoValue,
}

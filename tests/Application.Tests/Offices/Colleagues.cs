using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>A firm whose staff's names do not matter to the test.</summary>
internal sealed class Colleagues : IStaffDirectory
{
    public Task<IReadOnlyDictionary<StaffId, string>> Names(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<StaffId, string>>(new Dictionary<StaffId, string>());
}

using Lawyers.Hub.Application.Alarms;
using Lawyers.Hub.Infrastructure.Projections;

namespace Lawyers.Hub.Infrastructure.Alarms;

/// <summary>One kind of alarm: where its projection keeps them, and who is called when they ring.</summary>
internal sealed record AlarmKind(ReadTable Table, IAlarmHandler Handler)
{
    public string Name => Table.Projection;
}

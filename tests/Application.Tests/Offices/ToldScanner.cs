using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Domain.Media;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>Finds nothing, unless told what to find next.</summary>
internal sealed class ToldScanner : IMediaScanner
{
    public ScanVerdict Finds { get; set; } = new ScanVerdict.Clean();

    public Task<ScanVerdict> Scan(Stream content, CancellationToken cancellationToken) => Task.FromResult(Finds);
}

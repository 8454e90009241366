using Lawyers.Hub.Domain.Media;

namespace Lawyers.Hub.Application.Media;

/// <summary>Looks for harmful software. Where it cannot be asked it throws: a file that nobody looked at is not clean.</summary>
public interface IMediaScanner
{
    Task<ScanVerdict> Scan(Stream content, CancellationToken cancellationToken);
}

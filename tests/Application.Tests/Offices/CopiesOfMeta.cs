using System.Globalization;
using Lawyers.Hub.Application.Media;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>Meta's side of giving it a file: takes everything, unless told what to answer next.</summary>
internal sealed class CopiesOfMeta : IWhatsAppMedia
{
    private readonly Queue<MediaUpload> _answers = new();

    public int Given { get; private set; }

    public Func<Task> BeforeAnswering { get; set; } = () => Task.CompletedTask;

    public void AnswersNext(MediaUpload answer) => _answers.Enqueue(answer);

    public async Task<MediaUpload> Upload(
        TenantId tenant, ChannelId channel, Stream content, long bytes, string mimeType, CancellationToken cancellationToken)
    {
        Given++;
        await BeforeAnswering();
        return _answers.TryDequeue(out var answer) ? answer : new MediaUpload.Taken(Given.ToString(CultureInfo.InvariantCulture));
    }
}

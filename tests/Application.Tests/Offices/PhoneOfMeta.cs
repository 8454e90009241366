using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Tests.Offices;

/// <summary>Meta's side of a send: takes everything, unless told what to answer next.</summary>
internal sealed class PhoneOfMeta : IWhatsAppSender
{
    private readonly Queue<SendOutcome> _answers = new();
    private readonly List<(OutboundMessageId Message, OutboundBody Body)> _asked = [];
    private readonly List<string?> _quoted = [];

    public IReadOnlyList<(OutboundMessageId Message, OutboundBody Body)> Asked => _asked;

    /// <summary>The wamids that they quote.</summary>
    public IReadOnlyList<string?> Quoted => _quoted;

    /// <summary>What clients read, oldest first.</summary>
    public IReadOnlyList<string> Texts => [.. _asked.Select(sent => TextOf(sent.Body))];

    /// <summary>Runs while Meta is being asked: what arrives before the answer.</summary>
    public Func<OutboundMessageId, Task> BeforeAnswering { get; set; } = _ => Task.CompletedTask;

    public void AnswersNext(params SendOutcome[] answers)
    {
        foreach (var answer in answers)
        {
            _answers.Enqueue(answer);
        }
    }

    public static string WamidOf(OutboundMessageId message) => $"wamid.OUT-{message}";

    public async Task<SendOutcome> Send(
        TenantId tenant, ChannelId channel, DataSubjectId to, OutboundBody body, OutboundMessageId callback, string? quotedWamid,
        CancellationToken cancellationToken)
    {
        _asked.Add((callback, body));
        _quoted.Add(quotedWamid);
        await BeforeAnswering(callback);
        return _answers.TryDequeue(out var answer) ? answer : new SendOutcome.Accepted(WamidOf(callback));
    }

    public Task<bool> ShowRead(TenantId tenant, ChannelId channel, string wamid, bool typing, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>What holds the next sends back; nothing by default.</summary>
    public Func<DataSubjectId, SendHold?> Holds { get; set; } = _ => null;

    public SendHold? Admit(ChannelId channel, DataSubjectId to, TimeSpan patience = default) => Holds(to);

    private static string TextOf(OutboundBody body) => body switch
    {
        OutboundBody.Text text => text.Body,
        OutboundBody.Buttons buttons => buttons.Body,
        OutboundBody.List list => list.Body,
        OutboundBody.Template template => template.Shown,
        OutboundBody.Media media => media.FileName,
        _ => body.Format,
    };
}

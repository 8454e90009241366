using System.Threading.Channels;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Outbound;
using Lawyers.Hub.Application.Privacy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Passes receipts on one after another at an easy pace, so that they never stand in the way of a message.</summary>
internal sealed class ReadReceipts(IIdentityVault identities, IWhatsAppSender sender, TimeProvider clock, ILogger<ReadReceipts> logger)
    : BackgroundService, IReadReceipts
{
    // An answer has come, or will not come soon: WhatsApp itself shows it for 25 seconds.
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(40);

    private readonly Channel<ReadReceipt> _waiting = Channel.CreateBounded<ReadReceipt>(
        new BoundedChannelOptions(500) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Offer(ReadReceipt receipt) => _waiting.Writer.TryWrite(receipt);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var receipt in _waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await Pass(receipt, stoppingToken);
                await Task.Delay(Pace, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // what waited concerned this moment alone
        }
    }

    private async Task Pass(ReadReceipt receipt, CancellationToken cancellationToken)
    {
        try
        {
            if (await identities.RevealWamid(receipt.Tenant, receipt.Wamid, cancellationToken) is { } wamid)
            {
                var typing = receipt.Typing && clock.GetUtcNow() - receipt.At < TypingLasts;
                if (!await sender.ShowRead(receipt.Tenant, receipt.Channel, wamid, typing, cancellationToken))
                {
                    logger.LogDebug("Meta did not take a read receipt of channel {Channel}", receipt.Channel);
                }
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            logger.LogWarning("A read receipt of channel {Channel} was let go: the database did not answer ({Problem})", receipt.Channel, exception.GetType().Name);
        }
    }
}

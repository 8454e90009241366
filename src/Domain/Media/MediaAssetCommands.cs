using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Domain.Media;

public abstract record MediaAssetCommand
{
    private MediaAssetCommand()
    {
    }

    /// <summary>Somebody of the firm gave a file for this client.</summary>
    public sealed record Attach(
        MediaAssetId Asset, ConversationId Conversation, DataSubjectId Client, StaffId By, string FileName, FileType Type, long Bytes, string Sha256)
        : MediaAssetCommand;

    public sealed record Judge(ScanVerdict Verdict) : MediaAssetCommand;

    public sealed record PassOn(ChannelId Channel, string MetaId, DateTimeOffset Until) : MediaAssetCommand;

    public sealed record Forget(ChannelId Channel, string MetaId) : MediaAssetCommand;

    public sealed record Purge : MediaAssetCommand;
}

/// <summary>What a scanner says of a file.</summary>
public abstract record ScanVerdict
{
    private ScanVerdict()
    {
    }

    public sealed record Clean : ScanVerdict;

    public sealed record Infected(string Signature) : ScanVerdict;

    /// <summary>Locked, nested too deep, or larger than the scanner reads.</summary>
    public sealed record Unscannable : ScanVerdict;
}

using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Media;

public static class MediaAssetRefusals
{
    public static readonly Refusal NotFound = Refusal.NotFound("media_not_found", "There is no such file in this firm.");

    public static readonly Refusal NotTaken = Refusal.Unprocessable(
        "media_type_not_taken", "WhatsApp takes JPEG and PNG pictures, MP4 and 3GP videos, AAC, AMR, MP3, M4A and OGG sound, PDF, Office and plain text files. This is none of them, whatever its name says.");

    public static readonly Refusal Empty = Refusal.Unprocessable("media_empty", "The file is empty.");

    public static readonly Refusal NameMissing = Refusal.Invalid("media_name_missing", "Give the file with a name of 1 to 240 characters.");

    public static readonly Refusal OtherFile = Refusal.Rule("media_other_file", "Another file was given under this key. Give each file a key of its own.");

    public static readonly Refusal BeingScanned = Refusal.Locked("media_unscanned", "The file is being checked for viruses. Try again in a moment.");

    public static readonly Refusal Infected = Refusal.Unprocessable("media_infected", "The file holds harmful software and was destroyed. Do not open your own copy.");

    public static readonly Refusal Unscannable = Refusal.Unprocessable(
        "media_unscannable", "The file cannot be checked for viruses: it is locked by a password, or packed too deep. Take the lock off and attach it again.");

    public static readonly Refusal Purged = Refusal.Gone("media_purged", "This file was destroyed.");

    public static readonly Refusal LinkOver = Refusal.Gone("media_link_over", "This link is over, or was made for somebody else. Ask for the file again.");

    public static Refusal TooLarge(FileType type) => Refusal.Unprocessable(
        "media_too_large", $"WhatsApp takes a file of this kind up to {type.MostBytes / 1024 / 1024} MB. Make it smaller, or send it another way.");
}

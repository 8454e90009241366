using System.Globalization;
using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Outbound;

/// <summary>What WhatsApp would not take, each said by a code of its own: a person mends one thing at a time.</summary>
public static class OutboundBodyRefusals
{
    public static readonly Refusal ButtonCount = Refusal.Invalid("buttons_count", "One to three reply buttons can be shown.");

    public static readonly Refusal ButtonTitle = Refusal.Invalid("button_title_length", "A reply button's title has 1 to 20 characters and its id 1 to 256.");

    public static readonly Refusal ButtonsAlike = Refusal.Invalid("buttons_alike", "Reply buttons differ in id and in title.");

    public static readonly Refusal ListButton = Refusal.Invalid("list_button_length", "The label that opens a list has 1 to 20 characters.");

    public static readonly Refusal RowCount = Refusal.Invalid("list_rows_count", "A list has one to ten rows.");

    public static readonly Refusal RowTitle = Refusal.Invalid("list_row_title_length", "A row's title has 1 to 24 characters and its id 1 to 200.");

    public static readonly Refusal RowDescription = Refusal.Invalid("list_row_description_length", "A row's description has at most 72 characters.");

    public static readonly Refusal SectionTitle = Refusal.Invalid(
        "list_section_title", "Each section of a list has a title of 1 to 24 characters, where there is more than one.");

    public static readonly Refusal RowsAlike = Refusal.Invalid("list_rows_alike", "Rows of a list differ.");

    public static readonly Refusal OneKindOfChoice = Refusal.Invalid("choices_of_two_kinds", "A reply offers buttons or a list, not both.");

    public static readonly Refusal SoundWithWords = Refusal.Invalid("sound_with_words", "WhatsApp shows no words with a sound file. Send them as a message of their own.");

    public static readonly Refusal FileWithChoices = Refusal.Invalid("file_with_choices", "A reply comes with a file or with choices, not with both.");

    public static Refusal Caption(int longest) => Refusal.Invalid("file_caption_length", $"The text under a file has at most {Count(longest)} characters.");

    public static Refusal Text(int longest) => Refusal.Invalid("message_text_length", $"The text of a message has 1 to {Count(longest)} characters.");

    public static Refusal TextBesideButtons(int longest) =>
        Refusal.Invalid("buttons_text_length", $"The text above reply buttons has 1 to {Count(longest)} characters.");

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

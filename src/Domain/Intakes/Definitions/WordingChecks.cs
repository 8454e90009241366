namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>Both languages are there, and everything fits into WhatsApp's messages (lengths in UTF-16 units, as Meta counts).</summary>
internal static class WordingChecks
{
    private const int LongestText = 1_024;
    private const int LongestButton = 20;
    private const int LongestRow = 24;
    private const int LongestDescription = 72;
    private const int MostButtons = 3;
    private const int MostRows = 10;

    public static void Run(Definition definition, Findings findings)
    {
        Check(definition.Title, LongestText, "title", null, "text_too_long");
        foreach (var (question, at) in definition.Questions.Select((question, at) => (question, at)))
        {
            Check(question.Text, LongestText, $"questions[{at}].text", question.Id, "text_too_long");
            Check(question.Rules.Message, LongestText, $"questions[{at}].validate.message", question.Id, "text_too_long");
            CheckOptions(question, at);
        }

        foreach (var (flag, at) in definition.Flags.Select((flag, at) => (flag, at)))
        {
            Check(flag.Say, LongestText, $"flags[{at}].say", flag.Id, "text_too_long");
        }

        foreach (var (outcome, at) in definition.Outcomes.Select((outcome, at) => (outcome, at)))
        {
            Check(outcome.Say, LongestText, $"outcome[{at}].say", outcome.Result, "text_too_long");
        }

        foreach (var (state, words) in definition.Ticket?.Labels ?? new Dictionary<string, Bilingual>())
        {
            Check(words, LongestRow, $"ticket.labels.{state}", state, "label_too_long");
        }

        foreach (var (state, words) in definition.Ticket?.Say ?? new Dictionary<string, Bilingual>())
        {
            Check(words, LongestText, $"ticket.say.{state}", state, "text_too_long");
        }

        void CheckOptions(Question question, int at)
        {
            if (question.Options.Count > MostRows)
            {
                findings.Add("too_many_options", $"questions[{at}].options", question.Id, $"A list shows at most {MostRows} options.");
            }

            // Meta refuses two buttons of one name, and nobody who types it could be understood.
            if (question.Options.Select(option => option.Label.Id).Distinct().Count() < question.Options.Count
                || question.Options.Select(option => option.Label.En).Distinct().Count() < question.Options.Count)
            {
                findings.Add("label_not_unique", $"questions[{at}].options", question.Id, "Options differ by their labels in each language.");
            }

            var longest = question.Options.Count <= MostButtons ? LongestButton : LongestRow;
            foreach (var (option, row) in question.Options.Select((option, row) => (option, row)))
            {
                Check(option.Label, longest, $"questions[{at}].options[{row}].label", question.Id, "label_too_long");
                Check(option.Description, LongestDescription, $"questions[{at}].options[{row}].description", question.Id, "description_too_long");
            }
        }

        void Check(Bilingual? words, int longest, string path, string? about, string tooLong)
        {
            if (words is null)
            {
                return;
            }

            foreach (var (language, text) in new[] { ("id", words.Id), ("en", words.En) })
            {
                if (string.IsNullOrWhiteSpace(text))
                {
                    findings.Add("language_missing", path, about, $"The words in '{language}' are missing.");
                }
                else if (text.Length > longest)
                {
                    findings.Add(tooLong, path, about, $"At most {longest} characters fit; the words in '{language}' have {text.Length}.");
                }
            }
        }
    }
}

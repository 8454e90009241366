using System.Text.Json;
using Lawyers.Hub.Domain.Assist;

namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>A message with the labels that a person gave it; one line of the training file.</summary>
internal sealed record LabelledMessage(
    string Text, MessageLanguage Language, PracticeArea PracticeArea, MessageIntent Intent, MessageUrgency Urgency, MessageComplexity Complexity)
{
    public static IReadOnlyList<LabelledMessage> Shipped()
    {
        using var stream = EmbeddedData.Open("messages.jsonl");
        return Read(stream);
    }

    public static IReadOnlyList<LabelledMessage> Read(Stream lines)
    {
        var messages = new List<LabelledMessage>();
        using var reader = new StreamReader(lines, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) messages.Add(Parse(line));
        }

        return messages;
    }

    private static LabelledMessage Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        return new LabelledMessage(
            row.GetProperty("text").GetString()!,
            Labelled<MessageLanguage>("lang"),
            Labelled<PracticeArea>("practice_area"),
            Labelled<MessageIntent>("intent"),
            Labelled<MessageUrgency>("urgency"),
            Labelled<MessageComplexity>("complexity"));

        T Labelled<T>(string field) where T : struct, Enum =>
            Label.TryParse<T>(row.GetProperty(field).GetString()!, out var label)
                ? label
                : throw new InvalidDataException($"A training message has an unknown {field}.");
    }
}

namespace Lawyers.Hub.Domain.Intakes.Reading;

/// <summary>What a client may say at any time, whatever is being asked.</summary>
public enum GlobalWord
{
    Back,
    Repeat,
    Status,
    Person,
    Cancel,

    /// <summary>Withdraws consent.</summary>
    Stop,
    MyData,
    EraseData,
    English,
    Indonesian,
}

public static class GlobalWords
{
    /// <summary>Id of the button that stands beside a question which was misread three times.</summary>
    public const string PersonButton = "word/person";

    private static readonly Dictionary<string, GlobalWord> ByWords = new(StringComparer.Ordinal)
    {
        ["kembali"] = GlobalWord.Back,
        ["back"] = GlobalWord.Back,
        ["ulang"] = GlobalWord.Repeat,
        ["ulangi"] = GlobalWord.Repeat,
        ["repeat"] = GlobalWord.Repeat,
        ["status"] = GlobalWord.Status,
        ["petugas"] = GlobalWord.Person,
        ["person"] = GlobalWord.Person,
        ["agent"] = GlobalWord.Person,
        ["staff"] = GlobalWord.Person,
        ["batal"] = GlobalWord.Cancel,
        ["cancel"] = GlobalWord.Cancel,
        ["berhenti"] = GlobalWord.Stop,
        ["stop"] = GlobalWord.Stop,
        ["data saya"] = GlobalWord.MyData,
        ["my data"] = GlobalWord.MyData,
        ["hapus data"] = GlobalWord.EraseData,
        ["hapus data saya"] = GlobalWord.EraseData,
        ["erase data"] = GlobalWord.EraseData,
        ["delete data"] = GlobalWord.EraseData,
        ["erase my data"] = GlobalWord.EraseData,
        ["delete my data"] = GlobalWord.EraseData,
        ["english"] = GlobalWord.English,
        ["bahasa inggris"] = GlobalWord.English,
        ["indonesia"] = GlobalWord.Indonesian,
        ["bahasa indonesia"] = GlobalWord.Indonesian,
        ["indonesian"] = GlobalWord.Indonesian,
    };

    /// <summary>A word that was typed, or the button that stands for one.</summary>
    public static GlobalWord? Recognise(ClientInput input) =>
        input.ChoiceId == PersonButton ? GlobalWord.Person : input is { ChoiceId: null, Text: { } text } ? Recognise(text) : null;

    /// <summary>Only where the words stand alone: inside a sentence they are part of an answer.</summary>
    public static GlobalWord? Recognise(string text) => ByWords.TryGetValue(PlainText.Of(text), out var word) ? word : null;
}

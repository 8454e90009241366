namespace Lawyers.Hub.Domain.Conversations;

/// <summary>What one staff member left for the others, beside the words with the client.</summary>
public readonly record struct NoteId(Guid Value) : IIdentifier<NoteId>
{
    public static NoteId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

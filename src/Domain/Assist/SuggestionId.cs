namespace Lawyers.Hub.Domain.Assist;

/// <summary>What assist said once about something.</summary>
public readonly record struct SuggestionId(Guid Value) : IIdentifier<SuggestionId>
{
    public static SuggestionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

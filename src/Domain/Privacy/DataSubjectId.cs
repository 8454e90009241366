namespace Lawyers.Hub.Domain.Privacy;

/// <summary>A client, as a data subject: derived from a blind index, never from a plain number.</summary>
public readonly record struct DataSubjectId(Guid Value) : IIdentifier<DataSubjectId>
{
    public static DataSubjectId From(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

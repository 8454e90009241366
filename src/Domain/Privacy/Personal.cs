namespace Lawyers.Hub.Domain.Privacy;

/// <summary>Something that can tell whose personal data it holds.</summary>
public interface IPersonal
{
    DataSubjectId Subject { get; }
}

/// <summary>
/// The only way for personal data to be in an event or a read model: stored under the data subject's own key, and
/// <see cref="IsErased"/> once that key is destroyed (UU PDP art. 43-44). Never printed.
/// </summary>
public sealed record Personal<T>(DataSubjectId Subject, T? Value, bool IsErased = false) : IPersonal
    where T : notnull
{
    public override string ToString() => "***";
}

public static class Personal
{
    public static Personal<T> Of<T>(DataSubjectId subject, T value)
        where T : notnull => new(subject, value);

    public static Personal<T> Erased<T>(DataSubjectId subject)
        where T : notnull => new(subject, default, IsErased: true);
}

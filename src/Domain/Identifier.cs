namespace Lawyers.Hub.Domain;

/// <summary>An identifier is its own type; it is stored and shown as its bare GUID.</summary>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

using System.Diagnostics.CodeAnalysis;

namespace Lawyers.Hub.Domain.Outcomes;

/// <summary>Lets a pipeline behaviour refuse without knowing what the handler would have returned.</summary>
public interface IOutcome<TSelf>
    where TSelf : IOutcome<TSelf>
{
    static abstract TSelf Refuse(Refusal refusal);
}

/// <summary>A value, or the refusal that stands in its place.</summary>
public readonly struct Result<T> : IOutcome<Result<T>>
{
    private readonly T? _value;
    private readonly Refusal? _refusal;

    private Result(T value) => _value = value;

    private Result(Refusal refusal) => _refusal = refusal;

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => _refusal is not null;

    public Refusal? Refusal => _refusal;

    /// <exception cref="InvalidOperationException">The result is a refusal; ask <see cref="IsRefused"/> first.</exception>
    public T Value => _refusal is null ? _value! : throw new InvalidOperationException($"Refused: {_refusal.Code}");

    public static Result<T> Refuse(Refusal refusal) => new(refusal);

    public TOut Match<TOut>(Func<T, TOut> accepted, Func<Refusal, TOut> refused) =>
        _refusal is null ? accepted(_value!) : refused(_refusal);

    public Result<TOut> Map<TOut>(Func<T, TOut> map) => _refusal is null ? map(_value!) : _refusal;

#pragma warning disable CA2225 // the named alternatives are Result<T>.Refuse and the constructor-free use in return statements
    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Refusal refusal) => new(refusal);
#pragma warning restore CA2225
}

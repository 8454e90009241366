namespace Lawyers.Hub.Domain.Intakes.Definitions;

/// <summary>A value computed after the last answer by a named function of the engine.</summary>
public sealed record Derivation(string Id, string Function, IReadOnlyList<DerivationArgument> Arguments);

public abstract record DerivationArgument
{
    private DerivationArgument()
    {
    }

    /// <summary>A question, an earlier derived value, or a word of the function itself.</summary>
    public sealed record Name(string Value) : DerivationArgument;

    public sealed record Bands(IReadOnlyList<Band> Items) : DerivationArgument;
}

/// <summary>One of an ascending row of bands; the last has no limit.</summary>
/// <param name="Below">Up to, without this value.</param>
/// <param name="UpTo">Up to, with this value.</param>
public sealed record Band(decimal? Below, decimal? UpTo, string Value);

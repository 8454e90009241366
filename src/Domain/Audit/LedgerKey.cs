using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Audit;

/// <summary>Which key seals, as one firm's log tells it: whoever rotates it leaves a trace.</summary>
/// <param name="KeyId">The key last rotated to; <c>null</c> before the first rotation.</param>
public sealed record LedgerKey(string? KeyId)
{
    public const string Purpose = "ledger";

    public static readonly Decider<LedgerKey, LedgerKeyCommand, LedgerKeyEvent> Decider = new(new LedgerKey(KeyId: null), Decide, Evolve);

    public static Result<LedgerKeyEvent[]> Decide(LedgerKey key, LedgerKeyCommand command) => (key, command) switch
    {
        (_, LedgerKeyCommand.Rotate c) when c.KeyId == key.KeyId => Record(),
        (_, LedgerKeyCommand.Rotate c) => Record(new KeyRotated(Purpose, c.KeyId, c.Replaced)),
        _ => throw new System.Diagnostics.UnreachableException(command.GetType().Name),
    };

    public static LedgerKey Evolve(LedgerKey key, LedgerKeyEvent @event) => @event switch
    {
        KeyRotated e => new LedgerKey(e.KeyId),
        _ => throw new System.Diagnostics.UnreachableException(@event.GetType().Name),
    };

    private static Result<LedgerKeyEvent[]> Record(params LedgerKeyEvent[] events) => events;
}

public abstract record LedgerKeyCommand
{
    private LedgerKeyCommand()
    {
    }

    /// <param name="KeyId">The new key.</param>
    /// <param name="Replaced">The one that sealed until now.</param>
    public sealed record Rotate(string KeyId, string? Replaced) : LedgerKeyCommand;
}

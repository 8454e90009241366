namespace Lawyers.Hub.Domain.Audit;

/// <summary>What became of the key that seals checkpoints.</summary>
public abstract record LedgerKeyEvent : IDomainEvent;

/// <summary>From now on another key seals the checkpoints; what the one before sealed stays sealed by it.</summary>
/// <param name="Purpose">What the key is for: <c>ledger</c>.</param>
/// <param name="KeyId">RFC 7638 thumbprint of the new key.</param>
/// <param name="ReplacedKeyId">That of the key before; <c>null</c> where there was none.</param>
public sealed record KeyRotated(string Purpose, string KeyId, string? ReplacedKeyId) : LedgerKeyEvent;

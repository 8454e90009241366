namespace Lawyers.Hub.Domain.Growth;

public abstract record GrowthStandardsEvent(string Indicator) : IDomainEvent;

/// <summary>The firm brought in one of the four WHO growth tables; screenings are scored by it from now on.</summary>
/// <param name="Indicator">Which of the four.</param>
/// <param name="Sha256">Of the file, hex: it is kept as it came.</param>
/// <param name="Rows">Of both sexes.</param>
public sealed record GrowthTableImported(string Indicator, string Sha256, int Rows) : GrowthStandardsEvent(Indicator);

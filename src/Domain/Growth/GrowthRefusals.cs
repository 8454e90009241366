using Lawyers.Hub.Domain.Outcomes;

namespace Lawyers.Hub.Domain.Growth;

public static class GrowthRefusals
{
    public static readonly Refusal NoSuchTable = Refusal.NotFound(
        "growth_table_unknown", "There are four tables: length_height_for_age, weight_for_age, weight_for_length, weight_for_height.");

    /// <param name="reason">What is wrong with the file, and where.</param>
    public static Refusal Faulty(string reason) => Refusal.Invalid("growth_table_faulty", reason);
}

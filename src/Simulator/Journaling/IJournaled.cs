namespace Lawyers.Hub.Simulator.Journaling;

/// <summary>State that is folded from the journal: on start from the file, afterwards entry by entry.</summary>
internal interface IJournaled
{
    void Apply(JournalEntry entry);
}

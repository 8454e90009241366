namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>The two ways into one database: <paramref name="Owner"/> migrates, <paramref name="Runtime"/> may insert and read events and never change them.</summary>
public sealed record DatabaseConnections(string Owner, string Runtime)
{
    public override string ToString() => "***";
}

using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Media;
using Lawyers.Hub.Infrastructure.Privacy;
using Lawyers.Hub.Testing;

namespace Lawyers.Hub.Infrastructure.Tests.Privacy;

/// <summary>One node's key ring and vaults on a database; a second one on the same folder is another node, or the same after a restart.</summary>
internal sealed class Ring
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    public Ring(HubDatabase database, string folder)
    {
        Firms = new FirmKeyRing(database.Source, new SealedFileMasterKeys(Path.Combine(folder, "keys", "master.key")), Clock);
        Subjects = new SubjectKeyRing(database.Source, Firms, Clock);
        Identities = new PostgresIdentityVault(database.Source, Firms, Subjects, Clock);
        Contents = new PostgresContentVault(database.Source, Subjects, Clock);
        Files = new FileMediaStore(Path.Combine(folder, "media"));
        Media = new SealedMediaVault(Files, Subjects);
        Erasure = new SubjectErasure(database.Source, Subjects, Files, Clock);
    }

    public ManualClock Clock { get; } = new(Morning);

    public FirmKeyRing Firms { get; }

    public SubjectKeyRing Subjects { get; }

    public PostgresIdentityVault Identities { get; }

    public PostgresContentVault Contents { get; }

    public FileMediaStore Files { get; }

    public SealedMediaVault Media { get; }

    public SubjectErasure Erasure { get; }

    public static TenantId NewFirm() => new(Guid.NewGuid());

    public static string NewFolder() => Directory.CreateTempSubdirectory("lawyers-hub-keys-").FullName;
}

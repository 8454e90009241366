using Lawyers.Hub.Infrastructure.Database;
using Lawyers.Hub.Infrastructure.Projections;
using Lawyers.Hub.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lawyers.Hub.Infrastructure.Tests.Database;

public sealed class MigratorTests(HubDatabase database) : IClassFixture<HubDatabase>
{
    [Fact]
    public async Task A_migrated_database_can_be_migrated_again_and_by_several_nodes_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Migrate()));

        (await database.AsSuperuser("select count(*) from schema_migrations")).Should().Be((long)Migration.All().Count);
    }

    [Fact]
    public async Task A_migration_that_was_edited_after_it_ran_is_refused()
    {
        await database.AsSuperuser("update schema_migrations set checksum = 'of another text' where number = 2");

        var migrating = Migrate;

        (await migrating.Should().ThrowAsync<SchemaMismatchException>()).WithMessage("*0002-append*");
        await database.AsSuperuser($"update schema_migrations set checksum = '{Migration.All().Single(migration => migration.Number == 2).Checksum}' where number = 2");
    }

    [Fact]
    public async Task A_database_whose_owner_could_switch_the_triggers_off_is_warned_of()
    {
        var said = new Said();
        var migrator = new Migrator([], said);
        await migrator.Migrate(database.Connections, CancellationToken.None);
        said.Warnings.Should().BeEmpty();
        await database.AsSuperuser("drop event trigger keep_the_log_after_command");

        await migrator.Migrate(database.Connections, CancellationToken.None);

        said.Warnings.Should().ContainSingle().Which.Should().Contain("docs/operations.md");
    }

    [Fact]
    public void The_runtime_role_is_put_in_quoted_and_casts_are_left_alone() =>
        new Migration(1, "x", "grant select on t to :runtime; select 'a'::runtime, :runtimes").For("\"role \"\"x\"\"\"")
            .Should().Be("grant select on t to \"role \"\"x\"\"\"; select 'a'::runtime, :runtimes");

    [Theory]
    [InlineData("Ledger")]
    [InlineData("x; drop table mt_events")]
    [InlineData("")]
    public void A_read_tables_name_is_checked_before_it_becomes_SQL(string name)
    {
        var table = () => new ReadTable(name);

        table.Should().Throw<ArgumentException>();
    }

    private Task Migrate() => new Migrator([new ReadTable("migrator_test")], NullLogger<Migrator>.Instance).Migrate(database.Connections, CancellationToken.None);

    private sealed class Said : ILogger<Migrator>
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                Warnings.Add(formatter(state, exception));
            }
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Lawyers.Hub.Infrastructure.Database;

/// <summary>One embedded <c>NNNN-name.sql</c>. <c>:runtime</c> in it stands for the runtime role, quoted.</summary>
internal sealed partial record Migration(int Number, string Name, string Sql)
{
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    public string For(string quotedRuntimeRole) => RuntimePlaceholder().Replace(Sql, quotedRuntimeRole);

    /// <summary>The migrations of all rooms, in the order of their numbers.</summary>
    public static IReadOnlyList<Migration> All()
    {
        var assembly = typeof(Migration).Assembly;
        var found = assembly.GetManifestResourceNames()
            .Select(resource => FileName().Match(resource))
            .Where(match => match.Success)
            .Select(match =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(match.Value)!);
                return new Migration(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value, reader.ReadToEnd());
            })
            .OrderBy(migration => migration.Number)
            .ToArray();
        var twice = found.GroupBy(migration => migration.Number).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? found
            : throw new InvalidOperationException($"Two migrations have the number {twice.Key}: {string.Join(" and ", twice.Select(migration => migration.Name))}");
    }

    [GeneratedRegex(@"^(\d{4})-([a-z0-9-]+)\.sql$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"(?<!:):runtime\b")]
    private static partial Regex RuntimePlaceholder();
}

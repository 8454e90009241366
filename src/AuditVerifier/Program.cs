using System.Globalization;
using System.Text.Json;

namespace Lawyers.Hub.AuditVerifier;

/// <summary>Verifies an export of a firm's events offline. It needs the export, and better also what was kept elsewhere before.</summary>
internal static class Program
{
    private const int Intact = 0;
    private const int Broken = 1;
    private const int NotVerified = 2;

    private const string Usage =
        """
        audit-verifier EXPORT [--key JWKS]... [--trusted JWS]...

        EXPORT     what GET /api/v1/audit/events?with=ledger gave as application/x-ndjson; - for the standard input
        --key      a file with the JWK or JWK Set of the keys to believe, instead of those in the export
        --trusted  a file with checkpoints kept from before, one compact JWS to a line

        Prints a line for each thing that does not hold, with its place. Ends with 0 where everything holds, 1 where something does not, 2 where
        it could not be verified.
        """;

    public static int Main(string[] args)
    {
        try
        {
            var (export, keys, trusted) = Arguments(args);
            var verification = new Verification(Console.Out);
            using (var lines = export == "-" ? Console.In : new StreamReader(export))
            {
                var number = 0L;
                while (lines.ReadLine() is { } line)
                {
                    number++;
                    if (line.Length > 0)
                    {
                        verification.Take(line, number);
                    }
                }
            }

            verification.End(keys, trusted);
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{verification.Events} events, {verification.Sealed} of them sealed, {verification.Checkpoints} checkpoints: {verification.Found} findings."));
            if (verification.Found > 0)
            {
                return Broken;
            }

            if (verification.Checkpoints == 0)
            {
                Console.Error.WriteLine("The export holds no checkpoint, so only the chains were checked: export it again with ?with=ledger.");
                return NotVerified;
            }

            if (keys.Count == 0 && trusted.Count == 0)
            {
                Console.Error.WriteLine("Only the export vouches for its own keys. Compare them with keys kept elsewhere: --key.");
            }

            return Intact;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            Console.Error.WriteLine(e.Message);
            return NotVerified;
        }
    }

    private static (string Export, List<JsonElement> Keys, List<SealedCheckpoint> Trusted) Arguments(string[] args)
    {
        string? export = null;
        var (keys, trusted) = (new List<JsonElement>(), new List<SealedCheckpoint>());
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--key" or "--trusted" && i + 1 < args.Length)
            {
                var text = File.ReadAllText(args[i + 1]);
                if (args[i++] == "--key")
                {
                    keys.AddRange(KeysOf(text));
                }
                else
                {
                    trusted.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(SealedCheckpoint.Read));
                }
            }
            else if (export is null && (args[i] == "-" || !args[i].StartsWith('-')))
            {
                export = args[i];
            }
            else
            {
                throw new FormatException(Usage);
            }
        }

        return (export ?? throw new FormatException(Usage), keys, trusted);
    }

    private static JsonElement[] KeysOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement.Clone();
        return root.TryGetProperty("keys", out var keys) ? keys.EnumerateArray().ToArray() : [root];
    }
}

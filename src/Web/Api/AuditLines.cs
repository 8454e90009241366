using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lawyers.Hub.Application.Audit;
using Lawyers.Hub.Domain.Audit;

namespace Lawyers.Hub.Web.Api;

/// <summary>An export as lines of JSON: one for each event; with the ledger then one for each checkpoint and each key.</summary>
internal static class AuditLines
{
    // Lines are handed on in pieces of this many bytes: one by one, each would be a packet of its own.
    private const int Piece = 32 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async Task Write(Stream body, EventExport export, CancellationToken cancellationToken)
    {
        var lines = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true, minimumBufferSize: Piece));
        await using (var json = new Utf8JsonWriter(lines, Options))
        {
            await foreach (var piece in export.Pieces.WithCancellation(cancellationToken))
            {
                foreach (var exported in piece.Events)
                {
                    WriteEvent(json, exported);
                    await End(lines, json, cancellationToken);
                }

                foreach (var jws in piece.Checkpoints)
                {
                    json.WriteStartObject();
                    json.WriteString("checkpoint"u8, jws);
                    json.WriteEndObject();
                    await End(lines, json, cancellationToken);
                }

                foreach (var published in piece.Keys)
                {
                    WriteKey(json, published);
                    await End(lines, json, cancellationToken);
                }
            }
        }

        await lines.FlushAsync(cancellationToken);
        await lines.CompleteAsync();
    }

    private static ValueTask<FlushResult> End(PipeWriter lines, Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        json.Flush();
        json.Reset();
        lines.GetSpan(1)[0] = (byte)'\n';
        lines.Advance(1);
        return lines.UnflushedBytes > Piece ? lines.FlushAsync(cancellationToken) : default;
    }

    // The form of every member but data is that of the leaf, so that a verifier has nothing to convert.
    private static void WriteEvent(Utf8JsonWriter json, ExportedEvent exported)
    {
        var entry = exported.Entry;
        json.WriteStartObject();
        json.WriteNumber("sequence"u8, entry.Sequence);
        json.WriteString("streamId"u8, entry.StreamId);
        json.WriteString("streamType"u8, entry.StreamType);
        json.WriteNumber("version"u8, entry.Version);
        json.WriteString("type"u8, entry.Type);
        json.WritePropertyName("data"u8);
        ShownData.Write(json, entry.Data.Span);
        json.WriteString("tenantId"u8, entry.Tenant);
        WriteTime(json, entry.At);
        json.WriteString("actor"u8, entry.Actor);
        json.WriteString("reason"u8, entry.Reason);
        json.WriteString("correlationId"u8, entry.Correlation);
        json.WriteString("causationId"u8, entry.Causation);
        json.WriteString("hash"u8, entry.Hash?.ToString() ?? "");
        json.WriteString("eventId"u8, entry.EventId);
        if (entry.Subject is { } subject)
        {
            json.WriteString("subjectId"u8, subject);
        }
        else
        {
            json.WriteNull("subjectId"u8);
        }

        if (exported.LeafIndex is { } index)
        {
            json.WriteNumber("leafIndex"u8, index);
        }
        else
        {
            json.WriteNull("leafIndex"u8);
        }

        json.WritePropertyName("stored"u8);
        json.WriteRawValue(entry.Data.Span, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, DateTimeOffset at)
    {
        Span<byte> time = stackalloc byte[32];
        at.UtcDateTime.TryFormat(time, out var length, LedgerEntry.TimeFormat, CultureInfo.InvariantCulture);
        json.WriteString("occurredAt"u8, time[..length]);
    }

    private static void WriteKey(Utf8JsonWriter json, PublishedKey published)
    {
        json.WriteStartObject();
        json.WriteStartObject("key"u8);
        json.WriteString("kty"u8, "EC"u8);
        json.WriteString("crv"u8, "P-256"u8);
        json.WriteString("x"u8, published.Key.X);
        json.WriteString("y"u8, published.Key.Y);
        json.WriteString("kid"u8, published.Key.Id);
        json.WriteString("alg"u8, "ES256"u8);
        json.WriteString("use"u8, "sig"u8);
        json.WriteString("createdAt"u8, published.CreatedAt);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

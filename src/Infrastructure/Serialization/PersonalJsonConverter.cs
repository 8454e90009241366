using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.Serialization;

/// <summary>
/// Writes <see cref="Personal{T}"/> as <c>{"$subject": id, "k": key version, "n": nonce, "c": ciphertext and tag}</c>, AES-256-GCM under
/// the subject's own key with the subject's id as associated data; reads it as erased once the key is gone.
/// </summary>
/// <param name="keys">Where the subjects' keys are at hand.</param>
/// <param name="mayBeErased">
/// What to write of a value whose key is gone: a view writes it as erased, for the client was erased while the view was made; an event,
/// whose words exist nowhere else, does not get written.
/// </param>
internal sealed class PersonalJsonConverter(ISubjectKeyRing keys, bool mayBeErased) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Personal<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Envelope<>).MakeGenericType(typeToConvert.GenericTypeArguments), keys, mayBeErased)!;

    private sealed class Envelope<T>(ISubjectKeyRing keys, bool mayBeErased) : JsonConverter<Personal<T>>
        where T : notnull
    {
        private const int NonceSize = 12;
        private const int TagSize = 16;

        public override void Write(Utf8JsonWriter writer, Personal<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("$subject", value.Subject.Value);
            var key = value.IsErased ? null : keys.Find(value.Subject);
            if (key is not null)
            {
                Seal(writer, value, key, options);
            }
            else if (!value.IsErased && !mayBeErased)
            {
                throw new JsonException($"There is no key to seal personal data of subject {value.Subject} under; a unit of work may hold data only of the client it is about.");
            }

            writer.WriteEndObject();
        }

        public override Personal<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var envelope = document.RootElement;
            var subject = new DataSubjectId(envelope.GetProperty("$subject").GetGuid());
            if (!envelope.TryGetProperty("c", out var sealedText) || keys.Find(subject) is not { } key || key.Version != envelope.GetProperty("k").GetInt32())
            {
                return Personal.Erased<T>(subject);
            }

            var cipher = sealedText.GetBytesFromBase64();
            var plain = new byte[cipher.Length - TagSize];
            using var aes = new AesGcm(key.Bytes, TagSize);
            aes.Decrypt(envelope.GetProperty("n").GetBytesFromBase64(), cipher.AsSpan(0, plain.Length), cipher.AsSpan(plain.Length), plain, AssociatedData(subject));
            return Personal.Of(subject, JsonSerializer.Deserialize<T>(plain, options) ?? throw new JsonException("A sealed value is null."));
        }

        private static void Seal(Utf8JsonWriter writer, Personal<T> value, SubjectKey key, JsonSerializerOptions options)
        {
            var plain = JsonSerializer.SerializeToUtf8Bytes(value.Value, options);
            var nonce = RandomNumberGenerator.GetBytes(NonceSize);
            var cipher = new byte[plain.Length + TagSize];
            using var aes = new AesGcm(key.Bytes, TagSize);
            aes.Encrypt(nonce, plain, cipher.AsSpan(0, plain.Length), cipher.AsSpan(plain.Length), AssociatedData(value.Subject));
            writer.WriteNumber("k", key.Version);
            writer.WriteBase64String("n", nonce);
            writer.WriteBase64String("c", cipher);
        }

        private static byte[] AssociatedData(DataSubjectId subject) => subject.Value.ToByteArray(bigEndian: true);
    }
}

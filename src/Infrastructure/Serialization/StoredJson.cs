using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lawyers.Hub.Application.EventStore;
using Lawyers.Hub.Domain.Privacy;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Privacy;

namespace Lawyers.Hub.Infrastructure.Serialization;

/// <summary>How events and views lie in the database: member names as in C#, enums as text, identifiers bare, personal data sealed.</summary>
public sealed class StoredJson(ISubjectKeyRing keys)
{
    private const string SubjectMark = "\"$subject\":";

    private static ReadOnlySpan<byte> SubjectMarkUtf8 => "\"$subject\":"u8;

    private readonly JsonSerializerOptions _options = Options(keys, mayBeErased: false);
    private readonly JsonSerializerOptions _viewOptions = Options(keys, mayBeErased: true);
    private readonly JsonSerializerOptions _snapshotOptions = SnapshotOptions(keys);
    private readonly ConcurrentDictionary<Type, bool> _mayBePersonal = new();

    public string WriteEvent(object value) => JsonSerializer.Serialize(value, value.GetType(), _options);

    /// <summary>Views may be made of events that were read before a key left the cache, or before its client was erased.</summary>
    public Task<string[]> WriteViews(TenantId tenant, IReadOnlyCollection<object> views, CancellationToken cancellationToken) =>
        Write(tenant, () => [.. views.Select(view => JsonSerializer.Serialize(view, view.GetType(), _viewOptions))], cancellationToken);

    /// <summary>States too may hold what was read before a key left the cache, or before its client was erased.</summary>
    public Task<string[]> WriteSnapshots(TenantId tenant, IReadOnlyCollection<Snapshot> snapshots, CancellationToken cancellationToken) =>
        Write(
            tenant,
            () => [.. snapshots.Select(snapshot => WriteSnapshot(snapshot.State, snapshot.Shape.State))],
            cancellationToken);

    internal string WriteSnapshot(object state, Type type) => JsonSerializer.Serialize(state, type, _snapshotOptions);

    private async Task<string[]> Write(TenantId tenant, Func<string[]> write, CancellationToken cancellationToken)
    {
        var written = write();
        var subjects = new HashSet<DataSubjectId>();
        foreach (var document in written)
        {
            CollectSubjects(document, subjects);
        }

        var missing = subjects.Where(subject => keys.Find(subject) is null).ToArray();
        if (missing.Length == 0)
        {
            return written;
        }

        await keys.Load(tenant, missing, cancellationToken);
        return missing.Any(subject => keys.Find(subject) is not null) ? write() : written;
    }

    /// <summary>Keys of the subjects within must be at hand, or what is theirs is read as erased.</summary>
    public object Read(string json, Type type) =>
        JsonSerializer.Deserialize(json, type, _options) ?? throw new JsonException($"A stored {type.Name} is null.");

    /// <summary>The same of UTF-8.</summary>
    public object Read(ReadOnlySpan<byte> json, Type type) =>
        JsonSerializer.Deserialize(json, type, _options) ?? throw new JsonException($"A stored {type.Name} is null.");

    /// <summary>The same for an aggregate's state.</summary>
    public object ReadSnapshot(ReadOnlySpan<byte> json, Type state) =>
        JsonSerializer.Deserialize(json, state, _snapshotOptions) ?? throw new JsonException($"A stored {state.Name} is null.");

    public Task EnsureKey(TenantId tenant, DataSubjectId subject, CancellationToken cancellationToken) => keys.Ensure(tenant, subject, cancellationToken);

    public Task EnsurePart(TenantId tenant, DataSubjectId part, DataSubjectId whole, CancellationToken cancellationToken) =>
        keys.EnsurePart(tenant, part, whole, cancellationToken);

    /// <summary>Fetches the keys of everybody whose personal data these documents hold, at once.</summary>
    public Task LoadKeys(TenantId tenant, IEnumerable<string> documents, CancellationToken cancellationToken)
    {
        var subjects = new HashSet<DataSubjectId>();
        foreach (var document in documents)
        {
            CollectSubjects(document, subjects);
        }

        return LoadKeys(tenant, subjects, cancellationToken);
    }

    /// <summary>The same of UTF-8.</summary>
    public Task LoadKeys(TenantId tenant, IEnumerable<byte[]> documents, CancellationToken cancellationToken)
    {
        var subjects = new HashSet<DataSubjectId>();
        foreach (var document in documents)
        {
            // Few events hold personal data; only their text is looked through.
            if (IsPersonal(document))
            {
                CollectSubjects(Encoding.UTF8.GetString(document), subjects);
            }
        }

        return LoadKeys(tenant, subjects, cancellationToken);
    }

    /// <summary>Whether a document holds somebody's personal data.</summary>
    internal static bool IsPersonal(ReadOnlySpan<byte> document) => document.IndexOf(SubjectMarkUtf8) >= 0;

    /// <summary>Whether a state of this type can hold any.</summary>
    internal bool MayBePersonal(Type state) => _mayBePersonal.GetOrAdd(state, type => MayBePersonal(type, []));

    private bool MayBePersonal(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Personal<>))
        {
            return true;
        }

        if (!seen.Add(type))
        {
            return false;
        }

        var stored = _snapshotOptions.GetTypeInfo(type);
        return stored.Properties.Select(property => property.PropertyType)
            .Concat(stored.PolymorphismOptions?.DerivedTypes.Select(derived => derived.DerivedType) ?? [])
            .Concat(new[] { stored.ElementType, stored.KeyType }.OfType<Type>())
            .Any(part => MayBePersonal(part, seen));
    }

    private Task LoadKeys(TenantId tenant, HashSet<DataSubjectId> subjects, CancellationToken cancellationToken) =>
        subjects.Count > 0 ? keys.Load(tenant, subjects, cancellationToken) : Task.CompletedTask;

    internal static JsonSerializerOptions SnapshotOptions(ISubjectKeyRing keys)
    {
        var options = Options(keys, mayBeErased: true);
        ((DefaultJsonTypeInfoResolver)options.TypeInfoResolver!).Modifiers.Add(StateCases.Tell);
        return options;
    }

    internal static JsonSerializerOptions Options(ISubjectKeyRing keys, bool mayBeErased) => Comparable(new PersonalJsonConverter(keys, mayBeErased));

    /// <summary>The same form with another way to write what is personal: a sealed value never looks the same twice, so two of them cannot be compared.</summary>
    internal static JsonSerializerOptions Comparable(JsonConverter personal) => new()
    {
        // jsonb keeps no order of members.
        AllowOutOfOrderMetadataProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsComputed } },
        Converters =
        {
            personal, new IdentifierJsonConverter(), new ActorJsonConverter(), new BlindIndexJsonConverter(),
            new JsonStringEnumConverter(),
        },
    };

    /// <summary>
    /// Stored is what a value is made of. A property computed from it could not be read back, and one that opens sealed data for its
    /// callers would put it there in clear.
    /// </summary>
    private static void LeaveOutWhatIsComputed(JsonTypeInfo type)
    {
        var parameters = type.Type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].AttributeProvider is PropertyInfo { SetMethod: null } computed && !parameters.Contains(computed.Name))
            {
                type.Properties.RemoveAt(i);
            }
        }
    }

    private static void CollectSubjects(string json, HashSet<DataSubjectId> subjects)
    {
        for (var at = json.IndexOf(SubjectMark, StringComparison.Ordinal); at >= 0; at = json.IndexOf(SubjectMark, at + 1, StringComparison.Ordinal))
        {
            // jsonb prints a blank after the colon; the serialiser does not.
            var value = json.AsSpan(at + SubjectMark.Length).TrimStart();
            if (value.Length > 37 && value[0] == '"' && Guid.TryParseExact(value.Slice(1, 36), "D", out var subject))
            {
                subjects.Add(new DataSubjectId(subject));
            }
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Lawyers.Hub.Simulator.Media;
using Lawyers.Hub.Simulator.Phones;
using Lawyers.Hub.Simulator.Webhooks;

namespace Lawyers.Hub.Simulator.Journaling;

/// <summary>One thing that happened on Meta's side; all state is the fold of these.</summary>
[JsonDerivedType(typeof(ClockAdvanced), "clock_advanced")]
[JsonDerivedType(typeof(ClientNamed), "client_named")]
[JsonDerivedType(typeof(MessageRecorded), "message_recorded")]
[JsonDerivedType(typeof(MessageStatusChanged), "message_status_changed")]
[JsonDerivedType(typeof(MediaStored), "media_stored")]
[JsonDerivedType(typeof(MediaDeleted), "media_deleted")]
[JsonDerivedType(typeof(TemplateDefined), "template_defined")]
[JsonDerivedType(typeof(WebhookQueued), "webhook_queued")]
[JsonDerivedType(typeof(WebhookDelivered), "webhook_delivered")]
internal abstract record JournalEntry;

internal sealed record ClockAdvanced(TimeSpan By) : JournalEntry;

internal sealed record ClientNamed(string Phone, string Name) : JournalEntry;

internal sealed record MessageRecorded(ChatMessage Message) : JournalEntry;

internal sealed record MessageStatusChanged(string Wamid, MessageStatus Status, DateTimeOffset At, int? ErrorCode = null) : JournalEntry;

internal sealed record MediaStored(MediaItem Media) : JournalEntry;

internal sealed record MediaDeleted(string MediaId) : JournalEntry;

internal sealed record TemplateDefined(string WabaId, JsonElement Definition) : JournalEntry;

internal sealed record WebhookQueued(PendingWebhook Webhook) : JournalEntry;

internal sealed record WebhookDelivered(string WebhookId) : JournalEntry;

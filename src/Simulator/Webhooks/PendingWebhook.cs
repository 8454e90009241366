namespace Lawyers.Hub.Simulator.Webhooks;

/// <summary>A webhook that the hub has not confirmed yet.</summary>
/// <param name="Lane">Webhooks of one lane are delivered in order, lanes in parallel.</param>
/// <param name="PhoneNumberId">Whose app secret signs it.</param>
/// <param name="Body">The exact text on the wire, all ASCII.</param>
/// <param name="ClientWamid">The client's message in it, if any: delivered once the hub has it.</param>
internal sealed record PendingWebhook(string Id, string Lane, string PhoneNumberId, string Body, string? ClientWamid = null);

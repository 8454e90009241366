using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;

namespace Lawyers.Hub.Application.Templates;

/// <summary>What came of asking Meta for all templates of a firm: each of its accounts answers for itself.</summary>
internal sealed record TemplateSync(int Found, int Changed, int Gone, DateTimeOffset At, IReadOnlyList<RefusedAccount> Refused);

/// <param name="Channel">The number through which the account was asked.</param>
internal sealed record RefusedAccount(ChannelId Channel, string DisplayPhoneNumber, Refusal Why);

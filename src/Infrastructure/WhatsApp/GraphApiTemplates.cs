using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outbound;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Templates;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>Meta's Graph API, as far as the templates of an account go.</summary>
internal sealed class GraphApiTemplates(HttpClient http, IChannelCatalog channels, WhatsAppOptions options) : IWhatsAppTemplates
{
    private const int PageSize = 100;
    private const int MostPages = 100; // an account holds 6,000 templates at most
    private const int AlreadyThere = 2388024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<Result<IReadOnlyList<MetaTemplate>>> All(RegisteredChannel channel, CancellationToken cancellationToken)
    {
        var all = new List<MetaTemplate>();
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            // The cursor and not Meta's link to the next page: the token goes to the configured host alone.
            var query = $"?limit={PageSize}{(after is null ? string.Empty : $"&after={Uri.EscapeDataString(after)}")}"
                + "&fields=id,name,language,status,category,parameter_format,components,quality_score,rejected_reason,message_send_ttl_seconds";
            var answer = await Ask(channel, HttpMethod.Get, query, content: null, cancellationToken);
            if (answer.IsRefused)
            {
                return answer.Refusal;
            }

            using var json = answer.Value;
            all.AddRange(json.RootElement.Items("data").Select(Read).OfType<MetaTemplate>());
            after = json.RootElement.Object("paging") is { } paging && paging.Text("next") is not null ? paging.Object("cursors")?.Text("after") : null;
            if (after is null)
            {
                return all;
            }
        }

        throw new HttpRequestException("Meta's list of templates does not end.");
    }

    public async Task<Result<MetaReview>> Submit(RegisteredChannel channel, string definition, CancellationToken cancellationToken)
    {
        var answer = await Ask(channel, HttpMethod.Post, string.Empty, new StringContent(definition, Encoding.UTF8, "application/json"), cancellationToken);
        if (answer.IsRefused)
        {
            return answer.Refusal;
        }

        using var json = answer.Value;
        return json.RootElement.Text("id") is { } id
            ? new MetaReview(id, json.RootElement.Text("status") ?? "PENDING", json.RootElement.Text("category") ?? string.Empty)
            : throw new HttpRequestException("Meta's answer names no template.");
    }

    private static MetaTemplate? Read(JsonElement template) =>
        template.Text("id") is { } id && template.Text("name") is { } name && template.Text("language") is { } language
            ? new MetaTemplate(
                id,
                name,
                language,
                template.Text("status")?.ToUpperInvariant() ?? string.Empty,
                template.Text("rejected_reason") is { } reason and not "NONE" ? reason : null,
                template.Text("category")?.ToUpperInvariant() ?? string.Empty,
                template.Object("quality_score")?.Text("score"),
                TemplateDefinition.Keep(template))
            : null;

    /// <returns>Meta's answer, or its own words for why it refuses.</returns>
    private async Task<Result<JsonDocument>> Ask(
        RegisteredChannel channel, HttpMethod method, string query, HttpContent? content, CancellationToken cancellationToken)
    {
        if (await channels.Get(channel.Tenant, channel.Id, cancellationToken) is not { } connected)
        {
            return TemplateRefusals.NoChannel;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var request = new HttpRequestMessage(
            method, new Uri(options.GraphBaseUrl, $"/{options.ApiVersion}/{channel.WabaId}/message_templates{query}"))
        { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", connected.Secrets.AccessToken);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(limit.Token), cancellationToken: limit.Token);
            return response.IsSuccessStatusCode ? body : Refused(body, (int)response.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Meta did not answer in time.");
        }
        catch (JsonException)
        {
            throw new HttpRequestException("Meta's answer is no JSON.");
        }
    }

    private static Refusal Refused(JsonDocument body, int status)
    {
        using (body)
        {
            var error = body.RootElement.Object("error");
            var code = (int)Math.Clamp(error?.Whole("code") ?? 0, int.MinValue, int.MaxValue);
            if (MetaErrors.Of(code, status).Class is RejectionClass.Transient or RejectionClass.Wait)
            {
                throw new HttpRequestException($"Meta cannot do it now (code {code}).");
            }

            return error?.Whole("error_subcode") == AlreadyThere
                ? TemplateRefusals.AlreadyThere
                : TemplateRefusals.RefusedByMeta(code, error?.Text("error_user_msg") ?? error?.Text("message") ?? $"HTTP {status}");
        }
    }
}

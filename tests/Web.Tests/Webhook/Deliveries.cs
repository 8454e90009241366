using System.Globalization;

namespace Lawyers.Hub.Web.Tests.Webhook;

/// <summary>Deliveries as Meta writes them, as small as they can be.</summary>
internal static class Deliveries
{
    public static string Delivery(string number, params string[] messages) =>
        $$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{{Change(number, messages)}}]}]}""";

    public static string Change(string number, params string[] messages) =>
        $$$"""{"field":"messages","value":{"metadata":{"phone_number_id":"{{{number}}}"},"messages":[{{{string.Join(',', messages)}}}]} }""";

    public static string Text(string wamid, string words, string from = "6281230001111") =>
        $$$"""{"id":"{{{wamid}}}","from":"{{{from}}}","timestamp":"1760000000","type":"text","text":{"body":"{{{words}}}"} }""";

    public static string Statuses(string number, string wamid, string status) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{number}}}"},"statuses":[{"id":"{{{wamid}}}","status":"{{{status}}}","timestamp":"1760000001","recipient_id":"62811"}]} }]}]}""");

    /// <summary>A message of an account's channel that is not named.</summary>
    public static string OfAccount(string waba, string message) =>
        $$$"""{"entry":[{"id":"{{{waba}}}","changes":[{"field":"messages","value":{"messages":[{{{message}}}]} }]}]}""";
}

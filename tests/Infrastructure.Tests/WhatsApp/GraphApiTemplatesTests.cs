using System.Net;
using System.Text;
using Lawyers.Hub.Application.Templates;
using Lawyers.Hub.Application.Tenancy;
using Lawyers.Hub.Domain.Outcomes;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.WhatsApp;

namespace Lawyers.Hub.Infrastructure.Tests.WhatsApp;

public sealed class GraphApiTemplatesTests
{
    private static readonly RegisteredChannel Channel = new(new TenantId(Guid.NewGuid()), new ChannelId(Guid.NewGuid()), "301", "900", "6221", "nnel");

    [Fact]
    public async Task All_pages_are_read_by_cursor_and_never_at_the_address_that_Meta_names()
    {
        var meta = new Meta(
            (200, """{"data":[{"id":"1","name":"a","language":"id","status":"approved","category":"UTILITY","components":[]},{"name":"without id"}],"paging":{"cursors":{"after":"x="},"next":"https://elsewhere.example/steal"} }"""),
            (200, """{"data":[{"id":2,"name":"b","language":"en_US","status":"REJECTED","rejected_reason":"INVALID_FORMAT","category":"UTILITY","quality_score":{"score":"GREEN"},"components":[{"type":"BODY","text":"b"}]}],"paging":{"cursors":{"after":"y"}} }"""));

        var all = (await meta.Templates().All(Channel, CancellationToken.None)).Value;

        all.Should().BeEquivalentTo(
            [
                new MetaTemplate("1", "a", "id", "APPROVED", null, "UTILITY", null, """{"components":[]}"""),
                new MetaTemplate("2", "b", "en_US", "REJECTED", "INVALID_FORMAT", "UTILITY", "GREEN", """{"components":[{"text":"b","type":"BODY"}]}"""),
            ]);
        meta.Asked.Select(asked => asked.GetLeftPart(UriPartial.Path)).Distinct().Should().Equal("https://graph.example/v22.0/900/message_templates");
        meta.Asked[1].Query.Should().Contain("after=x%3D");
    }

    [Theory]
    [InlineData(400, """{"error":{"code":100,"error_subcode":2388024,"message":"exists"}}""", "template_exists")]
    [InlineData(400, """{"error":{"code":100,"error_subcode":2388299,"message":"no","error_user_msg":"Variables at the end."}}""", "template_refused_by_meta")]
    [InlineData(401, """{"error":{"code":190,"message":"token"}}""", "template_refused_by_meta")]
    public async Task What_Meta_refuses_is_told_in_its_words(int status, string body, string code) =>
        (await new Meta((status, body)).Templates().Submit(Channel, "{}", CancellationToken.None)).Refusal!.Code.Should().Be(code);

    [Theory]
    [InlineData(503, """{"error":{"code":2,"message":"down"}}""")]
    [InlineData(400, """{"error":{"code":80008,"message":"limit"}}""")]
    [InlineData(502, "<html>")]
    public async Task What_may_work_later_is_no_refusal(int status, string body) =>
        await new Meta((status, body)).Templates().Invoking(meta => meta.All(Channel, CancellationToken.None)).Should().ThrowAsync<HttpRequestException>();

    private sealed class Meta(params (int Status, string Body)[] answers) : HttpMessageHandler
    {
        public List<Uri> Asked { get; } = [];

        public GraphApiTemplates Templates() =>
            new(new HttpClient(this), new OneChannel(), new WhatsAppOptions(new Uri("https://graph.example"), "v22.0", null, null, 1));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (status, body) = answers[Asked.Count];
            Asked.Add(request.RequestUri!);
            request.Headers.Authorization!.Parameter.Should().Be("token-of-the-channel");
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }
    }

    private sealed class OneChannel : IChannelCatalog
    {
        public ValueTask<ConnectedChannel?> Get(TenantId tenant, ChannelId channel, CancellationToken cancellationToken) =>
            new(new ConnectedChannel(Channel, new ChannelSecrets("token-of-the-channel", null, null)));

        public ValueTask<RegisteredChannel?> Find(string phoneNumberId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Result<RegisteredChannel>> Register(TenantId tenant, ChannelRegistration registration, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<RegisteredChannel>> List(TenantId tenant, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

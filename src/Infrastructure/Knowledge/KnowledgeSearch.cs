using Lawyers.Hub.Application.Knowledge;
using Lawyers.Hub.Domain.Knowledge;
using Lawyers.Hub.Domain.Tenancy;
using Lawyers.Hub.Infrastructure.Database;
using Npgsql;
using NpgsqlTypes;

namespace Lawyers.Hub.Infrastructure.Knowledge;

/// <summary>
/// PostgreSQL full-text search over the published articles of one firm. Any word of the question may match, the rarer and the nearer to
/// the title the better; the Indonesian stemmer makes "ditahan" and "penahanan" meet in "tahan". A firm has hundreds of articles, not
/// millions: the vectors are made as they are asked for.
/// </summary>
public sealed class KnowledgeSearch(HubDataSource database, TimeProvider clock) : IKnowledgeSearch
{
    private const string Sql =
        """
        with asked as (
            select to_tsquery('simple', string_agg(quote_literal(lexeme) || ':*', ' | ')) as query
            from unnest(to_tsvector('indonesian', $2)) as word(lexeme, positions, weights)),
        article as (
            select key,
                data -> 'InUse' ->> 'Title' as title,
                data -> 'InUse' ->> 'Body' as body,
                data ->> 'PracticeArea' as practice_area,
                setweight(to_tsvector('indonesian', data -> 'InUse' ->> 'Title'), 'A')
                    || setweight(to_tsvector('indonesian', data -> 'InUse' ->> 'Body'), 'C') as words
            from read_knowledge_article
            where tenant_id = $1 and slot = (select live_slot('knowledge_article'))
                and jsonb_typeof(data -> 'InUse') = 'object' and (data ->> 'ReviewOn')::date > $3)
        select key, title, body,
            ts_headline('indonesian', body, query, 'StartSel="", StopSel="", MaxFragments=1, MinWords=20, MaxWords=45') as excerpt,
            practice_area,
            (ts_rank_cd(words, query, 1) * case when practice_area = $4 then 1.5 else 1 end)::float8 as score
        from article, asked
        where words @@ query
        order by score desc, title
        limit $5
        """;

    public async Task<IReadOnlyList<ArticleHit>> Search(
        TenantId tenant, string question, string? practiceArea, int limit, CancellationToken cancellationToken)
    {
        await using var batch = database.Batch(tenant);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Sql)
        {
            Parameters =
            {
                new() { Value = tenant.ToString() },
                new() { Value = StopWords.Without(question) },
                new() { Value = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) },
                new() { Value = (object?)practiceArea ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = limit },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken); // past the tenant's setting
        var hits = new List<ArticleHit>();
        while (await reader.ReadAsync(cancellationToken))
        {
            hits.Add(new ArticleHit(
                new ArticleId(reader.GetGuid(0)), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetDouble(5)));
        }

        return hits;
    }
}

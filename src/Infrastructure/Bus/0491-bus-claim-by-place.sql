-- As before; but the lanes that were found and locked are taken where they lie. Found once more by their keys they were compared each with each.
create or replace function bus_claim(p_worker uuid, p_lease interval, p_topics text[], p_most int, p_messages int)
returns table (
    tenant_id varchar, topic text, key text, published bigint, "position" bigint, id uuid, body bytea, attempts int, waited interval)
language plpgsql as $$
declare
    v_due record;
begin
    for v_due in
        select d.tenant_id, array_agg(d.place) as places
        from (
            select l.tenant_id, l.ctid as place from bus_lanes l
            where l.next_at <= statement_timestamp() and l.next_at < 'infinity' and l.topic = any (p_topics)
            order by l.next_at limit p_most for update skip locked) d
        group by d.tenant_id
    loop
        perform set_config('hub.tenant', v_due.tenant_id, true);
        return query
            with taken as (
                update bus_lanes l set owner = p_worker, next_at = clock_timestamp() + p_lease
                where l.ctid = any (v_due.places) and l.tenant_id = v_due.tenant_id
                returning l.tenant_id, l.topic, l.key, l.published)
            select t.tenant_id, t.topic, t.key, t.published, m.position, m.id, m.body, m.attempts,
                clock_timestamp() - m.published_at
            from taken t
            left join lateral (
                select w.position, w.id, w.body, w.attempts, w.published_at from bus_messages w
                where w.tenant_id = t.tenant_id and w.topic = t.topic and w.key = t.key
                order by w.position limit p_messages) m on true
            order by t.topic, t.key, m.position;
    end loop;
end;
$$;

-- As before, without comparing each event of a group with each stream of it: of the runtime's plans, row by row, a join of two sets that no index
-- holds takes the square of a group. Where an event stands among the arrays follows from its stream, so it is taken from there.
drop function hub_append;

-- Some units of work of one tenant in one transaction, each stored whole or not at all. A unit that meets an obstacle writes nothing and is
-- no hindrance to the others.
--
-- Arrays stand for rows. Units: p_causes to p_subjects. Their streams, each once, ordered by id: p_streams to p_counts, with the place of
-- the unit, and of the first of the stream's events. Their events, those of a stream one after another: p_ids to p_bodies (SHA-256 of the
-- canonical bodies). Places begin at 1. Sequence numbers are given in the order of the events.
--
-- Comes back: a row for each event, with its sequence; and a row for each stream whose unit cannot be stored because of it, with the
-- obstacle: 'applied' (the stream has taken this cause before) or 'conflict' (it is at another version).
--
-- No two calls wait for one another in a ring: existing streams are locked in the order of their ids, then new ones are made in that order.
-- Who makes a stream that another call is making waits for that one and fails with a unique violation (23505); who waits longer than
-- p_patience (0: for ever) fails with 55P03.
create function hub_append(
    p_tenant varchar, p_patience text,
    p_causes uuid[], p_correlations varchar[], p_causations varchar[], p_headers text[], p_subjects uuid[],
    p_streams uuid[], p_units int[], p_stream_types varchar[], p_expected bigint[], p_firsts int[], p_counts int[],
    p_ids uuid[], p_types varchar[], p_dotnet_types varchar[], p_data text[], p_bodies bytea[])
returns table (stream uuid, version bigint, sequence bigint, obstacle text) language plpgsql as $$
begin
    perform set_config('hub.tenant', p_tenant, true), set_config('lock_timeout', p_patience, true);

    -- A statement of its own: the next one begins after the wait, and so sees all that was stored in these streams meanwhile.
    perform from mt_streams m where m.tenant_id = p_tenant and m.id = any (p_streams) order by m.id for no key update;

    return query
    with asked as materialized (
        select a.*, greatest(m.timestamp, clock_timestamp()) as at,
            (select e.hash from mt_events e where e.tenant_id = p_tenant and e.stream_id = a.id and e.version <= a.expected
             order by e.version desc limit 1) as hash,
            case
                when p_causes[a.unit] = (
                    select e.cause_id from mt_events e
                    where e.tenant_id = p_tenant and e.stream_id = a.id and e.cause_id >= p_causes[a.unit] order by e.cause_id limit 1) then 'applied'
                when m.is_archived or coalesce(m.version, 0) <> a.expected then 'conflict'
            end as obstacle
        from unnest(p_streams, p_units, p_stream_types, p_expected, p_firsts, p_counts) as a (id, unit, type, expected, first, count)
        left join lateral (
            select s.version, s.timestamp, s.is_archived from mt_streams s where s.tenant_id = p_tenant and s.id = a.id limit 1) m on true),

    written as materialized (
        select a.*, hub_chain(a.hash, p_bodies[a.first : a.first + a.count - 1], a.at) as hashes
        from asked a
        where a.unit <> all (array(select o.unit from asked o where o.obstacle is not null))),

    made as (
        insert into mt_streams (tenant_id, id, type, version, timestamp, created)
        select p_tenant, w.id, w.type, w.count, w.at, w.at from written w where w.expected = 0 order by w.id),

    moved as (
        update mt_streams m set version = w.expected + w.count, timestamp = w.at
        from written w where w.expected > 0 and m.tenant_id = p_tenant and m.id = w.id),

    recorded as (
        insert into mt_events as e (
            seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
            correlation_id, causation_id, headers, hash, cause_id, subject_id)
        select nextval('mt_events_sequence'), p_ids[n.place], n.id, n.expected + n.nth, p_data[n.place]::jsonb, p_types[n.place], n.at, p_tenant,
            p_dotnet_types[n.place], p_correlations[n.unit], p_causations[n.unit], p_headers[n.unit]::jsonb, n.hashes[n.nth],
            case when n.nth = 1 then p_causes[n.unit] end, p_subjects[n.unit]
        from (
            select w.*, g.nth, w.first + g.nth - 1 as place
            from written w cross join lateral generate_series(1, w.count) as g (nth)) n
        order by n.place
        returning e.stream_id, e.version, e.seq_id)

    select r.stream_id, r.version, r.seq_id, null from recorded r
    union all
    select a.id, null, null, a.obstacle from asked a where a.obstacle is not null;
end;
$$;

grant execute on function hub_append to :runtime;

-- What an append looks up is asked for in the order of the one index that holds it. A plan may be made while mt_events is empty, when all
-- of its indexes begin with the tenant and promise a single row: one that does not give the order would then be as good, and walk all
-- events of the tenant until statistics are there.
create or replace function hub_append(
    p_tenant varchar, p_patience text,
    p_causes uuid[], p_correlations varchar[], p_causations varchar[], p_headers text[], p_subjects uuid[],
    p_streams uuid[], p_units int[], p_stream_types varchar[], p_expected bigint[], p_firsts int[], p_counts int[],
    p_of int[], p_ids uuid[], p_versions bigint[], p_types varchar[], p_dotnet_types varchar[], p_data text[], p_bodies bytea[])
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
        from unnest(p_streams, p_units, p_stream_types, p_expected, p_firsts, p_counts) with ordinality
            as a (id, unit, type, expected, first, count, place)
        left join lateral (
            select s.version, s.timestamp, s.is_archived from mt_streams s where s.tenant_id = p_tenant and s.id = a.id limit 1) m on true),

    written as materialized (
        select a.*, hub_chain(a.hash, p_bodies[a.first : a.first + a.count - 1], a.at) as hashes
        from asked a
        where not exists (select from asked o where o.unit = a.unit and o.obstacle is not null)),

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
        select nextval('mt_events_sequence'), n.id, w.id, n.version, n.data::jsonb, n.type, w.at, p_tenant, n.dotnet_type,
            p_correlations[w.unit], p_causations[w.unit], p_headers[w.unit]::jsonb, w.hashes[n.version - w.expected],
            case when n.version = w.expected + 1 then p_causes[w.unit] end, p_subjects[w.unit]
        from unnest(p_of, p_ids, p_versions, p_types, p_dotnet_types, p_data) with ordinality
            as n (stream, id, version, type, dotnet_type, data, place)
        join written w on w.place = n.stream
        order by n.place
        returning e.stream_id, e.version, e.seq_id)

    select r.stream_id, r.version, r.seq_id, null from recorded r
    union all
    select a.id, null, null, a.obstacle from asked a where a.obstacle is not null;
end;
$$;

-- The same for a unit of work that goes alone, with few events of one stream: a row by its key, and a row for each event. What starting the
-- statement above costs, which judges and writes any number of units, is twice what this costs in all.
--
-- Comes back: the sequences of the events; null, and nothing is written, if the stream has taken the cause or is at another version. Which
-- of the two it is, hub_append tells. No sequence is drawn for a unit that is not stored.
create function hub_append_alone(
    p_tenant varchar, p_patience text, p_cause uuid, p_correlation varchar, p_causation varchar, p_headers text, p_subject uuid,
    p_stream uuid, p_stream_type varchar, p_expected bigint,
    p_ids uuid[], p_types varchar[], p_dotnet_types varchar[], p_data text[], p_bodies bytea[])
returns bigint[] language plpgsql as $$
declare
    v_at timestamptz;
    v_hash bytea;
    v_sequence bigint;
    v_sequences bigint[];
begin
    perform set_config('hub.tenant', p_tenant, true), set_config('lock_timeout', p_patience, true);
    if p_expected = 0 then
        -- Waits for whoever is making the same stream.
        insert into mt_streams as m (tenant_id, id, type, version, timestamp, created)
        select p_tenant, p_stream, p_stream_type, cardinality(p_ids), n.at, n.at from (select clock_timestamp() as at offset 0) n
        on conflict do nothing
        returning m.timestamp into v_at;
    else
        -- Who waits here for another writer of the stream finds it at another version, and has no eye for what that one stored.
        update mt_streams m set version = p_expected + cardinality(p_ids), timestamp = greatest(m.timestamp, clock_timestamp())
        where m.tenant_id = p_tenant and m.id = p_stream and m.version = p_expected and not m.is_archived
            and p_cause is distinct from (
                select e.cause_id from mt_events e
                where e.tenant_id = p_tenant and e.stream_id = p_stream and e.cause_id >= p_cause order by e.cause_id limit 1)
        returning m.timestamp, (
            select e.hash from mt_events e where e.tenant_id = p_tenant and e.stream_id = p_stream and e.version <= p_expected
            order by e.version desc limit 1)
        into v_at, v_hash;
    end if;

    if v_at is null then
        return null;
    end if;

    for i in 1 .. cardinality(p_ids) loop
        insert into mt_events as e (
            seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
            correlation_id, causation_id, headers, hash, cause_id, subject_id)
        values (
            nextval('mt_events_sequence'), p_ids[i], p_stream, p_expected + i, p_data[i]::jsonb, p_types[i], v_at, p_tenant, p_dotnet_types[i],
            p_correlation, p_causation, p_headers::jsonb,
            sha256(coalesce(v_hash, '') || p_bodies[i] || convert_to(trunc(extract(epoch from v_at) * 1000000)::bigint::text, 'UTF8')),
            case when i = 1 then p_cause end, p_subject)
        returning e.seq_id, e.hash into v_sequence, v_hash;
        v_sequences := v_sequences || v_sequence;
    end loop;
    return v_sequences;
end;
$$;

grant execute on function hub_append_alone to :runtime;

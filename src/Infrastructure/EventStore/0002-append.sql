-- Whether one of the streams has taken this cause. One look at the unique index for each: "any" could be planned with another index.
create function hub_has_taken(p_tenant varchar, p_streams uuid[], p_cause uuid) returns boolean language plpgsql stable as $$
begin
    for s in 1 .. array_length(p_streams, 1) loop
        if exists (select from mt_events e where e.tenant_id = p_tenant and e.stream_id = p_streams[s] and e.cause_id = p_cause) then
            return true;
        end if;
    end loop;
    return false;
end;
$$;

-- One unit of work in one call: tenant, causes, versions, hash chain and events, all or nothing.
--
-- p_streams, p_stream_types, p_expected, p_counts: one entry per stream, ordered by stream id (two units of work on the same streams then
-- wait for one another instead of deadlocking). The event arrays hold the events of the first stream, then of the second, and so on.
-- p_bodies are the SHA-256 of the canonical bodies; the chain is made here, where the time is known.
--
-- outcome: 'appended' with a row per event, 'applied' (a stream has taken this cause before) or 'conflict' with the place of the stream
-- in p_streams. A conflict that shows only after something was written is raised as HB409 with the place as its hint.
create function hub_append(
    p_tenant varchar, p_cause uuid, p_streams uuid[], p_stream_types varchar[], p_expected bigint[], p_counts int[],
    p_ids uuid[], p_types varchar[], p_dotnet_types varchar[], p_data jsonb[], p_bodies bytea[],
    p_correlation varchar, p_causation varchar, p_headers jsonb, p_subject uuid)
returns table (outcome text, place int, version bigint, sequence bigint) language plpgsql as $$
declare
    v_written boolean := false;
    v_ok boolean;
    v_at timestamptz;
    v_hash bytea;
    v_micros text;
    v_event int := 0;
    v_times timestamptz[] := '{}';
    v_hashes bytea[] := '{}';
    v_versions bigint[] := '{}';
    v_causes uuid[] := '{}';
    v_of uuid[] := '{}';
begin
    perform set_config('hub.tenant', p_tenant, true);
    if hub_has_taken(p_tenant, p_streams, p_cause) then
        return query select 'applied', 0, 0::bigint, 0::bigint;
        return;
    end if;

    for s in 1 .. array_length(p_streams, 1) loop
        if p_expected[s] = 0 then
            insert into mt_streams (tenant_id, id, type, version, timestamp, created)
            values (p_tenant, p_streams[s], p_stream_types[s], p_counts[s], clock_timestamp(), clock_timestamp())
            on conflict do nothing
            returning timestamp into v_at;
        else
            update mt_streams m
            set version = p_expected[s] + p_counts[s], timestamp = greatest(m.timestamp, clock_timestamp())
            where m.tenant_id = p_tenant and m.id = p_streams[s] and m.version = p_expected[s] and not m.is_archived
            returning m.timestamp into v_at;
        end if;
        v_ok := found;

        if not v_ok then
            if v_written then
                raise exception 'Another writer was first.' using errcode = 'HB409', hint = s::text;
            end if;
            -- The other writer may have been the same command, delivered twice.
            if hub_has_taken(p_tenant, p_streams, p_cause) then
                return query select 'applied', 0, 0::bigint, 0::bigint;
            else
                return query select 'conflict', s, 0::bigint, 0::bigint;
            end if;
            return;
        end if;

        v_written := true;
        v_hash := null;
        if p_expected[s] > 0 then
            select e.hash into v_hash from mt_events e
            where e.tenant_id = p_tenant and e.stream_id = p_streams[s] and e.version = p_expected[s];
        end if;
        v_hash := coalesce(v_hash, ''::bytea);
        v_micros := trunc(extract(epoch from v_at) * 1000000)::bigint::text;
        for i in 1 .. p_counts[s] loop
            v_event := v_event + 1;
            v_hash := sha256(v_hash || p_bodies[v_event] || convert_to(v_micros, 'UTF8'));
            v_hashes[v_event] := v_hash;
            v_times[v_event] := v_at;
            v_versions[v_event] := p_expected[s] + i;
            v_of[v_event] := p_streams[s];
            v_causes[v_event] := case when i = 1 then p_cause end;
        end loop;
    end loop;

    return query
    insert into mt_events as e (
        seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers,
        hash, cause_id, subject_id)
    select nextval('mt_events_sequence'), n.id, n.stream_id, n.version, n.data, n.type, n.at, p_tenant, n.dotnet_type,
        p_correlation, p_causation, p_headers, n.hash, n.cause_id, p_subject
    from unnest(p_ids, v_of, v_versions, p_data, p_types, v_times, p_dotnet_types, v_hashes, v_causes)
        as n (id, stream_id, version, data, type, at, dotnet_type, hash, cause_id)
    returning 'appended', 0, e.version, e.seq_id;
end;
$$;

grant execute on function hub_append, hub_has_taken to :runtime;

-- Puts a message that failed, or follows one that did, into a lane that rests here while its topic travels over a broker. A message that the
-- broker brings twice rests once.
create function bus_park(
    p_tenant varchar, p_topic text, p_key text, p_id uuid, p_body bytea, p_attempts int, p_pause interval) returns void language plpgsql as $$
begin
    insert into bus_lanes as l (tenant_id, topic, key, next_at) values (p_tenant, p_topic, p_key, clock_timestamp() + p_pause)
    on conflict (tenant_id, topic, key) do update
    set published = l.published + 1, next_at = case when l.next_at = 'infinity' then clock_timestamp() + p_pause else l.next_at end;
    insert into bus_messages (tenant_id, topic, key, id, body, attempts)
    select p_tenant, p_topic, p_key, p_id, p_body, p_attempts
    where not exists (
        select from bus_messages m where m.tenant_id = p_tenant and m.topic = p_topic and m.key = p_key and m.id = p_id);
end;
$$;

-- The same only where the lane still holds something; false means that all of it is handled, and the message's turn has come. The row of
-- the lane keeps whoever is about to close it waiting until this is decided.
create function bus_follow(p_tenant varchar, p_topic text, p_key text, p_id uuid, p_body bytea) returns boolean language plpgsql as $$
begin
    perform from bus_lanes l where l.tenant_id = p_tenant and l.topic = p_topic and l.key = p_key and l.next_at < 'infinity' for update;
    if not found then
        return false;
    end if;
    perform bus_park(p_tenant, p_topic, p_key, p_id, p_body, 0, interval '0');
    return true;
end;
$$;

grant execute on function bus_park, bus_follow to :runtime;

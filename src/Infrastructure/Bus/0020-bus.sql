-- A message is published once per topic: its id stays here for a week after, when Meta has long stopped repeating itself.
create table bus_ids (
    tenant_id varchar not null,
    topic text not null,
    id uuid not null,
    published_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, topic, id));

create index bus_ids_by_age on bus_ids (published_at);

-- What is waiting, in the order of its lane; gone once handled. Bodies are sealed under the firm's key.
create table bus_messages (
    tenant_id varchar not null,
    topic text not null,
    key text not null,
    position bigint generated always as identity,
    id uuid not null,
    body bytea not null,
    attempts int not null default 0,
    published_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, topic, key, position));

-- A lane is claimed as a whole. next_at is when it may be: at once, after a pause, at the end of another worker's lease, or never while
-- it is empty. published counts publications, so that a worker cannot close a lane that has just been given something.
create table bus_lanes (
    tenant_id varchar not null,
    topic text not null,
    key text not null,
    next_at timestamptz not null,
    owner uuid null,
    published bigint not null default 1,
    primary key (tenant_id, topic, key));

create index bus_lanes_due on bus_lanes (next_at) where next_at < 'infinity';
create index bus_lanes_held on bus_lanes (owner) where owner is not null;

-- Given up on, until somebody asks for another try.
create table bus_dead (
    tenant_id varchar not null,
    topic text not null,
    key text not null,
    id uuid not null,
    body bytea not null,
    attempts int not null,
    died_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, topic, id));

-- Puts messages at the end of their lanes; ids that were published before are left out. Rows are locked in one order everywhere.
create function bus_publish(p_tenant varchar, p_topics text[], p_keys text[], p_ids uuid[], p_bodies bytea[]) returns int language plpgsql as $$
declare
    v_fresh text[];
    v_count int;
begin
    with fresh as (
        insert into bus_ids (tenant_id, topic, id)
        select p_tenant, m.topic, m.id from unnest(p_topics, p_ids) as m (topic, id) order by m.topic, m.id
        on conflict do nothing
        returning topic || '/' || id as name)
    select array_agg(name) into v_fresh from fresh;

    insert into bus_lanes as l (tenant_id, topic, key, next_at)
    select p_tenant, m.topic, m.key, clock_timestamp()
    from unnest(p_topics, p_keys, p_ids) as m (topic, key, id) where m.topic || '/' || m.id = any (v_fresh)
    group by m.topic, m.key order by m.topic, m.key
    on conflict (tenant_id, topic, key) do update
    set published = l.published + 1, next_at = case when l.next_at = 'infinity' then clock_timestamp() else l.next_at end;

    insert into bus_messages (tenant_id, topic, key, id, body)
    select p_tenant, m.topic, m.key, m.id, m.body
    from unnest(p_topics, p_keys, p_ids, p_bodies) with ordinality as m (topic, key, id, body, n)
    where m.topic || '/' || m.id = any (v_fresh) order by m.n;
    get diagnostics v_count = row_count;
    return v_count;
end;
$$;

-- Another try for a dead letter, at the end of its lane.
create function bus_revive(p_tenant varchar, p_topic text, p_id uuid) returns boolean language plpgsql as $$
declare
    v_dead bus_dead;
begin
    delete from bus_dead where tenant_id = p_tenant and topic = p_topic and id = p_id returning * into v_dead;
    if v_dead.id is null then
        return false;
    end if;
    insert into bus_lanes as l (tenant_id, topic, key, next_at) values (p_tenant, p_topic, v_dead.key, clock_timestamp())
    on conflict (tenant_id, topic, key) do update
    set published = l.published + 1, next_at = case when l.next_at = 'infinity' then clock_timestamp() else l.next_at end;
    insert into bus_messages (tenant_id, topic, key, id, body) values (p_tenant, p_topic, v_dead.key, v_dead.id, v_dead.body);
    return true;
end;
$$;

-- Takes the lanes that are due for a worker, each with its first messages: found over all tenants, taken as each of them.
-- statement_timestamp() and the bound make the index of due lanes usable; a clock that moves within the statement would not.
create function bus_claim(p_worker uuid, p_lease interval, p_topics text[], p_most int, p_messages int)
returns table (tenant_id varchar, topic text, key text, published bigint, "position" bigint, id uuid, body bytea, attempts int)
language plpgsql as $$
declare
    v_due record;
begin
    for v_due in
        select d.tenant_id, array_agg(d.topic) as topics, array_agg(d.key) as keys
        from (
            select l.tenant_id, l.topic, l.key from bus_lanes l
            where l.next_at <= statement_timestamp() and l.next_at < 'infinity' and l.topic = any (p_topics)
            order by l.next_at limit p_most for update skip locked) d
        group by d.tenant_id
    loop
        perform set_config('hub.tenant', v_due.tenant_id, true);
        return query
            with taken as (
                update bus_lanes l set owner = p_worker, next_at = clock_timestamp() + p_lease
                from unnest(v_due.topics, v_due.keys) as d (topic, key)
                where l.tenant_id = v_due.tenant_id and l.topic = d.topic and l.key = d.key
                returning l.tenant_id, l.topic, l.key, l.published)
            select t.tenant_id, t.topic, t.key, t.published, m.position, m.id, m.body, m.attempts
            from taken t
            left join lateral (
                select w.position, w.id, w.body, w.attempts from bus_messages w
                where w.tenant_id = t.tenant_id and w.topic = t.topic and w.key = t.key
                order by w.position limit p_messages) m on true
            order by t.topic, t.key, m.position;
    end loop;
end;
$$;

-- Lengthens the lease on those lanes that are still the worker's, as each of their tenants.
create function bus_renew(p_worker uuid, p_lease interval, p_tenants text[], p_topics text[], p_keys text[])
returns table (tenant_id varchar, topic text, key text) language plpgsql as $$
declare
    v_held record;
begin
    for v_held in
        select h.tenant_id, array_agg(h.topic) as topics, array_agg(h.key) as keys
        from unnest(p_tenants, p_topics, p_keys) as h (tenant_id, topic, key)
        group by h.tenant_id order by h.tenant_id
    loop
        perform set_config('hub.tenant', v_held.tenant_id, true);
        return query
            with mine as (
                select l.topic, l.key from bus_lanes l
                join unnest(v_held.topics, v_held.keys) as h (topic, key) on l.topic = h.topic and l.key = h.key
                where l.tenant_id = v_held.tenant_id and l.owner = p_worker
                order by l.topic, l.key for update of l)
            update bus_lanes l set next_at = clock_timestamp() + p_lease
            from mine
            where l.tenant_id = v_held.tenant_id and l.topic = mine.topic and l.key = mine.key
            returning l.tenant_id, l.topic, l.key;
    end loop;
end;
$$;

-- A worker serves every tenant: it sees the lanes and the sealed messages of all, but writes only as the tenant at hand.
alter table bus_ids enable row level security, force row level security;
create policy tenant on bus_ids
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));
alter table bus_messages enable row level security, force row level security;
create policy tenant on bus_messages
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));
alter table bus_dead enable row level security, force row level security;
create policy tenant on bus_dead
    using (tenant_id = (select current_setting('hub.tenant', true))) with check (tenant_id = current_setting('hub.tenant', true));
alter table bus_lanes enable row level security, force row level security;
create policy tenant on bus_lanes
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));

grant select, insert, delete on bus_ids to :runtime;
grant select, insert, delete, update (attempts) on bus_messages to :runtime;
grant select, insert, delete, update (next_at, owner, published) on bus_lanes to :runtime;
grant select, insert, delete on bus_dead to :runtime;
grant execute on function bus_publish, bus_revive, bus_claim, bus_renew to :runtime;

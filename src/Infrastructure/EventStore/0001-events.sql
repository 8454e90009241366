-- The table layout of Marten's event store (conjoined tenancy, GUID streams, metadata columns on), so that a Marten DocumentStore can
-- open it. Ours are the columns at the end of mt_events, all with a default or nullable; see docs/audit-format.md for the hash.

grant usage on schema public to :runtime;

create table mt_streams (
    tenant_id varchar not null default '*DEFAULT*',
    id uuid not null,
    type varchar null,
    version bigint null,
    timestamp timestamptz not null default now(),
    created timestamptz not null default now(),
    is_archived boolean not null default false,
    constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id));

create sequence mt_events_sequence as bigint cache 1;

create table mt_events (
    seq_id bigint not null,
    id uuid not null,
    stream_id uuid null,
    version bigint not null,
    data jsonb not null,
    bdata bytea null,
    type varchar(500) not null,
    timestamp timestamptz not null default clock_timestamp(),
    tenant_id varchar not null default '*DEFAULT*',
    mt_dotnet_type varchar null,
    correlation_id varchar null,
    causation_id varchar null,
    headers jsonb null,
    is_archived boolean not null default false,
    transaction_id xid8 not null default pg_current_xact_id(),
    hash bytea null,
    cause_id uuid null,
    subject_id uuid null,
    actor text null generated always as (headers ->> 'actor') stored,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_tenant_id_stream_id foreign key (tenant_id, stream_id) references mt_streams (tenant_id, id));

alter sequence mt_events_sequence owned by mt_events.seq_id;

create unique index pk_mt_events_stream_and_version on mt_events (tenant_id, stream_id, version);
create unique index mt_events_once_per_cause on mt_events (tenant_id, stream_id, cause_id) where cause_id is not null;
create index mt_events_in_safe_order on mt_events (transaction_id, seq_id);
create index mt_events_of_tenant on mt_events (tenant_id, seq_id);
create index mt_events_by_type on mt_events (tenant_id, type, seq_id);
create index mt_events_by_actor on mt_events (tenant_id, actor, seq_id);
create index mt_events_by_subject on mt_events (tenant_id, subject_id, seq_id) where subject_id is not null;

create table mt_event_progression (
    name varchar not null,
    last_seq_id bigint null,
    last_updated timestamptz null default transaction_timestamp(),
    constraint pk_mt_event_progression primary key (name));

create table mt_high_water_skips (
    ending_sequence bigint not null,
    starting_sequence bigint not null,
    timestamp timestamptz not null default now(),
    constraint pk_mt_high_water_skips primary key (ending_sequence));

create table mt_doc_deadletterevent (
    id uuid not null,
    data jsonb not null,
    mt_last_modified timestamptz null default transaction_timestamp(),
    mt_version uuid not null default gen_random_uuid(),
    mt_dotnet_type varchar null,
    tenant_id varchar not null default '*DEFAULT*',
    constraint pkey_mt_doc_deadletterevent_tenant_id_id primary key (tenant_id, id));

create function mt_mark_event_progression(name varchar, last_encountered bigint) returns void language plpgsql as $$
begin
    insert into mt_event_progression (name, last_seq_id, last_updated)
    values (name, last_encountered, transaction_timestamp())
    on conflict on constraint pk_mt_event_progression
    do update set last_seq_id = last_encountered, last_updated = transaction_timestamp();
end;
$$;

create function mt_mark_progression_with_skip(p_name varchar, p_ending bigint, p_starting bigint) returns bigint language plpgsql as $$
declare
    reached bigint;
begin
    insert into mt_event_progression as p (name, last_seq_id, last_updated)
    values (p_name, p_ending, transaction_timestamp())
    on conflict on constraint pk_mt_event_progression
    do update set last_seq_id = p_ending, last_updated = transaction_timestamp() where p.last_seq_id = p_starting;
    if found then
        insert into mt_high_water_skips (ending_sequence, starting_sequence) values (p_ending, p_starting) on conflict do nothing;
        return p_ending;
    end if;
    select last_seq_id into reached from mt_event_progression where name = p_name;
    return reached;
end;
$$;

-- What was recorded stays as it was recorded, for the owner too.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Events are never changed or removed (% on %).', tg_op, tg_table_name using errcode = 'HB403';
end;
$$;

create trigger never_changed before update or delete on mt_events for each row execute function refuse_change();
create trigger never_truncated before truncate on mt_events for each statement execute function refuse_change();
alter table mt_events enable always trigger never_changed, enable always trigger never_truncated;

-- The scope is a comparison within the sub-select so that the planner takes it for a coin toss, not for something rare: else it would
-- read whole tables where an index gives the order.
alter table mt_streams enable row level security, force row level security;
create policy tenant on mt_streams
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));

alter table mt_events enable row level security, force row level security;
create policy tenant on mt_events
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));

alter table mt_doc_deadletterevent enable row level security, force row level security;
create policy tenant on mt_doc_deadletterevent
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));

-- Bookkeeping of subscriptions, of no tenant: only for those who read across tenants anyway.
alter table mt_event_progression enable row level security, force row level security;
create policy subscriptions on mt_event_progression
    using ((select current_setting('hub.scope', true) = 'every-tenant')) with check (current_setting('hub.scope', true) = 'every-tenant');
alter table mt_high_water_skips enable row level security, force row level security;
create policy subscriptions on mt_high_water_skips
    using ((select current_setting('hub.scope', true) = 'every-tenant')) with check (current_setting('hub.scope', true) = 'every-tenant');

grant select, insert on mt_events to :runtime;
grant select, insert, update (version, timestamp) on mt_streams to :runtime;
grant usage on sequence mt_events_sequence to :runtime;
grant select, insert, update on mt_event_progression to :runtime;
grant select, insert on mt_high_water_skips to :runtime;

-- What was delivered: each message, and each status of a message, once per number.
create table webhook_items (
    tenant_id varchar not null,
    phone_number_id text not null,
    wamid bytea not null,
    status text not null,
    raw_payload uuid not null,
    received_at timestamptz not null,
    primary key (tenant_id, phone_number_id, wamid, status));

create index webhook_items_by_age on webhook_items (received_at);

-- Ten days take turns: whatever a clock says, there is a place for it, and nothing has to be made ahead.
create function raw_payload_slot(p_received_at timestamptz) returns smallint language sql immutable parallel safe as
$$ select (((floor(extract(epoch from p_received_at) / 86400)::bigint % 10) + 10) % 10)::smallint $$;

-- The bytes as they came, sealed, for seven days; each day in a partition of its own, emptied as a whole.
create table raw_payloads (
    tenant_id varchar not null,
    id uuid not null,
    slot smallint not null default raw_payload_slot(clock_timestamp()),
    sealed bytea not null,
    received_at timestamptz not null,
    primary key (tenant_id, id, slot)) partition by list (slot);

create index raw_payloads_by_age on raw_payloads (received_at);

do $$
begin
    for slot in 0..9 loop
        execute format('create table raw_payloads_%s partition of raw_payloads for values in (%s)', slot, slot);

        -- Nobody is granted a partition; whoever were would meet the same wall there.
        execute format('alter table raw_payloads_%s enable row level security, force row level security', slot);
        execute format(
            'create policy tenant on raw_payloads_%s
                using (tenant_id = (select current_setting(''hub.tenant'', true)) or (select current_setting(''hub.scope'', true) = ''every-tenant''))
                with check (tenant_id = current_setting(''hub.tenant'', true))', slot);
    end loop;
end;
$$;

-- Empties a day, of all tenants, once all of it is older than seven days by the database's own clock; else nothing happens. As the owner,
-- since the runtime role may truncate nothing.
create function drop_raw_payloads(p_slot smallint) returns boolean language plpgsql security definer
set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
    v_due boolean;
    v_scope text := coalesce(current_setting('hub.scope', true), '');
    v_is_due text := format(
        'select exists (select from raw_payloads_%1$s)
            and not exists (select from raw_payloads_%1$s where received_at > clock_timestamp() - interval ''7 days'')', p_slot);
begin
    -- Whoever calls sees no more of the tenants afterwards than before.
    perform set_config('hub.scope', 'every-tenant', true);
    execute v_is_due into v_due;
    if v_due then
        -- What came in between keeps the day.
        execute format('lock table raw_payloads_%s in access exclusive mode', p_slot);
        execute v_is_due into v_due;
    end if;
    if v_due then
        execute format('truncate raw_payloads_%s', p_slot);
    end if;
    perform set_config('hub.scope', v_scope, true);
    return v_due;
end;
$$;
revoke execute on function drop_raw_payloads from public;
grant execute on function raw_payload_slot, drop_raw_payloads to :runtime;

-- What speaks of a number that no firm has registered, or of none at all: the hub's own, sealed under its own key, until the number's firm
-- is known. app is the blind index of the app secret that signed it, null for the platform's: only who may speak for the number is heard.
create table quarantine (
    tenant_id varchar not null,
    id uuid not null,
    position bigint generated always as identity,
    waba_id text null,
    phone_number_id text null,
    app bytea null,
    reason text not null,
    sealed bytea not null,
    received_at timestamptz not null,
    primary key (tenant_id, id));

create index quarantine_by_number on quarantine (tenant_id, phone_number_id, position);
create index quarantine_by_account on quarantine (tenant_id, waba_id, position) where phone_number_id is null;
create index quarantine_by_age on quarantine (received_at);

alter table webhook_items enable row level security, force row level security;
create policy tenant on webhook_items
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));
alter table raw_payloads enable row level security, force row level security;
create policy tenant on raw_payloads
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));
alter table quarantine enable row level security, force row level security;
create policy tenant on quarantine
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));

grant select, insert, delete on webhook_items, raw_payloads, quarantine to :runtime;

-- What was taken at the door and has not been read yet, in the order of arrival; gone once its messages are on the bus. One row for all that
-- was committed together. next_at rests what could not be read, so that it holds up nothing behind it.
create table webhook_arrivals (
    tenant_id varchar not null,
    position bigint generated always as identity,
    slot smallint not null,
    deliveries uuid[] not null,
    bytes bigint not null,
    attempts int not null default 0,
    next_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, position));

create index webhook_arrivals_in_order on webhook_arrivals (position);

alter table webhook_arrivals enable row level security, force row level security;
create policy tenant on webhook_arrivals
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on webhook_arrivals to :runtime;

-- The bus knows what was published before; a second list of the same is not needed.
drop table webhook_items;

-- Sealed bytes do not compress. The age of a day is asked for seldom, so its index may be coarse, and costs an insert nothing.
drop index raw_payloads_by_age;
create index raw_payloads_by_age on raw_payloads using brin (received_at);
alter table raw_payloads alter column sealed set storage external;

-- As before, and never while something of the day has yet to be read.
create or replace function drop_raw_payloads(p_slot smallint) returns boolean language plpgsql security definer
set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
    v_due boolean;
    v_scope text := coalesce(current_setting('hub.scope', true), '');
    v_is_due text := format(
        'select exists (select from raw_payloads_%1$s)
            and not exists (select from raw_payloads_%1$s where received_at > clock_timestamp() - interval ''7 days'')
            and not exists (select from webhook_arrivals where slot = %1$s)', p_slot);
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

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

-- The bytes as they came, sealed, for seven days.
create table raw_payloads (
    tenant_id varchar not null,
    id uuid not null,
    sealed bytea not null,
    received_at timestamptz not null,
    primary key (tenant_id, id));

create index raw_payloads_by_age on raw_payloads (received_at);

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

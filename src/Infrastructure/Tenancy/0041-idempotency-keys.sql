-- The first answer to each POST that carried an Idempotency-Key, sealed, for a day.

create table idempotency_keys (
    tenant_id varchar not null,
    cause_id uuid not null,
    fingerprint bytea not null,
    status int null,
    content_type text null,
    location text null,
    body bytea null,
    held_until timestamptz not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, cause_id));

create index idempotency_keys_age on idempotency_keys (tenant_id, created_at);

alter table idempotency_keys enable row level security, force row level security;
create policy tenant on idempotency_keys
    using (tenant_id = (select current_setting('hub.tenant', true)))
    with check (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update, delete on idempotency_keys to :runtime;

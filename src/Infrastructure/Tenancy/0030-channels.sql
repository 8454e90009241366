-- Which firm a WhatsApp number belongs to. Its number is the firm's own and public; its secrets are sealed under the firm's key.
create table channels (
    tenant_id varchar not null,
    id uuid not null,
    phone_number_id text not null unique,
    waba_id text not null,
    display_phone_number text not null,
    access_token bytea not null,
    app_secret bytea null,
    verify_token bytea null,
    registered_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id));

-- The gateway reads the catalogue over all tenants: a delivery says only its phone number id.
alter table channels enable row level security, force row level security;
create policy tenant on channels
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));

grant select, insert, update (waba_id, display_phone_number, access_token, app_secret, verify_token) on channels to :runtime;

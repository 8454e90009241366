-- The keys that session cookies are sealed with, one ring for all nodes. They belong to the installation: the tenant is all zeros.

create table session_keys (
    tenant_id varchar not null,
    name text not null,
    xml text not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, name));

alter table session_keys enable row level security, force row level security;
create policy tenant on session_keys
    using (tenant_id = (select current_setting('hub.tenant', true)))
    with check (tenant_id = current_setting('hub.tenant', true));
grant select, insert on session_keys to :runtime;

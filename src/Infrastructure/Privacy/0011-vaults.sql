-- Words and files, each under its subject's key.
create table contents (
    tenant_id varchar not null,
    id uuid not null,
    subject_id uuid not null,
    sealed bytea not null,
    destroy_at timestamptz null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id));

create index contents_of_subject on contents (tenant_id, subject_id);
create index contents_due on contents (destroy_at) where destroy_at is not null;

-- The one place of phone numbers and user ids: found by blind index, sealed under the subject's key.
create table identities (
    tenant_id varchar not null,
    blind_index bytea not null,
    kind text not null check (kind in ('phone', 'user')),
    subject_id uuid not null,
    sealed bytea not null,
    linked_at timestamptz not null,
    -- Its client was known by another name before.
    joined boolean not null default false,
    -- Whose it was before it passed to this client.
    former_subject_id uuid null,
    -- When its client changed to another number or user id: who comes with it later is somebody else.
    given_up_at timestamptz null,
    primary key (tenant_id, blind_index));

create index identities_of_subject on identities (tenant_id, subject_id);

create table wamids (
    tenant_id varchar not null,
    blind_index bytea not null,
    subject_id uuid not null,
    sealed bytea not null,
    primary key (tenant_id, blind_index));

create index wamids_of_subject on wamids (tenant_id, subject_id);

-- The sweep asks over all tenants what is due, and destroys it tenant by tenant.
alter table contents enable row level security, force row level security;
create policy tenant on contents
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));
alter table identities enable row level security, force row level security;
create policy tenant on identities
    using (tenant_id = (select current_setting('hub.tenant', true))) with check (tenant_id = current_setting('hub.tenant', true));
alter table wamids enable row level security, force row level security;
create policy tenant on wamids
    using (tenant_id = (select current_setting('hub.tenant', true))) with check (tenant_id = current_setting('hub.tenant', true));

grant select, insert, delete, update (destroy_at) on contents to :runtime;
grant select, insert, delete, update (given_up_at) on identities to :runtime;
grant select, insert, delete on wamids to :runtime;

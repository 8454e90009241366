-- A firm's keys, wrapped by the master key. The sealing key has versions; the index key never changes, or no blind index would be found again.
create table firm_keys (
    tenant_id varchar not null,
    purpose text not null check (purpose in ('seal', 'index')),
    version int not null,
    wrapped bytea not null,
    created_at timestamptz not null,
    primary key (tenant_id, purpose, version));

-- One key per client, wrapped by the firm's. Destroying it erases the client: the row stays listed, its bytes are gone for good.
create table subject_keys (
    tenant_id varchar not null,
    subject_id uuid not null,
    version int not null default 1,
    wrapped bytea null,
    created_at timestamptz not null,
    destroyed_at timestamptz null,
    primary key (tenant_id, subject_id),
    check ((wrapped is null) = (destroyed_at is not null)));

create function refuse_key_reuse() returns trigger language plpgsql as $$
begin
    if old.wrapped is null and new.wrapped is not null then
        raise exception 'A destroyed key is never used again.' using errcode = 'HB410';
    end if;
    return new;
end;
$$;

create trigger never_reused before update on subject_keys for each row execute function refuse_key_reuse();

alter table firm_keys enable row level security, force row level security;
create policy tenant on firm_keys
    using (tenant_id = (select current_setting('hub.tenant', true))) with check (tenant_id = current_setting('hub.tenant', true));
alter table subject_keys enable row level security, force row level security;
create policy tenant on subject_keys
    using (tenant_id = (select current_setting('hub.tenant', true))) with check (tenant_id = current_setting('hub.tenant', true));

grant select, insert on firm_keys to :runtime;
grant select, insert, update (wrapped, destroyed_at) on subject_keys to :runtime;

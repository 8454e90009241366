-- Who may come in: people by password, integrations by token. Row-level security as everywhere; signing in, which happens before the
-- tenant is known, reads across tenants.

create table staff_accounts (
    tenant_id varchar not null,
    id uuid not null,
    email text not null,
    normalized_email text not null,
    name text not null,
    language varchar not null,
    password_hash text not null,
    security_stamp text not null,
    is_active boolean not null,
    access_failed_count int not null default 0,
    lockout_end timestamptz null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id));

-- One address, one person, whichever the firm: the sign-in page asks for no firm.
create unique index staff_accounts_email on staff_accounts (normalized_email);

create table staff_roles (
    tenant_id varchar not null,
    staff_id uuid not null,
    role varchar not null,
    primary key (tenant_id, staff_id, role),
    foreign key (tenant_id, staff_id) references staff_accounts (tenant_id, id));

-- A cookie alone cannot be taken back: signing out ends the session here.
create table staff_sessions (
    tenant_id varchar not null,
    id uuid not null,
    staff_id uuid not null,
    begun_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz null,
    primary key (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff_accounts (tenant_id, id));

create table api_tokens (
    tenant_id varchar not null,
    id uuid not null,
    purpose text not null,
    staff_id uuid null,
    hash bytea not null,
    roles text[] not null,
    created_at timestamptz not null default clock_timestamp(),
    revoked_at timestamptz null,
    primary key (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff_accounts (tenant_id, id));

create unique index api_tokens_hash on api_tokens (hash);

do $$
declare
    name text;
begin
    foreach name in array array['staff_accounts', 'staff_roles', 'staff_sessions', 'api_tokens'] loop
        execute format('alter table %I enable row level security, force row level security', name);
        execute format(
            'create policy tenant on %I
                using (tenant_id = (select current_setting(''hub.tenant'', true)) or (select current_setting(''hub.scope'', true) = ''every-tenant''))
                with check (tenant_id = current_setting(''hub.tenant'', true))', name);
    end loop;
end $$;

grant select, insert, update on staff_accounts, staff_sessions, api_tokens to :runtime;
grant select, insert, delete on staff_roles to :runtime;

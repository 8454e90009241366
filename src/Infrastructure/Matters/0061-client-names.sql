-- The names that clients gave in their interviews, as keyed hashes of their words in order of the alphabet: a reply that names another client is
-- found here, by whom nobody can read a name.
create table client_names (
    tenant_id varchar not null,
    token text collate "C" not null,
    intake_id uuid not null,
    subject_id uuid not null,
    primary key (tenant_id, token, intake_id));

create index client_names_of_subject on client_names (tenant_id, subject_id);
create index client_names_of_intake on client_names (tenant_id, intake_id);

alter table client_names enable row level security, force row level security;
create policy tenant on client_names
    using (tenant_id = (select current_setting('hub.tenant', true)))
    with check (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on client_names to :runtime;

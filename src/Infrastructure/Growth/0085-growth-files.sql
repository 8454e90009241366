-- Files of the WHO growth tables as each firm brought them in, named by the hash that the log keeps.
create table growth_files (
    tenant_id varchar not null,
    sha256 text collate "C" not null,
    content text not null,
    primary key (tenant_id, sha256));

alter table growth_files enable row level security, force row level security;
create policy tenant on growth_files
    using (tenant_id = (select current_setting('hub.tenant', true)))
    with check (tenant_id = current_setting('hub.tenant', true));
grant select, insert on growth_files to :runtime;

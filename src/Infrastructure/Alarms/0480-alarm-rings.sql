-- What came of alarms that rang. The alarms themselves are read tables, folded from the log; a row here belongs to the moment it names, and
-- says nothing of an alarm that was set to another one since. Losing rows does no harm: those alarms ring again, which changes nothing.
create table alarm_rings (
    tenant_id varchar not null,
    kind varchar not null,
    key uuid not null,
    due_at text collate "C" not null,
    attempts int not null,
    again_at timestamptz not null, -- infinity: done
    rung_at timestamptz not null,
    failure text null,
    primary key (tenant_id, kind, key));
create index alarm_rings_again on alarm_rings (kind, again_at) where again_at < 'infinity';
create index alarm_rings_old on alarm_rings (kind, rung_at);

alter table alarm_rings enable row level security, force row level security;
create policy tenant on alarm_rings
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));
create policy removes_its_own on alarm_rings as restrictive for delete using (tenant_id = (select current_setting('hub.tenant', true)));
grant select, insert, update, delete on alarm_rings to :runtime;

-- The newest kept state of an aggregate, so that a long stream need not be folded whole. Derived from the events and never the truth: any
-- row may be lost. Written in the transaction of the events it was folded from; personal data in it is sealed as in them.
create table stream_snapshots (
    tenant_id varchar not null,
    stream_id uuid not null,
    version bigint not null,
    shape varchar not null,
    data jsonb not null,
    constraint pk_stream_snapshots primary key (tenant_id, stream_id)) with (fillfactor = 80);

alter table stream_snapshots enable row level security, force row level security;
create policy tenant on stream_snapshots
    using (tenant_id = (select current_setting('hub.tenant', true)))
    with check (tenant_id = current_setting('hub.tenant', true));

grant select, insert, update (version, shape, data) on stream_snapshots to :runtime;

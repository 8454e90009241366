-- Names of all parties of a firm as keyed hashes: a conflict check finds a name here that nobody can read. Kinds: 0 the whole name,
-- 1 its words in order of the alphabet, 2 its trigrams, of which a party has as many as "trigrams" says.
create table party_index (
    tenant_id varchar not null,
    kind smallint not null,
    token text collate "C" not null,
    party_id uuid not null,
    matter_id uuid not null,
    side text not null,
    trigrams smallint not null,
    primary key (tenant_id, kind, token, party_id));

alter table party_index enable row level security, force row level security;
create policy tenant on party_index
    using (tenant_id = (select current_setting('hub.tenant', true)))
    with check (tenant_id = current_setting('hub.tenant', true));
grant select, insert, delete on party_index to :runtime;

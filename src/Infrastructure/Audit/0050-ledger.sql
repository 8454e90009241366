-- The ledger over each tenant's events: a Merkle tree in tiles, and signed checkpoints of it. docs/audit-format.md says what they cover,
-- decision 29 why they lie like this.

-- 256 hashes to a row: of leaves in level 0, of whole tiles of the level below above it. Random bytes: compressing them costs and gains nothing.
-- sequences are those of a level-0 tile's events, in the order of sealing; the first position finds the tile of an event.
create table ledger_tiles (
    tenant_id varchar not null,
    level smallint not null,
    index bigint not null,
    hashes bytea not null,
    sequences bigint[] null,
    first_transaction xid8 null,
    first_sequence bigint null,
    primary key (tenant_id, level, index),
    check ((level = 0) = (sequences is not null and first_transaction is not null and first_sequence is not null)),
    check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0));
alter table ledger_tiles alter column hashes set storage external, alter column sequences set storage external;
create index ledger_tiles_by_position on ledger_tiles (tenant_id, first_transaction, first_sequence) where level = 0;

-- transaction_id and seq_id say up to which event a checkpoint reaches; what is signed stands in the JWS alone.
create table ledger_checkpoints (
    tenant_id varchar not null,
    size bigint not null check (size > 0),
    jws text not null,
    transaction_id xid8 not null,
    seq_id bigint not null,
    primary key (tenant_id, size));

-- They belong to the installation: the tenant is all zeros. The private half is wrapped by the master key; the last one made is in use.
create table ledger_keys (
    tenant_id varchar not null,
    key_id text not null,
    x text not null,
    y text not null,
    wrapped bytea not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, key_id));

alter table ledger_tiles enable row level security, force row level security;
create policy tenant on ledger_tiles
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));
alter table ledger_checkpoints enable row level security, force row level security;
create policy tenant on ledger_checkpoints
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));
alter table ledger_keys enable row level security, force row level security;
create policy tenant on ledger_keys
    using (tenant_id = (select current_setting('hub.tenant', true))) with check (tenant_id = current_setting('hub.tenant', true));

-- A tile grows at its end until it is full, and changes in no other way.
create function refuse_regrowth() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (old.tenant_id, old.level, old.index) = (new.tenant_id, new.level, new.index)
        and length(new.hashes) >= length(old.hashes) and substr(new.hashes, 1, length(old.hashes)) = old.hashes
        and new.sequences[1 : cardinality(old.sequences)] is not distinct from old.sequences
        and (old.first_transaction, old.first_sequence) is not distinct from (new.first_transaction, new.first_sequence) then
        return new;
    end if;
    raise exception 'A tile of the ledger only grows at its end (% on %).', tg_op, tg_table_name using errcode = 'HB403';
end;
$$;
create trigger only_grows before update or delete on ledger_tiles for each row execute function refuse_regrowth();
create trigger never_emptied before truncate on ledger_tiles for each statement execute function refuse_regrowth();
alter table ledger_tiles enable always trigger only_grows, enable always trigger never_emptied;

create trigger never_changed before update or delete on ledger_checkpoints for each row execute function refuse_change();
create trigger never_truncated before truncate on ledger_checkpoints for each statement execute function refuse_change();
alter table ledger_checkpoints enable always trigger never_changed, enable always trigger never_truncated;
create trigger never_changed before update or delete on ledger_keys for each row execute function refuse_change();
create trigger never_truncated before truncate on ledger_keys for each statement execute function refuse_change();
alter table ledger_keys enable always trigger never_changed, enable always trigger never_truncated;

grant select, insert, update (hashes, sequences) on ledger_tiles to :runtime;
grant select, insert on ledger_checkpoints to :runtime;
grant select, insert on ledger_keys to :runtime;

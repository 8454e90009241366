-- How far each shard has come in the safe reading order. mt_event_progression stays Marten's own: a sequence alone cannot say it.
-- A projection's documents lie in one of two slots of its read table; the other one is free for a rebuild, which has a row of its own
-- (NAME/rebuild) until it takes the place of the live one. version is that of the fold that made the slot.
create table subscription_checkpoints (
    name varchar not null primary key,
    transaction_id xid8 not null,
    seq_id bigint not null,
    slot smallint not null default 0,
    version int not null default 1,
    rebuild_wanted_at timestamptz null,
    moved_at timestamptz not null default clock_timestamp(),
    stopped_at timestamptz null,
    stopped_by_event bigint null,
    stopped_reason text null);

alter table subscription_checkpoints enable row level security, force row level security;
create policy subscriptions on subscription_checkpoints
    using ((select current_setting('hub.scope', true) = 'every-tenant')) with check (current_setting('hub.scope', true) = 'every-tenant');
grant select, insert, update, delete on subscription_checkpoints to :runtime;

-- Every query of a view needs it, whatever its scope: asked for as the owner, who alone may read the rows so.
create policy slots on subscription_checkpoints for select to current_user using (true);
create function live_slot(p_name varchar) returns smallint language sql stable security definer set search_path = public, pg_temp as
$$ select slot from subscription_checkpoints where name = p_name $$;
grant execute on function live_slot to :runtime;

-- In the transaction of the change itself. Whoever finds the checkpoint or the slot moved is not alone on this shard, or was overtaken by
-- a rebuild, and must not write.
create function move_checkpoint(p_name varchar, p_from_transaction xid8, p_from_seq bigint, p_transaction xid8, p_seq bigint, p_slot smallint)
returns void language plpgsql as $$
begin
    perform set_config('hub.scope', 'every-tenant', true);
    update subscription_checkpoints
    set transaction_id = p_transaction, seq_id = p_seq, moved_at = clock_timestamp(), stopped_at = null, stopped_by_event = null, stopped_reason = null
    where name = p_name and transaction_id = p_from_transaction and seq_id = p_from_seq and slot = p_slot;
    if not found then
        raise exception 'Somebody else has moved the checkpoint of %.', p_name using errcode = 'HB410';
    end if;
end;
$$;
grant execute on function move_checkpoint to :runtime;

-- A rebuild that is as far as the live slot takes its place, with its own checkpoint. Whoever still writes the old slot meets the rule
-- above, and begins again from here.
create function take_place(p_name varchar) returns boolean language plpgsql as $$
begin
    perform set_config('hub.scope', 'every-tenant', true);
    perform from subscription_checkpoints where name in (p_name, p_name || '/rebuild') order by name for update;
    update subscription_checkpoints live
    set transaction_id = built.transaction_id, seq_id = built.seq_id, slot = built.slot, version = built.version, moved_at = clock_timestamp(),
        rebuild_wanted_at = null, stopped_at = null, stopped_by_event = null, stopped_reason = null
    from subscription_checkpoints built
    where live.name = p_name and built.name = p_name || '/rebuild'
        and (built.transaction_id, built.seq_id) >= (live.transaction_id, live.seq_id);
    if not found then
        return false;
    end if;
    delete from subscription_checkpoints where name = p_name || '/rebuild';
    return true;
end;
$$;
grant execute on function take_place to :runtime;

create table dead_letters (
    tenant_id varchar not null,
    id uuid not null default gen_random_uuid(),
    kind text not null,
    name text not null,
    reference text not null,
    reason text not null,
    attempts int not null,
    at timestamptz not null default clock_timestamp(),
    retried_at timestamptz null,
    primary key (tenant_id, id),
    unique (tenant_id, kind, name, reference));
create index dead_letters_latest on dead_letters (tenant_id, at, id);

alter table dead_letters enable row level security, force row level security;
create policy tenant on dead_letters
    using (tenant_id = (select current_setting('hub.tenant', true)) or (select current_setting('hub.scope', true) = 'every-tenant'))
    with check (tenant_id = current_setting('hub.tenant', true));
grant select, insert, update on dead_letters to :runtime;

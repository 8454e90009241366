-- How far each shard has come in the safe reading order. mt_event_progression stays Marten's own: a sequence alone cannot say it.
create table subscription_checkpoints (
    name varchar not null primary key,
    transaction_id xid8 not null,
    seq_id bigint not null,
    moved_at timestamptz not null default clock_timestamp(),
    stopped_at timestamptz null,
    stopped_by_event bigint null,
    stopped_reason text null);

alter table subscription_checkpoints enable row level security, force row level security;
create policy subscriptions on subscription_checkpoints
    using ((select current_setting('hub.scope', true) = 'every-tenant')) with check (current_setting('hub.scope', true) = 'every-tenant');
grant select, insert, update on subscription_checkpoints to :runtime;

-- In the transaction of the change itself. Whoever finds the checkpoint moved is not alone on this shard and must not write.
create function move_checkpoint(p_name varchar, p_from_transaction xid8, p_from_seq bigint, p_transaction xid8, p_seq bigint)
returns void language plpgsql as $$
begin
    perform set_config('hub.scope', 'every-tenant', true);
    update subscription_checkpoints
    set transaction_id = p_transaction, seq_id = p_seq, moved_at = clock_timestamp(), stopped_at = null, stopped_by_event = null, stopped_reason = null
    where name = p_name and transaction_id = p_from_transaction and seq_id = p_from_seq;
    if not found then
        raise exception 'Another node has moved the checkpoint of %.', p_name using errcode = 'HB410';
    end if;
end;
$$;
grant execute on function move_checkpoint to :runtime;

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

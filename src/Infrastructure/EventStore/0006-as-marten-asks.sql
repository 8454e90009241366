-- What Marten's own statements rely on by name or shape, checked against its sources (9.29).

-- Its functions and its error messages know constraints by these names.
alter table mt_events rename constraint fkey_mt_events_tenant_id_stream_id to fkey_mt_events_stream_id_tenant_id;
alter table mt_high_water_skips rename constraint pk_mt_high_water_skips to pkey_mt_high_water_skips_ending_sequence;

-- Its dead letters are of no tenant whatever the events are, and are upserted by their id alone; the tenant stands in the body.
drop policy tenant on mt_doc_deadletterevent;
alter table mt_doc_deadletterevent drop constraint pkey_mt_doc_deadletterevent_tenant_id_id;
alter table mt_doc_deadletterevent drop column tenant_id;
alter table mt_doc_deadletterevent add constraint pkey_mt_doc_deadletterevent_id primary key (id);
create policy subscriptions on mt_doc_deadletterevent
    using ((select current_setting('hub.scope', true) = 'every-tenant')) with check (current_setting('hub.scope', true) = 'every-tenant');

-- A shard whose row holds no number yet is marked as one without a row; nothing is recorded as skipped where nothing was.
create or replace function mt_mark_progression_with_skip(p_name varchar, p_ending bigint, p_starting bigint) returns bigint language plpgsql as $$
declare
    reached bigint;
begin
    insert into mt_event_progression as p (name, last_seq_id, last_updated)
    values (p_name, p_ending, transaction_timestamp())
    on conflict on constraint pk_mt_event_progression
    do update set last_seq_id = p_ending, last_updated = transaction_timestamp() where p.last_seq_id = p_starting or p.last_seq_id is null;
    if found then
        insert into mt_high_water_skips (ending_sequence, starting_sequence)
        select p_ending, p_starting where p_ending > p_starting
        on conflict do nothing;
        return p_ending;
    end if;
    select last_seq_id into reached from mt_event_progression where name = p_name;
    return reached;
end;
$$;

-- Its daemon compares its mark to the sequence's last value, and keeps its own books here; a rebuild begins by removing them.
grant select on sequence mt_events_sequence to :runtime;
grant delete on mt_event_progression to :runtime;
grant select, insert, update, delete on mt_doc_deadletterevent to :runtime;

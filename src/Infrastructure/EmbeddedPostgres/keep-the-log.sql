-- Keeps the owner of the schema from what the log has taken. A role without a superuser's rights may decide what is written from now on, never
-- what was written: it cannot switch off, remove or replace the triggers that keep mt_events and the ledger over it, their row-level security, their columns or
-- itself.
-- Run once by a superuser in the hub's database, before or after its first start; running it again does no harm.

create schema if not exists hub_guard;
revoke all on schema hub_guard from public;

-- The triggers that keep the log all execute refuse_change(), and are enabled ALWAYS as soon as they are whole.
create or replace function hub_guard.keepers(out kept oid, out keeper oid, out enabled "char") returns setof record
language sql stable set search_path = pg_catalog, pg_temp as $$
    select t.tgrelid, t.tgfoid, t.tgenabled from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where not t.tgisinternal
        and (t.tgname in ('never_changed', 'never_truncated') or (p.proname = 'refuse_change' and p.pronamespace = 'public'::regnamespace))
$$;

create or replace function hub_guard.refuse(what text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'The log is kept as it is: %.', what
        using errcode = 'HB403', hint = 'Only a superuser can do this; docs/operations.md says what follows for the audit.';
end;
$$;

create or replace function hub_guard.after_command() returns event_trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    command record;
begin
    if (select rolsuper from pg_roles where rolname = session_user) then
        return;
    end if;
    for command in select * from pg_event_trigger_ddl_commands() loop
        if command.classid = 'pg_proc'::regclass
            and exists (select from hub_guard.keepers() k where k.keeper = command.objid and k.enabled = 'A') then
            perform hub_guard.refuse('a function that keeps it is not replaced');
        end if;
        if command.command_tag = 'ALTER TRIGGER'
            and exists (select from hub_guard.keepers() k join pg_trigger t on t.tgrelid = k.kept where t.oid = command.objid) then
            perform hub_guard.refuse('its triggers keep their names');
        end if;
        if command.command_tag = 'ALTER TABLE' then
            if exists (select from hub_guard.keepers() k where k.enabled <> 'A') then
                perform hub_guard.refuse('its triggers stay enabled, always');
            end if;
            if exists (
                select from hub_guard.keepers() k join pg_class c on c.oid = k.kept
                where c.relname not in ('mt_events', 'ledger_checkpoints', 'ledger_keys') or c.relnamespace <> 'public'::regnamespace) then
                perform hub_guard.refuse('its tables keep their names');
            end if;
            if exists (
                select from hub_guard.keepers() k join pg_class c on c.oid = k.kept
                where not (c.relrowsecurity and c.relforcerowsecurity) and exists (select from pg_policy p where p.polrelid = c.oid)) then
                perform hub_guard.refuse('its row-level security stays forced');
            end if;
        end if;
        if command.command_tag = 'CREATE RULE' and exists (select from hub_guard.keepers() k join pg_rewrite r on r.ev_class = k.kept) then
            perform hub_guard.refuse('no rule stands before it');
        end if;
    end loop;
end;
$$;

create or replace function hub_guard.after_drop() returns event_trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    gone record;
begin
    if (select rolsuper from pg_roles where rolname = session_user) then
        return;
    end if;
    for gone in select * from pg_event_trigger_dropped_objects() loop
        if gone.object_identity = 'public.refuse_change()'
            or (gone.object_type in ('table', 'table column', 'trigger', 'policy') and gone.address_names[1] = 'public'
                and gone.address_names[2] in ('mt_events', 'ledger_checkpoints', 'ledger_keys')) then
            perform hub_guard.refuse(gone.object_type || ' ' || gone.object_identity || ' stays');
        end if;
    end loop;
end;
$$;

-- ALTER COLUMN ... TYPE ... USING would write every event anew past the triggers; a new column with a value in every row changes none.
create or replace function hub_guard.before_rewrite() returns event_trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not (select rolsuper from pg_roles where rolname = session_user)
        and pg_event_trigger_table_rewrite_reason() & 4 <> 0
        and exists (select from hub_guard.keepers() k where k.kept = pg_event_trigger_table_rewrite_oid()) then
        perform hub_guard.refuse('no column of it is rewritten');
    end if;
end;
$$;

do $$
begin
    if not exists (select from pg_event_trigger where evtname = 'keep_the_log_after_command') then
        create event trigger keep_the_log_after_command on ddl_command_end execute function hub_guard.after_command();
    end if;
    if not exists (select from pg_event_trigger where evtname = 'keep_the_log_after_drop') then
        create event trigger keep_the_log_after_drop on sql_drop execute function hub_guard.after_drop();
    end if;
    if not exists (select from pg_event_trigger where evtname = 'keep_the_log_before_rewrite') then
        create event trigger keep_the_log_before_rewrite on table_rewrite execute function hub_guard.before_rewrite();
    end if;
end;
$$;

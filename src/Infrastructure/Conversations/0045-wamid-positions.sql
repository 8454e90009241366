-- Support finds a message by the id that Meta gave it, and a status what is recorded of its message. The blind index lies in the event's
-- body; a generated column carries it out of there, because under row-level security an index on a JSON expression is never used (its
-- operators are not leak-proof).
alter table mt_events add column wamid text null generated always as (
    case when type in (
        'message_received', 'message_sent', 'message_delivered', 'message_read', 'message_played', 'message_failed', 'message_status_unmatched',
        'message_priced', 'message_errors_listed')
    then data ->> 'Wamid' end) stored;

create index mt_events_by_wamid on mt_events (tenant_id, wamid) where wamid is not null;

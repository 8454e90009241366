-- A rotation that is asked for again, because its answer was lost or the hub was ended before the event, makes no second key.
alter table ledger_keys add column cause_id uuid null;
create unique index ledger_keys_once_per_cause on ledger_keys (tenant_id, cause_id) where cause_id is not null;

-- A key may be part of a client's: destroyed earlier with what it seals, or together with the client.
alter table subject_keys add column part_of uuid null;
create index subject_keys_by_whole on subject_keys (tenant_id, part_of) where part_of is not null;

-- Whoever reads across tenants may still remove only what belongs to the tenant it has named: the policy of each table also serves
-- reading across, so beside it stands a restrictive one for deleting alone. Read tables bring theirs themselves.
do $$
declare
    name text;
begin
    for name in
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'read\_%'
        order by c.relname
    loop
        execute format(
            'create policy removes_its_own on %I as restrictive for delete using (tenant_id = (select current_setting(''hub.tenant'', true)))',
            name);
    end loop;
end;
$$;

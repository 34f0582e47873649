-- Who is at a visit stands in its own row: ids of sixteen bytes one after another. Nobody asks in which visits somebody was, and
-- a table of it with its index was a third of the pages that each visit touched.
alter table session add column present bytea not null default '\x';
update session set present = coalesce((
    select string_agg(uuid_send(p.person_id), '\x'::bytea order by p.person_id)
    from session_present p where p.session_id = session.id), '\x');
drop table session_present;

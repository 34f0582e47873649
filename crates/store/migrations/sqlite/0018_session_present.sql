-- Who is at a visit stands in its own row: ids of sixteen bytes one after another. Nobody asks in which visits somebody was, and
-- a table of it with its index was a third of the pages that each visit touched.
alter table session add column present blob not null default x'';
update session set present = coalesce((
    select cast(group_concat(p.person_id, '') as blob)
    from (select person_id from session_present where session_id = session.id order by person_id) p), x'');
drop table session_present;

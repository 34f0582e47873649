-- Only what should be signed waits to be signed: the others touch no page of this index.
drop index session_to_sign;
create index session_to_sign on session (site_id, happened_on, id) where stage = 'done' and signed_by is null and should_sign = 1;

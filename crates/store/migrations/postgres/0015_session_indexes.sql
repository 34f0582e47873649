-- What a visit costs to store is mostly the pages it touches.

-- Nobody asks who was there by person; and each visit touched a page here for everybody who was.
drop index session_present_by_person;

-- Only what should be signed waits to be signed.
drop index session_to_sign;
create index session_to_sign on session (site_id, happened_on, id) where stage = 'done' and signed_by is null and should_sign = 1;

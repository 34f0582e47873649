-- Version 2: a family of one child and one adult, referred and not accepted, and one that waits.
insert into subject (id, site_id, kind, subject_key) values
    (<00000000000000000000000000000010>, <00000000000000000000000000000004>, 'family', <<00>>),
    (<00000000000000000000000000000011>, <00000000000000000000000000000004>, 'family', <<00>>);
insert into family (id, site_id, reference, name, stage, made_at, row_version) values
    (<00000000000000000000000000000010>, <00000000000000000000000000000004>, 'F-1', <<00>>, 'open', 1, 1),
    (<00000000000000000000000000000011>, <00000000000000000000000000000004>, 'F-2', <<00>>, 'open', 1, 1);
insert into person
    (id, family_id, site_id, place_no, part, name, birth, birth_year, birth_month, reason, consent, sharing, stays_over,
     story, row_version)
    values (<00000000000000000000000000000012>, <00000000000000000000000000000010>, <00000000000000000000000000000004>, 1,
        'child', <<00>>, <<00>>, 2016, 2, 'risk_of_care', 'not_asked', 'not_discussed', 'not_asked', 'not_asked', 1),
        (<00000000000000000000000000000013>, <00000000000000000000000000000010>, <00000000000000000000000000000004>, 2,
        'adult', <<00>>, null, null, null, null, 'given', 'agreed', 'not_asked', 'not_asked', 1);
insert into address (id, family_id, person_id, site_id, audience, address, made_at) values
    (<00000000000000000000000000000014>, <00000000000000000000000000000010>, <00000000000000000000000000000013>,
        <00000000000000000000000000000004>, 'protected', <<00>>, 1);
insert into referral
    (id, family_id, site_id, reference, referred_by, received_on, reason, children, adults, stage, stage_on, stage_by,
     waiting_since, why, capacity_carers, capacity_places, capacity_free, capacity_waiting, made_at, row_version)
    values (<00000000000000000000000000000015>, <00000000000000000000000000000010>, <00000000000000000000000000000004>,
        'R-1', <00000000000000000000000000000005>, '2026-01-31', 'risk_of_care', 1, 1, 'not_accepted', '2026-02-28',
        <00000000000000000000000000000005>, null, 'full', 3, 12, 0, 2, 1, 2),
        (<00000000000000000000000000000016>, <00000000000000000000000000000011>, <00000000000000000000000000000004>,
        'R-2', <00000000000000000000000000000005>, '2026-03-01', 'not_given', 0, 0, 'waiting', '2026-03-02',
        <00000000000000000000000000000005>, '2026-03-02', null, null, null, null, null, 1, 2);
insert into referral_need (referral_id, need) values (<00000000000000000000000000000015>, 'routines');
insert into referral_entry (family_id, at, id, site_id, referral_id, written_by, happened_on, language, words) values
    (<00000000000000000000000000000010>, 1, <00000000000000000000000000000017>, <00000000000000000000000000000004>,
        <00000000000000000000000000000015>, <00000000000000000000000000000005>, '2026-02-01', 'cy', <<00>>);

-- Version 10: a household has the family that waits, from an offer on, at a support level.
insert into household (id, site_id, reference, supervisor_id, approved_from, approved_to, children_max, age_from, age_to, terms,
     places, weekends, languages, skills, ready, ready_from, postcode, home, preferences, stage, closed_on, made_at, row_version)
    values (<00000000000000000000000000000060>, <00000000000000000000000000000004>, 'H-1', null, '2026-01-01', null, null, null,
        null, null, 4, 3, 'cy', 'routines', 'now', null, null, null, null, 'open', null, 1, 1);
insert into household_member (id, household_id, site_id, place_no, part, name, account_id) values
    (<00000000000000000000000000000061>, <00000000000000000000000000000060>, <00000000000000000000000000000004>, 1, 'carer',
        <<00>>, <00000000000000000000000000000005>);
insert into place (household_id, place_no, site_id) values
    (<00000000000000000000000000000060>, 1, <00000000000000000000000000000004>);
insert into offer (id, family_id, household_id, site_id, made_on, made_by, rough_place, visiting, reason, stage, stage_on,
     stage_by, why, why_words, made_at, row_version)
    values (<00000000000000000000000000000062>, <00000000000000000000000000000011>, <00000000000000000000000000000060>,
        <00000000000000000000000000000004>, '2026-03-03', <00000000000000000000000000000005>, <<00>>, null, <<00>>, 'matched',
        '2026-03-04', <00000000000000000000000000000005>, null, null, 1, 3);
insert into matching (id, family_id, household_id, referral_id, offer_id, site_id, starts_on, ends_on, decided_on, decided_by,
     reason, stage, place_no, end_why, end_words, ended_by, made_at, row_version)
    values (<00000000000000000000000000000063>, <00000000000000000000000000000011>, <00000000000000000000000000000060>,
        <00000000000000000000000000000016>, <00000000000000000000000000000062>, <00000000000000000000000000000004>, '2026-03-05',
        null, '2026-03-04', <00000000000000000000000000000005>, <<00>>, 'active', 1, null, null, null, 1, 1);
insert into step (id, family_id, site_id, from_level, to_level, stepped_on, cause, asked_by, agreed_by, expected_end, reason,
     recorded_by, recorded_at)
    values (<00000000000000000000000000000064>, <00000000000000000000000000000011>, <00000000000000000000000000000004>, null, 2,
        '2026-03-05', 'opening', null, null, null, <<00>>, <00000000000000000000000000000005>, 1);

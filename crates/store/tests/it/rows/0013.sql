-- Version 13: a review that was held and put right once, the levels of the area, and a suggestion that was set aside.
insert into review (family_id, at, id, site_id, author_id, kind, stage, held_on, there, decided, language, said, theirs, next_words,
     put_right, made_at, row_version)
    values (<00000000000000000000000000000011>, 1, <00000000000000000000000000000074>, <00000000000000000000000000000004>,
        <00000000000000000000000000000005>, 'review', 'held', '2026-03-20', 'carer', 'continue', 'cy', <<00>>, null, null, 1, 1, 2);
insert into review_present (review_id, person_id, site_id) values
    (<00000000000000000000000000000074>, <00000000000000000000000000000013>, <00000000000000000000000000000004>);
insert into review_before (review_id, no, id, site_id, put_right_at, put_right_by, why, said, theirs, next_words) values
    (<00000000000000000000000000000074>, 1, <00000000000000000000000000000075>, <00000000000000000000000000000004>, 1,
        <00000000000000000000000000000005>, <<00>>, <<00>>, null, null);
insert into ladder (id, site_id, from_on, first_level, set_by, set_at) values
    (<00000000000000000000000000000076>, <00000000000000000000000000000004>, '2026-03-01', 2,
        <00000000000000000000000000000005>, 1);
insert into rung (ladder_id, level_no, site_id, sessions, weeks, stays_a_month, review_days, ends_after_days) values
    (<00000000000000000000000000000076>, 2, <00000000000000000000000000000004>, 1, 1, 1, 91, null);
insert into set_aside (id, family_id, site_id, rule, facts, reason, set_by, set_at) values
    (<00000000000000000000000000000077>, <00000000000000000000000000000011>, <00000000000000000000000000000004>, 'late_calls',
        '2026-03-20 2', <<00>>, <00000000000000000000000000000005>, 1);

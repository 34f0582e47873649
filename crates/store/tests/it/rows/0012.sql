-- Version 12: a plan with one goal that was marked once.
insert into plan (id, family_id, version_no, site_id, met_on, planned_end, needs, language, words, made_by, made_at)
    values (<00000000000000000000000000000070>, <00000000000000000000000000000011>, 1, <00000000000000000000000000000004>,
        '2026-03-07', '2027-03-05', 'routines', 'en', <<00>>, <00000000000000000000000000000005>, 1);
insert into goal (id, family_id, person_id, site_id, need, language, words, begun_on, ended_on, how_ended, ended_words, row_version)
    values (<00000000000000000000000000000071>, <00000000000000000000000000000011>, <00000000000000000000000000000013>,
        <00000000000000000000000000000004>, 'routines', 'en', <<00>>, '2026-03-07', null, null, null, 1);
insert into plan_goal (plan_id, place_no, id, goal_id, person_id, site_id, words)
    values (<00000000000000000000000000000070>, 1, <00000000000000000000000000000072>, <00000000000000000000000000000071>,
        <00000000000000000000000000000013>, <00000000000000000000000000000004>, <<00>>);
insert into goal_mark (goal_id, marked_on, id, site_id, mark, language, words, made_by, made_at)
    values (<00000000000000000000000000000071>, '2026-03-07', <00000000000000000000000000000073>,
        <00000000000000000000000000000004>, 4, 'en', null, <00000000000000000000000000000005>, 1);
insert into plan_support (plan_id, kind, site_id, how_often) values
    (<00000000000000000000000000000070>, 'mentoring', <00000000000000000000000000000004>, 'weekly');

-- Version 12: the family that is supported has a plan.
insert into plan (id, family_id, version_no, site_id, met_on, planned_end, needs, language, words, made_by, made_at)
    values (<00000000000000000000000000000068>, <00000000000000000000000000000011>, 1, <00000000000000000000000000000004>,
        '2026-03-09', '2027-03-05', 'routines', 'cy', <<00>>, <00000000000000000000000000000005>, 1);
insert into plan_support (plan_id, kind, site_id, how_often) values
    (<00000000000000000000000000000068>, 'mentoring', <00000000000000000000000000000004>, 'weekly');

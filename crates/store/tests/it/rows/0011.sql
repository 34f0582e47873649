-- Version 11: a visit with the family that is supported, put right once, with one paragraph given to one person.
insert into session (family_id, at, id, site_id, author_id, kind, place, happened_on, start_minute, minutes, stage, why, language,
     words, given, put_right, should_sign, signed_by, signed_on, signed_words, made_at, row_version)
    values (<00000000000000000000000000000011>, 1, <00000000000000000000000000000065>, <00000000000000000000000000000004>,
        <00000000000000000000000000000005>, 'mentoring', 'home', '2026-03-06', 555, 60, 'done', null, 'cy', <<00>>, 1, 1, 0, null,
        null, null, 1, 2);
insert into session_present (session_id, person_id, site_id) values
    (<00000000000000000000000000000065>, <00000000000000000000000000000013>, <00000000000000000000000000000004>);
insert into passage (session_id, version_no, place_no, id, person_id, site_id, prompt, names_outsider, words) values
    (<00000000000000000000000000000065>, 0, 1, <00000000000000000000000000000066>, <00000000000000000000000000000013>,
        <00000000000000000000000000000004>, 'happened', 0, <<00>>);
insert into session_before (session_id, no, id, site_id, put_right_at, put_right_by, why, words) values
    (<00000000000000000000000000000065>, 1, <00000000000000000000000000000067>, <00000000000000000000000000000004>, 1,
        <00000000000000000000000000000005>, <<00>>, <<00>>);

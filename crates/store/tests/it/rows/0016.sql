-- Version 16: what the child brought to the review, and what they say now to one of the four.
insert into contribution (id, review_id, family_id, site_id, giver_id, version_no, person_id, account_id, role, about_id, language,
     words, made_at)
    values (<00000000000000000000000000000090>, <00000000000000000000000000000074>, <00000000000000000000000000000011>,
        <00000000000000000000000000000004>, <00000000000000000000000000000013>, 1, <00000000000000000000000000000013>,
        <00000000000000000000000000000005>, null, <00000000000000000000000000000013>, 'cy', <<00>>, 1);
insert into consent_change (id, person_id, site_id, thing, answer, law, changed_on, asked_by, language, words, recorded_by,
     recorded_at)
    values (<00000000000000000000000000000091>, <00000000000000000000000000000013>, <00000000000000000000000000000004>,
        'stays_over', 'agreed', null, '2026-03-20', 'carer', 'cy', null, <00000000000000000000000000000005>, 1);

-- Version 14: a number to ring, a call for help with what was done, and a concern with whom it is about, told and decided.
insert into crisis (family_id, at, id, site_id, author_id, caller, language, asked, entries, signed_by, signed_on, signed_words,
     made_at, row_version)
    values (<00000000000000000000000000000011>, 1, <00000000000000000000000000000081>, <00000000000000000000000000000004>,
        <00000000000000000000000000000005>, null, 'cy', <<00>>, 1, null, null, null, 1, 1);
insert into crisis_entry (crisis_id, entry_no, id, site_id, kind, code, happened_at, author_id, made_at, language, words) values
    (<00000000000000000000000000000081>, 1, <00000000000000000000000000000082>, <00000000000000000000000000000004>, 'responded',
        'call', 2, <00000000000000000000000000000005>, 2, 'cy', null);
insert into concern (id, family_id, site_id, author_id, raised_at, at_risk, safety, session_id, crisis_id, language, what, somebody,
     safety_words, stage, decision, decided_by, decided_on, written_due_at, entries, row_version)
    values (<00000000000000000000000000000083>, <00000000000000000000000000000011>, <00000000000000000000000000000004>,
        <00000000000000000000000000000005>, 1, 'child', 'safe', null, <00000000000000000000000000000081>, 'en', <<00>>, null, null,
        'open', null, null, null, null, 1, 1);
insert into concern_about (concern_id, line_no, site_id, part, person_id, account_id) values
    (<00000000000000000000000000000083>, 1, <00000000000000000000000000000004>, 'at_risk', <00000000000000000000000000000013>, null);
insert into concern_told (account_id, concern_id, site_id, told_at) values
    (<00000000000000000000000000000005>, <00000000000000000000000000000083>, <00000000000000000000000000000004>, 1);
insert into concern_entry (concern_id, entry_no, id, site_id, kind, code, happened_at, author_id, made_at, language, agency, name,
     reference, words) values
    (<00000000000000000000000000000083>, 1, <00000000000000000000000000000084>, <00000000000000000000000000000004>, 'note', null,
        null, <00000000000000000000000000000005>, 1, 'en', null, null, null, <<00>>);

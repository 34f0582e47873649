-- Version 4: a question that was answered, a family told, and what became of one that was not taken.
insert into referral_message (referral_id, at, id, family_id, site_id, kind, written_by, language, words) values
    (<00000000000000000000000000000016>, 1, <00000000000000000000000000000021>, <00000000000000000000000000000011>,
        <00000000000000000000000000000004>, 'question', <00000000000000000000000000000005>, 'en', <<00>>);
insert into family_told
    (id, referral_id, family_id, site_id, told_on, how, stage, words, next_on, told_by, made_at) values
    (<00000000000000000000000000000022>, <00000000000000000000000000000016>, <00000000000000000000000000000011>,
        <00000000000000000000000000000004>, '2026-03-03', 'call', 'waiting', null, '2026-04-03',
        <00000000000000000000000000000005>, 1);
insert into referral_outcome
    (referral_id, child_id, told_on, family_id, site_id, lives, entered_care_on, words, told_by, made_at) values
    (<00000000000000000000000000000015>, <00000000000000000000000000000012>, '2027-03-01',
        <00000000000000000000000000000010>, <00000000000000000000000000000004>, 'at_home', null, null,
        <00000000000000000000000000000005>, 1);

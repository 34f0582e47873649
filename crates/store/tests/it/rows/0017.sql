-- Version 17: support of the family ended, and a year after the referral the child lives at home.
insert into closing (id, family_id, referral_id, site_id, begun_on, closed_on, reason, language, words, achieved, closed_by, made_at)
    values (<00000000000000000000000000000092>, <00000000000000000000000000000011>, <00000000000000000000000000000016>,
        <00000000000000000000000000000004>, '2026-03-05', '2026-12-01', 'goals_met', 'cy', null, <<00>>,
        <00000000000000000000000000000005>, 1);
insert into closing_child (closing_id, child_id, site_id, lives, care_kind, care_from) values
    (<00000000000000000000000000000092>, <00000000000000000000000000000013>, <00000000000000000000000000000004>, 'at_home', null,
        null);
insert into follow_up (id, family_id, referral_id, site_id, which, version_no, looked_on, source, language, words, recorded_by,
     made_at)
    values (<00000000000000000000000000000093>, <00000000000000000000000000000011>, <00000000000000000000000000000016>,
        <00000000000000000000000000000004>, '12_months', 1, '2027-03-01', 'authority', 'en', null,
        <00000000000000000000000000000005>, 1);
insert into care_episode (id, child_id, site_id, kind, from_on, to_on, source, stage, recorded_by, made_at)
    values (<00000000000000000000000000000094>, <00000000000000000000000000000013>, <00000000000000000000000000000004>, 'agreed',
        '2025-01-01', '2025-02-01', 'authority', 'stands', <00000000000000000000000000000005>, 1);

-- Version 5: the child is protected from the account, and a family came in with a file.
insert into protected_from (person_id, family_id, from_account_id, set_by, set_on) values
    (<00000000000000000000000000000012>, <00000000000000000000000000000010>, <00000000000000000000000000000005>,
        <00000000000000000000000000000005>, '2026-03-01');
insert into import
    (id, site_id, made_by, made_at, stage, columns, families, taken_in, known, moved_at)
    values (<00000000000000000000000000000023>, <00000000000000000000000000000004>, <00000000000000000000000000000005>, 1,
        'stored', 'family,', 1, 1, 0, 1);
insert into import_family (site_id, token, import_id, family_id, referral_id) values
    (<00000000000000000000000000000004>, <<0a>>, <00000000000000000000000000000023>,
        <00000000000000000000000000000010>, <00000000000000000000000000000015>);

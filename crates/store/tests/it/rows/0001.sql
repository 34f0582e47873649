-- A deployment of version 1 with a site, an account, a role and one entry in the account's book.
insert into deployment (one, deployment_id, kind, key_name, house_key, made_at)
    values (1, <00000000000000000000000000000001>, 'demo', <<0102030405060708>>, <<00>>, 1);
insert into organisation (id, kind, name_en, name_cy, nation)
    values (<00000000000000000000000000000002>, 'authority', 'An authority', 'Awdurdod', 'wales'),
        (<00000000000000000000000000000003>, 'charity', 'A charity', 'Elusen', null);
insert into site
    (id, name_en, name_cy, nation, authority_id, charity_id, wind_down_days, places, site_key, made_at)
    values (<00000000000000000000000000000004>, 'An area', 'Ardal', 'wales', <00000000000000000000000000000002>,
        <00000000000000000000000000000003>, 30, 4, <<00>>, 1);
insert into subject (id, site_id, kind, subject_key) values (<00000000000000000000000000000005>, <00000000000000000000000000000000>, 'account', <<00>>);
insert into account
    (id, name, email, email_token, language, code_confirmed, code_last_step, row_version, made_at)
    values (<00000000000000000000000000000005>, <<00>>, <<00>>, <<0a>>, 'cy', 0, 0, 1, 1);
insert into role_held
    (id, account_id, site_id, role, stage, starts_on, proposed_by, decided_by, made_at, row_version)
    values (<00000000000000000000000000000006>, <00000000000000000000000000000005>, <00000000000000000000000000000004>,
        'carer', 'held', '2024-02-29', <00000000000000000000000000000007>, <00000000000000000000000000000008>, 1, 1);
insert into book (id, kind, seq, head) values (<00000000000000000000000000000005>, 'actor', 1, <<0b>>);
insert into journal
    (book_id, seq, at, actor, role, relation, action, object_kind, object_id, reason_code, prev, hash)
    values (<00000000000000000000000000000005>, 1, 1, 'account:x', '', '', 'signed_in', 'account', null, '', <<0a>>, <<0b>>);

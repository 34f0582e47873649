-- Version 7: a message that waits to be sent.
insert into outbox
    (id, site_id, account_id, sealed_for, address, kind, channel, language, object_id, reference, secret, day, made_at,
     not_before, claimed_until, tries, first_at, stage, sent_at, failure, segments, kept_here)
    values (<00000000000000000000000000000030>, <00000000000000000000000000000000>,
        <00000000000000000000000000000005>, null, null, 'trial', 'email', 'cy', null, null, null, null, 1, 1, null, 0,
        null, 'queued', null, null, null, 0);

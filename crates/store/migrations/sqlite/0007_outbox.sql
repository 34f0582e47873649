-- What is sent to people: that there is something to read, and where; when a site leaves people alone, and whom they ring.

alter table site add column quiet_from integer not null default 1260 check (quiet_from between 0 and 1439);  -- minutes after midnight
alter table site add column quiet_to integer not null default 480 check (quiet_to between 0 and 1439);
alter table site add column ring text;             -- the number families ring, as it is printed

create table outbox (
    id            blob primary key,
    site_id       blob not null,                    -- the nil id: no one site's
    account_id    blob references account (id),     -- who reads it, where they have an account
    sealed_for    blob,                             -- whose key opens the address and the secret
    address       blob,                             -- sealed; where somebody without an account is reached, until it is sent
    kind          text not null,
    channel       text not null check (channel in ('email', 'sms')),
    language      text not null check (language in ('en', 'cy')),
    object_id     blob,                             -- the referral or the draft it leads to
    reference     text,
    secret        blob,                             -- sealed; what a one-time link lets in with, until it is sent
    day           text check (day is null or day is date(day, '+0 days')),
    made_at       integer not null,
    not_before    integer not null,
    claimed_until integer,                          -- until when one process has it in hand
    tries         integer not null default 0,
    first_at      integer,                          -- when it was first tried
    stage         text not null default 'queued' check (stage in ('queued', 'sent', 'given_up')),
    sent_at       integer,
    failure       text,                             -- why the last try failed, as a code
    segments      integer,                          -- of a text message, how many were paid for
    kept_here     integer not null default 0 check (kept_here in (0, 1)),   -- it would have been sent, and did not leave
    constraint outbox_one_reader check (account_id is null or address is null),
    constraint outbox_sent_when check ((stage = 'sent') = (sent_at is not null))
) strict;
create index outbox_due on outbox (not_before, id) where stage = 'queued';
create index outbox_given_up on outbox (made_at) where stage = 'given_up';
create index outbox_by_site on outbox (site_id, made_at, id);
create index outbox_by_age on outbox (made_at, id);
create index referral_draft_to_warn on referral_draft (kept_at) where warned_at is null;

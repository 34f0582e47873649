-- What is sent to people: that there is something to read, and where; when a site leaves people alone, and whom they ring.

alter table site add column quiet_from bigint not null default 1260 check (quiet_from between 0 and 1439);  -- minutes after midnight
alter table site add column quiet_to bigint not null default 480 check (quiet_to between 0 and 1439);
alter table site add column ring text;             -- the number families ring, as it is printed

create table outbox (
    id            uuid primary key,
    site_id       uuid not null,                    -- the nil id: no one site's
    account_id    uuid references account (id),     -- who reads it, where they have an account
    sealed_for    uuid,                             -- whose key opens the address and the secret
    address       bytea,                             -- sealed; where somebody without an account is reached, until it is sent
    kind          text not null,
    channel       text not null check (channel in ('email', 'sms')),
    language      text not null check (language in ('en', 'cy')),
    object_id     uuid,                             -- the referral or the draft it leads to
    reference     text,
    secret        bytea,                             -- sealed; what a one-time link lets in with, until it is sent
    day           text check (day is null or is_day(day)),
    made_at       bigint not null,
    not_before    bigint not null,
    claimed_until bigint,                          -- until when one process has it in hand
    tries         bigint not null default 0,
    first_at      bigint,                          -- when it was first tried
    stage         text not null default 'queued' check (stage in ('queued', 'sent', 'given_up')),
    sent_at       bigint,
    failure       text,                             -- why the last try failed, as a code
    segments      bigint,                          -- of a text message, how many were paid for
    kept_here     bigint not null default 0 check (kept_here in (0, 1)),   -- it would have been sent, and did not leave
    constraint outbox_one_reader check (account_id is null or address is null),
    constraint outbox_sent_when check ((stage = 'sent') = (sent_at is not null))
);
create index outbox_due on outbox (not_before, id) where stage = 'queued';
create index outbox_given_up on outbox (made_at) where stage = 'given_up';
create index outbox_by_site on outbox (site_id, made_at, id);
create index outbox_by_age on outbox (made_at, id);
create index referral_draft_to_warn on referral_draft (kept_at) where warned_at is null;

alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_site on outbox using (site_is_open(site_id));

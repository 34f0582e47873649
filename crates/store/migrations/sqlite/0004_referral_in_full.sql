-- A referral from its first word to what came after: drafts, questions and answers, the waiting list with its days.

alter table referral add column services blob;             -- sealed; the other services that help
alter table referral add column hard_before blob;          -- sealed; what has made help hard to get before
alter table referral add column follows blob;                -- the earlier referral of the same family
alter table referral add column priority integer not null default 2 check (priority in (0, 1, 2));
alter table referral add column waits_for text;            -- keys with a space between
alter table referral add column merged_was text;           -- the stage it was in when it was merged
create index referral_in_order on referral (site_id, priority, waiting_since, id) where stage = 'waiting';
create index referral_not_taken on referral (site_id, stage_on, id) where stage = 'not_accepted';

create table referral_draft (
    id          blob primary key,
    account_id  blob not null references account (id),
    body        blob not null,                    -- sealed; every box as it was typed
    made_at     integer not null,
    kept_at     integer not null,
    warned_at   integer
) strict;
create index referral_draft_by_account on referral_draft (account_id, kept_at);
create index referral_draft_by_age on referral_draft (kept_at);

create table referral_message (
    referral_id blob not null references referral (id),
    at          integer not null,
    id          blob not null,
    family_id   blob not null references family (id),
    site_id     blob not null,
    kind        text not null check (kind in ('question', 'answer')),
    written_by  blob not null,
    language    text not null check (language in ('en', 'cy')),
    words       blob not null,                    -- sealed
    primary key (referral_id, at, id)
) strict, without rowid;

create table waiting_event (
    referral_id blob not null references referral (id),
    seq         integer not null,
    site_id     blob not null,
    family_id   blob not null references family (id),
    happened_on text not null check (happened_on is date(happened_on, '+0 days')),
    fact        text not null check (fact in ('joined', 'set', 'left')),
    since       text check (since is null or since is date(since, '+0 days')),
    priority    integer check (priority in (0, 1, 2)),
    waits_for   text,                             -- keys with a space between
    reason      blob,                             -- sealed
    recorded_by blob not null,
    primary key (referral_id, seq),
    constraint waiting_event_joined_since check ((fact = 'joined') = (since is not null)),
    constraint waiting_event_set_to check ((fact = 'set') = (priority is not null))
) strict, without rowid;
create index waiting_event_by_day on waiting_event (site_id, happened_on);
-- Whoever waits already is on the list since the day they began.
insert into waiting_event (referral_id, seq, site_id, family_id, happened_on, fact, since, recorded_by)
    select id, 1, site_id, family_id, waiting_since, 'joined', waiting_since, stage_by from referral where stage = 'waiting';

create table family_told (
    id          blob primary key,
    referral_id blob not null references referral (id),
    family_id   blob not null references family (id),
    site_id     blob not null,
    told_on     text not null check (told_on is date(told_on, '+0 days')),
    how         text not null check (how in ('letter', 'call', 'message', 'visit')),
    stage       text not null,                    -- where the referral stood then
    words       blob,                             -- sealed
    next_on     text check (next_on is null or next_on is date(next_on, '+0 days')),
    told_by     blob not null,
    made_at     integer not null
) strict;
create index family_told_by_referral on family_told (referral_id, told_on, id);

create table referral_outcome (
    referral_id blob not null references referral (id),
    child_id    blob not null references person (id),
    told_on     text not null check (told_on is date(told_on, '+0 days')),
    family_id   blob not null references family (id),
    site_id     blob not null,
    lives       text not null check (lives in ('at_home', 'in_care', 'with_relatives', 'elsewhere', 'not_known')),
    entered_care_on text check (entered_care_on is null or entered_care_on is date(entered_care_on, '+0 days')),
    words       blob,                             -- sealed; the same on each child's row
    told_by     blob not null,
    made_at     integer not null,
    primary key (referral_id, child_id, told_on)
) strict;

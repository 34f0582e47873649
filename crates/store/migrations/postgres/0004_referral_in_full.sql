-- A referral from its first word to what came after: drafts, questions and answers, the waiting list with its days.

alter table referral add column services bytea;             -- sealed; the other services that help
alter table referral add column hard_before bytea;          -- sealed; what has made help hard to get before
alter table referral add column follows uuid;                -- the earlier referral of the same family
alter table referral add column priority bigint not null default 2 check (priority in (0, 1, 2));
alter table referral add column waits_for text;            -- keys with a space between
alter table referral add column merged_was text;           -- the stage it was in when it was merged
create index referral_in_order on referral (site_id, priority, waiting_since, id) where stage = 'waiting';
create index referral_not_taken on referral (site_id, stage_on, id) where stage = 'not_accepted';

create table referral_draft (
    id          uuid primary key,
    account_id  uuid not null references account (id),
    body        bytea not null,                    -- sealed; every box as it was typed
    made_at     bigint not null,
    kept_at     bigint not null,
    warned_at   bigint
);
create index referral_draft_by_account on referral_draft (account_id, kept_at);
create index referral_draft_by_age on referral_draft (kept_at);

create table referral_message (
    referral_id uuid not null references referral (id),
    at          bigint not null,
    id          uuid not null,
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    kind        text not null check (kind in ('question', 'answer')),
    written_by  uuid not null,
    language    text not null check (language in ('en', 'cy')),
    words       bytea not null,                    -- sealed
    primary key (referral_id, at, id)
);

create table waiting_event (
    referral_id uuid not null references referral (id),
    seq         bigint not null,
    site_id     uuid not null,
    family_id   uuid not null references family (id),
    happened_on text not null check (is_day(happened_on)),
    fact        text not null check (fact in ('joined', 'set', 'left')),
    since       text check (since is null or is_day(since)),
    priority    bigint check (priority in (0, 1, 2)),
    waits_for   text,                             -- keys with a space between
    reason      bytea,                             -- sealed
    recorded_by uuid not null,
    primary key (referral_id, seq),
    constraint waiting_event_joined_since check ((fact = 'joined') = (since is not null)),
    constraint waiting_event_set_to check ((fact = 'set') = (priority is not null))
);
create index waiting_event_by_day on waiting_event (site_id, happened_on);
-- Whoever waits already is on the list since the day they began.
insert into waiting_event (referral_id, seq, site_id, family_id, happened_on, fact, since, recorded_by)
    select id, 1, site_id, family_id, waiting_since, 'joined', waiting_since, stage_by from referral where stage = 'waiting';

create table family_told (
    id          uuid primary key,
    referral_id uuid not null references referral (id),
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    told_on     text not null check (is_day(told_on)),
    how         text not null check (how in ('letter', 'call', 'message', 'visit')),
    stage       text not null,                    -- where the referral stood then
    words       bytea,                             -- sealed
    next_on     text check (next_on is null or is_day(next_on)),
    told_by     uuid not null,
    made_at     bigint not null
);
create index family_told_by_referral on family_told (referral_id, told_on, id);

create table referral_outcome (
    referral_id uuid not null references referral (id),
    child_id    uuid not null references person (id),
    told_on     text not null check (is_day(told_on)),
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    lives       text not null check (lives in ('at_home', 'in_care', 'with_relatives', 'elsewhere', 'not_known')),
    entered_care_on text check (entered_care_on is null or is_day(entered_care_on)),
    words       bytea,                             -- sealed; the same on each child's row
    told_by     uuid not null,
    made_at     bigint not null,
    primary key (referral_id, child_id, told_on)
);

alter table referral_message enable row level security;
alter table referral_message force row level security;
create policy referral_message_site on referral_message using (site_is_open(site_id));
alter table waiting_event enable row level security;
alter table waiting_event force row level security;
create policy waiting_event_site on waiting_event using (site_is_open(site_id));
alter table family_told enable row level security;
alter table family_told force row level security;
create policy family_told_site on family_told using (site_is_open(site_id));
alter table referral_outcome enable row level security;
alter table referral_outcome force row level security;
create policy referral_outcome_site on referral_outcome using (site_is_open(site_id));

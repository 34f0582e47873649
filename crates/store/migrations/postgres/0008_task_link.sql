-- Somebody outside is asked to refer by a link; a family referred again; the same form sent twice; what happened after is asked.

create table task_link (
    id          uuid primary key,
    site_id     uuid not null references site (id),
    secret_hash bytea not null,                    -- a link's secret is never stored, only its hash
    task        text not null check (task in ('refer')),
    made_by     uuid not null references account (id),
    language    text not null check (language in ('en', 'cy')),
    name        bytea not null,                    -- sealed; who is asked, and where they work
    email       bytea not null,                    -- sealed
    body        bytea,                             -- sealed; every box as it was typed, until it is sent
    made_at     bigint not null,
    kept_at     bigint not null,
    ends_at     bigint not null,
    used_at     bigint,
    referral_id uuid references referral (id),
    constraint task_link_used_for_something check ((used_at is null) = (referral_id is null))
);
create unique index task_link_secret_once on task_link (secret_hash);
create index task_link_by_maker on task_link (made_by, made_at);
create index task_link_by_site on task_link (site_id);
create index task_link_by_age on task_link (ends_at);
create index task_link_by_referral on task_link (referral_id) where referral_id is not null;

alter table referral add column digest bytea;      -- of who is in it, for some minutes: the same form sent twice is known by it
create index referral_just_sent on referral (referred_by, digest) where digest is not null;
create index referral_digest_by_age on referral (made_at) where digest is not null;
alter table referral add column outcome_asked_at bigint;   -- when the authority was asked what happened after
create index referral_outcome_to_ask on referral (stage_on, id) where stage = 'not_accepted' and outcome_asked_at is null;
create index referral_follows on referral (follows) where follows is not null;

alter table task_link enable row level security;
alter table task_link force row level security;
create policy task_link_site on task_link using (site_is_open(site_id));

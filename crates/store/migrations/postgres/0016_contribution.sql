-- What people bring to a review, and what each of a family says later to the four they were asked at the referral.

-- Added and never changed: the highest number of one giver is what stands there.
create table contribution (
    id          uuid primary key,
    review_id   uuid not null references review (id),
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    giver_id    uuid not null,                    -- the person of the family, else the account
    version_no  bigint not null check (version_no > 0),
    person_id   uuid references person (id),      -- who of the family brings it
    account_id  uuid not null,                    -- who wrote it down
    role        text,                             -- in which role, where it is an account's own
    about_id    uuid references person (id),      -- the one person it is about, whose key it is sealed with
    language    text not null check (language in ('en', 'cy')),
    words       bytea not null,                    -- sealed
    made_at     bigint not null,
    constraint contribution_person_has_no_role check (person_id is null or role is null),
    constraint contribution_of_a_person_is_theirs check (person_id is null or about_id = person_id)
);
create unique index contribution_once on contribution (review_id, giver_id, version_no);
create index contribution_by_about on contribution (about_id) where about_id is not null;
create index contribution_by_person on contribution (person_id) where person_id is not null;
create index contribution_by_family on contribution (family_id);
create index extension_waits on extension (site_id, asked_on, id) where stage = 'asked';

create table consent_change (
    id          uuid primary key,
    person_id   uuid not null references person (id),
    site_id     uuid not null,
    thing       text not null check (thing in ('taking_part', 'sharing', 'stays_over', 'story')),
    answer      text not null check (answer in ('asked', 'agreed', 'told', 'not_agreed', 'withdrawn')),
    law         text,
    changed_on  text not null check (is_day(changed_on)),
    asked_by    text not null,
    language    text not null check (language in ('en', 'cy')),
    words       bytea,                             -- sealed
    recorded_by uuid not null,
    recorded_at bigint not null,
    constraint consent_change_law_is_told check ((answer = 'told') = (law is not null))
);
create index consent_change_by_person on consent_change (person_id, recorded_at, id);

-- Somebody does not agree that facts about them are shared, and nobody told them of a law that allows it.
alter table person add column sharing_refused bigint not null default 0 check (sharing_refused in (0, 1));


alter table contribution enable row level security;
alter table contribution force row level security;
create policy contribution_site on contribution using (site_is_open(site_id));
alter table consent_change enable row level security;
alter table consent_change force row level security;
create policy consent_change_site on consent_change using (site_is_open(site_id));

-- What people bring to a review, and what each of a family says later to the four they were asked at the referral.

-- Added and never changed: the highest number of one giver is what stands there.
create table contribution (
    id          blob primary key,
    review_id   blob not null references review (id),
    family_id   blob not null references family (id),
    site_id     blob not null,
    giver_id    blob not null,                    -- the person of the family, else the account
    version_no  integer not null check (version_no > 0),
    person_id   blob references person (id),      -- who of the family brings it
    account_id  blob not null,                    -- who wrote it down
    role        text,                             -- in which role, where it is an account's own
    about_id    blob references person (id),      -- the one person it is about, whose key it is sealed with
    language    text not null check (language in ('en', 'cy')),
    words       blob not null,                    -- sealed
    made_at     integer not null,
    constraint contribution_person_has_no_role check (person_id is null or role is null),
    constraint contribution_of_a_person_is_theirs check (person_id is null or about_id = person_id)
) strict;
create unique index contribution_once on contribution (review_id, giver_id, version_no);
create index contribution_by_about on contribution (about_id) where about_id is not null;
create index contribution_by_person on contribution (person_id) where person_id is not null;
create index contribution_by_family on contribution (family_id);
create index extension_waits on extension (site_id, asked_on, id) where stage = 'asked';

create table consent_change (
    id          blob primary key,
    person_id   blob not null references person (id),
    site_id     blob not null,
    thing       text not null check (thing in ('taking_part', 'sharing', 'stays_over', 'story')),
    answer      text not null check (answer in ('asked', 'agreed', 'told', 'not_agreed', 'withdrawn')),
    law         text,
    changed_on  text not null check (changed_on is date(changed_on, '+0 days')),
    asked_by    text not null,
    language    text not null check (language in ('en', 'cy')),
    words       blob,                             -- sealed
    recorded_by blob not null,
    recorded_at integer not null,
    constraint consent_change_law_is_told check ((answer = 'told') = (law is not null))
) strict;
create index consent_change_by_person on consent_change (person_id, recorded_at, id);

-- Somebody does not agree that facts about them are shared, and nobody told them of a law that allows it.
alter table person add column sharing_refused integer not null default 0 check (sharing_refused in (0, 1));


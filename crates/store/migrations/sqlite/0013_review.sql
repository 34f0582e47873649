-- Reviews and support meetings, a site's own ladder of levels, suggestions set aside, and what is due next about a family.

create table review (
    family_id   blob not null references family (id),
    at          integer not null,                 -- noon of its day: what a timeline is read by
    id          blob not null,
    site_id     blob not null,
    author_id   blob not null,
    kind        text not null check (kind in ('review', 'support_meeting')),
    stage       text not null check (stage in ('planned', 'held', 'called_off')),
    held_on     text not null check (held_on is date(held_on, '+0 days')),
    there       text not null,                    -- who was there beside the family, keys with a space between
    decided     text not null,                    -- what was decided, keys with a space between
    language    text not null check (language in ('en', 'cy')),
    said        blob,                             -- sealed
    theirs      blob,                             -- sealed; in the family's own words
    next_words  blob,                             -- sealed; what happens next
    put_right   integer not null,                 -- how often it was put right
    made_at     integer not null,
    row_version integer not null,
    primary key (family_id, at, id),
    constraint review_held_says_something check ((stage = 'held') = (said is not null))
) strict, without rowid;
create unique index review_once on review (id);

create table review_present (
    review_id   blob not null references review (id),
    person_id   blob not null references person (id),
    site_id     blob not null,
    primary key (review_id, person_id)
) strict, without rowid;
create index review_present_by_person on review_present (person_id);

-- What stood there before a review was put right.
create table review_before (
    review_id   blob not null references review (id),
    no          integer not null,
    id          blob not null,
    site_id     blob not null,
    put_right_at integer not null,
    put_right_by blob not null,
    why         blob not null,                    -- sealed
    said        blob not null,                    -- sealed
    theirs      blob,                             -- sealed
    next_words  blob,                             -- sealed
    primary key (review_id, no)
) strict, without rowid;

-- What a site's levels mean from a day on; a site without one has the levels shipped.
create table ladder (
    id          blob primary key,
    site_id     blob not null references site (id),
    from_on     text not null check (from_on is date(from_on, '+0 days')),
    first_level integer not null check (first_level between 0 and 9),
    set_by      blob not null,
    set_at      integer not null
) strict;
create index ladder_by_site on ladder (site_id, from_on, set_at, id);

create table rung (
    ladder_id   blob not null references ladder (id),
    level_no    integer not null check (level_no between 0 and 9),
    site_id     blob not null,
    sessions    integer not null check (sessions between 0 and 14),
    weeks       integer not null check (weeks between 1 and 4),
    stays_a_month integer not null check (stays_a_month between 0 and 31),
    review_days integer not null check (review_days between 1 and 91),
    ends_after_days integer check (ends_after_days between 1 and 91),
    primary key (ladder_id, level_no)
) strict, without rowid;

create table set_aside (
    id          blob primary key,
    family_id   blob not null references family (id),
    site_id     blob not null,
    rule        text not null,
    facts       text not null,                    -- what the rule saw, for knowing it again
    reason      blob not null,                    -- sealed
    set_by      blob not null,
    set_at      integer not null
) strict;
create unique index set_aside_once on set_aside (family_id, rule, facts);

-- The earliest thing due about a family, and its next review: written with whatever changes them.
alter table family add column next_due_on text check (next_due_on is null or next_due_on is date(next_due_on, '+0 days'));
alter table family add column due_kind text;
alter table family add column review_due_on text check (review_due_on is null or review_due_on is date(review_due_on, '+0 days'));
create index family_due on family (site_id, next_due_on, id) where next_due_on is not null;
create index family_review_due on family (site_id, review_due_on, id) where review_due_on is not null;
create index session_to_sign_of_family on session (family_id, happened_on) where stage = 'done' and signed_by is null and should_sign = 1;

-- Reviews and support meetings, a site's own ladder of levels, suggestions set aside, and what is due next about a family.

create table review (
    family_id   uuid not null references family (id),
    at          bigint not null,                 -- noon of its day: what a timeline is read by
    id          uuid not null,
    site_id     uuid not null,
    author_id   uuid not null,
    kind        text not null check (kind in ('review', 'support_meeting')),
    stage       text not null check (stage in ('planned', 'held', 'called_off')),
    held_on     text not null check (is_day(held_on)),
    there       text not null,                    -- who was there beside the family, keys with a space between
    decided     text not null,                    -- what was decided, keys with a space between
    language    text not null check (language in ('en', 'cy')),
    said        bytea,                             -- sealed
    theirs      bytea,                             -- sealed; in the family's own words
    next_words  bytea,                             -- sealed; what happens next
    put_right   bigint not null,                 -- how often it was put right
    made_at     bigint not null,
    row_version bigint not null,
    primary key (family_id, at, id),
    constraint review_held_says_something check ((stage = 'held') = (said is not null))
);
create unique index review_once on review (id);

create table review_present (
    review_id   uuid not null references review (id),
    person_id   uuid not null references person (id),
    site_id     uuid not null,
    primary key (review_id, person_id)
);
create index review_present_by_person on review_present (person_id);

-- What stood there before a review was put right.
create table review_before (
    review_id   uuid not null references review (id),
    no          bigint not null,
    id          uuid not null,
    site_id     uuid not null,
    put_right_at bigint not null,
    put_right_by uuid not null,
    why         bytea not null,                    -- sealed
    said        bytea not null,                    -- sealed
    theirs      bytea,                             -- sealed
    next_words  bytea,                             -- sealed
    primary key (review_id, no)
);

-- What a site's levels mean from a day on; a site without one has the levels shipped.
create table ladder (
    id          uuid primary key,
    site_id     uuid not null references site (id),
    from_on     text not null check (is_day(from_on)),
    first_level bigint not null check (first_level between 0 and 9),
    set_by      uuid not null,
    set_at      bigint not null
);
create index ladder_by_site on ladder (site_id, from_on, set_at, id);

create table rung (
    ladder_id   uuid not null references ladder (id),
    level_no    bigint not null check (level_no between 0 and 9),
    site_id     uuid not null,
    sessions    bigint not null check (sessions between 0 and 14),
    weeks       bigint not null check (weeks between 1 and 4),
    stays_a_month bigint not null check (stays_a_month between 0 and 31),
    review_days bigint not null check (review_days between 1 and 91),
    ends_after_days bigint check (ends_after_days between 1 and 91),
    primary key (ladder_id, level_no)
);

create table set_aside (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    rule        text not null,
    facts       text not null,                    -- what the rule saw, for knowing it again
    reason      bytea not null,                    -- sealed
    set_by      uuid not null,
    set_at      bigint not null
);
create unique index set_aside_once on set_aside (family_id, rule, facts);

-- The earliest thing due about a family, and its next review: written with whatever changes them.
alter table family add column next_due_on text check (next_due_on is null or is_day(next_due_on));
alter table family add column due_kind text;
alter table family add column review_due_on text check (review_due_on is null or is_day(review_due_on));
create index family_due on family (site_id, next_due_on, id) where next_due_on is not null;
create index family_review_due on family (site_id, review_due_on, id) where review_due_on is not null;
create index session_to_sign_of_family on session (family_id, happened_on) where stage = 'done' and signed_by is null and should_sign = 1;

alter table review enable row level security;
alter table review force row level security;
create policy review_site on review using (site_is_open(site_id));
alter table review_present enable row level security;
alter table review_present force row level security;
create policy review_present_site on review_present using (site_is_open(site_id));
alter table review_before enable row level security;
alter table review_before force row level security;
create policy review_before_site on review_before using (site_is_open(site_id));
alter table ladder enable row level security;
alter table ladder force row level security;
create policy ladder_site on ladder using (site_is_open(site_id));
alter table rung enable row level security;
alter table rung force row level security;
create policy rung_site on rung using (site_is_open(site_id));
alter table set_aside enable row level security;
alter table set_aside force row level security;
create policy set_aside_site on set_aside using (site_is_open(site_id));

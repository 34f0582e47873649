-- Sessions with families: planned, written down, put right, given to one person, signed.

create table session (
    family_id   uuid not null references family (id),
    at          bigint not null,                 -- when it begins: what a timeline is read by
    id          uuid not null,
    site_id     uuid not null,
    author_id   uuid not null,
    kind        text not null,
    place       text not null,
    happened_on text not null check (is_day(happened_on)),
    start_minute bigint check (start_minute between 0 and 1439),
    minutes     bigint check (minutes between 1 and 1440),
    stage       text not null check (stage in ('planned', 'done', 'cancelled', 'missed')),
    why         text,
    language    text not null check (language in ('en', 'cy')),
    words       bytea,                             -- sealed; the family's paragraphs, each with what it answers
    given       bigint not null,                 -- how many paragraphs stand with one person
    put_right   bigint not null,                 -- how often it was put right
    should_sign bigint not null check (should_sign in (0, 1)),
    signed_by   uuid,
    signed_on   text check (signed_on is null or is_day(signed_on)),
    signed_words bytea,                            -- sealed
    made_at     bigint not null,
    row_version bigint not null,
    primary key (family_id, at, id),
    constraint session_not_done_for_a_reason check ((stage in ('cancelled', 'missed')) = (why is not null)),
    constraint session_signed_by_somebody check ((signed_by is null) = (signed_on is null))
);
create unique index session_once on session (id);
create index session_planned on session (family_id, happened_on, id) where stage = 'planned';
create index session_to_sign on session (site_id, happened_on, id) where stage = 'done' and signed_by is null;

create table session_present (
    session_id  uuid not null references session (id),
    person_id   uuid not null references person (id),
    site_id     uuid not null,
    primary key (session_id, person_id)
);
create index session_present_by_person on session_present (person_id);

-- A paragraph given to one person: sealed with that person's key.
create table passage (
    session_id  uuid not null references session (id),
    version_no  bigint not null,                 -- 0 stands there now; n stood there until it was put right for the nth time
    place_no    bigint not null,
    id          uuid not null,
    person_id   uuid not null references person (id),
    site_id     uuid not null,
    prompt      text not null,
    names_outsider bigint not null check (names_outsider in (0, 1)),
    words       bytea not null,                    -- sealed
    primary key (session_id, version_no, place_no)
);
create index passage_by_person on passage (person_id);

-- What stood there before a session was put right.
create table session_before (
    session_id  uuid not null references session (id),
    no          bigint not null,
    id          uuid not null,
    site_id     uuid not null,
    put_right_at bigint not null,
    put_right_by uuid not null,
    why         bytea not null,                    -- sealed
    words       bytea,                             -- sealed; the family's paragraphs then
    primary key (session_id, no)
);

alter table session enable row level security;
alter table session force row level security;
create policy session_site on session using (site_is_open(site_id));
alter table session_present enable row level security;
alter table session_present force row level security;
create policy session_present_site on session_present using (site_is_open(site_id));
alter table passage enable row level security;
alter table passage force row level security;
create policy passage_site on passage using (site_is_open(site_id));
alter table session_before enable row level security;
alter table session_before force row level security;
create policy session_before_site on session_before using (site_is_open(site_id));

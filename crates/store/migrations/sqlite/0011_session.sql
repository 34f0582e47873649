-- Sessions with families: planned, written down, put right, given to one person, signed.

create table session (
    family_id   blob not null references family (id),
    at          integer not null,                 -- when it begins: what a timeline is read by
    id          blob not null,
    site_id     blob not null,
    author_id   blob not null,
    kind        text not null,
    place       text not null,
    happened_on text not null check (happened_on is date(happened_on, '+0 days')),
    start_minute integer check (start_minute between 0 and 1439),
    minutes     integer check (minutes between 1 and 1440),
    stage       text not null check (stage in ('planned', 'done', 'cancelled', 'missed')),
    why         text,
    language    text not null check (language in ('en', 'cy')),
    words       blob,                             -- sealed; the family's paragraphs, each with what it answers
    given       integer not null,                 -- how many paragraphs stand with one person
    put_right   integer not null,                 -- how often it was put right
    should_sign integer not null check (should_sign in (0, 1)),
    signed_by   blob,
    signed_on   text check (signed_on is null or signed_on is date(signed_on, '+0 days')),
    signed_words blob,                            -- sealed
    made_at     integer not null,
    row_version integer not null,
    primary key (family_id, at, id),
    constraint session_not_done_for_a_reason check ((stage in ('cancelled', 'missed')) = (why is not null)),
    constraint session_signed_by_somebody check ((signed_by is null) = (signed_on is null))
) strict, without rowid;
create unique index session_once on session (id);
create index session_planned on session (family_id, happened_on, id) where stage = 'planned';
create index session_to_sign on session (site_id, happened_on, id) where stage = 'done' and signed_by is null;

create table session_present (
    session_id  blob not null references session (id),
    person_id   blob not null references person (id),
    site_id     blob not null,
    primary key (session_id, person_id)
) strict, without rowid;
create index session_present_by_person on session_present (person_id);

-- A paragraph given to one person: sealed with that person's key.
create table passage (
    session_id  blob not null references session (id),
    version_no  integer not null,                 -- 0 stands there now; n stood there until it was put right for the nth time
    place_no    integer not null,
    id          blob not null,
    person_id   blob not null references person (id),
    site_id     blob not null,
    prompt      text not null,
    names_outsider integer not null check (names_outsider in (0, 1)),
    words       blob not null,                    -- sealed
    primary key (session_id, version_no, place_no)
) strict, without rowid;
create index passage_by_person on passage (person_id);

-- What stood there before a session was put right.
create table session_before (
    session_id  blob not null references session (id),
    no          integer not null,
    id          blob not null,
    site_id     blob not null,
    put_right_at integer not null,
    put_right_by blob not null,
    why         blob not null,                    -- sealed
    words       blob,                             -- sealed; the family's paragraphs then
    primary key (session_id, no)
) strict, without rowid;

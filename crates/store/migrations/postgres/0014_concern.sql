-- Concerns, calls for help, and the numbers to ring.

-- A book for each concern.
alter table book drop constraint book_kind_check;
alter table book add constraint book_kind_check
    check (kind in ('deployment', 'family', 'carer', 'site', 'actor', 'allegation', 'concern'));

create table site_number (
    site_id     uuid not null references site (id),
    place_no    bigint not null,                 -- the order they are shown in
    name_en     text not null,
    name_cy     text not null,
    number      text not null,                    -- as it is printed
    days        text not null check (days in ('every', 'week', 'weekend')),
    from_minute bigint not null check (from_minute between 0 and 1439),
    to_minute   bigint not null check (to_minute between 0 and 1439),   -- on the next day where it is not after from_minute
    primary key (site_id, place_no)
);

create table crisis (
    family_id   uuid not null references family (id),
    at          bigint not null,                 -- when help was asked for: what a timeline is read by
    id          uuid not null,
    site_id     uuid not null,
    author_id   uuid not null,
    caller      text,
    language    text not null check (language in ('en', 'cy')),
    asked       bytea not null,                    -- sealed; what was asked, or what happened
    entries     bigint not null,                 -- how many were added
    signed_by   uuid,
    signed_on   text check (signed_on is null or is_day(signed_on)),
    signed_words bytea,                            -- sealed
    made_at     bigint not null,
    row_version bigint not null,
    primary key (family_id, at, id),
    constraint crisis_signed_by_somebody check ((signed_by is null) = (signed_on is null))
);
create unique index crisis_once on crisis (id);
create index crisis_to_sign on crisis (site_id, at, id) where signed_by is null;

-- What was done, who was told, how it ended, and more: added and never changed.
create table crisis_entry (
    crisis_id   uuid not null references crisis (id),
    entry_no    bigint not null,
    id          uuid not null,
    site_id     uuid not null,
    kind        text not null check (kind in ('responded', 'told', 'ended', 'note')),
    code        text,                             -- what was done, who was told, or how it ended
    happened_at bigint,
    author_id   uuid not null,
    made_at     bigint not null,
    language    text not null check (language in ('en', 'cy')),
    words       bytea,                             -- sealed
    primary key (crisis_id, entry_no),
    constraint crisis_entry_response_has_a_time check ((kind = 'responded') = (happened_at is not null))
);

-- What is written of a concern is sealed with the concern's own key, and its entries stand in a book of its own.
create table concern (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    author_id   uuid not null,
    raised_at   bigint not null,
    at_risk     text not null check (at_risk in ('child', 'adult', 'both')),
    safety      text not null check (safety in ('safe', 'danger', 'unknown')),
    session_id  uuid,                             -- the visit it came from
    crisis_id   uuid,                             -- the call for help it came from
    language    text not null check (language in ('en', 'cy')),
    what        bytea not null,                    -- sealed
    somebody    bytea,                             -- sealed; whom it concerns besides
    safety_words bytea,                            -- sealed
    stage       text not null check (stage in ('open', 'decided')),
    decision    text,
    decided_by  uuid,
    decided_on  text check (decided_on is null or is_day(decided_on)),
    written_due_at bigint,                        -- by when a report in writing must follow
    entries     bigint not null,                 -- how many were added
    row_version bigint not null,
    constraint concern_decided_by_somebody check ((stage = 'decided') = (decision is not null and decided_by is not null and decided_on is not null))
);
create index concern_by_family on concern (family_id, id);
create index concern_by_site on concern (site_id, id);
create index concern_by_author on concern (author_id, id);

-- Who is at risk, and whom it concerns.
create table concern_about (
    concern_id  uuid not null references concern (id),
    line_no     bigint not null,
    site_id     uuid not null,
    part        text not null check (part in ('at_risk', 'concerns')),
    person_id   uuid references person (id),
    account_id  uuid references account (id),
    primary key (concern_id, line_no),
    constraint concern_about_one check ((person_id is null) <> (account_id is null)),
    constraint concern_about_account_it_concerns check (account_id is null or part = 'concerns')
);
create index concern_about_person on concern_about (person_id) where person_id is not null;
create index concern_about_account on concern_about (account_id) where account_id is not null;

-- To whom a concern went at once.
create table concern_told (
    account_id  uuid not null references account (id),
    concern_id  uuid not null references concern (id),
    site_id     uuid not null,
    told_at     bigint not null,
    primary key (account_id, concern_id)
);
create index concern_told_by_concern on concern_told (concern_id);

-- What came later: added and never changed.
create table concern_entry (
    concern_id  uuid not null references concern (id),
    entry_no    bigint not null,
    id          uuid not null,
    site_id     uuid not null,
    kind        text not null check (kind in ('reported', 'written', 'note', 'decided')),
    code        text,                             -- how it was reported, or what was decided
    happened_at bigint,
    author_id   uuid not null,
    made_at     bigint not null,
    language    text not null check (language in ('en', 'cy')),
    agency      bytea,                             -- sealed
    name        bytea,                             -- sealed; who took the report
    reference   bytea,                             -- sealed; what they call it
    words       bytea,                             -- sealed
    primary key (concern_id, entry_no)
);

-- From whom a concern is kept: whoever it concerns by account, or by the person they are of the family, and whoever shares a
-- carer's household with one of them. One definition for every list, page, notice and journal.
create view concern_kept_from as
    select a.concern_id, a.account_id from concern_about a where a.part = 'concerns' and a.account_id is not null
    union all
    select a.concern_id, m.account_id from membership m join concern_about a on a.person_id = m.person_id
        where a.part = 'concerns'
    union all
    select a.concern_id, h.account_id from household_member h
        join household_member o on o.household_id = h.household_id
        join concern_about a on a.account_id = o.account_id
        where a.part = 'concerns' and h.account_id is not null;

alter table site_number enable row level security;
alter table site_number force row level security;
create policy site_number_site on site_number using (site_is_open(site_id));
alter table crisis enable row level security;
alter table crisis force row level security;
create policy crisis_site on crisis using (site_is_open(site_id));
alter table crisis_entry enable row level security;
alter table crisis_entry force row level security;
create policy crisis_entry_site on crisis_entry using (site_is_open(site_id));
alter table concern enable row level security;
alter table concern force row level security;
create policy concern_site on concern using (site_is_open(site_id));
alter table concern_about enable row level security;
alter table concern_about force row level security;
create policy concern_about_site on concern_about using (site_is_open(site_id));
alter table concern_told enable row level security;
alter table concern_told force row level security;
create policy concern_told_site on concern_told using (site_is_open(site_id));
alter table concern_entry enable row level security;
alter table concern_entry force row level security;
create policy concern_entry_site on concern_entry using (site_is_open(site_id));

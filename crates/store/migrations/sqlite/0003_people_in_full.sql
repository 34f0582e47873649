-- What else a referral says of its people: their homes, who decides for a child, and who must not come near.

alter table person add column ethnicity blob;              -- sealed; the group as a code and their own words
alter table person add column disability blob;             -- sealed
alter table person add column communication blob;          -- sealed; what helps them to understand and be understood

alter table address add column home_no integer not null default 1;    -- people of one family at the same number live together
alter table address add column postcode blob;              -- sealed

create table identifier (
    person_id   blob not null references person (id),
    kind        text not null check (kind in ('authority')),
    family_id   blob not null references family (id),
    site_id     blob not null,
    number      blob not null,                    -- sealed
    made_at     integer not null,
    primary key (person_id, kind)
) strict;
create index identifier_by_family on identifier (family_id);

create table responsibility (
    id          blob primary key,
    family_id   blob not null references family (id),
    child_id    blob not null references person (id),
    site_id     blob not null,
    holder      text not null check (holder in ('person', 'authority', 'other')),
    holder_id   blob references person (id),
    words       blob,                             -- sealed; somebody who is not of the family
    constraint responsibility_of_somebody check ((holder = 'person') = (holder_id is not null)),
    constraint responsibility_other_in_words check ((holder = 'other') = (words is not null))
) strict;
create index responsibility_by_family on responsibility (family_id, child_id);

create table court_order (
    line_id     blob not null,                      -- one order, a row for each person it is about
    person_id   blob not null references person (id),
    family_id   blob not null references family (id),
    site_id     blob not null,
    says        blob not null,                    -- sealed
    made_on     text check (made_on is null or made_on is date(made_on, '+0 days')),
    ends_on     text check (ends_on is null or ends_on is date(ends_on, '+0 days')),
    recorded_at integer not null,
    primary key (line_id, person_id)
) strict;
create index court_order_by_family on court_order (family_id, line_id);

create table kept_away (
    line_id     blob not null,                      -- one line, a row for each person somebody is kept from
    person_id   blob not null references person (id),
    family_id   blob not null references family (id),
    site_id     blob not null,
    who         blob not null,                    -- sealed
    collect     integer not null check (collect in (0, 1)),
    call_up     integer not null check (call_up in (0, 1)),
    know        integer not null check (know in (0, 1)),
    recorded_at integer not null,
    primary key (line_id, person_id),
    constraint kept_away_from_something check (collect + call_up + know > 0)
) strict;
create index kept_away_by_family on kept_away (family_id, line_id);

-- What else a referral says of its people: their homes, who decides for a child, and who must not come near.

alter table person add column ethnicity bytea;              -- sealed; the group as a code and their own words
alter table person add column disability bytea;             -- sealed
alter table person add column communication bytea;          -- sealed; what helps them to understand and be understood

alter table address add column home_no bigint not null default 1;    -- people of one family at the same number live together
alter table address add column postcode bytea;              -- sealed

create table identifier (
    person_id   uuid not null references person (id),
    kind        text not null check (kind in ('authority')),
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    number      bytea not null,                    -- sealed
    made_at     bigint not null,
    primary key (person_id, kind)
);
create index identifier_by_family on identifier (family_id);

create table responsibility (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    child_id    uuid not null references person (id),
    site_id     uuid not null,
    holder      text not null check (holder in ('person', 'authority', 'other')),
    holder_id   uuid references person (id),
    words       bytea,                             -- sealed; somebody who is not of the family
    constraint responsibility_of_somebody check ((holder = 'person') = (holder_id is not null)),
    constraint responsibility_other_in_words check ((holder = 'other') = (words is not null))
);
create index responsibility_by_family on responsibility (family_id, child_id);

create table court_order (
    line_id     uuid not null,                      -- one order, a row for each person it is about
    person_id   uuid not null references person (id),
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    says        bytea not null,                    -- sealed
    made_on     text check (made_on is null or is_day(made_on)),
    ends_on     text check (ends_on is null or is_day(ends_on)),
    recorded_at bigint not null,
    primary key (line_id, person_id)
);
create index court_order_by_family on court_order (family_id, line_id);

create table kept_away (
    line_id     uuid not null,                      -- one line, a row for each person somebody is kept from
    person_id   uuid not null references person (id),
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    who         bytea not null,                    -- sealed
    collect     bigint not null check (collect in (0, 1)),
    call_up     bigint not null check (call_up in (0, 1)),
    know        bigint not null check (know in (0, 1)),
    recorded_at bigint not null,
    primary key (line_id, person_id),
    constraint kept_away_from_something check (collect + call_up + know > 0)
);
create index kept_away_by_family on kept_away (family_id, line_id);

alter table identifier enable row level security;
alter table identifier force row level security;
create policy identifier_site on identifier using (site_is_open(site_id));
alter table responsibility enable row level security;
alter table responsibility force row level security;
create policy responsibility_site on responsibility using (site_is_open(site_id));
alter table court_order enable row level security;
alter table court_order force row level security;
create policy court_order_site on court_order using (site_is_open(site_id));
alter table kept_away enable row level security;
alter table kept_away force row level security;
create policy kept_away_site on kept_away using (site_is_open(site_id));

-- Referrals from a file: the file while it is looked at, how its columns are read, what came in with it.

alter table referral add column worker bytea;               -- sealed; a social worker who has no account here

create table import (
    id          uuid primary key,
    site_id     uuid not null references site (id),
    made_by     uuid not null,
    made_at     bigint not null,
    stage       text not null check (stage in ('loading', 'ready', 'storing', 'stored', 'undone')),
    columns     text not null,                    -- a field's key for each column, with a comma between
    families    bigint not null,
    taken_in    bigint not null,
    known       bigint not null,
    moved_at    bigint not null
);
create index import_by_maker on import (made_by, made_at);
create index import_by_age on import (made_at);

create table import_piece (
    import_id   uuid not null references import (id),
    site_id     uuid not null,
    seq         bigint not null,
    bytes       bytea not null,                    -- sealed; a piece of the file
    primary key (import_id, seq)
);

create table import_family (
    site_id     uuid not null,
    token       bytea not null,
    import_id   uuid not null,                    -- zero: from the command line
    family_id   uuid not null references family (id),
    referral_id uuid not null references referral (id),
    primary key (site_id, token)
);
create index import_family_by_import on import_family (import_id, family_id);

create table import_columns (
    site_id     uuid primary key references site (id),
    memory      text not null,                    -- headings and the fields they stand for
    kept_at     bigint not null
);

-- What is taken back is deleted: each table is asked for what is left of a family, a person, a referral.
create index referral_of_family on referral (family_id);
create index referral_entry_by_referral on referral_entry (referral_id);
create index referral_outcome_by_family on referral_outcome (family_id);
create index referral_outcome_by_child on referral_outcome (child_id);
create index referral_message_by_family on referral_message (family_id);
create index family_told_by_family on family_told (family_id);
create index waiting_event_by_family on waiting_event (family_id);
create index break_glass_by_family on break_glass (family_id);
create index responsibility_by_child on responsibility (child_id);
create index responsibility_by_holder on responsibility (holder_id);
create index court_order_by_person on court_order (person_id);
create index kept_away_by_person on kept_away (person_id);
create index membership_by_person on membership (person_id);
create index address_by_person on address (person_id);
create index import_family_by_family on import_family (family_id);
create index import_family_by_referral on import_family (referral_id);

alter table import enable row level security;
alter table import force row level security;
create policy import_site on import using (site_is_open(site_id));
alter table import_piece enable row level security;
alter table import_piece force row level security;
create policy import_piece_site on import_piece using (site_is_open(site_id));
alter table import_family enable row level security;
alter table import_family force row level security;
create policy import_family_site on import_family using (site_is_open(site_id));
alter table import_columns enable row level security;
alter table import_columns force row level security;
create policy import_columns_site on import_columns using (site_is_open(site_id));

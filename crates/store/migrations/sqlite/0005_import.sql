-- Referrals from a file: the file while it is looked at, how its columns are read, what came in with it.

alter table referral add column worker blob;               -- sealed; a social worker who has no account here

create table import (
    id          blob primary key,
    site_id     blob not null references site (id),
    made_by     blob not null,
    made_at     integer not null,
    stage       text not null check (stage in ('loading', 'ready', 'storing', 'stored', 'undone')),
    columns     text not null,                    -- a field's key for each column, with a comma between
    families    integer not null,
    taken_in    integer not null,
    known       integer not null,
    moved_at    integer not null
) strict;
create index import_by_maker on import (made_by, made_at);
create index import_by_age on import (made_at);

create table import_piece (
    import_id   blob not null references import (id),
    site_id     blob not null,
    seq         integer not null,
    bytes       blob not null,                    -- sealed; a piece of the file
    primary key (import_id, seq)
) strict, without rowid;

create table import_family (
    site_id     blob not null,
    token       blob not null,
    import_id   blob not null,                    -- zero: from the command line
    family_id   blob not null references family (id),
    referral_id blob not null references referral (id),
    primary key (site_id, token)
) strict, without rowid;
create index import_family_by_import on import_family (import_id, family_id);

create table import_columns (
    site_id     blob primary key references site (id),
    memory      text not null,                    -- headings and the fields they stand for
    kept_at     integer not null
) strict;

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

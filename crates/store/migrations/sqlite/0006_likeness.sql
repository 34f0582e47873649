-- Families that may be one: what was found, what a person said of it, and who was moved from one to the other.

create table likeness (
    id          blob primary key,
    site_id     blob not null references site (id),
    one_family_id blob not null references family (id),     -- always the lower id of the two
    other_family_id blob not null references family (id),
    strength    text not null check (strength in ('likely', 'possible')),
    signs       text not null,                    -- keys with a space between; never a name, a day or an address
    found_at    integer not null,
    stage       text not null check (stage in ('open', 'joined', 'kept_apart')),
    settled_by  blob,
    settled_at  integer,
    row_version integer not null,
    constraint likeness_in_one_order check (one_family_id < other_family_id),
    constraint likeness_settled_by_somebody
        check ((stage = 'open') = (settled_by is null) and (stage = 'open') = (settled_at is null))
) strict;
create unique index likeness_once on likeness (one_family_id, other_family_id);
create index likeness_by_other on likeness (other_family_id);
create index likeness_by_site on likeness (site_id, stage, found_at, id);

alter table family add column merged_into blob references family (id);     -- the record that is kept

create table family_merge (
    id          blob primary key,
    likeness_id blob not null references likeness (id),
    site_id     blob not null,
    from_family_id blob not null references family (id),
    into_family_id blob not null references family (id),
    was_stage   text not null check (was_stage in ('open', 'closed')),
    referral_id blob references referral (id),    -- the one that was merged with it
    merged_by   blob not null,
    merged_at   integer not null,
    undone_by   blob,
    undone_at   integer,
    constraint family_merge_into_another check (from_family_id <> into_family_id),
    constraint family_merge_undone_by_somebody check ((undone_by is null) = (undone_at is null))
) strict;
create unique index family_merged_once on family_merge (from_family_id) where undone_at is null;
create index family_merge_by_into on family_merge (into_family_id);
create index family_merge_by_likeness on family_merge (likeness_id);

create table person_link (
    merge_id    blob not null references family_merge (id),
    one_person_id blob not null references person (id),      -- in the record that is kept
    other_person_id blob not null references person (id),
    site_id     blob not null,
    primary key (merge_id, one_person_id)
) strict;
create index person_link_by_other on person_link (other_person_id);

create table person_move (
    id          blob primary key,
    likeness_id blob not null references likeness (id),
    site_id     blob not null,
    person_id   blob not null references person (id),
    from_family_id blob not null references family (id),
    into_family_id blob not null references family (id),
    was_place   integer not null,                 -- where they stood among the people of the family
    homes_after integer not null,                 -- their homes were numbered on from this
    moved_by    blob not null,
    moved_at    integer not null,
    undone_by   blob,
    undone_at   integer,
    constraint person_move_to_another check (from_family_id <> into_family_id),
    constraint person_move_undone_by_somebody check ((undone_by is null) = (undone_at is null))
) strict;
create index person_move_by_likeness on person_move (likeness_id, moved_at);
create index person_move_by_person on person_move (person_id, moved_at);
create index person_move_by_from on person_move (from_family_id);
create index person_move_by_into on person_move (into_family_id);
create index family_merge_by_from on family_merge (from_family_id);
create index family_merge_by_referral on family_merge (referral_id);
create index family_by_merged on family (merged_into);
create index person_link_by_one on person_link (one_person_id);

-- Somebody is protected in every record that names them: the one they left goes on naming them in its book.
create table protected_from_now (
    person_id   blob not null references person (id),
    family_id   blob not null references family (id),
    from_account_id blob not null references account (id),
    set_by      blob not null,
    set_on      text not null check (set_on is date(set_on, '+0 days')),
    because_id  blob,                             -- the merge or move that made it; none: somebody set it
    primary key (person_id, from_account_id, family_id)
) strict;
insert into protected_from_now (person_id, family_id, from_account_id, set_by, set_on)
    select person_id, family_id, from_account_id, set_by, set_on from protected_from;
drop table protected_from;
alter table protected_from_now rename to protected_from;
create index protected_from_by_family on protected_from (family_id, from_account_id);
create index protected_from_by_account on protected_from (from_account_id, family_id);
create index protected_from_because on protected_from (because_id);

-- Carers' households, the offers of families to them, the matches that follow, and who stands in.

create table household (
    id          blob primary key,
    site_id     blob not null references site (id),
    reference   text not null,
    supervisor_id blob references account (id),
    approved_from text not null check (approved_from is date(approved_from, '+0 days')),
    approved_to text check (approved_to is null or approved_to is date(approved_to, '+0 days')),
    children_max integer,
    age_from    integer,
    age_to      integer,
    terms       blob,                             -- sealed; what else the approval says
    places      integer not null check (places between 1 and 4),
    weekends    integer not null check (weekends between 0 and 5),
    languages   text not null,                    -- tags with a space between
    skills      text not null,                    -- areas of need, keys with a space between
    ready       text not null check (ready in ('now', 'from', 'not_now')),
    ready_from  text check (ready_from is null or ready_from is date(ready_from, '+0 days')),
    postcode    blob,                             -- sealed
    home        blob,                             -- sealed; what the home is like
    preferences blob,                             -- sealed; what the carers would rather do
    stage       text not null check (stage in ('open', 'closed')),
    closed_on   text check (closed_on is null or closed_on is date(closed_on, '+0 days')),
    made_at     integer not null,
    row_version integer not null,
    constraint household_ready_from_a_day check ((ready = 'from') = (ready_from is not null)),
    constraint household_ages_are_two check ((age_from is null) = (age_to is null)),
    constraint household_closed_on_a_day check ((stage = 'closed') = (closed_on is not null))
) strict;
create unique index household_reference_once on household (reference);
create index household_by_site on household (site_id, stage, id);
create index household_by_supervisor on household (supervisor_id, id) where supervisor_id is not null;

create table household_member (
    id          blob primary key,
    household_id blob not null references household (id),
    site_id     blob not null,
    place_no    integer not null,                 -- the order they were named in
    part        text not null check (part in ('carer', 'adult')),
    name        blob not null,                    -- sealed
    account_id  blob references account (id),
    constraint household_member_account_of_a_carer check (part = 'carer' or account_id is null)
) strict;
create unique index household_member_once on household_member (household_id, account_id) where account_id is not null;
create index household_member_by_household on household_member (household_id, place_no);
create index household_member_by_account on household_member (account_id, household_id) where account_id is not null;

create table household_away (
    household_id blob not null references household (id),
    from_on     text not null check (from_on is date(from_on, '+0 days')),
    to_on       text not null check (to_on is date(to_on, '+0 days')),
    site_id     blob not null,
    why         text not null check (why in ('holiday', 'unwell', 'training', 'own_family', 'other')),
    said_by     blob not null,
    said_at     integer not null,
    primary key (household_id, from_on),
    constraint household_away_in_order check (from_on <= to_on)
) strict, without rowid;

-- The places of a household: never more than four, and a match that has not ended stands in one of them.
create table place (
    household_id blob not null references household (id),
    place_no    integer not null check (place_no between 1 and 4),
    site_id     blob not null,
    primary key (household_id, place_no)
) strict, without rowid;

create table offer (
    id          blob primary key,
    family_id   blob not null references family (id),
    household_id blob not null references household (id),
    site_id     blob not null,
    made_on     text not null check (made_on is date(made_on, '+0 days')),
    made_by     blob not null,
    rough_place blob not null,                    -- sealed; roughly where the family lives
    visiting    blob,                             -- sealed; what to know before a visit
    reason      blob not null,                    -- sealed; why this carer
    stage       text not null check (stage in ('open', 'accepted', 'declined', 'withdrawn', 'matched')),
    stage_on    text not null check (stage_on is date(stage_on, '+0 days')),
    stage_by    blob not null,
    why         text check (why in ('far', 'enough_now', 'not_right', 'knows_family', 'own_life', 'other')),
    why_words   blob,                             -- sealed
    made_at     integer not null,
    row_version integer not null,
    constraint offer_declined_for_a_reason check ((stage = 'declined') = (why is not null))
) strict;
create unique index one_pending_offer_a_household on offer (family_id, household_id) where stage in ('open', 'accepted');
create index offer_by_family on offer (family_id, made_at, id);
create index offer_by_household on offer (household_id, stage, made_at, id);
create index offer_pending on offer (site_id, stage, made_at, id) where stage in ('open', 'accepted');

create table matching (
    id          blob primary key,
    family_id   blob not null references family (id),
    household_id blob not null references household (id),
    referral_id blob not null references referral (id),
    offer_id    blob not null references offer (id),
    site_id     blob not null,
    starts_on   text not null check (starts_on is date(starts_on, '+0 days')),
    ends_on     text check (ends_on is null or ends_on is date(ends_on, '+0 days')),
    decided_on  text not null check (decided_on is date(decided_on, '+0 days')),
    decided_by  blob not null,
    reason      blob not null,                    -- sealed; why this household
    stage       text not null check (stage in ('active', 'ended')),
    place_no    integer,
    end_why     text check (end_why in ('support_ended', 'family_asked', 'carer_asked', 'carer_left', 'family_moved', 'other')),
    end_words   blob,                             -- sealed
    ended_by    blob,
    made_at     integer not null,
    row_version integer not null,
    constraint matching_active_stands_in_a_place check ((stage = 'active') = (place_no is not null)),
    constraint matching_ended_on_a_day check ((stage = 'ended') = (ends_on is not null and end_why is not null)),
    constraint matching_place_of_the_household foreign key (household_id, place_no) references place (household_id, place_no)
) strict;
create unique index one_active_match_a_family on matching (family_id) where stage = 'active';
create unique index one_active_match_a_place on matching (household_id, place_no) where stage = 'active';
create index matching_by_family on matching (family_id, starts_on, id);
create index matching_by_household on matching (household_id, starts_on, id);
create index matching_by_offer on matching (offer_id);
create index matching_by_referral on matching (referral_id);

create table cover (
    id          blob primary key,
    matching_id blob not null references matching (id),
    family_id   blob not null references family (id),
    household_id blob not null references household (id),
    site_id     blob not null,
    starts_on   text not null check (starts_on is date(starts_on, '+0 days')),
    ends_on     text not null check (ends_on is date(ends_on, '+0 days')),
    decided_by  blob not null,
    made_at     integer not null,
    constraint cover_in_order check (starts_on <= ends_on)
) strict;
create index cover_by_match on cover (matching_id, starts_on);
create index cover_by_family on cover (family_id, starts_on);
create index cover_by_household on cover (household_id, ends_on);

create table drive (
    family_id   blob not null references family (id),
    household_id blob not null references household (id),
    site_id     blob not null,
    minutes     integer not null check (minutes between 0 and 600),
    typed_by    blob not null,
    typed_at    integer not null,
    primary key (family_id, household_id)
) strict, without rowid;
create index drive_by_household on drive (household_id);

create table step (
    id          blob primary key,
    family_id   blob not null references family (id),
    site_id     blob not null,
    from_level  integer,                          -- null only in the opening step, made by the match
    to_level    integer not null check (to_level between 0 and 9),
    stepped_on  text not null check (stepped_on is date(stepped_on, '+0 days')),
    cause       text not null,                    -- what led to it
    asked_by    text,
    agreed_by   text,
    expected_end text check (expected_end is null or expected_end is date(expected_end, '+0 days')),
    reason      blob not null,                    -- sealed
    recorded_by blob not null,
    recorded_at integer not null,
    constraint step_changes_level check (from_level is null or from_level <> to_level)
) strict;
create index step_by_family on step (family_id, stepped_on, id);

-- Whoever works with a family because of a match or a cover stops when that ends.
alter table assignment add column source_id blob;
create index assignment_by_source on assignment (source_id) where source_id is not null;

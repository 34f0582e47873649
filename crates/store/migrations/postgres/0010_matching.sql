-- Carers' households, the offers of families to them, the matches that follow, and who stands in.

create table household (
    id          uuid primary key,
    site_id     uuid not null references site (id),
    reference   text not null,
    supervisor_id uuid references account (id),
    approved_from text not null check (is_day(approved_from)),
    approved_to text check (approved_to is null or is_day(approved_to)),
    children_max bigint,
    age_from    bigint,
    age_to      bigint,
    terms       bytea,                             -- sealed; what else the approval says
    places      bigint not null check (places between 1 and 4),
    weekends    bigint not null check (weekends between 0 and 5),
    languages   text not null,                    -- tags with a space between
    skills      text not null,                    -- areas of need, keys with a space between
    ready       text not null check (ready in ('now', 'from', 'not_now')),
    ready_from  text check (ready_from is null or is_day(ready_from)),
    postcode    bytea,                             -- sealed
    home        bytea,                             -- sealed; what the home is like
    preferences bytea,                             -- sealed; what the carers would rather do
    stage       text not null check (stage in ('open', 'closed')),
    closed_on   text check (closed_on is null or is_day(closed_on)),
    made_at     bigint not null,
    row_version bigint not null,
    constraint household_ready_from_a_day check ((ready = 'from') = (ready_from is not null)),
    constraint household_ages_are_two check ((age_from is null) = (age_to is null)),
    constraint household_closed_on_a_day check ((stage = 'closed') = (closed_on is not null))
);
create unique index household_reference_once on household (reference);
create index household_by_site on household (site_id, stage, id);
create index household_by_supervisor on household (supervisor_id, id) where supervisor_id is not null;

create table household_member (
    id          uuid primary key,
    household_id uuid not null references household (id),
    site_id     uuid not null,
    place_no    bigint not null,                 -- the order they were named in
    part        text not null check (part in ('carer', 'adult')),
    name        bytea not null,                    -- sealed
    account_id  uuid references account (id),
    constraint household_member_account_of_a_carer check (part = 'carer' or account_id is null)
);
create unique index household_member_once on household_member (household_id, account_id) where account_id is not null;
create index household_member_by_household on household_member (household_id, place_no);
create index household_member_by_account on household_member (account_id, household_id) where account_id is not null;

create table household_away (
    household_id uuid not null references household (id),
    from_on     text not null check (is_day(from_on)),
    to_on       text not null check (is_day(to_on)),
    site_id     uuid not null,
    why         text not null check (why in ('holiday', 'unwell', 'training', 'own_family', 'other')),
    said_by     uuid not null,
    said_at     bigint not null,
    primary key (household_id, from_on),
    constraint household_away_in_order check (from_on <= to_on)
);

-- The places of a household: never more than four, and a match that has not ended stands in one of them.
create table place (
    household_id uuid not null references household (id),
    place_no    bigint not null check (place_no between 1 and 4),
    site_id     uuid not null,
    primary key (household_id, place_no)
);

create table offer (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    household_id uuid not null references household (id),
    site_id     uuid not null,
    made_on     text not null check (is_day(made_on)),
    made_by     uuid not null,
    rough_place bytea not null,                    -- sealed; roughly where the family lives
    visiting    bytea,                             -- sealed; what to know before a visit
    reason      bytea not null,                    -- sealed; why this carer
    stage       text not null check (stage in ('open', 'accepted', 'declined', 'withdrawn', 'matched')),
    stage_on    text not null check (is_day(stage_on)),
    stage_by    uuid not null,
    why         text check (why in ('far', 'enough_now', 'not_right', 'knows_family', 'own_life', 'other')),
    why_words   bytea,                             -- sealed
    made_at     bigint not null,
    row_version bigint not null,
    constraint offer_declined_for_a_reason check ((stage = 'declined') = (why is not null))
);
create unique index one_pending_offer_a_household on offer (family_id, household_id) where stage in ('open', 'accepted');
create index offer_by_family on offer (family_id, made_at, id);
create index offer_by_household on offer (household_id, stage, made_at, id);
create index offer_pending on offer (site_id, stage, made_at, id) where stage in ('open', 'accepted');

create table matching (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    household_id uuid not null references household (id),
    referral_id uuid not null references referral (id),
    offer_id    uuid not null references offer (id),
    site_id     uuid not null,
    starts_on   text not null check (is_day(starts_on)),
    ends_on     text check (ends_on is null or is_day(ends_on)),
    decided_on  text not null check (is_day(decided_on)),
    decided_by  uuid not null,
    reason      bytea not null,                    -- sealed; why this household
    stage       text not null check (stage in ('active', 'ended')),
    place_no    bigint,
    end_why     text check (end_why in ('support_ended', 'family_asked', 'carer_asked', 'carer_left', 'family_moved', 'other')),
    end_words   bytea,                             -- sealed
    ended_by    uuid,
    made_at     bigint not null,
    row_version bigint not null,
    constraint matching_active_stands_in_a_place check ((stage = 'active') = (place_no is not null)),
    constraint matching_ended_on_a_day check ((stage = 'ended') = (ends_on is not null and end_why is not null)),
    constraint matching_place_of_the_household foreign key (household_id, place_no) references place (household_id, place_no)
);
create unique index one_active_match_a_family on matching (family_id) where stage = 'active';
create unique index one_active_match_a_place on matching (household_id, place_no) where stage = 'active';
create index matching_by_family on matching (family_id, starts_on, id);
create index matching_by_household on matching (household_id, starts_on, id);
create index matching_by_offer on matching (offer_id);
create index matching_by_referral on matching (referral_id);

create table cover (
    id          uuid primary key,
    matching_id uuid not null references matching (id),
    family_id   uuid not null references family (id),
    household_id uuid not null references household (id),
    site_id     uuid not null,
    starts_on   text not null check (is_day(starts_on)),
    ends_on     text not null check (is_day(ends_on)),
    decided_by  uuid not null,
    made_at     bigint not null,
    constraint cover_in_order check (starts_on <= ends_on)
);
create index cover_by_match on cover (matching_id, starts_on);
create index cover_by_family on cover (family_id, starts_on);
create index cover_by_household on cover (household_id, ends_on);

create table drive (
    family_id   uuid not null references family (id),
    household_id uuid not null references household (id),
    site_id     uuid not null,
    minutes     bigint not null check (minutes between 0 and 600),
    typed_by    uuid not null,
    typed_at    bigint not null,
    primary key (family_id, household_id)
);
create index drive_by_household on drive (household_id);

create table step (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    from_level  bigint,                          -- null only in the opening step, made by the match
    to_level    bigint not null check (to_level between 0 and 9),
    stepped_on  text not null check (is_day(stepped_on)),
    cause       text not null,                    -- what led to it
    asked_by    text,
    agreed_by   text,
    expected_end text check (expected_end is null or is_day(expected_end)),
    reason      bytea not null,                    -- sealed
    recorded_by uuid not null,
    recorded_at bigint not null,
    constraint step_changes_level check (from_level is null or from_level <> to_level)
);
create index step_by_family on step (family_id, stepped_on, id);

-- Whoever works with a family because of a match or a cover stops when that ends.
alter table assignment add column source_id uuid;
create index assignment_by_source on assignment (source_id) where source_id is not null;

alter table household enable row level security;
alter table household force row level security;
create policy household_site on household using (site_is_open(site_id));
alter table household_member enable row level security;
alter table household_member force row level security;
create policy household_member_site on household_member using (site_is_open(site_id));
alter table household_away enable row level security;
alter table household_away force row level security;
create policy household_away_site on household_away using (site_is_open(site_id));
alter table place enable row level security;
alter table place force row level security;
create policy place_site on place using (site_is_open(site_id));
alter table offer enable row level security;
alter table offer force row level security;
create policy offer_site on offer using (site_is_open(site_id));
alter table matching enable row level security;
alter table matching force row level security;
create policy matching_site on matching using (site_is_open(site_id));
alter table cover enable row level security;
alter table cover force row level security;
create policy cover_site on cover using (site_is_open(site_id));
alter table drive enable row level security;
alter table drive force row level security;
create policy drive_site on drive using (site_is_open(site_id));
alter table step enable row level security;
alter table step force row level security;
create policy step_site on step using (site_is_open(site_id));

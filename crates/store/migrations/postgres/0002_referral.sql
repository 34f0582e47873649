-- A family asks for help: the family, its people, the referral and what is written on it.

create table family (
    id          uuid primary key,
    site_id     uuid not null references site (id),
    reference   text not null,
    name        bytea not null,                    -- sealed; how staff call the family
    stage       text not null check (stage in ('open', 'closed')),
    made_at     bigint not null,
    row_version bigint not null
);
create unique index family_reference_once on family (reference);
create index family_by_site on family (site_id, stage, id, reference, name);

create table person (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    place_no    bigint not null,                 -- the order they were named in
    part        text not null check (part in ('child', 'adult')),
    name        bytea not null,                    -- sealed
    birth       bytea,                             -- sealed; the day, or the month that is expected
    birth_year  bigint,
    birth_month bigint check (birth_month between 1 and 12),
    relationship bytea,                            -- sealed
    contact     bytea,                             -- sealed; the safe ways to make contact
    speaks      text,
    reads       text,
    reminders   text,
    reason      text check (reason in ('risk_of_care', 'reunification')),
    legal_status text,
    consent     text not null check (consent in ('given', 'not_given', 'not_asked')),
    consent_on  text check (consent_on is null or is_day(consent_on)),
    consent_why bytea,                             -- sealed
    sharing     text not null check (sharing in ('not_discussed', 'agreed', 'told')),
    sharing_law text,
    stays_over  text not null check (stays_over in ('given', 'not_given', 'not_asked')),
    stays_over_on text check (stays_over_on is null or is_day(stays_over_on)),
    story       text not null check (story in ('given', 'not_given', 'not_asked')),
    story_on    text check (story_on is null or is_day(story_on)),
    row_version bigint not null
);
create index person_by_family on person (family_id, place_no);

create table address (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    person_id   uuid not null references person (id),
    site_id     uuid not null,
    audience    text not null check (audience in ('team', 'protected')),
    address     bytea not null,                    -- sealed
    made_at     bigint not null
);
create index address_by_family on address (family_id);

create table protected_from (
    person_id   uuid not null references person (id),
    family_id   uuid not null references family (id),
    from_account_id uuid not null references account (id),
    set_by      uuid not null,
    set_on      text not null check (is_day(set_on)),
    primary key (person_id, from_account_id)
);
create index protected_from_by_family on protected_from (family_id, from_account_id);
create index protected_from_by_account on protected_from (from_account_id, family_id);

create table membership (
    family_id   uuid not null references family (id),
    account_id  uuid not null references account (id),
    person_id   uuid not null references person (id),
    starts_on   text not null check (is_day(starts_on)),
    ends_on     text check (ends_on is null or is_day(ends_on)),
    primary key (family_id, account_id)
);
create index membership_by_account on membership (account_id);

create table assignment (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    account_id  uuid not null references account (id),
    site_id     uuid not null,
    role        text not null,
    starts_on   text not null check (is_day(starts_on)),
    ends_on     text check (ends_on is null or is_day(ends_on))
);
create index assignment_by_family on assignment (family_id, account_id);
create index assignment_by_account on assignment (account_id, family_id);

create table referral (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    site_id     uuid not null references site (id),
    reference   text not null,
    referred_by uuid not null,
    received_on text not null check (is_day(received_on)),
    reason      text not null check (reason in ('risk_of_care', 'reunification', 'mixed', 'not_given')),
    children    bigint not null,
    adults      bigint not null,
    going_well  bytea,                             -- sealed
    worries     bytea,                             -- sealed
    stage       text not null check (stage in
        ('submitted', 'information_asked', 'waiting', 'matched', 'not_accepted', 'withdrawn', 'merged')),
    stage_on    text not null check (is_day(stage_on)),
    stage_by    uuid not null,
    waiting_since text check (waiting_since is null or is_day(waiting_since)),
    why         text check (why in ('full', 'not_eligible', 'family_declined', 'other_service')),
    why_words   bytea,                             -- sealed
    capacity_carers bigint,
    capacity_places bigint,
    capacity_free bigint,
    capacity_waiting bigint,
    merged_into uuid,                             -- the referral that is kept
    made_at     bigint not null,
    row_version bigint not null,
    constraint referral_waiting_has_a_day check ((stage = 'waiting') <= (waiting_since is not null)),
    constraint referral_merged_into_another check ((stage = 'merged') = (merged_into is not null)),
    constraint referral_not_accepted_has_a_reason check ((stage = 'not_accepted') <= (why is not null))
);
create unique index referral_reference_once on referral (reference);
create unique index one_open_referral_a_family on referral (family_id)
    where stage in ('submitted', 'information_asked', 'waiting', 'matched');
create index referral_by_site on referral (site_id, stage, received_on, id);
create index referral_by_family on referral (site_id, family_id, received_on, id, stage);
create index referral_waiting on referral (site_id, waiting_since, id) where stage = 'waiting';
create index referral_by_author on referral (referred_by, family_id);

create table referral_need (
    referral_id uuid not null references referral (id),
    need        text not null,
    primary key (referral_id, need)
);

create table referral_entry (
    family_id   uuid not null references family (id),
    at          bigint not null,
    id          uuid not null,
    site_id     uuid not null,
    referral_id uuid not null references referral (id),
    written_by  uuid not null,
    happened_on text not null check (is_day(happened_on)),
    language    text not null check (language in ('en', 'cy')),
    words       bytea not null,                    -- sealed
    primary key (family_id, at, id)
);

create table name_token (
    token       bytea not null,
    person_id   uuid not null,
    family_id   uuid not null,
    site_id     uuid not null,
    kind        text not null,
    primary key (token, person_id)
);
create index name_token_by_person on name_token (person_id);

create table break_glass (
    id          uuid primary key,
    account_id  uuid not null references account (id),
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    reason_code text not null,
    reason      bytea not null,                    -- sealed
    asked_at    bigint not null,
    ends_at     bigint not null,
    stage       text not null check (stage in ('open', 'reviewed')),
    reviewed_by uuid,
    reviewed_at bigint,
    finding     text check (finding in ('justified', 'not_justified')),
    finding_words bytea,                           -- sealed
    row_version bigint not null,
    constraint break_glass_at_most_four_hours check (ends_at - asked_at <= 14400000000),
    constraint break_glass_reviewed_by_another check (reviewed_by is null or reviewed_by <> account_id)
);
create index break_glass_by_account on break_glass (account_id, family_id, ends_at);
create index break_glass_by_site on break_glass (site_id, stage, asked_at);

create table alert (
    id          uuid primary key,
    site_id     uuid not null,
    kind        text not null,
    object_id   uuid not null,
    made_at     bigint not null,
    seen_by     uuid,
    seen_at     bigint
);
create index alert_by_object on alert (object_id);
create index alert_unseen on alert (kind, site_id) where seen_at is null;

-- The second belt: a unit of work sees only the sites it names (`*`: the house's own jobs).
create function site_is_open(site uuid) returns boolean language sql stable as $$
    select current_setting('susd.site', true) = '*' or site::text = any (string_to_array(current_setting('susd.site', true), ','))
$$;
alter table family enable row level security;
alter table family force row level security;
create policy family_site on family using (site_is_open(site_id));
alter table person enable row level security;
alter table person force row level security;
create policy person_site on person using (site_is_open(site_id));
alter table address enable row level security;
alter table address force row level security;
create policy address_site on address using (site_is_open(site_id));
alter table referral enable row level security;
alter table referral force row level security;
create policy referral_site on referral using (site_is_open(site_id));
alter table referral_entry enable row level security;
alter table referral_entry force row level security;
create policy referral_entry_site on referral_entry using (site_is_open(site_id));
alter table assignment enable row level security;
alter table assignment force row level security;
create policy assignment_site on assignment using (site_is_open(site_id));
alter table name_token enable row level security;
alter table name_token force row level security;
create policy name_token_site on name_token using (site_is_open(site_id));
alter table break_glass enable row level security;
alter table break_glass force row level security;
create policy break_glass_site on break_glass using (site_is_open(site_id));
alter table alert enable row level security;
alter table alert force row level security;
create policy alert_site on alert using (site_is_open(site_id));

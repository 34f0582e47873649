-- A family asks for help: the family, its people, the referral and what is written on it.

create table family (
    id          blob primary key,
    site_id     blob not null references site (id),
    reference   text not null,
    name        blob not null,                    -- sealed; how staff call the family
    stage       text not null check (stage in ('open', 'closed')),
    made_at     integer not null,
    row_version integer not null
) strict;
create unique index family_reference_once on family (reference);
create index family_by_site on family (site_id, stage, id, reference, name);

create table person (
    id          blob primary key,
    family_id   blob not null references family (id),
    site_id     blob not null,
    place_no    integer not null,                 -- the order they were named in
    part        text not null check (part in ('child', 'adult')),
    name        blob not null,                    -- sealed
    birth       blob,                             -- sealed; the day, or the month that is expected
    birth_year  integer,
    birth_month integer check (birth_month between 1 and 12),
    relationship blob,                            -- sealed
    contact     blob,                             -- sealed; the safe ways to make contact
    speaks      text,
    reads       text,
    reminders   text,
    reason      text check (reason in ('risk_of_care', 'reunification')),
    legal_status text,
    consent     text not null check (consent in ('given', 'not_given', 'not_asked')),
    consent_on  text check (consent_on is null or consent_on is date(consent_on, '+0 days')),
    consent_why blob,                             -- sealed
    sharing     text not null check (sharing in ('not_discussed', 'agreed', 'told')),
    sharing_law text,
    stays_over  text not null check (stays_over in ('given', 'not_given', 'not_asked')),
    stays_over_on text check (stays_over_on is null or stays_over_on is date(stays_over_on, '+0 days')),
    story       text not null check (story in ('given', 'not_given', 'not_asked')),
    story_on    text check (story_on is null or story_on is date(story_on, '+0 days')),
    row_version integer not null
) strict;
create index person_by_family on person (family_id, place_no);

create table address (
    id          blob primary key,
    family_id   blob not null references family (id),
    person_id   blob not null references person (id),
    site_id     blob not null,
    audience    text not null check (audience in ('team', 'protected')),
    address     blob not null,                    -- sealed
    made_at     integer not null
) strict;
create index address_by_family on address (family_id);

create table protected_from (
    person_id   blob not null references person (id),
    family_id   blob not null references family (id),
    from_account_id blob not null references account (id),
    set_by      blob not null,
    set_on      text not null check (set_on is date(set_on, '+0 days')),
    primary key (person_id, from_account_id)
) strict;
create index protected_from_by_family on protected_from (family_id, from_account_id);
create index protected_from_by_account on protected_from (from_account_id, family_id);

create table membership (
    family_id   blob not null references family (id),
    account_id  blob not null references account (id),
    person_id   blob not null references person (id),
    starts_on   text not null check (starts_on is date(starts_on, '+0 days')),
    ends_on     text check (ends_on is null or ends_on is date(ends_on, '+0 days')),
    primary key (family_id, account_id)
) strict;
create index membership_by_account on membership (account_id);

create table assignment (
    id          blob primary key,
    family_id   blob not null references family (id),
    account_id  blob not null references account (id),
    site_id     blob not null,
    role        text not null,
    starts_on   text not null check (starts_on is date(starts_on, '+0 days')),
    ends_on     text check (ends_on is null or ends_on is date(ends_on, '+0 days'))
) strict;
create index assignment_by_family on assignment (family_id, account_id);
create index assignment_by_account on assignment (account_id, family_id);

create table referral (
    id          blob primary key,
    family_id   blob not null references family (id),
    site_id     blob not null references site (id),
    reference   text not null,
    referred_by blob not null,
    received_on text not null check (received_on is date(received_on, '+0 days')),
    reason      text not null check (reason in ('risk_of_care', 'reunification', 'mixed', 'not_given')),
    children    integer not null,
    adults      integer not null,
    going_well  blob,                             -- sealed
    worries     blob,                             -- sealed
    stage       text not null check (stage in
        ('submitted', 'information_asked', 'waiting', 'matched', 'not_accepted', 'withdrawn', 'merged')),
    stage_on    text not null check (stage_on is date(stage_on, '+0 days')),
    stage_by    blob not null,
    waiting_since text check (waiting_since is null or waiting_since is date(waiting_since, '+0 days')),
    why         text check (why in ('full', 'not_eligible', 'family_declined', 'other_service')),
    why_words   blob,                             -- sealed
    capacity_carers integer,
    capacity_places integer,
    capacity_free integer,
    capacity_waiting integer,
    merged_into blob,                             -- the referral that is kept
    made_at     integer not null,
    row_version integer not null,
    constraint referral_waiting_has_a_day check ((stage = 'waiting') <= (waiting_since is not null)),
    constraint referral_merged_into_another check ((stage = 'merged') = (merged_into is not null)),
    constraint referral_not_accepted_has_a_reason check ((stage = 'not_accepted') <= (why is not null))
) strict;
create unique index referral_reference_once on referral (reference);
create unique index one_open_referral_a_family on referral (family_id)
    where stage in ('submitted', 'information_asked', 'waiting', 'matched');
create index referral_by_site on referral (site_id, stage, received_on, id);
create index referral_by_family on referral (site_id, family_id, received_on, id, stage);
create index referral_waiting on referral (site_id, waiting_since, id) where stage = 'waiting';
create index referral_by_author on referral (referred_by, family_id);

create table referral_need (
    referral_id blob not null references referral (id),
    need        text not null,
    primary key (referral_id, need)
) strict;

create table referral_entry (
    family_id   blob not null references family (id),
    at          integer not null,
    id          blob not null,
    site_id     blob not null,
    referral_id blob not null references referral (id),
    written_by  blob not null,
    happened_on text not null check (happened_on is date(happened_on, '+0 days')),
    language    text not null check (language in ('en', 'cy')),
    words       blob not null,                    -- sealed
    primary key (family_id, at, id)
) strict, without rowid;

create table name_token (
    token       blob not null,
    person_id   blob not null,
    family_id   blob not null,
    site_id     blob not null,
    kind        text not null,
    primary key (token, person_id)
) strict, without rowid;
create index name_token_by_person on name_token (person_id);

create table break_glass (
    id          blob primary key,
    account_id  blob not null references account (id),
    family_id   blob not null references family (id),
    site_id     blob not null,
    reason_code text not null,
    reason      blob not null,                    -- sealed
    asked_at    integer not null,
    ends_at     integer not null,
    stage       text not null check (stage in ('open', 'reviewed')),
    reviewed_by blob,
    reviewed_at integer,
    finding     text check (finding in ('justified', 'not_justified')),
    finding_words blob,                           -- sealed
    row_version integer not null,
    constraint break_glass_at_most_four_hours check (ends_at - asked_at <= 14400000000),
    constraint break_glass_reviewed_by_another check (reviewed_by is null or reviewed_by <> account_id)
) strict;
create index break_glass_by_account on break_glass (account_id, family_id, ends_at);
create index break_glass_by_site on break_glass (site_id, stage, asked_at);

create table alert (
    id          blob primary key,
    site_id     blob not null,
    kind        text not null,
    object_id   blob not null,
    made_at     integer not null,
    seen_by     blob,
    seen_at     integer
) strict;
create index alert_by_object on alert (object_id);
create index alert_unseen on alert (kind, site_id) where seen_at is null;

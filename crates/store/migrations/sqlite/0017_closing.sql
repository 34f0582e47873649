-- Support that has ended, what the authority says later of where each child lives, and times in care.

-- A referral that led to support is closed with it. The rows step aside while the table takes the new stage; whatever points
-- to them is looked at again once the whole of this is done.
pragma defer_foreign_keys = on;
create table referral_aside as select * from referral;
drop table referral;
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
        ('submitted', 'information_asked', 'waiting', 'matched', 'closed', 'not_accepted', 'withdrawn', 'merged')),
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
    services    blob,                             -- sealed; the other services that help
    hard_before blob,                             -- sealed; what has made help hard to get before
    follows     blob,                             -- the earlier referral of the same family
    priority    integer not null default 2 check (priority in (0, 1, 2)),
    waits_for   text,                             -- keys with a space between
    merged_was  text,                             -- the stage it was in when it was merged
    worker      blob,                             -- sealed; a social worker who has no account here
    digest      blob,                             -- of who is in it, for some minutes: the same form sent twice is known by it
    outcome_asked_at integer,                     -- when the authority was asked what happened after
    constraint referral_waiting_has_a_day check ((stage = 'waiting') <= (waiting_since is not null)),
    constraint referral_merged_into_another check ((stage = 'merged') = (merged_into is not null)),
    constraint referral_not_accepted_has_a_reason check ((stage = 'not_accepted') <= (why is not null))
) strict;
insert into referral select * from referral_aside;
drop table referral_aside;
create unique index referral_reference_once on referral (reference);
create unique index one_open_referral_a_family on referral (family_id)
    where stage in ('submitted', 'information_asked', 'waiting', 'matched');
create index referral_by_site on referral (site_id, stage, received_on, id);
create index referral_by_family on referral (site_id, family_id, received_on, id, stage);
create index referral_waiting on referral (site_id, waiting_since, id) where stage = 'waiting';
create index referral_by_author on referral (referred_by, family_id);
create index referral_in_order on referral (site_id, priority, waiting_since, id) where stage = 'waiting';
create index referral_not_taken on referral (site_id, stage_on, id) where stage = 'not_accepted';
create index referral_follows on referral (follows) where follows is not null;
create index referral_of_family on referral (family_id);
create index referral_just_sent on referral (referred_by, digest) where digest is not null;
create index referral_digest_by_age on referral (made_at) where digest is not null;
create index referral_outcome_to_ask on referral (stage_on, id) where stage = 'not_accepted' and outcome_asked_at is null;

create table closing (
    id          blob primary key,
    family_id   blob not null references family (id),
    referral_id blob not null references referral (id),
    site_id     blob not null,
    begun_on    text not null check (begun_on is date(begun_on, '+0 days')),     -- the first day of this time of support
    closed_on   text not null check (closed_on is date(closed_on, '+0 days')),   -- the last
    reason      text not null check (reason in ('goals_met', 'family_chose', 'moved', 'other_help', 'entered_care', 'other')),
    language    text not null check (language in ('en', 'cy')),
    words       blob,                             -- sealed; more about why
    achieved    blob not null,                    -- sealed; what was achieved, said to the family
    closed_by   blob not null,
    made_at     integer not null,
    constraint closing_in_order check (begun_on <= closed_on)
) strict;
create unique index closing_once on closing (referral_id);
create index closing_by_family on closing (family_id, closed_on, id);
create index closing_by_site on closing (site_id, closed_on, id);

create table closing_child (
    closing_id  blob not null references closing (id),
    child_id    blob not null references person (id),
    site_id     blob not null,
    lives       text not null check (lives in ('at_home', 'in_care', 'with_relatives', 'elsewhere', 'not_known')),
    care_kind   text,
    care_from   text check (care_from is null or care_from is date(care_from, '+0 days')),
    primary key (closing_id, child_id),
    constraint closing_child_care_has_a_day check ((care_kind is null) = (care_from is null))
) strict, without rowid;
create index closing_child_by_child on closing_child (child_id);

-- Added and never changed: the highest number of one of them is what stands there.
create table follow_up (
    id          blob primary key,
    family_id   blob not null references family (id),
    referral_id blob not null references referral (id),
    site_id     blob not null,
    which       text not null check (which in ('12_months', '24_months')),
    version_no  integer not null check (version_no > 0),
    looked_on   text not null check (looked_on is date(looked_on, '+0 days')),
    source      text not null check (source in ('authority', 'family', 'carer', 'other')),
    language    text not null check (language in ('en', 'cy')),
    words       blob,                             -- sealed
    recorded_by blob not null,
    made_at     integer not null
) strict;
create unique index follow_up_once on follow_up (referral_id, which, version_no);
create index follow_up_by_family on follow_up (family_id, id);

create table follow_up_child (
    follow_up_id blob not null references follow_up (id),
    child_id    blob not null references person (id),
    site_id     blob not null,
    lives       text not null check (lives in ('at_home', 'in_care', 'with_relatives', 'elsewhere', 'not_known')),
    care_kind   text,
    care_from   text check (care_from is null or care_from is date(care_from, '+0 days')),
    primary key (follow_up_id, child_id),
    constraint follow_up_child_care_has_a_day check ((care_kind is null) = (care_from is null))
) strict, without rowid;
create index follow_up_child_by_child on follow_up_child (child_id);

-- They go with the child, whichever family's record the child is in.
create table care_episode (
    id          blob primary key,
    child_id    blob not null references person (id),
    site_id     blob not null,
    kind        text not null check (kind in
        ('agreed', 'care_order', 'police_protection', 'emergency_order', 'remand', 'kinship', 'special_guardianship')),
    from_on     text not null check (from_on is date(from_on, '+0 days')),
    to_on       text check (to_on is null or to_on is date(to_on, '+0 days')),
    source      text not null check (source in ('authority', 'family', 'carer', 'other')),
    stage       text not null check (stage in ('stands', 'put_right')),
    recorded_by blob not null,
    made_at     integer not null,
    constraint care_episode_in_order check (to_on is null or from_on <= to_on)
) strict;
create index care_episode_by_child on care_episode (child_id, from_on, id);

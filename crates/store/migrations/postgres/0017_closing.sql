-- Support that has ended, what the authority says later of where each child lives, and times in care.

-- A referral that led to support is closed with it.
alter table referral drop constraint referral_stage_check;
alter table referral add constraint referral_stage_check check (stage in
    ('submitted', 'information_asked', 'waiting', 'matched', 'closed', 'not_accepted', 'withdrawn', 'merged'));

create table closing (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    referral_id uuid not null references referral (id),
    site_id     uuid not null,
    begun_on    text not null check (is_day(begun_on)),     -- the first day of this time of support
    closed_on   text not null check (is_day(closed_on)),   -- the last
    reason      text not null check (reason in ('goals_met', 'family_chose', 'moved', 'other_help', 'entered_care', 'other')),
    language    text not null check (language in ('en', 'cy')),
    words       bytea,                             -- sealed; more about why
    achieved    bytea not null,                    -- sealed; what was achieved, said to the family
    closed_by   uuid not null,
    made_at     bigint not null,
    constraint closing_in_order check (begun_on <= closed_on)
);
create unique index closing_once on closing (referral_id);
create index closing_by_family on closing (family_id, closed_on, id);
create index closing_by_site on closing (site_id, closed_on, id);

create table closing_child (
    closing_id  uuid not null references closing (id),
    child_id    uuid not null references person (id),
    site_id     uuid not null,
    lives       text not null check (lives in ('at_home', 'in_care', 'with_relatives', 'elsewhere', 'not_known')),
    care_kind   text,
    care_from   text check (care_from is null or is_day(care_from)),
    primary key (closing_id, child_id),
    constraint closing_child_care_has_a_day check ((care_kind is null) = (care_from is null))
);
create index closing_child_by_child on closing_child (child_id);

-- Added and never changed: the highest number of one of them is what stands there.
create table follow_up (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    referral_id uuid not null references referral (id),
    site_id     uuid not null,
    which       text not null check (which in ('12_months', '24_months')),
    version_no  bigint not null check (version_no > 0),
    looked_on   text not null check (is_day(looked_on)),
    source      text not null check (source in ('authority', 'family', 'carer', 'other')),
    language    text not null check (language in ('en', 'cy')),
    words       bytea,                             -- sealed
    recorded_by uuid not null,
    made_at     bigint not null
);
create unique index follow_up_once on follow_up (referral_id, which, version_no);
create index follow_up_by_family on follow_up (family_id, id);

create table follow_up_child (
    follow_up_id uuid not null references follow_up (id),
    child_id    uuid not null references person (id),
    site_id     uuid not null,
    lives       text not null check (lives in ('at_home', 'in_care', 'with_relatives', 'elsewhere', 'not_known')),
    care_kind   text,
    care_from   text check (care_from is null or is_day(care_from)),
    primary key (follow_up_id, child_id),
    constraint follow_up_child_care_has_a_day check ((care_kind is null) = (care_from is null))
);
create index follow_up_child_by_child on follow_up_child (child_id);

-- They go with the child, whichever family's record the child is in.
create table care_episode (
    id          uuid primary key,
    child_id    uuid not null references person (id),
    site_id     uuid not null,
    kind        text not null check (kind in
        ('agreed', 'care_order', 'police_protection', 'emergency_order', 'remand', 'kinship', 'special_guardianship')),
    from_on     text not null check (is_day(from_on)),
    to_on       text check (to_on is null or is_day(to_on)),
    source      text not null check (source in ('authority', 'family', 'carer', 'other')),
    stage       text not null check (stage in ('stands', 'put_right')),
    recorded_by uuid not null,
    made_at     bigint not null,
    constraint care_episode_in_order check (to_on is null or from_on <= to_on)
);
create index care_episode_by_child on care_episode (child_id, from_on, id);

alter table closing enable row level security;
alter table closing force row level security;
create policy closing_site on closing using (site_is_open(site_id));
alter table closing_child enable row level security;
alter table closing_child force row level security;
create policy closing_child_site on closing_child using (site_is_open(site_id));
alter table follow_up enable row level security;
alter table follow_up force row level security;
create policy follow_up_site on follow_up using (site_is_open(site_id));
alter table follow_up_child enable row level security;
alter table follow_up_child force row level security;
create policy follow_up_child_site on follow_up_child using (site_is_open(site_id));
alter table care_episode enable row level security;
alter table care_episode force row level security;
create policy care_episode_site on care_episode using (site_is_open(site_id));

-- Plans in versions, views of them, goals with their marks and next steps, and support that goes on longer.

-- One version of a family's plan; never changed.
create table plan (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    version_no  bigint not null check (version_no >= 1),
    site_id     uuid not null,
    met_on      text not null check (is_day(met_on)),
    planned_end text not null check (is_day(planned_end)),
    needs       text not null,                    -- keys of needs, in order
    language    text not null check (language in ('en', 'cy')),
    words       bytea,                             -- sealed; what is about the family as a whole
    made_by     uuid not null,
    made_at     bigint not null
);
create unique index plan_one_of_each_version on plan (family_id, version_no);

create table plan_support (
    plan_id     uuid not null references plan (id),
    kind        text not null,
    site_id     uuid not null,
    how_often   text not null,
    primary key (plan_id, kind)
);

-- What a child wants to happen, as a version says it.
create table plan_wish (
    plan_id     uuid not null references plan (id),
    person_id   uuid not null references person (id),
    id          uuid not null,
    site_id     uuid not null,
    words       bytea not null,                    -- sealed
    primary key (plan_id, person_id)
);
create index plan_wish_by_person on plan_wish (person_id);

create table goal (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    person_id   uuid not null references person (id),
    site_id     uuid not null,
    need        text,
    language    text not null check (language in ('en', 'cy')),
    words       bytea not null,                    -- sealed; as the newest version of the plan says it
    begun_on    text not null check (is_day(begun_on)),
    ended_on    text check (ended_on is null or is_day(ended_on)),
    how_ended   text,
    ended_words bytea,                             -- sealed
    row_version bigint not null,
    constraint goal_ended_somehow check ((ended_on is null) = (how_ended is null))
);
create index goal_by_family on goal (family_id, id);
create index goal_by_person on goal (person_id);

-- A goal as a version of the plan says it.
create table plan_goal (
    plan_id     uuid not null references plan (id),
    place_no    bigint not null,
    id          uuid not null,
    goal_id     uuid not null references goal (id),
    person_id   uuid not null references person (id),
    site_id     uuid not null,
    words       bytea not null,                    -- sealed
    primary key (plan_id, place_no)
);
create unique index plan_goal_once on plan_goal (plan_id, goal_id);
create index plan_goal_by_goal on plan_goal (goal_id);
create index plan_goal_by_person on plan_goal (person_id);

create table goal_mark (
    goal_id     uuid not null references goal (id),
    marked_on   text not null check (is_day(marked_on)),
    id          uuid not null,
    site_id     uuid not null,
    mark        bigint not null check (mark between 0 and 10),
    language    text not null check (language in ('en', 'cy')),
    words       bytea,                             -- sealed
    made_by     uuid not null,
    made_at     bigint not null,
    primary key (goal_id, marked_on, id)
);

create table goal_action (
    goal_id     uuid not null references goal (id),
    id          uuid not null,
    site_id     uuid not null,
    doer_id     uuid references person (id),
    helper      text,
    due_on      text check (due_on is null or is_day(due_on)),
    stage       text not null check (stage in ('open', 'done', 'dropped')),
    stage_since text not null check (is_day(stage_since)),
    language    text not null check (language in ('en', 'cy')),
    words       bytea not null,                    -- sealed
    made_by     uuid not null,
    made_at     bigint not null,
    primary key (goal_id, id),
    constraint goal_action_done_by_somebody check ((doer_id is null) <> (helper is null))
);
create index goal_action_by_doer on goal_action (doer_id) where doer_id is not null;

-- What somebody says to a version of a plan: they agree, they do not, or words to it.
create table plan_view (
    id          uuid primary key,
    plan_id     uuid not null references plan (id),
    site_id     uuid not null,
    person_id   uuid references person (id),      -- of the family; nobody where it is the account's own view
    account_id  uuid not null,                    -- whose view it is, or who was beside the person
    stance      text not null check (stance in ('agrees', 'disagrees', 'comments')),
    language    text not null check (language in ('en', 'cy')),
    words       bytea,                             -- sealed
    said_at     bigint not null
);
create index plan_view_of_plan on plan_view (plan_id, id);
create index plan_view_by_person on plan_view (person_id) where person_id is not null;

create table extension (
    id          uuid primary key,
    family_id   uuid not null references family (id),
    site_id     uuid not null,
    first_end   text not null check (is_day(first_end)),
    to_end      text not null check (is_day(to_end)),
    stage       text not null check (stage in ('asked', 'agreed', 'not_agreed')),
    reason      bytea not null,                    -- sealed
    asked_by    uuid not null,
    asked_on    text not null check (is_day(asked_on)),
    programme_by uuid,
    programme_on text check (programme_on is null or is_day(programme_on)),
    authority_by uuid,
    authority_on text check (authority_on is null or is_day(authority_on)),
    answered_at bigint,                          -- when it was decided
    refused_side text check (refused_side in ('programme', 'authority')),
    refused_words bytea,                           -- sealed
    row_version bigint not null,
    constraint extension_refused_by_one_side check ((stage = 'not_agreed') = (refused_side is not null)),
    constraint extension_programme_once check ((programme_by is null) = (programme_on is null)),
    constraint extension_authority_once check ((authority_by is null) = (authority_on is null))
);
create unique index extension_one_waits on extension (family_id) where stage = 'asked';
create index extension_of_family on extension (family_id, id);

alter table plan enable row level security;
alter table plan force row level security;
create policy plan_site on plan using (site_is_open(site_id));
alter table plan_support enable row level security;
alter table plan_support force row level security;
create policy plan_support_site on plan_support using (site_is_open(site_id));
alter table plan_wish enable row level security;
alter table plan_wish force row level security;
create policy plan_wish_site on plan_wish using (site_is_open(site_id));
alter table goal enable row level security;
alter table goal force row level security;
create policy goal_site on goal using (site_is_open(site_id));
alter table plan_goal enable row level security;
alter table plan_goal force row level security;
create policy plan_goal_site on plan_goal using (site_is_open(site_id));
alter table goal_mark enable row level security;
alter table goal_mark force row level security;
create policy goal_mark_site on goal_mark using (site_is_open(site_id));
alter table goal_action enable row level security;
alter table goal_action force row level security;
create policy goal_action_site on goal_action using (site_is_open(site_id));
alter table plan_view enable row level security;
alter table plan_view force row level security;
create policy plan_view_site on plan_view using (site_is_open(site_id));
alter table extension enable row level security;
alter table extension force row level security;
create policy extension_site on extension using (site_is_open(site_id));

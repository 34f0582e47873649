-- Plans in versions, views of them, goals with their marks and next steps, and support that goes on longer.

-- One version of a family's plan; never changed.
create table plan (
    id          blob primary key,
    family_id   blob not null references family (id),
    version_no  integer not null check (version_no >= 1),
    site_id     blob not null,
    met_on      text not null check (met_on is date(met_on, '+0 days')),
    planned_end text not null check (planned_end is date(planned_end, '+0 days')),
    needs       text not null,                    -- keys of needs, in order
    language    text not null check (language in ('en', 'cy')),
    words       blob,                             -- sealed; what is about the family as a whole
    made_by     blob not null,
    made_at     integer not null
) strict;
create unique index plan_one_of_each_version on plan (family_id, version_no);

create table plan_support (
    plan_id     blob not null references plan (id),
    kind        text not null,
    site_id     blob not null,
    how_often   text not null,
    primary key (plan_id, kind)
) strict, without rowid;

-- What a child wants to happen, as a version says it.
create table plan_wish (
    plan_id     blob not null references plan (id),
    person_id   blob not null references person (id),
    id          blob not null,
    site_id     blob not null,
    words       blob not null,                    -- sealed
    primary key (plan_id, person_id)
) strict, without rowid;
create index plan_wish_by_person on plan_wish (person_id);

create table goal (
    id          blob primary key,
    family_id   blob not null references family (id),
    person_id   blob not null references person (id),
    site_id     blob not null,
    need        text,
    language    text not null check (language in ('en', 'cy')),
    words       blob not null,                    -- sealed; as the newest version of the plan says it
    begun_on    text not null check (begun_on is date(begun_on, '+0 days')),
    ended_on    text check (ended_on is null or ended_on is date(ended_on, '+0 days')),
    how_ended   text,
    ended_words blob,                             -- sealed
    row_version integer not null,
    constraint goal_ended_somehow check ((ended_on is null) = (how_ended is null))
) strict;
create index goal_by_family on goal (family_id, id);
create index goal_by_person on goal (person_id);

-- A goal as a version of the plan says it.
create table plan_goal (
    plan_id     blob not null references plan (id),
    place_no    integer not null,
    id          blob not null,
    goal_id     blob not null references goal (id),
    person_id   blob not null references person (id),
    site_id     blob not null,
    words       blob not null,                    -- sealed
    primary key (plan_id, place_no)
) strict, without rowid;
create unique index plan_goal_once on plan_goal (plan_id, goal_id);
create index plan_goal_by_goal on plan_goal (goal_id);
create index plan_goal_by_person on plan_goal (person_id);

create table goal_mark (
    goal_id     blob not null references goal (id),
    marked_on   text not null check (marked_on is date(marked_on, '+0 days')),
    id          blob not null,
    site_id     blob not null,
    mark        integer not null check (mark between 0 and 10),
    language    text not null check (language in ('en', 'cy')),
    words       blob,                             -- sealed
    made_by     blob not null,
    made_at     integer not null,
    primary key (goal_id, marked_on, id)
) strict, without rowid;

create table goal_action (
    goal_id     blob not null references goal (id),
    id          blob not null,
    site_id     blob not null,
    doer_id     blob references person (id),
    helper      text,
    due_on      text check (due_on is null or due_on is date(due_on, '+0 days')),
    stage       text not null check (stage in ('open', 'done', 'dropped')),
    stage_since text not null check (stage_since is date(stage_since, '+0 days')),
    language    text not null check (language in ('en', 'cy')),
    words       blob not null,                    -- sealed
    made_by     blob not null,
    made_at     integer not null,
    primary key (goal_id, id),
    constraint goal_action_done_by_somebody check ((doer_id is null) <> (helper is null))
) strict, without rowid;
create index goal_action_by_doer on goal_action (doer_id) where doer_id is not null;

-- What somebody says to a version of a plan: they agree, they do not, or words to it.
create table plan_view (
    id          blob primary key,
    plan_id     blob not null references plan (id),
    site_id     blob not null,
    person_id   blob references person (id),      -- of the family; nobody where it is the account's own view
    account_id  blob not null,                    -- whose view it is, or who was beside the person
    stance      text not null check (stance in ('agrees', 'disagrees', 'comments')),
    language    text not null check (language in ('en', 'cy')),
    words       blob,                             -- sealed
    said_at     integer not null
) strict;
create index plan_view_of_plan on plan_view (plan_id, id);
create index plan_view_by_person on plan_view (person_id) where person_id is not null;

create table extension (
    id          blob primary key,
    family_id   blob not null references family (id),
    site_id     blob not null,
    first_end   text not null check (first_end is date(first_end, '+0 days')),
    to_end      text not null check (to_end is date(to_end, '+0 days')),
    stage       text not null check (stage in ('asked', 'agreed', 'not_agreed')),
    reason      blob not null,                    -- sealed
    asked_by    blob not null,
    asked_on    text not null check (asked_on is date(asked_on, '+0 days')),
    programme_by blob,
    programme_on text check (programme_on is null or programme_on is date(programme_on, '+0 days')),
    authority_by blob,
    authority_on text check (authority_on is null or authority_on is date(authority_on, '+0 days')),
    answered_at integer,                          -- when it was decided
    refused_side text check (refused_side in ('programme', 'authority')),
    refused_words blob,                           -- sealed
    row_version integer not null,
    constraint extension_refused_by_one_side check ((stage = 'not_agreed') = (refused_side is not null)),
    constraint extension_programme_once check ((programme_by is null) = (programme_on is null)),
    constraint extension_authority_once check ((authority_by is null) = (authority_on is null))
) strict;
create unique index extension_one_waits on extension (family_id) where stage = 'asked';
create index extension_of_family on extension (family_id, id);

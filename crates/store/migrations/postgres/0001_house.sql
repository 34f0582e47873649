-- The house: who runs the programme where, who works in it, keys, the journal.

-- Whether a text is a real ISO day, as SQLite's own check says it.
create function is_day(day text) returns boolean language plpgsql immutable as $$
begin
    return day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and to_char(to_date(day, 'YYYY-MM-DD'), 'YYYY-MM-DD') = day;
exception when others then
    return false;
end
$$;

create table deployment (
    one         bigint primary key check (one = 1),
    deployment_id uuid not null,
    kind        text not null check (kind in ('demo', 'serve')),
    key_name    bytea not null,                    -- names the root key without being it
    house_key   bytea not null,                    -- wrapped by the root key
    made_at     bigint not null
);

create table organisation (
    id          uuid primary key,
    kind        text not null check (kind in ('charity', 'authority')),
    name_en     text not null,
    name_cy     text not null,
    nation      text
);

create table site (
    id              uuid primary key,
    name_en         text not null,
    name_cy         text not null,
    nation          text not null,
    authority_id    uuid not null references organisation (id),
    charity_id      uuid not null references organisation (id),
    wind_down_days  bigint not null check (wind_down_days between 0 and 366),
    places          bigint not null check (places >= 0),   -- families the site's carers can support at once
    site_key        bytea not null,                          -- wrapped by the root key
    made_at         bigint not null
);

create table subject (
    id          uuid not null,                    -- the person, family, account or site it protects
    site_id     uuid not null,                    -- zero: wrapped by the house key
    kind        text not null,
    subject_key bytea not null,                    -- wrapped; deleting it erases
    primary key (site_id, id)                     -- a site's keys stand together, as its lists read them
);
create unique index subject_once on subject (id);

create table tombstone (
    subject_id  uuid primary key,
    site_id     uuid,
    erased_at   bigint not null
);

create table account (
    id              uuid primary key,
    name            bytea not null,                -- sealed
    email           bytea not null,                -- sealed
    email_token     bytea not null,
    language        text not null check (language in ('en', 'cy')),
    person_id       uuid,                         -- a family member's own record
    password        text,                         -- Argon2id, or null
    code_secret     bytea,                         -- sealed; for one-time codes
    code_confirmed  bigint not null check (code_confirmed in (0, 1)),
    code_last_step  bigint not null,             -- the newest one-time code used, so none is used twice
    row_version     bigint not null,
    made_at         bigint not null
);
create unique index account_email_once on account (email_token);

create table passkey (
    id              uuid primary key,
    account_id      uuid not null references account (id),
    credential      bytea not null,
    passkey         bytea not null,                -- sealed
    device_name     bytea not null,                -- sealed
    made_at         bigint not null,
    used_at         bigint
);
create unique index passkey_credential_once on passkey (credential);
create index passkey_by_account on passkey (account_id);

create table recovery_code (
    account_id  uuid not null references account (id),
    code_hash   bytea not null,
    used_at     bigint,
    primary key (account_id, code_hash)
);

create table invitation (
    secret_hash bytea primary key,
    account_id  uuid not null references account (id),
    made_at     bigint not null,
    ends_at     bigint not null,
    used_at     bigint                            -- it opens the account once
);
create index invitation_by_account on invitation (account_id);

create table ceremony (
    id          uuid primary key,
    account_id  uuid,
    body        bytea not null,                    -- sealed; a passkey question waiting for its answer
    ends_at     bigint not null
);

create table sign_in (
    id              uuid primary key,
    account_id      uuid not null references account (id),
    secret_hash     bytea not null,
    device_name     bytea not null,                -- sealed
    way             text not null check (way in ('passkey', 'password', 'code', 'recovery', 'demo', 'link')),
    proof           text not null check (proof in ('one', 'two')),
    proved_at       bigint not null,             -- when both factors were last given
    made_at         bigint not null,
    seen_at         bigint not null,
    ends_at         bigint not null,
    end_reason      text check (end_reason in ('signed_out', 'revoked', 'replaced'))
);
create unique index sign_in_secret_once on sign_in (secret_hash);
create index sign_in_by_account on sign_in (account_id, made_at);

create table attempt (
    kind        text not null check (kind in ('account', 'address')),
    who_hash    bytea not null,
    tried_at    bigint not null
);
create index attempt_by_who on attempt (kind, who_hash, tried_at);

create table role_held (
    id          uuid primary key,
    account_id  uuid not null references account (id),
    site_id     uuid not null,                    -- the nil id: the whole house
    role        text not null,
    stage       text not null check (stage in ('proposed', 'held', 'declined', 'ended')),
    starts_on   text not null check (is_day(starts_on)),
    ends_on     text check (ends_on is null or is_day(ends_on)),
    proposed_by uuid not null,
    decided_by  uuid,
    made_at     bigint not null,
    row_version bigint not null,
    constraint role_needs_two_people check (decided_by is null or decided_by <> proposed_by)
);
create index role_held_by_account on role_held (account_id, stage);
create index role_held_by_site on role_held (site_id, stage);
create unique index role_held_once on role_held (account_id, site_id, role) where stage in ('proposed', 'held');

create table duty_held (
    id          uuid primary key,
    account_id  uuid not null references account (id),
    site_id     uuid not null references site (id),
    duty        text not null,
    pence_max   bigint,
    starts_on   text not null check (is_day(starts_on)),
    ends_on     text check (ends_on is null or is_day(ends_on)),
    granted_by  uuid not null
);
create index duty_held_by_account on duty_held (account_id);

create table agreement (
    id          uuid primary key,
    site_id     uuid not null references site (id),
    starts_on   text not null check (is_day(starts_on)),
    ends_on     text not null check (is_day(ends_on)),
    review_on   text not null check (is_day(review_on)),
    purposes    text not null,                    -- a JSON list of codes
    categories  text not null,                    -- a JSON list of code and roles
    signatures  text not null,                    -- a JSON list of office and day
    made_by     uuid not null,
    made_at     bigint not null,
    constraint agreement_ends_after_it_starts check (ends_on >= starts_on)
);
create index agreement_by_site on agreement (site_id, ends_on);

create table api_token (
    id          uuid primary key,
    secret_hash bytea not null,
    kind        text not null check (kind in ('person', 'site')),
    account_id  uuid,
    site_id     uuid,
    scopes      text not null,
    name        bytea not null,                    -- sealed; what it is for, in the words of who made it
    made_at     bigint not null,
    ends_at     bigint not null,
    ended_at    bigint,
    used_on     text check (used_on is null or is_day(used_on)),
    constraint api_token_is_for_one check ((account_id is null) <> (site_id is null))
);
create unique index api_token_secret_once on api_token (secret_hash);
create index api_token_by_account on api_token (account_id);
create index api_token_by_site on api_token (site_id);

create table once (
    actor_id    uuid not null,
    once_key    text not null,
    body_hash   bytea not null,
    status      bigint not null,
    location    text not null,
    done_at     bigint not null,
    primary key (actor_id, once_key)
);
create index once_by_age on once (done_at);

create table draft (
    account_id  uuid not null references account (id),
    form        text not null,
    body        bytea not null,                    -- sealed; as typed
    kept_at     bigint not null,
    primary key (account_id, form)
);

create table word_review (
    message     text primary key,
    text_hash   bytea not null,
    reviewed_by uuid not null,
    reviewed_at bigint not null
);

-- The journal: a book for each family, site and actor; see docs/decisions/0003.

create table book (
    id          uuid primary key,
    kind        text not null check (kind in ('deployment', 'family', 'carer', 'site', 'actor', 'allegation')),
    seq         bigint not null,
    head        bytea not null
);

create table journal (
    book_id     uuid not null,
    seq         bigint not null,
    at          bigint not null,
    actor       text not null,
    role        text not null,
    relation    text not null,
    action      text not null,
    object_kind text not null,
    object_id   uuid,
    reason_code text not null,
    prev        bytea not null,
    hash        bytea not null,
    constraint journal_entry_once primary key (book_id, seq)
);
create index journal_by_time on journal (at, book_id, seq);
create index journal_by_actor on journal (actor, at, book_id, seq);

create table journal_part (
    book_id     uuid not null,
    seq         bigint not null,
    part        bigint not null,
    subject_id  uuid not null,
    body        bytea not null,                    -- sealed for the subject
    body_hash   bytea not null,                    -- stays when the body is erased
    primary key (book_id, seq, part)
);

create table checkpoint (
    at          bigint primary key,
    books       bigint not null,
    root        bytea not null,
    previous    bytea not null,
    key_name    bytea not null,
    signature   bytea not null
);

-- The house: who runs the programme where, who works in it, keys, the journal.

create table deployment (
    one         integer primary key check (one = 1),
    deployment_id blob not null,
    kind        text not null check (kind in ('demo', 'serve')),
    key_name    blob not null,                    -- names the root key without being it
    house_key   blob not null,                    -- wrapped by the root key
    made_at     integer not null
) strict;

create table organisation (
    id          blob primary key,
    kind        text not null check (kind in ('charity', 'authority')),
    name_en     text not null,
    name_cy     text not null,
    nation      text
) strict;

create table site (
    id              blob primary key,
    name_en         text not null,
    name_cy         text not null,
    nation          text not null,
    authority_id    blob not null references organisation (id),
    charity_id      blob not null references organisation (id),
    wind_down_days  integer not null check (wind_down_days between 0 and 366),
    places          integer not null check (places >= 0),   -- families the site's carers can support at once
    site_key        blob not null,                          -- wrapped by the root key
    made_at         integer not null
) strict;

create table subject (
    id          blob not null,                    -- the person, family, account or site it protects
    site_id     blob not null,                    -- zero: wrapped by the house key
    kind        text not null,
    subject_key blob not null,                    -- wrapped; deleting it erases
    primary key (site_id, id)                     -- a site's keys stand together, as its lists read them
) strict, without rowid;
create unique index subject_once on subject (id);

create table tombstone (
    subject_id  blob primary key,
    site_id     blob,
    erased_at   integer not null
) strict;

create table account (
    id              blob primary key,
    name            blob not null,                -- sealed
    email           blob not null,                -- sealed
    email_token     blob not null,
    language        text not null check (language in ('en', 'cy')),
    person_id       blob,                         -- a family member's own record
    password        text,                         -- Argon2id, or null
    code_secret     blob,                         -- sealed; for one-time codes
    code_confirmed  integer not null check (code_confirmed in (0, 1)),
    code_last_step  integer not null,             -- the newest one-time code used, so none is used twice
    row_version     integer not null,
    made_at         integer not null
) strict;
create unique index account_email_once on account (email_token);

create table passkey (
    id              blob primary key,
    account_id      blob not null references account (id),
    credential      blob not null,
    passkey         blob not null,                -- sealed
    device_name     blob not null,                -- sealed
    made_at         integer not null,
    used_at         integer
) strict;
create unique index passkey_credential_once on passkey (credential);
create index passkey_by_account on passkey (account_id);

create table recovery_code (
    account_id  blob not null references account (id),
    code_hash   blob not null,
    used_at     integer,
    primary key (account_id, code_hash)
) strict;

create table invitation (
    secret_hash blob primary key,
    account_id  blob not null references account (id),
    made_at     integer not null,
    ends_at     integer not null,
    used_at     integer                           -- it opens the account once
) strict;
create index invitation_by_account on invitation (account_id);

create table ceremony (
    id          blob primary key,
    account_id  blob,
    body        blob not null,                    -- sealed; a passkey question waiting for its answer
    ends_at     integer not null
) strict;

create table sign_in (
    id              blob primary key,
    account_id      blob not null references account (id),
    secret_hash     blob not null,
    device_name     blob not null,                -- sealed
    way             text not null check (way in ('passkey', 'password', 'code', 'recovery', 'demo', 'link')),
    proof           text not null check (proof in ('one', 'two')),
    proved_at       integer not null,             -- when both factors were last given
    made_at         integer not null,
    seen_at         integer not null,
    ends_at         integer not null,
    end_reason      text check (end_reason in ('signed_out', 'revoked', 'replaced'))
) strict;
create unique index sign_in_secret_once on sign_in (secret_hash);
create index sign_in_by_account on sign_in (account_id, made_at);

create table attempt (
    kind        text not null check (kind in ('account', 'address')),
    who_hash    blob not null,
    tried_at    integer not null
) strict;
create index attempt_by_who on attempt (kind, who_hash, tried_at);

create table role_held (
    id          blob primary key,
    account_id  blob not null references account (id),
    site_id     blob not null,                    -- the nil id: the whole house
    role        text not null,
    stage       text not null check (stage in ('proposed', 'held', 'declined', 'ended')),
    starts_on   text not null check (starts_on is date(starts_on, '+0 days')),
    ends_on     text check (ends_on is null or ends_on is date(ends_on, '+0 days')),
    proposed_by blob not null,
    decided_by  blob,
    made_at     integer not null,
    row_version integer not null,
    constraint role_needs_two_people check (decided_by is null or decided_by <> proposed_by)
) strict;
create index role_held_by_account on role_held (account_id, stage);
create index role_held_by_site on role_held (site_id, stage);
create unique index role_held_once on role_held (account_id, site_id, role) where stage in ('proposed', 'held');

create table duty_held (
    id          blob primary key,
    account_id  blob not null references account (id),
    site_id     blob not null references site (id),
    duty        text not null,
    pence_max   integer,
    starts_on   text not null check (starts_on is date(starts_on, '+0 days')),
    ends_on     text check (ends_on is null or ends_on is date(ends_on, '+0 days')),
    granted_by  blob not null
) strict;
create index duty_held_by_account on duty_held (account_id);

create table agreement (
    id          blob primary key,
    site_id     blob not null references site (id),
    starts_on   text not null check (starts_on is date(starts_on, '+0 days')),
    ends_on     text not null check (ends_on is date(ends_on, '+0 days')),
    review_on   text not null check (review_on is date(review_on, '+0 days')),
    purposes    text not null,                    -- a JSON list of codes
    categories  text not null,                    -- a JSON list of code and roles
    signatures  text not null,                    -- a JSON list of office and day
    made_by     blob not null,
    made_at     integer not null,
    constraint agreement_ends_after_it_starts check (ends_on >= starts_on)
) strict;
create index agreement_by_site on agreement (site_id, ends_on);

create table api_token (
    id          blob primary key,
    secret_hash blob not null,
    kind        text not null check (kind in ('person', 'site')),
    account_id  blob,
    site_id     blob,
    scopes      text not null,
    name        blob not null,                    -- sealed; what it is for, in the words of who made it
    made_at     integer not null,
    ends_at     integer not null,
    ended_at    integer,
    used_on     text check (used_on is null or used_on is date(used_on, '+0 days')),
    constraint api_token_is_for_one check ((account_id is null) <> (site_id is null))
) strict;
create unique index api_token_secret_once on api_token (secret_hash);
create index api_token_by_account on api_token (account_id);
create index api_token_by_site on api_token (site_id);

create table once (
    actor_id    blob not null,
    once_key    text not null,
    body_hash   blob not null,
    status      integer not null,
    location    text not null,
    done_at     integer not null,
    primary key (actor_id, once_key)
) strict;
create index once_by_age on once (done_at);

create table draft (
    account_id  blob not null references account (id),
    form        text not null,
    body        blob not null,                    -- sealed; as typed
    kept_at     integer not null,
    primary key (account_id, form)
) strict;

create table word_review (
    message     text primary key,
    text_hash   blob not null,
    reviewed_by blob not null,
    reviewed_at integer not null
) strict;

-- The journal: a book for each family, site and actor; see docs/decisions/0003.

create table book (
    id          blob primary key,
    kind        text not null check (kind in ('deployment', 'family', 'carer', 'site', 'actor', 'allegation')),
    seq         integer not null,
    head        blob not null
) strict;

create table journal (
    book_id     blob not null,
    seq         integer not null,
    at          integer not null,
    actor       text not null,
    role        text not null,
    relation    text not null,
    action      text not null,
    object_kind text not null,
    object_id   blob,
    reason_code text not null,
    prev        blob not null,
    hash        blob not null,
    constraint journal_entry_once primary key (book_id, seq)
) strict, without rowid;
create index journal_by_time on journal (at, book_id, seq);
create index journal_by_actor on journal (actor, at, book_id, seq);

create table journal_part (
    book_id     blob not null,
    seq         integer not null,
    part        integer not null,
    subject_id  blob not null,
    body        blob not null,                    -- sealed for the subject
    body_hash   blob not null,                    -- stays when the body is erased
    primary key (book_id, seq, part)
) strict, without rowid;

create table checkpoint (
    at          integer primary key,
    books       integer not null,
    root        blob not null,
    previous    blob not null,
    key_name    blob not null,
    signature   blob not null
) strict;

-- Something outside that kept everybody of a programme area at home for some days: no visit was expected on them.
create table disruption (
    id          uuid primary key,
    site_id     uuid not null references site (id),
    from_on     text not null check (is_day(from_on)),
    to_on       text not null check (is_day(to_on)),
    cause       text not null check (cause in ('snow', 'flood', 'infection', 'other')),
    set_by      uuid not null,
    set_at      bigint not null,
    taken_back_by uuid,
    taken_back_at bigint,
    constraint disruption_in_order check (from_on <= to_on),
    constraint disruption_taken_back_by_somebody check ((taken_back_by is null) = (taken_back_at is null))
);
create index disruption_by_site on disruption (site_id, from_on, id);

alter table disruption enable row level security;
alter table disruption force row level security;
create policy disruption_site on disruption using (site_is_open(site_id));

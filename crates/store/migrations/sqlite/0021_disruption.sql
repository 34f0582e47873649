-- Something outside that kept everybody of a programme area at home for some days: no visit was expected on them.
create table disruption (
    id          blob primary key,
    site_id     blob not null references site (id),
    from_on     text not null check (from_on is date(from_on, '+0 days')),
    to_on       text not null check (to_on is date(to_on, '+0 days')),
    cause       text not null check (cause in ('snow', 'flood', 'infection', 'other')),
    set_by      blob not null,
    set_at      integer not null,
    taken_back_by blob,
    taken_back_at integer,
    constraint disruption_in_order check (from_on <= to_on),
    constraint disruption_taken_back_by_somebody check ((taken_back_by is null) = (taken_back_at is null))
) strict;
create index disruption_by_site on disruption (site_id, from_on, id);

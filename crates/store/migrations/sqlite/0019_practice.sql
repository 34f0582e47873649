-- How a programme area works: its questions for a visit, how long support is planned for, the numbers by which a step is
-- suggested. The row set last holds; an area without one works as shipped.
create table practice (
    id          blob primary key,
    site_id     blob not null references site (id),
    prompts     text not null check (prompts in ('plain', 'solution_focused')),
    plan_months integer not null check (plan_months between 3 and 15),
    urgent      integer not null check (urgent between 1 and 10),
    urgent_days integer not null check (urgent_days between 1 and 91),
    weeks       integer not null check (weeks between 2 and 13),
    below_percent integer not null check (below_percent between 0 and 99),
    above_percent integer not null check (above_percent between 101 and 500),
    missed      integer not null check (missed between 2 and 10),
    fallen      integer not null check (fallen between 1 and 10),
    set_by      blob not null,
    set_at      integer not null
) strict;
create index practice_by_site on practice (site_id, set_at, id);

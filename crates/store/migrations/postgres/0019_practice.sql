-- How a programme area works: its questions for a visit, how long support is planned for, the numbers by which a step is
-- suggested. The row set last holds; an area without one works as shipped.
create table practice (
    id          uuid primary key,
    site_id     uuid not null references site (id),
    prompts     text not null check (prompts in ('plain', 'solution_focused')),
    plan_months bigint not null check (plan_months between 3 and 15),
    urgent      bigint not null check (urgent between 1 and 10),
    urgent_days bigint not null check (urgent_days between 1 and 91),
    weeks       bigint not null check (weeks between 2 and 13),
    below_percent bigint not null check (below_percent between 0 and 99),
    above_percent bigint not null check (above_percent between 101 and 500),
    missed      bigint not null check (missed between 2 and 10),
    fallen      bigint not null check (fallen between 1 and 10),
    set_by      uuid not null,
    set_at      bigint not null
);
create index practice_by_site on practice (site_id, set_at, id);

alter table practice enable row level security;
alter table practice force row level security;
create policy practice_site on practice using (site_is_open(site_id));

-- Version 19: how an area works.
insert into practice (id, site_id, prompts, plan_months, urgent, urgent_days, weeks, below_percent, above_percent, missed,
        fallen, set_by, set_at) values
    (<00000000000000000000000000000096>, <00000000000000000000000000000004>, 'solution_focused', 9, 2, 28, 4, 50, 150, 3, 2,
        <00000000000000000000000000000002>, 1772000000000000);

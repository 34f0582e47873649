-- Version 18: what the child wants to happen, in the plan. No table came with this version, only who was there beside a visit.
insert into plan_wish (plan_id, person_id, id, site_id, words) values
    (<00000000000000000000000000000070>, <00000000000000000000000000000013>, <00000000000000000000000000000095>,
        <00000000000000000000000000000004>, <<00>>);

-- Version 3: the same child with a number, somebody who decides, an order, and somebody kept away.
insert into identifier (person_id, kind, family_id, site_id, number, made_at) values
    (<00000000000000000000000000000012>, 'authority', <00000000000000000000000000000010>,
        <00000000000000000000000000000004>, <<00>>, 1);
insert into responsibility (id, family_id, child_id, site_id, holder, holder_id, words) values
    (<00000000000000000000000000000018>, <00000000000000000000000000000010>, <00000000000000000000000000000012>,
        <00000000000000000000000000000004>, 'person', <00000000000000000000000000000013>, null);
insert into court_order (line_id, person_id, family_id, site_id, says, made_on, ends_on, recorded_at) values
    (<00000000000000000000000000000019>, <00000000000000000000000000000012>, <00000000000000000000000000000010>,
        <00000000000000000000000000000004>, <<00>>, '2024-02-29', null, 1);
insert into kept_away (line_id, person_id, family_id, site_id, who, collect, call_up, know, recorded_at) values
    (<00000000000000000000000000000020>, <00000000000000000000000000000012>, <00000000000000000000000000000010>,
        <00000000000000000000000000000004>, <<00>>, 1, 1, 0, 1);

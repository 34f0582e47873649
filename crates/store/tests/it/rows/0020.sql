-- Version 20: a household is away.
insert into household_away (household_id, from_on, to_on, site_id, why, said_by, said_at) values
    (<00000000000000000000000000000060>, '2026-04-01', '2026-04-08', <00000000000000000000000000000004>, 'holiday',
        <00000000000000000000000000000005>, 1772000000000000);

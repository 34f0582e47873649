-- Version 15: a number to ring. No table came with this version, only other ways to find visits.
insert into site_number (site_id, place_no, name_en, name_cy, number, days, from_minute, to_minute) values
    (<00000000000000000000000000000004>, 1, 'The duty team', 'Y tîm dyletswydd', '01632 960001', 'every', 0, 0);

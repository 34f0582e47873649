-- Version 9: somebody works with a family.
insert into assignment (id, family_id, account_id, site_id, role, starts_on, ends_on) values
    (<00000000000000000000000000000050>, <00000000000000000000000000000010>, <00000000000000000000000000000005>,
        <00000000000000000000000000000004>, 'carer', '2026-01-01', null);

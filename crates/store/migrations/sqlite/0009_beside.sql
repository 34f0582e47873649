-- Beside a birth date or a postcode, which many share, stands how the other tokens of the same person begin: who else may be
-- that person is then read in one place. Whose family somebody is says their own row alone.

alter table name_token add column beside blob;     -- of a birth or a postcode: four bytes of each name, birth and postcode
update name_token set beside = (
    select unhex(group_concat(hex(substr(m.token, 1, 4)), '')) from name_token m
        where m.person_id = name_token.person_id and m.kind in ('name', 'birth', 'postcode'))
    where kind in ('birth', 'postcode');
alter table name_token drop column kind;
alter table name_token drop column family_id;

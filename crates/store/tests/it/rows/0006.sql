-- Version 6: two families that may be one, and nobody has said yet.
insert into likeness
    (id, site_id, one_family_id, other_family_id, strength, signs, found_at, stage, settled_by, settled_at, row_version)
    values (<00000000000000000000000000000024>, <00000000000000000000000000000004>, <00000000000000000000000000000010>,
        <00000000000000000000000000000011>, 'possible', 'same_birth', 1, 'open', null, null, 1);

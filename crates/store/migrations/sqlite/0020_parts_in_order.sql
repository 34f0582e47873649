-- The parts of entries stand in the order they came, and their key beside them. Sealed bodies of some hundred bytes stood in the
-- key's own tree, so that it was five pages deep and each entry wrote two of them; now what comes last is written last.
create table journal_part_now (
    book_id     blob not null,
    seq         integer not null,
    part        integer not null,
    subject_id  blob not null,
    body        blob not null,                    -- sealed for the subject
    body_hash   blob not null,                    -- stays when the body is erased
    primary key (book_id, seq, part)
) strict;
insert into journal_part_now (book_id, seq, part, subject_id, body, body_hash)
    select book_id, seq, part, subject_id, body, body_hash from journal_part;
drop table journal_part;
alter table journal_part_now rename to journal_part;

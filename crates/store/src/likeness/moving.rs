//! Moving somebody to the other family, with everything that is kept of them; and back.

use super::{Asked, counted, find, note};
use crate::error::{Error, Result};
use crate::family::spoken_name;
use crate::journal::event::Fact;
use crate::journal::history::account_name;
use crate::kernel::{Tx, statements};
use domain::family::Part;
use domain::id::{AccountId, FamilyId, LikenessId, PersonId, PersonMoveId};
use uuid::Uuid;

statements! {
    PLACES = "select p.place_no, (select coalesce(max(o.place_no), 0) from person o where o.family_id = $1),
            (select coalesce(max(a.home_no), 0) from address a where a.family_id = $1)
        from person p where p.id = $2 and p.family_id = $3";
    PERSON = "update person set family_id = $1, place_no = $2, row_version = row_version + 1
        where id = $3 and family_id = $4";
    ADDRESS = "update address set family_id = $1, home_no = home_no + $2 where person_id = $3 and family_id = $4";
    IDENTIFIER = "update identifier set family_id = $1 where person_id = $2 and family_id = $3";
    RESPONSIBILITY = "update responsibility set family_id = $1 where child_id = $2 and family_id = $3";
    COURT_ORDER = "update court_order set family_id = $1 where person_id = $2 and family_id = $3";
    KEPT_AWAY = "update kept_away set family_id = $1 where person_id = $2 and family_id = $3";
    MEMBERSHIP = "update membership set family_id = $1 where person_id = $2 and family_id = $3";
    GOAL = "update goal set family_id = $1 where person_id = $2 and family_id = $3";
    PROTECT_THERE = "insert into protected_from (person_id, family_id, from_account_id, set_by, set_on, because_id)
        select person_id, $1, from_account_id, set_by, set_on, $2 from protected_from
            where person_id = $3 and family_id = $4
        on conflict (person_id, from_account_id, family_id) do nothing",
        postgres "insert into protected_from (person_id, family_id, from_account_id, set_by, set_on, because_id)
        select person_id, $1::uuid, from_account_id, set_by, set_on, $2::uuid from protected_from
            where person_id = $3 and family_id = $4
        on conflict (person_id, from_account_id, family_id) do nothing";
    PROTECT_NO_MORE = "delete from protected_from where because_id = $1";
    MAKE = "insert into person_move
        (id, likeness_id, site_id, person_id, from_family_id, into_family_id, was_place, homes_after, moved_by, moved_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    UNDONE = "update person_move set undone_by = $1, undone_at = $2 where id = $3 and undone_at is null";
    MOVES = "select m.id, m.person_id, m.from_family_id, m.into_family_id, m.moved_by, m.moved_at, m.was_place,
            m.homes_after, p.part
        from person_move m join person p on p.id = m.person_id and p.family_id = m.into_family_id
        where m.likeness_id = $1 and m.undone_at is null
            and not exists (select 1 from person_move l where l.person_id = m.person_id and l.undone_at is null
                and (l.moved_at, l.id) > (m.moved_at, m.id))
        order by m.moved_at desc, m.id desc";
}

/// Somebody who was moved, and can be moved back.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The move.
    pub id: PersonMoveId,
    /// Who was moved.
    pub person: PersonId,
    /// Child or adult.
    pub part: Part,
    /// Out of which family.
    pub from: FamilyId,
    /// Into which.
    pub into: FamilyId,
    /// Who moved them, while the account is there.
    pub by: Option<String>,
    /// When, microseconds UTC.
    pub at: i64,
    was_place: i64,
    homes_after: i64,
}

/// Who was moved between the two families and is still where they were moved to, the latest first.
pub fn moves(tx: &Tx, likeness: LikenessId) -> Result<Vec<Moved>> {
    tx.rows(&MOVES, &[likeness.into()], |row| {
        Ok(Moved {
            id: PersonMoveId::from_uuid(row.id(0)?),
            person: PersonId::from_uuid(row.id(1)?),
            part: Part::from_key(row.text(8)?).ok_or_else(|| row.broken(8))?,
            from: FamilyId::from_uuid(row.id(2)?),
            into: FamilyId::from_uuid(row.id(3)?),
            by: account_name(tx, AccountId::from_uuid(row.id(4)?))?,
            at: row.int(5)?,
            was_place: row.int(6)?,
            homes_after: row.int(7)?,
        })
    })
}

/// Moves somebody to the other family: their addresses, number, what is found by their name, who decides for them, orders,
/// who is kept away, and what they see themselves. What was written before stays in the book of the family they leave,
/// and whoever they are protected from goes on seeing neither.
///
/// # Errors
/// [`Error::NotFound`] when they are not of that family, [`Error::Stale`] when something was said since `asked` was read.
pub fn move_person(tx: &Tx, asked: &Asked, person: PersonId, from: FamilyId, into: FamilyId) -> Result<PersonMoveId> {
    counted(tx, asked)?;
    let (was_place, last_place, homes_after) = places(tx, person, from, into)?;
    let id = PersonMoveId::from_uuid(crate::id::fresh(tx.now()));
    let values = [
        id.into(),
        asked.id.into(),
        asked.site.into(),
        person.into(),
        from.into(),
        into.into(),
        was_place.into(),
        homes_after.into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    let way = Way { person, from, into };
    way.go(tx, last_place + 1, homes_after)?;
    protect(tx, way, id.uuid())?;
    way.note(tx, asked, "person_moved")?;
    find::again(tx, asked.id, asked.families())?;
    Ok(id)
}

/// Moves somebody back, to the place they had.
///
/// # Errors
/// [`Error::Stale`] when something was said since `asked` was read.
pub fn move_back(tx: &Tx, asked: &Asked, moved: &Moved) -> Result<()> {
    counted(tx, asked)?;
    let values = [tx.account().into(), tx.now_micros().into(), moved.id.into()];
    if tx.run(&UNDONE, &values)? == 0 {
        return Err(Error::NotFound);
    }
    let way = Way {
        person: moved.person,
        from: moved.into,
        into: moved.from,
    };
    way.go(tx, moved.was_place, -moved.homes_after)?;
    tx.run(&PROTECT_NO_MORE, &[moved.id.into()])?;
    // Whom they were protected from since then, they are protected from where they go too.
    protect(tx, way, moved.id.uuid())?;
    way.note(tx, asked, "person_moved_back")?;
    find::again(tx, asked.id, asked.families())
}

/// Where they stand among their family, where the last of the other stands, and the number of its last home.
fn places(tx: &Tx, person: PersonId, from: FamilyId, into: FamilyId) -> Result<(i64, i64, i64)> {
    let values = [into.into(), person.into(), from.into()];
    let found = tx.row(&PLACES, &values, |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?)))?;
    found.ok_or(Error::NotFound)
}

fn protect(tx: &Tx, way: Way, because: Uuid) -> Result<()> {
    let values = [way.into.into(), because.into(), way.person.into(), way.from.into()];
    tx.run(&PROTECT_THERE, &values)?;
    Ok(())
}

/// Somebody on their way from one family to another.
#[derive(Clone, Copy)]
struct Way {
    person: PersonId,
    from: FamilyId,
    into: FamilyId,
}

impl Way {
    /// Changes every row that is kept by person and family.
    fn go(self, tx: &Tx, place: i64, homes: i64) -> Result<()> {
        let Self { person, from, into } = self;
        if tx.run(&PERSON, &[into.into(), place.into(), person.into(), from.into()])? == 0 {
            return Err(Error::NotFound);
        }
        tx.run(&ADDRESS, &[into.into(), homes.into(), person.into(), from.into()])?;
        let with_them = [
            &IDENTIFIER,
            &RESPONSIBILITY,
            &COURT_ORDER,
            &KEPT_AWAY,
            &MEMBERSHIP,
            &GOAL,
        ];
        for rows in with_them {
            tx.run(rows, &[into.into(), person.into(), from.into()])?;
        }
        Ok(())
    }

    /// An entry in the book of each family, sealed for the person.
    fn note(self, tx: &Tx, asked: &Asked, action: &'static str) -> Result<()> {
        let name = spoken_name(tx, self.person)?;
        for (family, other) in [(self.from, self.into), (self.into, self.from)] {
            let fact = Fact::PersonMoved {
                on: tx.today().to_string(),
                name: name.clone(),
                from: asked.reference(self.from).to_owned(),
                into: asked.reference(self.into).to_owned(),
            };
            note(tx, family, action, other, self.person.uuid(), fact)?;
        }
        Ok(())
    }
}

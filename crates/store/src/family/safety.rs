//! Who decides for a child, what a court has ordered, and who must not collect, call or know.
//!
//! What is said of several people is kept once for each of them, sealed with their own key: each may ask for theirs, and
//! each is erased alone.

use super::NewFamily;
use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use domain::family::{Holder, KeptAway, Order, Responsibility, Ways};
use domain::id::{FamilyId, PersonId};
use domain::text::Text;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    MAKE_RESPONSIBILITY = "insert into responsibility (id, family_id, child_id, site_id, holder, holder_id, words)
        values ($1, $2, $3, $4, $5, $6, $7)";
    MAKE_ORDER = "insert into court_order (line_id, person_id, family_id, site_id, says, made_on, ends_on, recorded_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    MAKE_KEPT_AWAY = "insert into kept_away
        (line_id, person_id, family_id, site_id, who, collect, call_up, know, recorded_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    LINES = "select 3 as sort, l.line_id as line, l.person_id as person, u.site_id, u.subject_key, l.who as words,
            cast(null as text) as holder, l.person_id as holder_id, cast(null as text) as made_on,
            cast(null as text) as ends_on, l.collect, l.call_up, l.know
        from kept_away l join subject u on u.site_id = l.site_id and u.id = l.person_id where l.family_id = $1
        union all
        select 1, l.id, l.child_id, u.site_id, u.subject_key, l.words, l.holder, l.holder_id, null, null, null, null, null
        from responsibility l join subject u on u.site_id = l.site_id and u.id = l.child_id where l.family_id = $1
        union all
        select 2, l.line_id, l.person_id, u.site_id, u.subject_key, l.says, null, null, l.made_on, l.ends_on, null, null, null
        from court_order l join subject u on u.site_id = l.site_id and u.id = l.person_id where l.family_id = $1
        order by sort, line, person";
}

/// What keeps the people of a family safe, as far as it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Safety {
    /// Who has parental responsibility.
    pub responsibilities: Vec<Responsibility<PersonId>>,
    /// The orders of courts.
    pub orders: Vec<Order<PersonId>>,
    /// Who must not collect, call or know.
    pub kept_away: Vec<KeptAway<PersonId>>,
}

/// Stores what a new family's referral says.
pub(super) fn make(tx: &Tx, family: &NewFamily) -> Result<()> {
    for said in &family.responsibilities {
        make_responsibility(tx, family, said)?;
    }
    for order in &family.orders {
        let line = crate::id::fresh(tx.now());
        for about in order.people.iter().filter_map(|at| family.person(*at)) {
            make_order(tx, family, order, line, about)?;
        }
    }
    for kept in &family.kept_away {
        let line = crate::id::fresh(tx.now());
        for from in kept.people.iter().filter_map(|at| family.person(*at)) {
            make_kept_away(tx, family, kept, line, from)?;
        }
    }
    Ok(())
}

fn make_responsibility(tx: &Tx, family: &NewFamily, said: &Responsibility<usize>) -> Result<()> {
    let Some(child) = family.person(said.child) else {
        return Ok(());
    };
    let row = crate::id::fresh(tx.now());
    let (holder, words) = match &said.holder {
        Holder::Person(at) => (family.person(*at), None),
        Holder::Authority => (None, None),
        Holder::Other(words) => (None, Some(words.as_str())),
    };
    let sealed = tx.seal_opt(child.uuid(), "responsibility", "words", row, words)?;
    let values = [
        row.into(),
        family.id.into(),
        child.into(),
        family.site.into(),
        said.holder.key().into(),
        holder.into(),
        sealed.as_ref().into(),
    ];
    tx.run(&MAKE_RESPONSIBILITY, &values)?;
    Ok(())
}

fn make_order(tx: &Tx, family: &NewFamily, order: &Order<usize>, line: Uuid, about: PersonId) -> Result<()> {
    let says = tx.seal(about.uuid(), "court_order", "says", line, order.says.as_str())?;
    let iso = |day: Option<Date>| day.map(|day| day.to_string());
    let (made, ends) = (iso(order.made_on), iso(order.ends_on));
    let values = [
        line.into(),
        about.into(),
        family.id.into(),
        family.site.into(),
        (&says).into(),
        made.as_ref().into(),
        ends.as_ref().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE_ORDER, &values)?;
    Ok(())
}

fn make_kept_away(tx: &Tx, family: &NewFamily, kept: &KeptAway<usize>, line: Uuid, from: PersonId) -> Result<()> {
    let who = tx.seal(from.uuid(), "kept_away", "who", line, kept.who.as_str())?;
    let values = [
        line.into(),
        from.into(),
        family.id.into(),
        family.site.into(),
        (&who).into(),
        i64::from(kept.ways.collect).into(),
        i64::from(kept.ways.call).into(),
        i64::from(kept.ways.know).into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE_KEPT_AWAY, &values)?;
    Ok(())
}

/// What keeps the people of a family safe. Lines about somebody who was erased are gone with their key.
pub fn safety(tx: &Tx, family: FamilyId) -> Result<Safety> {
    let mut safety = Safety::default();
    // A line about several people has a row for each of them, one after the other.
    let mut before: Option<Uuid> = None;
    tx.rows(&LINES, &[family.into()], |row| {
        let (line, person) = (row.id(1)?, PersonId::from_uuid(row.id(2)?));
        let goes_on = before.replace(line) == Some(line);
        match row.int(0)? {
            1 => safety.responsibilities.push(read_responsibility(tx, row, person)?),
            2 if !goes_on => safety.orders.push(read_order(tx, row, person)?),
            2 => safety
                .orders
                .last_mut()
                .into_iter()
                .for_each(|order| order.people.push(person)),
            _ if !goes_on => safety.kept_away.push(read_kept_away(tx, row, person)?),
            _ => safety
                .kept_away
                .last_mut()
                .into_iter()
                .for_each(|kept| kept.people.push(person)),
        }
        Ok(())
    })?;
    Ok(safety)
}

fn read_responsibility(tx: &Tx, row: &Row, child: PersonId) -> Result<Responsibility<PersonId>> {
    let holder = match row.text(6)? {
        "person" => Holder::Person(PersonId::from_uuid(row.id(7)?)),
        "authority" => Holder::Authority,
        "other" => Holder::Other(words(tx, row, "responsibility", "words")?),
        _ => return Err(row.broken(6)),
    };
    Ok(Responsibility { child, holder })
}

fn read_order(tx: &Tx, row: &Row, person: PersonId) -> Result<Order<PersonId>> {
    let day = |at| -> Result<Option<Date>> {
        let text = row.text_opt(at)?;
        text.map(|day| day.parse().map_err(|_| row.broken(at))).transpose()
    };
    Ok(Order {
        people: vec![person],
        says: words(tx, row, "court_order", "says")?,
        made_on: day(8)?,
        ends_on: day(9)?,
    })
}

fn read_kept_away(tx: &Tx, row: &Row, person: PersonId) -> Result<KeptAway<PersonId>> {
    Ok(KeptAway {
        who: words(tx, row, "kept_away", "who")?,
        people: vec![person],
        ways: Ways {
            collect: row.int(10)? == 1,
            call: row.int(11)? == 1,
            know: row.int(12)? == 1,
        },
    })
}

/// The words of a line, sealed for the person it is about under the line's own id.
fn words(tx: &Tx, row: &Row, table: &str, column: &str) -> Result<Text> {
    let key = tx.open_subject(row.id(2)?, row.id(3)?, row.bytes(4)?)?;
    let opened = crate::key::open_with(&key, table, column, row.id(1)?, row.bytes(5)?)?;
    Text::parse(&opened).map_err(|_| row.broken(5))
}

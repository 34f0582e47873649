//! Reviews and support meetings: planned, written down, put right, read.

mod contribution;
mod prepare;
mod record;
mod show;

pub(crate) use contribution::ALL as CONTRIBUTION;
pub use contribution::{ContributionShown, contributions, give, given};
pub(crate) use prepare::ALL as PREPARE;
pub use prepare::{Colleague, Prepared, last_held, prepare, team};
pub(crate) use record::ALL as RECORD;
pub use record::{make, record};
pub(crate) use show::ALL as SHOW;
pub use show::{Before, Next, ReviewLine, ReviewShown, next, page, planned, show};

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::id::{AccountId, FamilyId, PersonId, ReviewId, SiteId};
use domain::review::{Attendee, Decision, Review, ReviewKind, Stage};
use jiff::civil::Date;

statements! {
    BY_ID = "select r.id, r.family_id, r.site_id, r.author_id, r.kind, r.held_on, r.stage, r.there, r.decided, r.row_version
        from review r where r.id = $1",
        postgres "select r.id, r.family_id, r.site_id, r.author_id, r.kind, r.held_on, r.stage, r.there, r.decided, r.row_version
        from review r where r.id = $1 for update";
    PRESENT = "select person_id from review_present where review_id = $1 order by person_id";
    BEGUN = "select min(starts_on) from matching where family_id = $1";
    PEOPLE = "select id from person where family_id = $1 order by place_no";
}

/// Loads a review of a family to decide on it; on the server its row is held until the unit of work ends.
///
/// # Errors
/// [`Error::NotFound`] when the family has no such review.
pub fn load(tx: &Tx, family: FamilyId, id: ReviewId) -> Result<Review> {
    let found = tx.row(&BY_ID, &[id.into()], read)?;
    let mut review = found.filter(|review| review.family == family).ok_or(Error::NotFound)?;
    review.present = present(tx, id)?;
    Ok(review)
}

/// The first day of a family's support, where it has begun, and the family's people: what the rules ask.
///
/// # Errors
/// The store's own.
pub fn bounds(tx: &Tx, family: FamilyId) -> Result<(Option<Date>, Vec<PersonId>)> {
    let begun = tx.row(&BEGUN, &[family.into()], |row| {
        let day = row.text_opt(0)?;
        day.map(|day| day.parse().map_err(|_| row.broken(0))).transpose()
    })?;
    let people = tx.rows(&PEOPLE, &[family.into()], |row| Ok(PersonId::from_uuid(row.id(0)?)))?;
    Ok((begun.flatten(), people))
}

fn present(tx: &Tx, id: ReviewId) -> Result<Vec<PersonId>> {
    tx.rows(&PRESENT, &[id.into()], |row| Ok(PersonId::from_uuid(row.id(0)?)))
}

fn read(row: &Row) -> Result<Review> {
    let there = row.text(7)?.split_whitespace();
    let there = there.map(|key| Attendee::from_key(key).ok_or_else(|| row.broken(7)));
    let decided = row.text(8)?.split_whitespace();
    let decided = decided.map(|key| Decision::from_key(key).ok_or_else(|| row.broken(8)));
    Ok(Review {
        id: ReviewId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        site: SiteId::from_uuid(row.id(2)?),
        author: AccountId::from_uuid(row.id(3)?),
        kind: ReviewKind::from_key(row.text(4)?).ok_or_else(|| row.broken(4))?,
        on: row.text(5)?.parse().map_err(|_| row.broken(5))?,
        stage: Stage::from_key(row.text(6)?).ok_or_else(|| row.broken(6))?,
        there: there.collect::<Result<_>>()?,
        decided: decided.collect::<Result<_>>()?,
        present: Vec::new(),
        version: row.int(9)?,
    })
}

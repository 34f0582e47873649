//! Reviews as pages show them: one whole, a page of a family's, those planned.

use super::{present, read};
use crate::error::{Error, Result};
use crate::journal::history::account_name;
use crate::kernel::{Row, Tx, statements};
use domain::id::{AccountId, FamilyId, ReviewId};
use domain::review::{Review, ReviewKind, Said};
use domain::text::Text;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    ONE = "select r.id, r.family_id, r.site_id, r.author_id, r.kind, r.held_on, r.stage, r.there, r.decided, r.row_version,
            r.language, r.said, r.theirs, r.next_words, r.put_right
        from review r where r.id = $1 and r.family_id = $2";
    PAGE = "select r.id, r.family_id, r.site_id, r.author_id, r.kind, r.held_on, r.stage, r.there, r.decided, r.row_version,
            r.language, r.said, r.theirs, r.next_words, r.put_right, r.at
        from review r where r.family_id = $1 and (r.at, r.id) < ($2, $3) and r.stage <> 'planned'
        order by r.at desc, r.id desc limit $4";
    PLANNED = "select r.id, r.family_id, r.site_id, r.author_id, r.kind, r.held_on, r.stage, r.there, r.decided, r.row_version
        from review r where r.family_id = $1 and r.stage = 'planned' order by r.at, r.id limit 20";
    NEXT = "select f.review_due_on, r.id, r.kind, r.held_on from family f
            left join review r on r.family_id = f.id and r.stage = 'planned'
        where f.id = $1 order by r.at, r.id limit 20";
    BEFORE = "select id, put_right_at, put_right_by, why, said, theirs, next_words from review_before
        where review_id = $1 order by no desc";
}

/// A review whole, as its page shows it.
#[derive(Clone, Debug)]
pub struct ReviewShown {
    /// The review.
    pub review: Review,
    /// The language it was written in.
    pub language: String,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
    /// What was said; nothing before it was held.
    pub said: Option<Said>,
    /// What stood there before, the latest first.
    pub before: Vec<Before>,
}

/// What stood in a review before it was put right.
#[derive(Clone, Debug)]
pub struct Before {
    /// When it was put right, microseconds UTC.
    pub at: i64,
    /// Who put it right, while the account is there.
    pub by: Option<String>,
    /// Why.
    pub why: String,
    /// What stood there.
    pub said: Said,
}

/// A review as one line of a family's timeline.
#[derive(Clone, Debug)]
pub struct ReviewLine {
    /// The review.
    pub review: Review,
    /// Noon of its day, microseconds UTC.
    pub at: i64,
    /// The language it was written in.
    pub language: String,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
    /// What was said; nothing where it was called off.
    pub said: Option<Said>,
    /// Whether it was put right.
    pub is_put_right: bool,
}

/// Words that were read, as the domain has them.
fn said(row: Uuid, words: [Option<String>; 3]) -> Result<Option<Said>> {
    let text = |words: Option<String>| {
        let broken = |_| Error::Broken {
            column: "said".to_owned(),
            row: row.to_string(),
        };
        words.map(|words| Text::parse(&words).map_err(broken)).transpose()
    };
    let [said, theirs, next] = words;
    let (theirs, next) = (text(theirs)?, text(next)?);
    Ok(text(said)?.map(|said| Said { said, theirs, next }))
}

/// Reads a review of a family whole.
///
/// # Errors
/// [`Error::NotFound`] when the family has no such review.
pub fn show(tx: &Tx, family: FamilyId, id: ReviewId) -> Result<ReviewShown> {
    let found = tx.row(&ONE, &[id.into(), family.into()], |row| {
        let mut shown = read_shown(tx, row)?;
        if row.int(14)? != 0 {
            shown.before = before(tx, &shown.review)?;
        }
        Ok(shown)
    })?;
    let mut shown = found.ok_or(Error::NotFound)?;
    shown.review.present = present(tx, id)?;
    Ok(shown)
}

/// A review with its words, without who of the family was there and what stood there before.
pub(super) fn read_shown(tx: &Tx, row: &Row) -> Result<ReviewShown> {
    let review = read(row)?;
    let (key, id) = (review.family.uuid(), review.id.uuid());
    let open = |column: &'static str, at: usize| tx.open_opt(key, "review", column, id, row.bytes_opt(at)?);
    Ok(ReviewShown {
        language: row.text(10)?.to_owned(),
        by: account_name(tx, review.author)?,
        said: said(id, [open("said", 11)?, open("theirs", 12)?, open("next_words", 13)?])?,
        before: Vec::new(),
        review,
    })
}

fn before(tx: &Tx, review: &Review) -> Result<Vec<Before>> {
    let key = review.family.uuid();
    let all = tx.rows(&BEFORE, &[review.id.into()], |row| {
        let id = row.id(0)?;
        let open = |column: &'static str, at: usize| tx.open_opt(key, "review_before", column, id, row.bytes_opt(at)?);
        let stood = said(id, [open("said", 4)?, open("theirs", 5)?, open("next_words", 6)?])?;
        let why = tx.open(key, "review_before", "why", id, row.bytes(3)?)?;
        let (at, by) = (row.int(1)?, account_name(tx, AccountId::from_uuid(row.id(2)?))?);
        Ok(stood.map(|said| Before { at, by, why, said }))
    })?;
    Ok(all.into_iter().flatten().collect())
}

/// A page of a family's reviews but those planned, newest first.
///
/// # Errors
/// The store's own.
pub fn page(tx: &Tx, family: FamilyId, before: Option<(i64, Uuid)>, most: i64) -> Result<Vec<ReviewLine>> {
    let (at, id) = before.unwrap_or((i64::MAX, Uuid::max()));
    let key = family.uuid();
    tx.rows(&PAGE, &[family.into(), at.into(), id.into(), most.into()], |row| {
        let review = read(row)?;
        let id = review.id.uuid();
        let open = |column: &'static str, at: usize| tx.open_opt(key, "review", column, id, row.bytes_opt(at)?);
        Ok(ReviewLine {
            at: row.int(15)?,
            language: row.text(10)?.to_owned(),
            by: account_name(tx, review.author)?,
            said: said(id, [open("said", 11)?, open("theirs", 12)?, open("next_words", 13)?])?,
            is_put_right: 0 < row.int(14)?,
            review,
        })
    })
}

/// The reviews planned with a family, the next first, at most twenty.
///
/// # Errors
/// The store's own.
pub fn planned(tx: &Tx, family: FamilyId) -> Result<Vec<Review>> {
    tx.rows(&PLANNED, &[family.into()], read)
}

/// By when a family's next review is to be held, and what is planned, the next first.
#[derive(Clone, Debug, Default)]
pub struct Next {
    /// The last day for the next review.
    pub due_on: Option<Date>,
    /// The reviews and support meetings planned.
    pub planned: Vec<(ReviewId, ReviewKind, Date)>,
}

/// By when a family's next review is to be held, and what is planned.
///
/// # Errors
/// The store's own.
pub fn next(tx: &Tx, family: FamilyId) -> Result<Next> {
    let day = |text: Option<&str>, broken: Error| match text {
        Some(text) => text.parse().map(Some).map_err(|_| broken),
        None => Ok(None),
    };
    let rows = tx.rows(&NEXT, &[family.into()], |row| {
        let kind = row
            .text_opt(2)?
            .map(|key| ReviewKind::from_key(key).ok_or_else(|| row.broken(2)));
        let id = row.id_opt(1)?.map(ReviewId::from_uuid);
        let due: Option<Date> = day(row.text_opt(0)?, row.broken(0))?;
        Ok((due, id, kind.transpose()?, day(row.text_opt(3)?, row.broken(3))?))
    })?;
    let due_on = rows.first().and_then(|row| row.0);
    let planned = rows.into_iter().filter_map(|(_, id, kind, on)| Some((id?, kind?, on?)));
    Ok(Next {
        due_on,
        planned: planned.collect(),
    })
}

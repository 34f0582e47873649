//! What people bring to a review: added and never changed, so that what stood there before stays.

use crate::error::{Error, Result};
use crate::journal::event::{Fact, SupportFact};
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, Value, statements};
use domain::id::{AccountId, BookId, FamilyId, PersonId, ReviewId, SiteId};
use domain::plan::Viewer;
use domain::review::{Contribution, Review};
use domain::role::Role;
use uuid::Uuid;

statements! {
    MAKE = "insert into contribution (id, review_id, family_id, site_id, giver_id, version_no, person_id, account_id, role,
            about_id, language, words, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    OF_REVIEW = "select id, giver_id, version_no, person_id, account_id, role, about_id, language, words, made_at
        from contribution where review_id = $1 order by giver_id, version_no desc limit 400";
    GIVEN = "select coalesce(max(version_no), 0) from contribution where review_id = $1 and giver_id = $2";
}

/// What somebody brings, as it stands.
#[derive(Clone, Debug)]
pub struct ContributionShown {
    /// Who brings it.
    pub by: Viewer,
    /// In which role, where it is an account's own.
    pub role: Option<Role>,
    /// The name of the account: who brings it, or who was beside the person.
    pub name: Option<String>,
    /// The one person it is about.
    pub about: Option<PersonId>,
    /// How often it was given: once, and each time it was put right.
    pub version: u32,
    /// The language of the words.
    pub language: String,
    /// The words.
    pub words: String,
    /// When, microseconds UTC.
    pub at: i64,
    /// What stood there before, the latest first: when and the words.
    pub before: Vec<(i64, String)>,
}

/// What was brought to a review, each giver's latest words, the earliest giver first. What is about somebody whose key was
/// erased is gone.
///
/// # Errors
/// The store's own.
pub fn contributions(tx: &Tx, review: &Review) -> Result<Vec<ContributionShown>> {
    let mut all: Vec<(Uuid, ContributionShown)> = Vec::new();
    tx.each(&OF_REVIEW, &[review.id.into()], |row| {
        let (giver, Some(one)) = (row.id(1)?, shown(tx, review.family, row)?) else {
            return Ok(());
        };
        match all.last_mut() {
            Some((last, latest)) if *last == giver => latest.before.push((one.at, one.words)),
            _ => all.push((giver, one)),
        }
        Ok(())
    })?;
    let mut all: Vec<ContributionShown> = all.into_iter().map(|(_, one)| one).collect();
    all.sort_by_key(|one| one.before.last().map_or(one.at, |first| first.0));
    Ok(all)
}

fn shown(tx: &Tx, family: FamilyId, row: &Row) -> Result<Option<ContributionShown>> {
    let account = AccountId::from_uuid(row.id(4)?);
    let about = row.id_opt(6)?.map(PersonId::from_uuid);
    let subject = about.map_or(family.uuid(), PersonId::uuid);
    let words = match tx.open(subject, "contribution", "words", row.id(0)?, row.bytes(8)?) {
        Ok(words) => words,
        Err(Error::Sealed(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let person = row.id_opt(3)?.map(PersonId::from_uuid);
    Ok(Some(ContributionShown {
        by: person.map_or(Viewer::Account(account), Viewer::Person),
        role: row.text_opt(5)?.and_then(Role::from_key),
        name: account_name(tx, account)?,
        about,
        version: u32::try_from(row.int(2)?).map_err(|_| row.broken(2))?,
        language: row.text(7)?.to_owned(),
        words,
        at: row.int(9)?,
        before: Vec::new(),
    }))
}

const fn giver(by: Viewer) -> Uuid {
    match by {
        Viewer::Person(person) => person.uuid(),
        Viewer::Account(account) => account.uuid(),
    }
}

/// How often somebody gave what they bring to a review. In a unit of work that writes, load the review first, which holds it.
///
/// # Errors
/// The store's own.
pub fn given(tx: &Tx, review: ReviewId, by: Viewer) -> Result<u32> {
    let found = tx.row(&GIVEN, &[review.into(), giver(by).into()], |row| row.int(0))?;
    Ok(u32::try_from(found.unwrap_or_default()).unwrap_or(u32::MAX))
}

/// Stores what somebody brings, as the rules allowed, in the language it was written in, with the entry in the family's book.
///
/// # Errors
/// [`Error::Constraint`] when the same was stored at the same time.
pub fn give(
    tx: &Tx,
    (review, site): (&Review, SiteId),
    role: Option<Role>,
    language: &str,
    new: &Contribution,
) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let version = given(tx, review.id, new.by)? + 1;
    let subject = new.about.map_or(review.family.uuid(), PersonId::uuid);
    let words = tx.seal(subject, "contribution", "words", id, new.words.as_str())?;
    let person = match new.by {
        Viewer::Person(person) => Some(person),
        Viewer::Account(_) => None,
    };
    let role = role.filter(|_| person.is_none()).map(Role::key);
    let values: [Value; 13] = [
        id.into(),
        review.id.into(),
        review.family.into(),
        site.into(),
        giver(new.by).into(),
        i64::from(version).into(),
        person.into(),
        tx.account().into(),
        role.into(),
        new.about.into(),
        language.into(),
        (&words).into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    let fact = SupportFact::ContributionGiven {
        review: review.id.to_string(),
        version,
        words: new.words.as_str().to_owned(),
    };
    tx.append(&Entry {
        book: BookId::from_uuid(review.family.uuid()),
        kind: BookKind::Family,
        action: "contribution_given",
        object_kind: "review",
        object_id: Some(review.id.uuid()),
        parts: vec![Part {
            subject,
            body: Fact::Support(fact).write(),
        }],
    })?;
    Ok(())
}

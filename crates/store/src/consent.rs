//! What people of a family say to the four they were asked at the referral: each change is kept under the person's key, and
//! how they stand now beside the person.

use crate::error::{Error, Result};
use crate::journal::event::{Fact, PlanFact};
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, Value, statements};
use domain::consent::{Answer, Change, LawfulBasis, Thing};
use domain::family::Person;
use domain::id::{AccountId, BookId, FamilyId, PersonId, SiteId};
use domain::review::Attendee;
use domain::text::Text;

statements! {
    OF_FAMILY = "select c.id, c.person_id, c.thing, c.answer, c.law, c.changed_on, c.asked_by, c.language, c.words,
            c.recorded_by, c.recorded_at
        from consent_change c join person p on p.id = c.person_id
        where p.family_id = $1 order by c.recorded_at desc, c.id desc limit 400";
    // Two changes of one family at once meet here.
    HOLD = "select id from family where id = $1",
        postgres "select id from family where id = $1 for no key update";
    MAKE = "insert into consent_change (id, person_id, site_id, thing, answer, law, changed_on, asked_by, language, words,
            recorded_by, recorded_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
}

/// A change as a page shows it.
#[derive(Clone, Debug)]
pub struct ChangeShown {
    /// The change.
    pub change: Change,
    /// The language of the words.
    pub language: String,
    /// Who wrote it down, while the account is there.
    pub by: Option<String>,
    /// When it was written down, microseconds UTC.
    pub at: i64,
}

/// Every change of a family's people, the latest first, at most the latest 400.
///
/// # Errors
/// The store's own.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Vec<ChangeShown>> {
    let rows = tx.rows(&OF_FAMILY, &[family.into()], |row| {
        let Some(change) = read(tx, row)? else { return Ok(None) };
        Ok(Some(ChangeShown {
            change,
            language: row.text(7)?.to_owned(),
            by: account_name(tx, AccountId::from_uuid(row.id(9)?))?,
            at: row.int(10)?,
        }))
    })?;
    Ok(rows.into_iter().flatten().collect())
}

fn read(tx: &Tx, row: &Row) -> Result<Option<Change>> {
    let person = PersonId::from_uuid(row.id(1)?);
    let words = match tx.open_opt(person.uuid(), "consent_change", "words", row.id(0)?, row.bytes_opt(8)?) {
        Ok(words) => words,
        Err(Error::Sealed(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let law = row
        .text_opt(4)?
        .map(|law| LawfulBasis::from_key(law).ok_or_else(|| row.broken(4)));
    Ok(Some(Change {
        person,
        thing: Thing::from_key(row.text(2)?).ok_or_else(|| row.broken(2))?,
        answer: Answer::from_key(row.text(3)?).ok_or_else(|| row.broken(3))?,
        law: law.transpose()?,
        on: row.day(5)?,
        asked_by: Attendee::from_key(row.text(6)?).ok_or_else(|| row.broken(6))?,
        words: words
            .map(|words| Text::parse(&words).map_err(|_| row.broken(8)))
            .transpose()?,
    }))
}

/// Holds a family until the unit of work ends, so that of two changes one comes after the other.
///
/// # Errors
/// The store's own.
pub fn hold(tx: &Tx, family: FamilyId) -> Result<()> {
    tx.row(&HOLD, &[family.into()], |row| row.id(0))?;
    Ok(())
}

/// Stores a change as the rules allowed it, in the language its words are in: the change, how the person stands now, and the
/// entry in the family's book.
///
/// # Errors
/// The store's own.
pub fn record(
    tx: &Tx,
    (family, site): (FamilyId, SiteId),
    language: &str,
    person: &Person,
    change: &Change,
) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let subject = person.id.uuid();
    let words = change.words.as_ref().map(Text::as_str);
    let sealed = tx.seal_opt(subject, "consent_change", "words", id, words)?;
    let (on, law) = (change.on.to_string(), change.law.map(LawfulBasis::key));
    let values: [Value; 12] = [
        id.into(),
        person.id.into(),
        site.into(),
        change.thing.key().into(),
        change.answer.key().into(),
        law.into(),
        (&on).into(),
        change.asked_by.key().into(),
        language.into(),
        sealed.as_ref().into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    crate::family::set_consents(tx, person.id, &person.consents.clone().after(change))?;
    let fact = PlanFact::ConsentChanged {
        thing: change.thing.key().to_owned(),
        answer: change.answer.key().to_owned(),
        law: law.map(ToOwned::to_owned),
        on,
        asked_by: change.asked_by.key().to_owned(),
        words: words.map(ToOwned::to_owned),
    };
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action: "consent_changed",
        object_kind: "person",
        object_id: Some(subject),
        parts: vec![Part {
            subject,
            body: Fact::Plan(fact).write(),
        }],
    })?;
    Ok(())
}

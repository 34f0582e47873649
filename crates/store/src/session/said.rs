//! What was said at visits, in their own words: for a review, from one day to another.

use super::paragraphs;
use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use domain::id::{FamilyId, PersonId, SessionId};
use domain::session::Prompt;
use jiff::civil::Date;
use std::collections::HashMap;
use uuid::Uuid;

statements! {
    SAID = "select s.id, s.happened_on, s.language, s.words from session s
        where s.family_id = $1 and s.at >= $2 and s.at < $3 and s.stage = 'done' order by s.at desc, s.id desc limit 400";
    GIVEN_SAID = "select g.session_id, g.id, g.person_id, g.names_outsider, g.words
        from passage g join session s on s.id = g.session_id
        where s.family_id = $1 and s.at >= $2 and s.at < $3 and s.stage = 'done' and g.version_no = 0 and g.prompt = 'said'
        order by s.at desc, s.id desc, g.place_no limit 400";
}

/// A paragraph of what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidShown {
    /// The visit.
    pub session: SessionId,
    /// Its day.
    pub on: Date,
    /// The language it was written in.
    pub language: String,
    /// The one person it was given to; none while it is the family's.
    pub person: Option<PersonId>,
    /// Whether it names somebody outside the family.
    pub names_outsider: bool,
    /// The words.
    pub words: String,
}

/// What was said at a family's visits between two instants (microseconds UTC, the second left out), the earliest first, of the
/// latest 400 visits. What stands with somebody whose key was erased is gone.
///
/// # Errors
/// The store's own.
pub fn said(tx: &Tx, family: FamilyId, (from, to): (i64, i64)) -> Result<Vec<SaidShown>> {
    let values = [family.into(), from.into(), to.into()];
    let open = crate::key::open_many(&tx.subject_key(family.uuid())?, "session", "words");
    let mut given: HashMap<Uuid, Vec<(PersonId, bool, String)>> = HashMap::new();
    tx.each(&GIVEN_SAID, &values, |row| {
        let person = PersonId::from_uuid(row.id(2)?);
        match tx.open(person.uuid(), "passage", "words", row.id(1)?, row.bytes(4)?) {
            Ok(words) => {
                let one = (person, row.int(3)? != 0, words);
                given.entry(row.id(0)?).or_default().push(one);
                Ok(())
            }
            Err(Error::Sealed(_)) => Ok(()),
            Err(error) => Err(error),
        }
    })?;
    let mut visits = tx.rows(&SAID, &values, |row| {
        let (id, on, language) = (row.id(0)?, row.day(1)?, row.text(2)?.to_owned());
        let words = row.bytes_opt(3)?.map(|sealed| open(id, sealed)).transpose()?;
        let one = |person, names_outsider, words| SaidShown {
            session: SessionId::from_uuid(id),
            on,
            language: language.clone(),
            person,
            names_outsider,
            words,
        };
        let lines = paragraphs::of_the_family(id, words.as_deref())?.into_iter();
        let lines = lines.filter(|passage| passage.prompt == Prompt::Said);
        let mut all: Vec<SaidShown> = lines
            .map(|passage| one(None, passage.names_outsider, passage.words.as_str().to_owned()))
            .collect();
        let theirs = given.remove(&id).unwrap_or_default();
        all.extend(
            theirs
                .into_iter()
                .map(|(person, names_outsider, words)| one(Some(person), names_outsider, words)),
        );
        Ok(all)
    })?;
    visits.reverse();
    Ok(visits.into_iter().flatten().collect())
}

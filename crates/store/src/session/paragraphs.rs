//! The paragraphs of a session as they are kept: the family's together under the family's key, each that was given to one
//! person under that person's.

use crate::error::{Error, Result};
use crate::kernel::{Tx, Value, statements};
use domain::id::{PersonId, SessionId, SiteId};
use domain::session::{Passage, Prompt};
use domain::text::Text;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

statements! {
    GIVEN = "select id, place_no, person_id, prompt, names_outsider, words from passage
        where session_id = $1 and version_no = $2 order by place_no";
    GIVE = "insert into passage (session_id, version_no, place_no, id, person_id, site_id, prompt, names_outsider, words)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    DROP_GIVEN = "delete from passage where session_id = $1 and version_no = 0";
    KEEP_GIVEN = "update passage set version_no = $1 where session_id = $2 and version_no = 0";
}

/// The number of what stands there now; what stood there before it was put right for the first time is 1, and so on.
pub(super) const NOW: i64 = 0;

/// One paragraph of the family's as it is sealed.
#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(rename = "n")]
    place: usize,
    #[serde(rename = "p")]
    prompt: String,
    #[serde(rename = "o", default, skip_serializing_if = "std::ops::Not::not")]
    names_outsider: bool,
    #[serde(rename = "w")]
    words: String,
}

/// The family's paragraphs as they are sealed; nothing where there are none.
pub(super) fn of_family(passages: &[Passage]) -> Option<String> {
    let lines: Vec<Line> = numbered(passages)
        .filter(|(_, passage)| passage.person.is_none())
        .map(|(place, passage)| Line {
            place,
            prompt: passage.prompt.key().to_owned(),
            names_outsider: passage.names_outsider,
            words: passage.words.as_str().to_owned(),
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    Some(serde_json::to_string(&lines).expect("texts and numbers always serialise"))
}

fn numbered(passages: &[Passage]) -> impl Iterator<Item = (usize, &Passage)> {
    passages.iter().enumerate()
}

/// How many stand with one person.
pub(super) fn given(passages: &[Passage]) -> i64 {
    let given = passages.iter().filter(|passage| passage.person.is_some());
    i64::try_from(given.count()).unwrap_or(i64::MAX)
}

/// What is about one subject, as a part of the journal says it.
pub(super) fn about(passages: &[Passage], person: Option<PersonId>) -> Option<String> {
    let words = passages.iter().filter(|passage| passage.person == person);
    let words: Vec<&str> = words.map(|passage| passage.words.as_str()).collect();
    (!words.is_empty()).then(|| words.join("\n\n"))
}

/// Who has paragraphs of their own, each once.
pub(super) fn people(passages: &[Passage]) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = passages.iter().filter_map(|passage| passage.person).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// Stores the paragraphs that stand with one person, in place of those there were.
pub(super) fn store_given(tx: &Tx, session: SessionId, site: SiteId, passages: &[Passage]) -> Result<()> {
    tx.run(&DROP_GIVEN, &[session.into()])?;
    for (place, passage) in numbered(passages) {
        let Some(person) = passage.person else { continue };
        let id = crate::id::fresh(tx.now());
        let words = tx.seal(person.uuid(), "passage", "words", id, passage.words.as_str())?;
        let values: [Value; 9] = [
            session.into(),
            NOW.into(),
            i64::try_from(place).unwrap_or(i64::MAX).into(),
            id.into(),
            person.into(),
            site.into(),
            passage.prompt.key().into(),
            i64::from(passage.names_outsider).into(),
            (&words).into(),
        ];
        tx.run(&GIVE, &values)?;
    }
    Ok(())
}

/// Keeps the paragraphs that stand with one person as those of an earlier version.
pub(super) fn keep_given(tx: &Tx, session: SessionId, version: i64) -> Result<()> {
    tx.run(&KEEP_GIVEN, &[version.into(), session.into()])?;
    Ok(())
}

/// The paragraphs of one version, in order. Those of somebody whose key was erased are gone.
pub(super) fn read(
    tx: &Tx,
    (session, version): (SessionId, i64),
    sealed: Option<&str>,
    has_given: bool,
) -> Result<Vec<Passage>> {
    let mut placed = family_lines(session.uuid(), sealed)?;
    if has_given {
        let rows = tx.rows(&GIVEN, &[session.into(), version.into()], |row| {
            let (id, person) = (row.id(0)?, PersonId::from_uuid(row.id(2)?));
            let place = usize::try_from(row.int(1)?).map_err(|_| row.broken(1))?;
            let prompt = Prompt::from_key(row.text(3)?).ok_or_else(|| row.broken(3))?;
            let words = match tx.open(person.uuid(), "passage", "words", id, row.bytes(5)?) {
                Ok(words) => Text::parse(&words).map_err(|_| row.broken(5))?,
                Err(Error::Sealed(_)) => return Ok(None),
                Err(error) => return Err(error),
            };
            let passage = Passage {
                prompt,
                words,
                person: Some(person),
                names_outsider: row.int(4)? != 0,
            };
            Ok(Some((place, passage)))
        })?;
        placed.extend(rows.into_iter().flatten());
        placed.sort_by_key(|(place, _)| *place);
    }
    Ok(placed.into_iter().map(|(_, passage)| passage).collect())
}

/// The family's paragraphs of what stands there now, in order.
pub(super) fn of_the_family(session: Uuid, opened: Option<&str>) -> Result<Vec<Passage>> {
    let mut placed = family_lines(session, opened)?;
    placed.sort_by_key(|(place, _)| *place);
    Ok(placed.into_iter().map(|(_, passage)| passage).collect())
}

fn family_lines(session: Uuid, sealed: Option<&str>) -> Result<Vec<(usize, Passage)>> {
    let Some(sealed) = sealed else { return Ok(Vec::new()) };
    let broken = || Error::Broken {
        column: "words".to_owned(),
        row: session.to_string(),
    };
    let lines: Vec<Line> = serde_json::from_str(sealed).map_err(|_| broken())?;
    let passage = |line: Line| {
        let passage = Passage {
            prompt: Prompt::from_key(&line.prompt).ok_or_else(broken)?,
            words: Text::parse(&line.words).map_err(|_| broken())?,
            person: None,
            names_outsider: line.names_outsider,
        };
        Ok((line.place, passage))
    };
    lines.into_iter().map(passage).collect()
}

//! What happened to a session: its row with its next version, and the entry in the family's book, with a part for each person
//! something is said about.

use super::{load, minute_of, paragraphs, present_bytes};
use crate::clock::london_instant;
use crate::error::{Error, Result};
use crate::journal::event::{Fact, SupportFact};
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, Value, statements};
use domain::id::{BookId, FamilyId, PersonId, SessionId, SiteId};
use domain::session::{Event, Passage, Prompt, Session, When, Written};
use domain::text::Text;
use jiff::civil::time;
use uuid::Uuid;

statements! {
    MAKE = "insert into session (family_id, at, id, site_id, author_id, kind, place, happened_on, start_minute, minutes,
            stage, why, language, words, given, put_right, should_sign, signed_by, signed_on, signed_words, made_at,
            row_version, present)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, 0, $15, null, null, null, $16, $17, $18)";
    DROP = "delete from session where family_id = $1 and id = $2 and row_version = $3";
    WORDS = "update session set words = $1, given = $2, put_right = put_right + $3, row_version = row_version + 1
        where id = $4 and row_version = $5";
    SIGN = "update session set signed_by = $1, signed_on = $2, signed_words = $3, row_version = row_version + 1
        where id = $4 and row_version = $5";
    OLD = "select words, put_right from session where id = $1";
    KEEP_OLD = "insert into session_before (session_id, no, id, site_id, put_right_at, put_right_by, why, words)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// Stores a new session in the language it was written in.
///
/// # Errors
/// [`Error::NotFound`] for an event that makes none.
pub fn make(tx: &Tx, (family, site): (FamilyId, SiteId), language: &str, event: &Event) -> Result<SessionId> {
    let Event::Written(written) = event else {
        return Err(Error::NotFound);
    };
    let id = SessionId::from_uuid(crate::id::fresh(tx.now()));
    let fresh = Session {
        id,
        family,
        site,
        author: tx.account(),
        kind: written.new.kind,
        place: written.new.place,
        when: written.new.when,
        present: written.new.present.clone(),
        stage: written.stage,
        signed: None,
        version: 0,
    };
    insert(tx, &fresh, language, written)?;
    crate::due::keep(tx, family)?;
    Ok(id)
}

/// Stores what happened to a session. `passages` are its paragraphs as they stood.
///
/// # Errors
/// [`Error::Stale`] when it was changed since `session` was read.
pub fn record(tx: &Tx, session: &Session, language: &str, passages: &[Passage], event: &Event) -> Result<()> {
    match event {
        Event::Written(written) => {
            // The row stands where its time puts it, so that a session that moves is a row that moves.
            let gone = tx.run(
                &DROP,
                &[session.family.into(), session.id.into(), session.version.into()],
            )?;
            unchanged(tx, session, gone)?;
            insert(tx, session, language, written)?;
            crate::due::keep(tx, session.family)
        }
        Event::PutRight { passages: now, why } => put_right(tx, session, now, why),
        Event::Given { passage, person } => {
            let mut now = passages.to_vec();
            let given = now.get_mut(*passage).ok_or(Error::NotFound)?;
            let parted = given.person;
            given.person = *person;
            let (place, words) = (*passage, given.words.as_str().to_owned());
            words_now(tx, session, &now, false)?;
            let fact = |words| SupportFact::PassageGiven {
                session: session.id.to_string(),
                place,
                words,
            };
            let family = session.family.uuid();
            let mut parts = vec![(person.map_or(family, PersonId::uuid), fact(Some(words)))];
            let before = parted.map_or(family, PersonId::uuid);
            if before != parts[0].0 {
                parts.push((before, fact(None)));
            }
            note(tx, session, "passage_given", parts)
        }
        Event::Marked {
            passage,
            names_outsider,
        } => {
            let mut now = passages.to_vec();
            now.get_mut(*passage).ok_or(Error::NotFound)?.names_outsider = *names_outsider;
            words_now(tx, session, &now, false)?;
            let fact = SupportFact::PassageMarked {
                session: session.id.to_string(),
                place: *passage,
                names_outsider: *names_outsider,
            };
            note(tx, session, "passage_marked", vec![(session.family.uuid(), fact)])
        }
        Event::Signed { by, on, words } => {
            let day = on.to_string();
            let words = words.as_ref().map(Text::as_str);
            let sealed = tx.seal_opt(
                session.family.uuid(),
                "session",
                "signed_words",
                session.id.uuid(),
                words,
            )?;
            let values: [Value; 5] = [
                (*by).into(),
                (&day).into(),
                sealed.as_ref().into(),
                session.id.into(),
                session.version.into(),
            ];
            unchanged(tx, session, tx.run(&SIGN, &values)?)?;
            let fact = SupportFact::SessionSigned {
                session: session.id.to_string(),
                on: day,
                words: words.map(ToOwned::to_owned),
            };
            note(tx, session, "session_signed", vec![(session.family.uuid(), fact)])
        }
    }
}

fn unchanged(tx: &Tx, session: &Session, rows: u64) -> Result<()> {
    if rows == 0 {
        let now = load(tx, session.id)?.version;
        return Err(Error::Stale { now });
    }
    Ok(())
}

/// When it begins, for the order of a timeline: noon where no time was said.
fn instant(when: When) -> i64 {
    let at = when.at.unwrap_or(time(12, 0, 0, 0));
    london_instant(when.on.to_datetime(at)).as_microsecond()
}

fn insert(tx: &Tx, session: &Session, language: &str, written: &Written) -> Result<()> {
    let (family, id, new) = (session.family, session.id, &written.new);
    // Why it did not take place stands where what happened would.
    let why_words = written.words.iter().map(|words| Passage {
        prompt: Prompt::Happened,
        words: words.clone(),
        person: None,
        names_outsider: false,
    });
    let passages: Vec<Passage> = written.passages.iter().cloned().chain(why_words).collect();
    let sealed = seal(tx, session, &passages)?;
    let after = Session {
        kind: new.kind,
        stage: written.stage,
        ..session.clone()
    };
    let on = new.when.on.to_string();
    let present = present_bytes(&new.present);
    let values: [Value; 18] = [
        family.into(),
        instant(new.when).into(),
        id.into(),
        session.site.into(),
        session.author.into(),
        new.kind.key.into(),
        new.place.key().into(),
        (&on).into(),
        new.when.at.map(minute_of).into(),
        new.when.minutes.map(i64::from).into(),
        written.stage.key().into(),
        written.stage.why().map(domain::session::WhyNot::key).into(),
        language.into(),
        sealed.as_ref().into(),
        i64::from(after.should_be_signed()).into(),
        tx.now_micros().into(),
        (session.version + 1).into(),
        (&present).into(),
    ];
    tx.run(&MAKE, &values)?;
    if passages.iter().any(|passage| passage.person.is_some()) {
        words_now(tx, &load(tx, id)?, &passages, false)?;
    }
    let fact = |words| SupportFact::SessionWritten {
        session: id.to_string(),
        kind: new.kind.key.to_owned(),
        stage: written.stage.key().to_owned(),
        on: on.clone(),
        why: written.stage.why().map(|why| why.key().to_owned()),
        words,
    };
    let action = if written.stage == domain::session::Stage::Planned {
        "session_planned"
    } else {
        "session_written"
    };
    note(tx, session, action, parts_of(session, &passages, fact))
}

fn seal(tx: &Tx, session: &Session, passages: &[Passage]) -> Result<Option<Vec<u8>>> {
    let lines = paragraphs::of_family(passages);
    let lines = lines.as_deref();
    tx.seal_opt(session.family.uuid(), "session", "words", session.id.uuid(), lines)
}

/// What is said to the family, and to each person something is said about.
fn parts_of(
    session: &Session,
    passages: &[Passage],
    fact: impl Fn(Option<String>) -> SupportFact,
) -> Vec<(Uuid, SupportFact)> {
    let family = (session.family.uuid(), fact(paragraphs::about(passages, None)));
    let people = paragraphs::people(passages).into_iter();
    let people = people.map(|person| (person.uuid(), fact(paragraphs::about(passages, Some(person)))));
    std::iter::once(family).chain(people).collect()
}

fn words_now(tx: &Tx, session: &Session, passages: &[Passage], is_put_right: bool) -> Result<()> {
    let sealed = seal(tx, session, passages)?;
    let values: [Value; 5] = [
        sealed.as_ref().into(),
        paragraphs::given(passages).into(),
        i64::from(is_put_right).into(),
        session.id.into(),
        session.version.into(),
    ];
    unchanged(tx, session, tx.run(&WORDS, &values)?)?;
    paragraphs::store_given(tx, session.id, session.site, passages)
}

fn put_right(tx: &Tx, session: &Session, now: &[Passage], why: &Text) -> Result<()> {
    let (family, id) = (session.family.uuid(), session.id);
    let old = tx.row(&OLD, &[id.into()], |row| {
        let words = tx.open_opt(family, "session", "words", id.uuid(), row.bytes_opt(0)?)?;
        Ok((words, row.int(1)?))
    })?;
    let (words, times) = old.ok_or(Error::NotFound)?;
    let number = times + 1;
    let before = crate::id::fresh(tx.now());
    let why_sealed = tx.seal(family, "session_before", "why", before, why.as_str())?;
    let words = tx.seal_opt(family, "session_before", "words", before, words.as_deref())?;
    let values: [Value; 8] = [
        id.into(),
        number.into(),
        before.into(),
        session.site.into(),
        tx.now_micros().into(),
        tx.account().into(),
        (&why_sealed).into(),
        words.as_ref().into(),
    ];
    tx.run(&KEEP_OLD, &values)?;
    paragraphs::keep_given(tx, id, number)?;
    words_now(tx, session, now, true)?;
    let fact = |words| SupportFact::SessionPutRight {
        session: id.to_string(),
        why: why.as_str().to_owned(),
        words,
    };
    note(tx, session, "session_put_right", parts_of(session, now, fact))
}

/// What happened to a session, in the family's book.
fn note(tx: &Tx, session: &Session, action: &'static str, parts: Vec<(Uuid, SupportFact)>) -> Result<()> {
    let part = |(subject, fact): (Uuid, SupportFact)| Part {
        subject,
        body: Fact::Support(fact).write(),
    };
    tx.append(&Entry {
        book: BookId::from_uuid(session.family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "session",
        object_id: Some(session.id.uuid()),
        parts: parts.into_iter().map(part).collect(),
    })?;
    Ok(())
}

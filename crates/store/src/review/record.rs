//! What happened to a review: its row with its next version, what is due next, and the entry in the family's book.

use super::load;
use crate::clock::london_instant;
use crate::error::{Error, Result};
use crate::journal::event::{Fact, SupportFact};
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, Value, statements};
use domain::id::{BookId, FamilyId, PersonId, ReviewId, SiteId};
use domain::review::{Attendee, Decision, Event, NewReview, Review, ReviewKind, Said, Stage};
use domain::text::Text;
use jiff::civil::{Date, time};
use uuid::Uuid;

statements! {
    MAKE = "insert into review (family_id, at, id, site_id, author_id, kind, stage, held_on, there, decided, language, said,
            theirs, next_words, put_right, made_at, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16)";
    CHANGE = "update review set at = $1, author_id = $2, kind = $3, stage = $4, held_on = $5, there = $6, decided = $7,
            language = $8, said = $9, theirs = $10, next_words = $11, row_version = row_version + 1
        where id = $12 and row_version = $13";
    MAKE_PRESENT = "insert into review_present (review_id, person_id, site_id) values ($1, $2, $3)";
    CALL_OFF = "update review set stage = 'called_off', row_version = row_version + 1 where id = $1 and row_version = $2";
    OLD = "select said, theirs, next_words, put_right from review where id = $1";
    KEEP_OLD = "insert into review_before (review_id, no, id, site_id, put_right_at, put_right_by, why, said, theirs, next_words)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAID = "update review set said = $1, theirs = $2, next_words = $3, put_right = put_right + 1, row_version = row_version + 1
        where id = $4 and row_version = $5";
}

/// What is sealed of a review.
struct Sealed {
    said: Option<Vec<u8>>,
    theirs: Option<Vec<u8>>,
    next: Option<Vec<u8>>,
}

fn seal(tx: &Tx, family: FamilyId, table: &'static str, id: Uuid, said: Option<&Said>) -> Result<Sealed> {
    let one = |column: &'static str, words: Option<&Text>| {
        tx.seal_opt(family.uuid(), table, column, id, words.map(Text::as_str))
    };
    Ok(Sealed {
        said: one("said", said.map(|said| &said.said))?,
        theirs: one("theirs", said.and_then(|said| said.theirs.as_ref()))?,
        next: one("next_words", said.and_then(|said| said.next.as_ref()))?,
    })
}

/// A review as its row has it.
struct Fields<'a> {
    kind: ReviewKind,
    stage: Stage,
    on: Date,
    held: Option<&'a NewReview>,
}

impl<'a> Fields<'a> {
    fn of(event: &'a Event) -> Option<Self> {
        match event {
            Event::Planned { kind, on } => Some(Self {
                kind: *kind,
                stage: Stage::Planned,
                on: *on,
                held: None,
            }),
            Event::Held(new) => Some(Self {
                kind: new.kind,
                stage: Stage::Held,
                on: new.on,
                held: Some(new),
            }),
            Event::CalledOff | Event::PutRight { .. } => None,
        }
    }

    /// Noon of the day: reviews have no time of their own.
    fn at(&self) -> i64 {
        london_instant(self.on.to_datetime(time(12, 0, 0, 0))).as_microsecond()
    }

    fn there(&self) -> String {
        let there = self.held.map(|new| new.there.as_slice()).unwrap_or_default();
        there
            .iter()
            .map(|one: &Attendee| one.key())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn decided(&self) -> Vec<&'static str> {
        let decided = self.held.map(|new| new.decided.as_slice()).unwrap_or_default();
        decided.iter().map(|one: &Decision| one.key()).collect()
    }

    fn present(&self) -> &[PersonId] {
        self.held.map(|new| new.present.as_slice()).unwrap_or_default()
    }
}

/// Stores a new review in the language it was written in.
///
/// # Errors
/// [`Error::NotFound`] for an event that makes none.
pub fn make(tx: &Tx, (family, site): (FamilyId, SiteId), language: &str, event: &Event) -> Result<ReviewId> {
    let fields = Fields::of(event).ok_or(Error::NotFound)?;
    let id = ReviewId::from_uuid(crate::id::fresh(tx.now()));
    let sealed = seal(tx, family, "review", id.uuid(), fields.held.map(|new| &new.said))?;
    let (on, there, decided) = (fields.on.to_string(), fields.there(), fields.decided().join(" "));
    let values: [Value; 16] = [
        family.into(),
        fields.at().into(),
        id.into(),
        site.into(),
        tx.account().into(),
        fields.kind.key().into(),
        fields.stage.key().into(),
        (&on).into(),
        (&there).into(),
        (&decided).into(),
        language.into(),
        sealed.said.as_ref().into(),
        sealed.theirs.as_ref().into(),
        sealed.next.as_ref().into(),
        tx.now_micros().into(),
        1_i64.into(),
    ];
    tx.run(&MAKE, &values)?;
    make_present(tx, id, site, fields.present())?;
    written(tx, family, id, &fields)?;
    crate::due::keep(tx, family)?;
    Ok(id)
}

/// Stores what happened to a review, in the language it was written in.
///
/// # Errors
/// [`Error::Stale`] when it was changed since `review` was read.
pub fn record(tx: &Tx, review: &Review, language: &str, event: &Event) -> Result<()> {
    match event {
        Event::Planned { .. } | Event::Held(_) => change(tx, review, language, event)?,
        Event::CalledOff => {
            unchanged(
                tx,
                review,
                tx.run(&CALL_OFF, &[review.id.into(), review.version.into()])?,
            )?;
            let fact = SupportFact::ReviewCalledOff {
                review: review.id.to_string(),
                kind: review.kind.key().to_owned(),
                on: review.on.to_string(),
            };
            note(tx, review.family, review.id, "review_called_off", fact)?;
        }
        Event::PutRight { said, why } => put_right(tx, review, said, why)?,
    }
    crate::due::keep(tx, review.family)
}

fn change(tx: &Tx, review: &Review, language: &str, event: &Event) -> Result<()> {
    let fields = Fields::of(event).ok_or(Error::NotFound)?;
    let sealed = seal(
        tx,
        review.family,
        "review",
        review.id.uuid(),
        fields.held.map(|new| &new.said),
    )?;
    let (on, there, decided) = (fields.on.to_string(), fields.there(), fields.decided().join(" "));
    // Whoever writes it down is its author, whoever planned it.
    let values: [Value; 13] = [
        fields.at().into(),
        tx.account().into(),
        fields.kind.key().into(),
        fields.stage.key().into(),
        (&on).into(),
        (&there).into(),
        (&decided).into(),
        language.into(),
        sealed.said.as_ref().into(),
        sealed.theirs.as_ref().into(),
        sealed.next.as_ref().into(),
        review.id.into(),
        review.version.into(),
    ];
    unchanged(tx, review, tx.run(&CHANGE, &values)?)?;
    make_present(tx, review.id, review.site, fields.present())?;
    written(tx, review.family, review.id, &fields)
}

fn make_present(tx: &Tx, id: ReviewId, site: SiteId, people: &[PersonId]) -> Result<()> {
    for person in people {
        tx.run(&MAKE_PRESENT, &[id.into(), (*person).into(), site.into()])?;
    }
    Ok(())
}

fn unchanged(tx: &Tx, review: &Review, rows: u64) -> Result<()> {
    if rows == 0 {
        let now = load(tx, review.family, review.id)?.version;
        return Err(Error::Stale { now });
    }
    Ok(())
}

fn written(tx: &Tx, family: FamilyId, id: ReviewId, fields: &Fields<'_>) -> Result<()> {
    let said = fields.held.map(|new| &new.said);
    let fact = SupportFact::ReviewWritten {
        review: id.to_string(),
        kind: fields.kind.key().to_owned(),
        stage: fields.stage.key().to_owned(),
        on: fields.on.to_string(),
        decided: fields.decided().into_iter().map(ToOwned::to_owned).collect(),
        words: said.map(in_one),
    };
    let action = if fields.held.is_some() {
        "review_held"
    } else {
        "review_planned"
    };
    note(tx, family, id, action, fact)
}

/// What was said, as a part of the journal says it.
fn in_one(said: &Said) -> String {
    let all = [Some(&said.said), said.theirs.as_ref(), said.next.as_ref()];
    all.into_iter()
        .flatten()
        .map(Text::as_str)
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn put_right(tx: &Tx, review: &Review, said: &Said, why: &Text) -> Result<()> {
    let (family, id) = (review.family.uuid(), review.id.uuid());
    let old = tx.row(&OLD, &[id.into()], |row| {
        let open = |column: &'static str, at: usize| tx.open_opt(family, "review", column, id, row.bytes_opt(at)?);
        let words = [open("said", 0)?, open("theirs", 1)?, open("next_words", 2)?];
        Ok((words, row.int(3)?))
    })?;
    let (words, times) = old.ok_or(Error::NotFound)?;
    let before = crate::id::fresh(tx.now());
    let keep = |column: &'static str, words: Option<&String>| {
        tx.seal_opt(family, "review_before", column, before, words.map(String::as_str))
    };
    let why_sealed = keep("why", Some(&why.as_str().to_owned()))?;
    let (was_said, was_theirs, was_next) = (
        keep("said", words[0].as_ref())?,
        keep("theirs", words[1].as_ref())?,
        keep("next_words", words[2].as_ref())?,
    );
    let values: [Value; 10] = [
        id.into(),
        (times + 1).into(),
        before.into(),
        review.site.into(),
        tx.now_micros().into(),
        tx.account().into(),
        why_sealed.as_ref().into(),
        was_said.as_ref().into(),
        was_theirs.as_ref().into(),
        was_next.as_ref().into(),
    ];
    tx.run(&KEEP_OLD, &values)?;
    let sealed = seal(tx, review.family, "review", id, Some(said))?;
    let values: [Value; 5] = [
        sealed.said.as_ref().into(),
        sealed.theirs.as_ref().into(),
        sealed.next.as_ref().into(),
        id.into(),
        review.version.into(),
    ];
    unchanged(tx, review, tx.run(&SAID, &values)?)?;
    let fact = SupportFact::ReviewPutRight {
        review: review.id.to_string(),
        why: why.as_str().to_owned(),
        words: in_one(said),
    };
    note(tx, review.family, review.id, "review_put_right", fact)
}

/// What happened to a review, in the family's book.
fn note(tx: &Tx, family: FamilyId, id: ReviewId, action: &'static str, fact: SupportFact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "review",
        object_id: Some(id.uuid()),
        parts: vec![Part {
            subject: family.uuid(),
            body: Fact::Support(fact).write(),
        }],
    })?;
    Ok(())
}

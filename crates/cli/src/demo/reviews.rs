//! The reviews of the demonstration: every twelve weeks for most families, none for some, and a next one that is planned.

use anyhow::Result;
use domain::access::{Action, Actor, Object};
use domain::id::FamilyId;
use domain::review::{Attendee, Bounds, Decision, NewReview, ReviewKind, Said, hold, plan};
use domain::text::Text;
use jiff::ToSpan;
use store::{Store, Tx, review};

/// In which weeks with its carer a family is reviewed: each so manieth.
pub const EVERY_WEEKS: usize = 12;

/// After which day, counted from today, the reviews of some families were forgotten.
pub const FORGOTTEN_DAYS: i32 = -150;

/// What was said at a review, in Welsh and in English: what was said, in their words, and what is next.
const SAID: [[&str; 3]; 2] = [
    [
        "Mae’r boreau’n dawelach a’r plant yn yr ysgol ar amser bedwar diwrnod o bump. Mae nosweithiau Sul yn anodd o hyd.",
        "Dw i’n dechrau credu y gallwn ni wneud hyn.",
        "Cario ymlaen fel hyn. Yr ysgol i ffonio os bydd dydd Llun yn anodd.",
    ],
    [
        "Mornings are calmer and the children are in school on time four days of five. Sunday nights are still hard.",
        "I am starting to think we can do this.",
        "Go on as now. School rings if Monday is hard.",
    ],
];

/// Writes down a review that was held today.
pub async fn held(store: &Store, carer: &Actor, family: FamilyId, (area, number): (usize, usize)) -> Result<()> {
    let may = store.permit(carer, Action::HoldReview, Object::Family(family)).await?;
    let is_welsh = area == 0 && number.is_multiple_of(2);
    let [said, theirs, next] = SAID[usize::from(!is_welsh)];
    let said = Said {
        said: Text::parse(said)?,
        theirs: Text::parse_optional(theirs)?,
        next: Text::parse_optional(next)?,
    };
    let unit = move |tx: &Tx| -> Result<()> {
        let (begun, people) = review::bounds(tx, family)?;
        let bounds = Bounds { begun, people: &people };
        let new = NewReview {
            kind: ReviewKind::Review,
            on: tx.today(),
            there: vec![Attendee::Carer, Attendee::Supervisor, Attendee::FamilyWorker],
            present: people.clone(),
            decided: vec![Decision::Continue],
            said: said.clone(),
        };
        let event = hold(new, tx.today(), bounds)?;
        let (known, _) = store::family::load(tx, family)?;
        review::make(tx, (family, known.site), if is_welsh { "cy" } else { "en" }, &event)?;
        Ok(())
    };
    store.write(may, unit).await
}

/// Plans the next review for ten days from today.
pub async fn plan_next(store: &Store, carer: &Actor, family: FamilyId) -> Result<()> {
    let may = store.permit(carer, Action::HoldReview, Object::Family(family)).await?;
    let unit = move |tx: &Tx| -> Result<()> {
        let (begun, people) = review::bounds(tx, family)?;
        let bounds = Bounds { begun, people: &people };
        let on = tx.today().saturating_add(10.days());
        let event = plan(ReviewKind::Review, on, tx.today(), bounds)?;
        let (known, _) = store::family::load(tx, family)?;
        review::make(tx, (family, known.site), "en", &event)?;
        Ok(())
    };
    store.write(may, unit).await
}

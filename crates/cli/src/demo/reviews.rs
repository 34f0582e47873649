//! The reviews of the demonstration: every twelve weeks for most families, none for some, and a next one that is planned.

use anyhow::Result;
use domain::access::{Action, Actor, Object};
use domain::family::Part;
use domain::id::{FamilyId, ReviewId};
use domain::plan::Viewer;
use domain::review::{Attendee, Bounds, Contribution, Decision, NewReview, ReviewKind, Said, hold, plan};
use domain::role::Role;
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
pub async fn plan_next(store: &Store, carer: &Actor, family: FamilyId) -> Result<ReviewId> {
    let may = store.permit(carer, Action::HoldReview, Object::Family(family)).await?;
    let unit = move |tx: &Tx| -> Result<ReviewId> {
        let (begun, people) = review::bounds(tx, family)?;
        let bounds = Bounds { begun, people: &people };
        let on = tx.today().saturating_add(10.days());
        let event = plan(ReviewKind::Review, on, tx.today(), bounds)?;
        let (known, _) = store::family::load(tx, family)?;
        Ok(review::make(tx, (family, known.site), "en", &event)?)
    };
    store.write(may, unit).await
}

/// What people bring to a review, in Welsh and in English: the social worker, and a parent on the carer's phone.
const BROUGHT: [[&str; 2]; 2] = [
    [
        "Mae’r ysgol yn dweud bod y boreau’n well. Hoffwn i siarad am nos Sul, ac a yw dau ymweliad yr wythnos yn ormod nawr.",
        "Dw i eisiau dweud fy hun beth sydd wedi newid. A gofyn am help gyda’r nosweithiau.",
    ],
    [
        "School says mornings are better. I would like to talk about Sunday nights, and whether two visits a week are too many now.",
        "I want to say myself what has changed. And ask for help with the evenings.",
    ],
];

/// What is brought to a planned review: by the social worker in every second family, by a parent in all.
pub async fn brought(
    store: &Store,
    (carer, worker): (&Actor, &Actor),
    (family, id): (FamilyId, ReviewId),
    (area, n): (usize, usize),
) -> Result<()> {
    let [theirs, parents] = BROUGHT[usize::from(area != 0)];
    let language = if area == 0 { "cy" } else { "en" };
    let give = |by: Viewer, role: Role, words: &'static str| {
        move |tx: &Tx| -> Result<()> {
            let one = review::load(tx, family, id)?;
            let (_, people) = review::bounds(tx, family)?;
            let words = Text::parse(words)?;
            let new = Contribution { by, about: None, words };
            let new = one.contribute(new, (0, 0), &people)?;
            review::give(tx, (&one, one.site), Some(role), language, &new)?;
            Ok(())
        }
    };
    let object = Object::Family(family);
    if let (Actor::Account { id, .. }, true) = (worker, n.is_multiple_of(2)) {
        let may = store.permit(worker, Action::ContributeToReview, object).await?;
        let unit = give(Viewer::Account(*id), Role::FamilyWorker, theirs);
        store.write(may, unit).await?;
    }
    let may = store.permit(carer, Action::HoldReview, object).await?;
    let parent = store.read(may, move |tx| store::family::people(tx, family)).await?;
    let Some(parent) = parent.into_iter().find(|person| person.part == Part::Adult) else {
        return Ok(());
    };
    let may = store.permit(carer, Action::HoldReview, object).await?;
    store
        .write(may, give(Viewer::Person(parent.id), Role::Carer, parents))
        .await
}

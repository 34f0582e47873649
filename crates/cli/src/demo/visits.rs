//! What the carers of the demonstration write down: a visit in most weeks, some that did not happen, one that is to come, and
//! support that steps up when it is hard and down when it is better.

use super::carers::Who;
use anyhow::{Context, Result};
use domain::access::{Action, Actor, Object};
use domain::id::FamilyId;
use domain::level::Level;
use domain::session::{Bounds, Event, NewSession, Passage, Place, Prompt, Then, When, WhyNot, paragraphs, plan, write};
use domain::step::{Cause, NewStep, Voice};
use domain::support::kind;
use domain::text::Text;
use jiff::ToSpan;
use jiff::civil::time;
use store::{Store, Tx, session, step};

/// For how many weeks visits are written down, at most.
pub const WEEKS: usize = 60;

/// A step of support as it is told: in which week, to which level, why, who asked, and the reason in English and in Welsh.
pub struct Stair {
    /// In which week after the first.
    pub week: usize,
    to: u8,
    cause: Cause,
    asked_by: Voice,
    reason: [&'static str; 2],
}

/// How support steps up and down for the families that have a hard time, and then a good one.
pub const STAIRS: &[Stair] = &[
    Stair {
        week: 5,
        to: 3,
        cause: Cause::Harder,
        asked_by: Voice::Parent,
        reason: [
            "Nights have been hard since the move. Two visits a week until the routine holds.",
            "Mae’r nosweithiau wedi bod yn anodd ers symud tŷ. Dau ymweliad yr wythnos nes bod y drefn yn dal.",
        ],
    },
    Stair {
        week: 11,
        to: 2,
        cause: Cause::Better,
        asked_by: Voice::Carer,
        reason: [
            "Bedtime has held for six weeks and the school says mornings are calm.",
            "Mae amser gwely wedi dal ers chwe wythnos, ac mae’r ysgol yn dweud bod y boreau’n dawel.",
        ],
    },
    Stair {
        week: 24,
        to: 1,
        cause: Cause::Better,
        asked_by: Voice::Parent,
        reason: [
            "They do the week on their own sheet now. A visit every two weeks, to hear how it goes.",
            "Maen nhw’n trefnu’r wythnos ar eu dalen eu hunain nawr. Ymweliad bob pythefnos, i glywed sut mae’n mynd.",
        ],
    },
    Stair {
        week: 29,
        to: 2,
        cause: Cause::Harder,
        asked_by: Voice::FamilyWorker,
        reason: [
            "Work ended without warning and everybody is at home and worried. Every week again for now.",
            "Daeth y gwaith i ben yn ddirybudd, ac mae pawb gartref ac yn poeni. Bob wythnos eto am y tro.",
        ],
    },
];

/// One visit as it is written about: the kind, where, what went well, what happened, what was said, what is next.
struct Told {
    kind: &'static str,
    place: Place,
    well: &'static str,
    happened: &'static str,
    said: &'static str,
    did: &'static str,
    next: &'static str,
}

const ENGLISH: &[Told] = &[
    Told {
        kind: "mentoring",
        place: Place::Home,
        well: "The kettle was on when I came, and the letters from school were all in one place.",
        happened: "We went through the week on one sheet of paper: who takes whom where. It fits, but for Thursdays.",
        said: "I did not think I could ring the school and not shout. I did, and they were nice.",
        did: "Listened, and drew the week.",
        next: "Try the sheet for a week and see where Thursday pinches.",
    },
    Told {
        kind: "home_routines",
        place: Place::Home,
        well: "Teeth, story, light out, in that order, two nights out of three.",
        happened: "We did bedtime together from six o’clock. The youngest came out four times and was walked back each time \
                   without a word.\n\nIt took forty minutes; last week it was two hours.",
        said: "It is quiet. I am not used to it being quiet.",
        did: "Sat on the stairs and kept out of it.",
        next: "The same on Sunday, without me.",
    },
    Told {
        kind: "play_together",
        place: Place::Out,
        well: "They chose the game together and nobody left the table.",
        happened: "An hour in the park with a bat and ball. There was one quarrel about turns, and they settled it before I had \
                   to say anything.",
        said: "Again on Saturday?",
        did: "Held the coats.",
        next: "Bring the frisbee.",
    },
    Told {
        kind: "mentoring",
        place: Place::Phone,
        well: "",
        happened: "A call, because the road was flooded. The money for the meter is sorted until Friday.",
        said: "",
        did: "Looked up the number of the advice centre.",
        next: "Ring on Friday.",
    },
];

const WELSH: &[Told] = &[
    Told {
        kind: "mentoring",
        place: Place::Home,
        well: "Roedd y tegell yn berwi pan gyrhaeddais, a llythyrau’r ysgol i gyd mewn un lle.",
        happened: "Aethom drwy’r wythnos ar un ddalen o bapur: pwy sy’n mynd â phwy i ble. Mae’n gweithio, heblaw am ddydd \
                   Iau.",
        said: "Do’n i ddim yn meddwl y gallwn i ffonio’r ysgol heb weiddi. Ond mi wnes i, ac roedden nhw’n glên.",
        did: "Gwrando, a thynnu llun o’r wythnos.",
        next: "Rhoi cynnig ar y ddalen am wythnos a gweld lle mae dydd Iau’n gwasgu.",
    },
    Told {
        kind: "home_routines",
        place: Place::Home,
        well: "Dannedd, stori, golau i ffwrdd, yn y drefn honno, dwy noson o dair.",
        happened: "Gwnaethom amser gwely gyda’n gilydd o chwech o’r gloch. Daeth yr ieuengaf allan bedair gwaith, a chael ei \
                   arwain yn ôl bob tro heb air.\n\nDeugain munud gymerodd hi; dwy awr yr wythnos ddiwethaf.",
        said: "Mae’n dawel. Dydw i ddim wedi arfer â thawelwch.",
        did: "Eistedd ar y grisiau a chadw draw.",
        next: "Yr un fath ddydd Sul, hebof i.",
    },
    Told {
        kind: "family_learning",
        place: Place::CarersHome,
        well: "Pawb wedi troi’r llwy o leiaf unwaith.",
        happened: "Gwnaethom gawl a bara gyda’n gilydd. Darllenodd yr hynaf y rysáit, a mesurodd yr ieuengaf y blawd.",
        said: "Gawn ni wneud hwn adre?",
        did: "Ysgrifennu’r rysáit allan i fynd adref.",
        next: "Prynu blawd gyda’i gilydd ddydd Sadwrn.",
    },
];

fn told(area: usize, n: usize) -> (&'static Told, &'static str) {
    // In the area in Wales two in three are written in Welsh.
    if area == 0 && !n.is_multiple_of(3) {
        (&WELSH[n % WELSH.len()], "cy")
    } else {
        (&ENGLISH[n % ENGLISH.len()], "en")
    }
}

fn answers(told: &Told) -> Result<Vec<Passage>> {
    let mut all = Vec::new();
    for (prompt, words) in [
        (Prompt::WentWell, told.well),
        (Prompt::Happened, told.happened),
        (Prompt::Said, told.said),
        (Prompt::Did, told.did),
        (Prompt::Next, told.next),
    ] {
        if let Some(words) = Text::parse_optional(words)? {
            all.extend(paragraphs(prompt, &words));
        }
    }
    Ok(all)
}

/// Writes down the visit of a week: most happened, every seventh did not.
pub async fn visit(store: &Store, carer: &Actor, family: FamilyId, (area, n): (usize, usize)) -> Result<()> {
    let (told, language) = told(area, n);
    let why = [WhyNot::Illness, WhyNot::NotHome, WhyNot::Holiday, WhyNot::Carer][n / 7 % 4];
    let then = if n % 7 == 6 {
        Then::Missed(why, None)
    } else {
        Then::Done(answers(told)?)
    };
    write_down(store, carer, family, (told, language), then).await
}

async fn write_down(
    store: &Store,
    carer: &Actor,
    family: FamilyId,
    (told, language): (&'static Told, &'static str),
    then: Then,
) -> Result<()> {
    let may = store.permit(carer, Action::AddSession, Object::Family(family)).await?;
    let unit = move |tx: &Tx| -> Result<()> {
        let (earliest, people) = session::bounds(tx, family)?;
        let bounds = Bounds {
            earliest,
            people: &people,
        };
        let (known, _) = store::family::load(tx, family)?;
        let new = NewSession {
            kind: kind(told.kind).context("a kind of the register")?,
            place: told.place,
            when: When {
                on: tx.today(),
                at: Some(time(15, 30, 0, 0)),
                minutes: Some(60),
            },
            present: people.clone(),
        };
        let event = write(new, then.clone(), store::clock::london_time(tx.now()), bounds)?;
        session::make(tx, (family, known.site), language, &event)?;
        Ok(())
    };
    store.write(may, unit).await
}

/// Plans the next visit.
pub async fn plan_next(store: &Store, carer: &Actor, family: FamilyId) -> Result<()> {
    let may = store.permit(carer, Action::AddSession, Object::Family(family)).await?;
    let unit = move |tx: &Tx| -> Result<()> {
        let (earliest, people) = session::bounds(tx, family)?;
        let bounds = Bounds {
            earliest,
            people: &people,
        };
        let (known, _) = store::family::load(tx, family)?;
        let new = NewSession {
            kind: kind("mentoring").context("a kind of the register")?,
            place: Place::Home,
            when: When {
                on: tx.today().saturating_add(6.days()),
                at: Some(time(16, 0, 0, 0)),
                minutes: Some(60),
            },
            present: people.clone(),
        };
        let event: Event = plan(new, tx.today(), bounds)?;
        session::make(tx, (family, known.site), "en", &event)?;
        Ok(())
    };
    store.write(may, unit).await
}

/// Signs what waits for somebody who supervises.
pub async fn sign(store: &Store, (actor, by): Who<'_>) -> Result<()> {
    let may = store.permit(actor, Action::SeeHome, Object::Own).await?;
    let waits = store.read(may, move |tx| session::to_sign(tx, by, tx.today())).await?;
    for one in waits {
        let id = one.id;
        let may = store
            .permit(actor, Action::CountersignSession, Object::Session(id))
            .await?;
        let unit = move |tx: &Tx| -> Result<()> {
            let known = session::load(tx, id)?;
            let event = known.sign(by, tx.today(), None)?;
            Ok(session::record(tx, &known, "en", &[], &event)?)
        };
        store.write(may, unit).await?;
    }
    Ok(())
}

/// Steps support up, or down again.
pub async fn step_to(
    store: &Store,
    (actor, by): Who<'_>,
    (family, area): (FamilyId, usize),
    stair: &'static Stair,
) -> Result<()> {
    let may = store.permit(actor, Action::StepSupport, Object::Family(family)).await?;
    let reason = Text::parse(stair.reason[usize::from(area == 0)])?;
    let unit = move |tx: &Tx| -> Result<()> {
        let steps = step::steps(tx, family)?;
        let (known, _) = store::family::load(tx, family)?;
        let new = NewStep {
            to: Level::new(stair.to).context("one figure")?,
            on: tx.today(),
            cause: stair.cause,
            asked_by: stair.asked_by,
            agreed_by: vec![Voice::Parent, Voice::Carer, Voice::FamilyWorker],
            expected_end: None,
            reason: reason.clone(),
        };
        let ladders = store::ladder::of_site(tx, known.site)?;
        let event = steps.step((by, tx.today()), true, ladders.on(tx.today()), new)?;
        step::record(tx, known.site, &event)?;
        Ok(())
    };
    store.write(may, unit).await
}

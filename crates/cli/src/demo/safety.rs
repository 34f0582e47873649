//! What keeps people safe in the demonstration: numbers to ring, a late call that was signed and one that waits, a concern that
//! was decided and one that nobody has read yet.

use super::carers::Who;
use anyhow::Result;
use domain::access::{Action, Actor, Object};
use domain::concern::{self, AtRisk, Concern, Decision, Entry as Added, Means, NewConcern, Report, Safety, Whom};
use domain::crisis::{Bounds, Caller, Entry, NewCrisis, Outcome, Responded, Response, Told, write};
use domain::id::{ConcernId, FamilyId, SiteId};
use domain::ring::{Days, Number};
use domain::text::Text;
use jiff::SignedDuration;
use jiff::civil::{Time, time};
use store::{Store, Tx, crisis, ring, session};

/// The numbers of an area: its duty team in office hours, its emergency team otherwise.
///
/// Source: Ofcom, telephone numbers for use in drama: 01632 960000 to 960999 belong to nobody.
pub async fn numbers(store: &Store, lead: &Actor, site: SiteId, area: usize) -> Result<()> {
    type Hours = (&'static str, &'static str, Days, (i8, i8));
    let names: [Hours; 3] = [
        ("Duty team", "Y tîm dyletswydd", Days::Week, (9, 17)),
        (
            "Emergency duty team",
            "Y tîm dyletswydd y tu allan i oriau",
            Days::Every,
            (17, 9),
        ),
        (
            "Emergency duty team",
            "Y tîm dyletswydd y tu allan i oriau",
            Days::Weekend,
            (9, 17),
        ),
    ];
    let number = |(at, (en, cy, days, (from, to))): (usize, Hours)| Number {
        name_en: en.to_owned(),
        name_cy: cy.to_owned(),
        // Both hours of the emergency team have one number.
        number: format!("01632 960{:03}", area * 10 + at.min(1)),
        days,
        from: time(from, 0, 0, 0),
        to: time(to, 0, 0, 0),
    };
    let numbers: Vec<Number> = names.into_iter().enumerate().map(number).collect();
    let may = store.permit(lead, Action::SetNumbers, Object::Site(site)).await?;
    store.write(may, move |tx| ring::set(tx, site, &numbers)).await?;
    Ok(())
}

/// What is written of a late call: what was asked, what was done, how it ended.
struct Rang {
    asked: &'static str,
    did: &'static str,
    ended: &'static str,
    language: &'static str,
}

const RANG: [Rang; 2] = [
    Rang {
        asked: "Galwad am chwarter i ddeg. Roedd dadl wedi bod, ac roedd pawb wedi dychryn. Gofynnodd Mam a allwn i ddod draw.",
        did: "Es draw, a chawsom de. Gwrandewais, ac arhosais nes bod y tŷ’n dawel.",
        ended: "Roedd pawb yn y gwely erbyn un ar ddeg.",
        language: "cy",
    },
    Rang {
        asked: "A call at a quarter to ten. There had been an argument and everybody was frightened. Mum asked whether I could come.",
        did: "I went, and we had tea. I listened and stayed until the house was quiet.",
        ended: "All were in bed by eleven.",
        language: "en",
    },
];

/// Writes down a late call: somebody rang, and the carer went.
pub async fn rang(store: &Store, carer: &Actor, family: FamilyId, area: usize) -> Result<()> {
    let told = &RANG[area.min(1)];
    let (asked, did) = (Text::parse(told.asked)?, Text::parse(told.did)?);
    let ended = Text::parse(told.ended)?;
    let may = store.permit(carer, Action::WriteCrisis, Object::Family(family)).await?;
    let unit = move |tx: &Tx| -> Result<()> {
        let (known, _) = store::family::load(tx, family)?;
        let (earliest, _) = session::bounds(tx, family)?;
        let received_at = store::clock::london_instant(tx.today().to_datetime(time(21, 45, 0, 0)));
        let new = NewCrisis {
            received_at,
            caller: Some(Caller::Parent),
            asked: asked.clone(),
            entries: vec![
                Entry::Responded(Responded {
                    kind: Response::Visit,
                    at: received_at + SignedDuration::from_mins(25),
                    words: Some(did.clone()),
                }),
                Entry::Told(vec![Told::Supervisor], None),
                Entry::Ended(Outcome::Calmer, Some(ended.clone())),
            ],
        };
        let bounds = Bounds {
            earliest: store::clock::london_instant(earliest.to_datetime(Time::midnight())),
            now: tx.now(),
        };
        let event = write(new, bounds)?;
        crisis::make(tx, (family, known.site), told.language, &event)?;
        Ok(())
    };
    store.write(may, unit).await
}

/// Signs the calls for help that wait for somebody who supervises.
pub async fn sign(store: &Store, (actor, by): Who<'_>) -> Result<()> {
    for one in crisis::to_sign(store, by).await? {
        let id = one.id;
        let may = store.permit(actor, Action::SignCrisis, Object::Crisis(id)).await?;
        let unit = move |tx: &Tx| -> Result<()> {
            let known = crisis::load(tx, id)?;
            let event = known.sign(by, tx.today(), None)?;
            Ok(crisis::record(tx, &known, "en", &event)?)
        };
        store.write(may, unit).await?;
    }
    Ok(())
}

/// What a carer writes of a concern, in Welsh and in English.
const CONCERNS: [(&str, &str, &str); 2] = [
    (
        "Roedd clais ar fraich y plentyn, mor hir â bys. Dywedodd, heb i mi ofyn, “Nid cwympo wnes i.” Nodais y geiriau yn syth wedyn.",
        "Mae’r plentyn gyda’i fodryb heno.",
        "cy",
    ),
    (
        "There was a bruise on the child’s arm, as long as a finger. The child said, without being asked, “I did not fall.” I wrote \
         the words down straight afterwards.",
        "The child is at an aunt’s tonight.",
        "en",
    ),
];

/// A carer raises a concern; some have rung the duty team before.
pub async fn raise(store: &Store, carer: &Actor, family: FamilyId, area: usize, rang: bool) -> Result<ConcernId> {
    let (what, safe, language) = CONCERNS[area.min(1)];
    let (what, safe, agency) = (
        Text::parse(what)?,
        Text::parse(safe)?,
        Text::parse("Emergency duty team")?,
    );
    let packs = store.packs().to_vec();
    let may = store
        .permit(carer, Action::RaiseConcern, Object::Family(family))
        .await?;
    let unit = move |tx: &Tx| -> Result<ConcernId> {
        let (known, _) = store::family::load(tx, family)?;
        let (_, people) = session::bounds(tx, family)?;
        let bounds = concern::Bounds {
            people: &people,
            accounts: &[],
            origin_is_ours: false,
            written_within_hours: store::concern::written_within(tx, known.site, &packs)?,
        };
        let report = Report {
            agency: agency.clone(),
            name: None,
            at: tx.now() - SignedDuration::from_mins(20),
            how: Means::Phone,
            reference: None,
        };
        let new = NewConcern {
            at_risk: AtRisk::Child,
            people: people.first().copied().into_iter().collect(),
            whom: Whom::default(),
            what: what.clone(),
            safety: Safety::Safe,
            safety_words: Some(safe.clone()),
            report: rang.then_some(report),
            origin: None,
        };
        let event = concern::raise(new, tx.now(), bounds)?;
        Ok(store::concern::raise(tx, (family, known.site), language, &event)?.id)
    };
    store.write(may, unit).await
}

/// Somebody reads a concern.
pub async fn read(store: &Store, who: &Actor, id: ConcernId) -> Result<()> {
    let may = store.permit(who, Action::OpenConcern, Object::Concern(id)).await?;
    store.read(may, move |tx| store::concern::show(tx, id)).await?;
    Ok(())
}

/// The safeguarding lead says that the writing followed, and decides.
pub async fn decide(store: &Store, (lead, by): Who<'_>, id: ConcernId, area: usize) -> Result<()> {
    let (language, words) = if area == 0 {
        (
            "cy",
            "Cyfarfu’r tîm â’r teulu drannoeth. Cafwyd eglurhad gan yr ysgol; mae cynllun am fis.",
        )
    } else {
        (
            "en",
            "The team met the family the next day. The school had an explanation; there is a plan for a month.",
        )
    };
    let words = Text::parse(words)?;
    let may = store.permit(lead, Action::DecideConcern, Object::Concern(id)).await?;
    let unit = move |tx: &Tx| -> Result<()> {
        let known = store::concern::load(tx, id)?;
        let at = tx.now();
        let written = known.add(Added::Written { at, words: None }, tx.now())?;
        store::concern::record(tx, &known, language, &written)?;
        let known = known.after(&written);
        let event = Concern::decide(by, tx.today(), Decision::MoreSupport, words.clone());
        Ok(store::concern::record(tx, &known, language, &event)?)
    };
    store.write(may, unit).await
}

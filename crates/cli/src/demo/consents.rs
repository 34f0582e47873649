//! What people of the demonstration agree to when the plan is talked about: stays over and a story, which some take back later.

use anyhow::{Context, Result};
use domain::access::{Action, Actor, Object};
use domain::consent::{Answer, Change, LawfulBasis, Stands, Thing};
use domain::family::{Part, Person};
use domain::id::FamilyId;
use domain::review::Attendee;
use domain::text::Text;
use store::{Store, Tx, consent, family as families};

/// What somebody says when they take their story back, in Welsh and in English.
const BACK: [&str; 2] = [
    "Mae fy chwaer yn adnabod pawb yma. Dim fy stori i, os gwelwch yn dda.",
    "My sister knows everybody here. Not my story, please.",
];

/// What each adult says to the four as the plan is talked about, by how they stand; `n` says who changes their mind.
pub async fn said(store: &Store, carer: &Actor, family: FamilyId, (area, n): (usize, usize)) -> Result<()> {
    let may = store.permit(carer, Action::ChangePlan, Object::Family(family)).await?;
    let tongue = usize::from(area != 0);
    let unit = move |tx: &Tx| -> Result<()> {
        consent::hold(tx, family)?;
        let (known, _) = families::load(tx, family)?;
        let ids: Vec<_> = known.people.iter().map(|person| person.id).collect();
        for person in known.people.iter().filter(|person| person.part == Part::Adult) {
            let changes = consent::of_family(tx, family)?;
            let stands = |thing: Thing| {
                let last = changes.iter().map(|one| &one.change);
                let mut last = last.filter(|change| change.person == person.id && change.thing == thing);
                person.consents.stands(thing, last.next())
            };
            let Some(change) = next(person, &stands, (tongue, n), tx.today())? else {
                continue;
            };
            let kept = change.clone().keep(stands(change.thing), tx.today(), &ids)?;
            consent::record(tx, (family, known.site), ["cy", "en"][tongue], person, &kept)?;
        }
        Ok(())
    };
    store.write(may, unit).await
}

/// The next thing somebody says: to what nobody asked them yet, else their story back.
fn next(
    person: &Person,
    stands: &impl Fn(Thing) -> Stands,
    (tongue, n): (usize, usize),
    on: jiff::civil::Date,
) -> Result<Option<Change>> {
    let is_agreed = |thing| {
        matches!(
            stands(thing),
            Stands::Said {
                answer: Answer::Agreed,
                ..
            }
        )
    };
    let (thing, answer) = if stands(Thing::Sharing) == Stands::NotAsked {
        (Thing::Sharing, Answer::Told)
    } else if stands(Thing::Story) == Stands::NotAsked {
        (Thing::Story, Answer::Agreed)
    } else if is_agreed(Thing::Story) && n.is_multiple_of(2) {
        (Thing::Story, Answer::Withdrawn)
    } else if stands(Thing::StaysOver) == Stands::NotAsked {
        (Thing::StaysOver, Answer::Asked)
    } else {
        return Ok(None);
    };
    let back = (answer == Answer::Withdrawn).then_some(BACK[tongue]);
    Ok(Some(Change {
        person: person.id,
        thing,
        answer,
        law: (answer == Answer::Told).then_some(LawfulBasis::PublicTask),
        on,
        asked_by: Attendee::Carer,
        words: back.map(Text::parse).transpose().context("a sentence")?,
    }))
}

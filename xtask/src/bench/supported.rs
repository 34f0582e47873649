//! How the families of the bench are supported: each carer's household has up to four at a time, in rounds; each is visited
//! thirty times, and all but the last round go on to another carer.

use super::data::{Made, SITES, VISITS_EACH, actors, note};
use anyhow::{Context, Result};
use domain::access::{Action, Actor, Object};
use domain::household::{About, Approval, Member, NewHousehold, Part, Ready, Terms};
use domain::id::{AccountId, FamilyId, HouseholdId, SiteId};
use domain::level::Level;
use domain::matching::{EndWhy, NewMatch, NewOffer, offer, stops};
use domain::name::Name;
use domain::session::{Bounds, NewSession, Place, Prompt, Then, When, paragraphs, write};
use domain::support::kind;
use domain::text::Text;
use jiff::SignedDuration;
use jiff::civil::time;
use std::sync::Arc;
use store::{Clock, Store, Tx, household, matching, session};

/// How many families a household supports at a time.
const PLACES: u8 = 4;
/// How many rounds there are: the fewest that give each family a carer.
const ROUNDS: u8 = 6;
/// How long a family of one round is supported, days.
const ROUND_DAYS: i64 = 75;
/// How long all of it takes, days.
pub fn days() -> i64 {
    i64::from(ROUNDS) * ROUND_DAYS + 1
}

/// Lets it all happen: the clock stands at its beginning, and at its end it is now.
pub async fn live(
    store: &Store,
    clock: &Clock,
    (sites, managers, carers): (&[SiteId], &[AccountId], &[AccountId]),
    families: &mut [Made],
) -> Result<()> {
    let mut households = Vec::new();
    let first = actors(store, managers).await?;
    for (at, carer) in carers.iter().enumerate() {
        let (site, carer) = (sites[at % SITES], *carer);
        let may = store
            .permit(&first[at % SITES], Action::RecordHousehold, Object::Site(site))
            .await?;
        let made = store.write(may, move |tx| household::make(tx, &home(tx, site, (carer, at))?));
        households.push(made.await?);
    }
    let mut left: Vec<Vec<usize>> = vec![Vec::new(); SITES];
    for (at, made) in families.iter().enumerate() {
        left[made.site].push(at);
    }
    clock.forward(SignedDuration::from_hours(24));
    for round in 0..ROUNDS {
        let now = actors(store, managers).await?;
        let mut begun: Vec<(usize, usize)> = Vec::new();
        for place in 0..households.len() * usize::from(PLACES) {
            let carer = place % households.len();
            begun.extend(left[carer % SITES].pop().map(|family| (family, carer)));
        }
        for (family, carer) in &begun {
            let made = &families[*family];
            begin(store, (&now[made.site], managers[made.site]), made, households[*carer]).await?;
        }
        live_round(store, clock, managers, (families, &begun)).await?;
        let now = actors(store, managers).await?;
        let is_last = round + 1 == ROUNDS;
        for (family, carer) in begun {
            let made = &mut families[family];
            if !is_last {
                end(store, (&now[made.site], managers[made.site]), made.family).await?;
            }
            made.carer = is_last.then_some(carer);
        }
    }
    anyhow::ensure!(left.iter().all(Vec::is_empty), "every family has a carer once");
    Ok(())
}

/// The visits of a round, each on its day: one to every family, then the next, as life brings them and not family by family.
async fn live_round(
    store: &Store,
    clock: &Clock,
    managers: &[AccountId],
    (families, begun): (&[Made], &[(usize, usize)]),
) -> Result<()> {
    let mut of_site: Vec<Vec<FamilyId>> = vec![Vec::new(); SITES];
    for (family, _) in begun {
        of_site[families[*family].site].push(families[*family].family);
    }
    let between = SignedDuration::from_hours(24 * ROUND_DAYS / i64::try_from(VISITS_EACH)?);
    for at in 0..VISITS_EACH {
        let now = actors(store, managers).await?;
        for (actor, families) in now.iter().zip(&of_site) {
            visit(store, actor, families.clone(), at).await?;
        }
        clock.forward(between);
    }
    Ok(())
}

fn home(tx: &Tx, site: SiteId, (carer, at): (AccountId, usize)) -> store::Result<NewHousehold> {
    let name = Name::parse(&format!("Carer{at}")).map_err(|_| store::Error::NotFound)?;
    let member = Member {
        id: None,
        name,
        part: Part::Carer,
        account: Some(carer),
    };
    Ok(NewHousehold {
        site,
        members: vec![member],
        supervisor: None,
        approval: Approval {
            from: tx.today(),
            to: None,
            terms: Terms {
                children_max: Some(3),
                ages: None,
                words: None,
            },
        },
        places: PLACES,
        weekends: 3,
        languages: Vec::new(),
        skills: Vec::new(),
        ready: Ready::Now,
        about: About::default(),
    })
}

/// Accepted, offered, agreed to and matched, in one unit of work.
async fn begin(store: &Store, (actor, by): (&Actor, AccountId), made: &Made, to: HouseholdId) -> Result<()> {
    let (family, referral) = (made.family, made.referral);
    let may = store
        .permit(actor, Action::DecideReferral, Object::Referral(referral))
        .await?;
    let unit = move |tx: &Tx| -> Result<()> {
        let today = tx.today();
        let found = store::referral::load(tx, referral)?;
        tx.record(&found, &found.accept(by, today)?, "en")?;
        let carers = household::load(tx, to)?;
        let (standing, _) = matching::standing(tx, family)?;
        let stop = stops(&carers, matching::does(tx, to, family, (today, None))?, &[], today);
        let new = NewOffer {
            place: Text::parse("Ten minutes up the valley")?,
            visiting: None,
            reason: Text::parse("Close enough for every week")?,
        };
        let event = offer((by, today), (standing, to), &stop, false, &new)?;
        let id = matching::make_offer(tx, family, carers.site, &new, &event)?;
        let offered = matching::load_offer(tx, id)?;
        matching::answered(tx, &offered, &offered.accept(by, today, today)?)?;
        let offered = matching::load_offer(tx, id)?;
        let new = NewMatch {
            from: today,
            level: Level::new(2).context("one figure")?,
            reason: Text::parse("They met at the school gate")?,
        };
        let ladders = store::ladder::of_site(tx, offered.site)?;
        let event = offered.decide((by, today), standing, &stop, ladders.on(today), new)?;
        matching::matched(tx, &offered, referral, &carers, &event)?;
        Ok(())
    };
    store.write(may, unit).await
}

/// One visit to each of some families of a site, on the day it is.
async fn visit(store: &Store, actor: &Actor, families: Vec<FamilyId>, at: usize) -> Result<()> {
    let Some(first) = families.first().copied() else {
        return Ok(());
    };
    let may = store.permit(actor, Action::OfferFamily, Object::Family(first)).await?;
    let kind = kind("home_routines").context("a kind of the register")?;
    let words = Arc::new(Text::parse(&note(at))?);
    let unit = move |tx: &Tx| -> Result<()> {
        for family in &families {
            let (earliest, people) = session::bounds(tx, *family)?;
            let bounds = Bounds {
                earliest,
                people: &people,
            };
            let (known, _) = store::family::load(tx, *family)?;
            let when = When {
                on: tx.today(),
                at: Some(time(15, 30, 0, 0)),
                minutes: Some(60),
            };
            let new = NewSession {
                kind,
                place: Place::Home,
                when,
                present: people.clone(),
            };
            let then = Then::Done(paragraphs(Prompt::Happened, &words).collect());
            let now = store::clock::london_time(tx.now()).max(tx.today().at(17, 0, 0, 0));
            let event = write(new, then, now, bounds)?;
            session::make(tx, (*family, known.site), "en", &event)?;
        }
        Ok(())
    };
    store.write(may, unit).await
}

/// The end of a match that goes on with another carer.
async fn end(store: &Store, (actor, by): (&Actor, AccountId), family: FamilyId) -> Result<()> {
    let may = store.permit(actor, Action::OfferFamily, Object::Family(family)).await?;
    let unit = move |tx: &Tx| -> Result<()> {
        let matched = matching::of_family(tx, family)?;
        let matched = matched.into_iter().next().context("a family is matched")?.matched;
        let event = matched.end((by, tx.today()), tx.today(), EndWhy::CarerLeft, None)?;
        matching::end(tx, &matched, &event)?;
        Ok(())
    };
    store.write(may, unit).await
}

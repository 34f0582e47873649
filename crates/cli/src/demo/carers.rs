//! The carers' households of the demonstration, and how families come to them: offered, answered, decided.

use super::cast::Area;
use super::story::{Story, Then};
use anyhow::{Context, Result};
use domain::access::{Action, Actor, Object};
use domain::family::LanguageTag;
use domain::household::{About, Approval, Away, AwayWhy, Member, NewHousehold, Part, Ready, Terms};
use domain::id::{AccountId, FamilyId, HouseholdId, OfferId, SiteId};
use domain::level::Level;
use domain::matching::{DeclineWhy, NewMatch, NewOffer, offer, stops};
use domain::name::Name;
use domain::need::NEEDS;
use domain::text::Text;
use jiff::Span;
use jiff::civil::Date;
use store::{Store, Tx, household, matching};

/// A household, as it is written about.
#[derive(Clone, Copy, Debug)]
pub struct Home {
    /// The carer: the place in the area's list of people.
    pub carer: usize,
    /// The second carer of a couple, who has no account.
    pub second: &'static str,
    /// Another adult who lives there.
    pub adult: &'static str,
    /// How many families it supports at a time.
    pub places: u8,
    /// The languages its carers speak, with a space between.
    pub languages: &'static str,
    /// The areas of need its carers know well, by their place in the list.
    pub skills: &'static [usize],
    /// The ages it is approved for.
    pub ages: Option<(u8, u8)>,
    /// The last day of its approval, counted from today.
    pub approved_to: Option<i32>,
    /// When it is away: the first and the last day, counted from today.
    pub away: Option<(i32, i32)>,
    /// What the home is like.
    pub about: &'static str,
}

const fn home(
    carer: usize,
    places: u8,
    languages: &'static str,
    skills: &'static [usize],
    about: &'static str,
) -> Home {
    Home {
        carer,
        second: "",
        adult: "",
        places,
        languages,
        skills,
        ages: None,
        approved_to: None,
        away: None,
        about,
    }
}

/// The households of each area, in the order of the areas.
pub const HOMES: [&[Home]; 3] = [
    &[
        Home {
            adult: "Gethin Prosser",
            ..home(
                2,
                4,
                "cy en",
                &[0, 6, 8],
                "Ci defaid tawel, gardd fawr, a chegin lle mae pawb yn eistedd.",
            )
        },
        Home {
            second: "Delyth Tandy",
            ..home(3, 4, "cy en", &[1, 3, 4], "Dwy gath. Stryd dawel ger y parc.")
        },
        Home {
            ages: Some((0, 11)),
            ..home(4, 3, "en", &[2, 8], "A garden with swings. Two steps at the door.")
        },
        Home {
            away: Some((6, 20)),
            ..home(5, 2, "en", &[4, 7], "A flat on the ground floor. No pets.")
        },
    ],
    &[
        home(
            2,
            4,
            "en ga",
            &[0, 1, 6],
            "Two old dogs who sleep by day. Lots of books.",
        ),
        Home {
            second: "Gráinne Devenny",
            ..home(
                3,
                4,
                "en ga",
                &[3, 7],
                "A farmhouse. The lane floods in winter: park at the top.",
            )
        },
        Home {
            approved_to: Some(-12),
            ..home(4, 3, "en", &[5, 8], "A terrace near the school. A rabbit.")
        },
        home(5, 4, "en pl", &[2, 4], "No pets. Somebody is at home most days."),
    ],
    &[
        home(2, 4, "en", &[0, 2, 4], "A busy house with grandchildren on Sundays."),
        Home {
            second: "Nasreen Mahmood",
            ..home(3, 4, "en ar", &[1, 6], "A long garden with hens. No dogs.")
        },
        home(4, 3, "en", &[3, 8], "A cat. Stairs to the front door."),
        Home {
            ages: Some((5, 17)),
            ..home(5, 4, "cy en", &[4, 7], "Y drws ar agor bob amser. Dim anifeiliaid.")
        },
    ],
];

/// How many of the families that were accepted last still wait.
const STILL_WAIT: usize = 3;

/// After how many days a family that was accepted has a carer; which of them follows from its place in the list.
const FOUND_AFTER: [i32; 5] = [24, 38, 31, 52, 45];

/// Which family gets which household, and after how many days: those an area names first, the others in turn. The last to
/// be accepted still wait.
pub fn matches(at: usize, area: &Area) -> Vec<(usize, usize, i32)> {
    let mut accepted: Vec<(i32, usize)> = area
        .families()
        .enumerate()
        .filter_map(|(n, story)| accepted_after(story).map(|after| (after - story.days_ago, n)))
        .collect();
    accepted.sort_unstable();
    accepted.truncate(accepted.len().saturating_sub(STILL_WAIT));
    let homes = HOMES[at];
    let mut taken = vec![0; homes.len()];
    let mut found: Vec<(usize, usize, i32)> = Vec::new();
    for (family, carer) in area.getting_to_know {
        if let Some(home) = homes.iter().position(|home| home.carer == *carer) {
            taken[home] += 1;
            found.push((*family, home, 30));
        }
    }
    for (accepted_on, n) in accepted {
        let after = accepted_on + FOUND_AFTER[n % FOUND_AFTER.len()] + area.family(n).days_ago;
        let is_over = area.family(n).days_ago <= after + 2;
        if is_over || found.iter().any(|(family, ..)| *family == n) {
            continue;
        }
        // One place of each stays free, so that somebody could be offered a family today.
        let room = |home: &usize| taken[*home] + 1 < homes[*home].places && homes[*home].approved_to.is_none();
        let fits = |home: &usize| homes[*home].ages.is_none();
        let next = (0..homes.len())
            .filter(|home| room(home) && fits(home))
            .min_by_key(|home| taken[*home]);
        if let Some(home) = next {
            taken[home] += 1;
            found.push((n, home, after));
        }
    }
    found
}

/// The families that were accepted, the last first.
pub fn waiting(area: &Area) -> Vec<usize> {
    let all = area.families().enumerate();
    let mut accepted: Vec<(i32, usize)> = all
        .filter_map(|(n, story)| accepted_after(story).map(|after| (after - story.days_ago, n)))
        .filter(|(on, _)| *on < -2)
        .collect();
    accepted.sort_unstable();
    accepted.into_iter().rev().map(|(_, n)| n).collect()
}

/// After how many days a family was accepted, where nothing else was decided afterwards.
fn accepted_after(story: &Story) -> Option<i32> {
    let last = story.then.iter().rev();
    let mut decided =
        last.filter(|(_, then)| matches!(then, Then::Accepted | Then::NotAccepted(..) | Then::Withdrawn(_)));
    decided
        .next()
        .and_then(|(after, then)| matches!(then, Then::Accepted).then_some(*after))
}

/// A household as its form would give it.
pub fn new(
    home: &Home,
    site: SiteId,
    carer: (AccountId, &str),
    supervisor: AccountId,
    today: Date,
) -> Result<NewHousehold> {
    let day = |days: i32| today.checked_add(Span::new().days(days));
    let member = |name: &str, part: Part, account: Option<AccountId>| {
        Ok::<_, anyhow::Error>(Member {
            id: None,
            name: Name::parse(name)?,
            part,
            account,
        })
    };
    let (account, name) = carer;
    let mut members = vec![member(name, Part::Carer, Some(account))?];
    if !home.second.is_empty() {
        members.push(member(home.second, Part::Carer, None)?);
    }
    if !home.adult.is_empty() {
        members.push(member(home.adult, Part::Adult, None)?);
    }
    Ok(NewHousehold {
        site,
        members,
        supervisor: Some(supervisor),
        approval: Approval {
            from: day(-900)?,
            to: home.approved_to.map(day).transpose()?,
            terms: Terms {
                children_max: Some(3),
                ages: home.ages,
                words: None,
            },
        },
        places: home.places,
        weekends: 3,
        languages: home
            .languages
            .split(' ')
            .map(LanguageTag::parse)
            .collect::<Result<_, _>>()?,
        skills: home.skills.iter().map(|at| &NEEDS[*at]).collect(),
        ready: Ready::Now,
        about: About {
            home: Text::parse_optional(home.about)?,
            ..About::default()
        },
    })
}

/// Says when a household is away.
pub async fn be_away(store: &Store, actor: &Actor, id: HouseholdId, by: AccountId, from: Date, to: Date) -> Result<()> {
    let may = store
        .permit(actor, Action::SetAvailability, Object::Household(id))
        .await?;
    let away = Away {
        from,
        to,
        why: AwayWhy::Holiday,
    };
    let unit = move |tx: &Tx| -> Result<()> {
        let known = household::load(tx, id)?;
        let event = known.set_away(by, tx.today(), away)?;
        Ok(household::record(tx, &known, &event, None)?)
    };
    store.write(may, unit).await
}

/// Somebody who does a step of it.
pub type Who<'a> = (&'a Actor, AccountId);

/// Where a family lives, roughly, as it is said to a carer: by area, and by the place of the family in its list.
const ROUGHLY: [&[&str]; 3] = [
    &[
        "Pentref ar lan yr afon, ychydig filltiroedd o’r dref",
        "Ochr bella’r dref, ger y parc",
        "A hamlet up the valley, past the chapel",
    ],
    &[
        "Near the harbour",
        "Out along the lough road",
        "The north side of the town",
    ],
    &[
        "Close to the canal",
        "A village on the moor road",
        "Near the market hall",
    ],
];

/// What is said to a carer of where a family lives, roughly.
pub fn roughly(area: usize, family: usize) -> &'static str {
    ROUGHLY[area][family % ROUGHLY[area].len()]
}

/// Offers a family to a household.
pub async fn offer_to(
    store: &Store,
    (actor, by): Who<'_>,
    (family, place): (FamilyId, &'static str),
    to: HouseholdId,
    minutes: u16,
) -> Result<OfferId> {
    let may = store.permit(actor, Action::OfferFamily, Object::Family(family)).await?;
    let unit = move |tx: &Tx| -> Result<OfferId> {
        matching::set_drive(tx, family, to, minutes)?;
        let carers = household::load(tx, to)?;
        let (standing, _) = matching::standing(tx, family)?;
        let does = matching::does(tx, to, family, (tx.today(), None))?;
        let stops = stops(&carers, does, &[], tx.today());
        let new = NewOffer {
            place: Text::parse(place)?,
            visiting: Text::parse_optional("Ring first: the signal goes past the bridge.")?,
            reason: Text::parse("Close enough for every week, and has room for a family that needs mornings.")?,
        };
        let event = offer((by, tx.today()), (standing, to), &stops, false, &new)?;
        Ok(matching::make_offer(tx, family, carers.site, &new, &event)?)
    };
    store.write(may, unit).await
}

/// Says yes or no to an offer.
pub async fn answer(store: &Store, (actor, by): Who<'_>, id: OfferId, no: Option<DeclineWhy>) -> Result<()> {
    let may = store.permit(actor, Action::AnswerOffer, Object::Offer(id)).await?;
    let unit = move |tx: &Tx| -> Result<()> {
        let (offer, today) = (matching::load_offer(tx, id)?, tx.today());
        let event = match no {
            None => offer.accept(by, today, today)?,
            Some(why) => offer.decline((by, today), today, why, None)?,
        };
        Ok(matching::answered(tx, &offer, &event)?)
    };
    store.write(may, unit).await
}

/// Decides for the household that said yes.
pub async fn decide(store: &Store, (actor, by): Who<'_>, id: OfferId) -> Result<()> {
    let may = store.permit(actor, Action::DecideOffer, Object::Offer(id)).await?;
    let unit = move |tx: &Tx| -> Result<()> {
        let offer = matching::load_offer(tx, id)?;
        let carers = household::load(tx, offer.household)?;
        let (standing, referral) = matching::standing(tx, offer.family)?;
        let today = tx.today();
        let does = matching::does(tx, offer.household, offer.family, (today, None))?;
        let stops = stops(&carers, does, &[], today);
        let new = NewMatch {
            from: today,
            level: Level::new(2).context("one figure")?,
            reason: Text::parse("They met at the school and the children asked when she comes again.")?,
        };
        let ladders = store::ladder::of_site(tx, offer.site)?;
        let event = offer.decide((by, today), standing, &stops, ladders.on(today), new)?;
        let referral = referral.context("a family that is matched was referred")?;
        matching::matched(tx, &offer, referral, &carers, &event)?;
        Ok(())
    };
    store.write(may, unit).await
}

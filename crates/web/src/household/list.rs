//! The carers of the reader's areas, each household with its places.

use super::called;
use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Link, Page, Place, Table, link, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::household::{Household, Ready};
use domain::level::{Level, Rung};
use jiff::civil::Date;
use store::household::Line;
use store::matching::OfferLine;
use words::Words;

#[derive(Template)]
#[template(path = "household/list.html")]
struct Shown {
    page: Page,
    free: String,
    cards: Vec<Card>,
    offers: Table,
    files: Vec<Link>,
    new: Option<Link>,
}

/// One household of the list.
struct Card {
    name: String,
    href: String,
    state: String,
    look: &'static str,
    places: Vec<Place>,
    languages: String,
}

/// The households this reader may list, and the offers to them that somebody still has to do something about.
pub(crate) async fn lines(app: &App, visit: &Visit) -> Answer<(Vec<Line>, Vec<OfferLine>)> {
    let (actor, store) = (visit.actor(), app.store());
    let permit = store.permit(&actor, Action::ListHouseholds, Object::Lists).await?;
    let read = store.read(permit, |tx| {
        let lines = store::household::list(tx)?;
        let mut offers = store::matching::pending(tx)?;
        let is_listed = |id| lines.iter().any(|line: &Line| line.household.id == id);
        offers.retain(|line| is_listed(line.offer.household));
        Ok::<_, store::Error>((lines, offers))
    });
    Ok(read.await?)
}

/// The list, those with a free place first, then by name.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let (mut lines, offers) = lines(&app, &visit).await?;
    let today = store::clock::london_day(app.store().now());
    lines.sort_by(|one, other| {
        let by_name = words::compare_names(&called(w, &one.household), &called(w, &other.household));
        (free(one) == 0).cmp(&(free(other) == 0)).then(by_name)
    });
    let places: u64 = lines.iter().map(|line| u64::from(line.household.places)).sum();
    let all_free: u64 = lines.iter().map(free).sum();
    let new = super::fill::may_record(&app, &visit).await?;
    let shown = Shown {
        free: w.household_list_free(all_free, places),
        offers: offers_table(&visit, &lines, &offers),
        files: crate::table::links(&app, &visit, paths::CARERS).await?,
        cards: lines.iter().map(|line| card(&visit, line, today)).collect(),
        new: new.then(|| link(visit.href(paths::CARER_NEW), w.household_new_title())),
        page: Page::new(&app, &visit, w.household_list_title()),
    };
    Ok(show(&shown, &shown.page))
}

fn offers_table(visit: &Visit, lines: &[Line], offers: &[OfferLine]) -> Table {
    let w = visit.w();
    let heads = [
        w.matching_offer_place(),
        w.matching_offer_to(),
        w.matching_offer_state(),
        w.journal_column_when(),
    ];
    let rows = offers.iter().map(|one| {
        let offer = &one.offer;
        let of = lines.iter().find(|line| line.household.id == offer.household);
        let (state, look) = crate::matching::stage_words(w, offer.stage);
        vec![
            Cell::link(visit.href(&paths::offer(offer.id)), one.place.clone()),
            Cell::text(of.map(|line| called(w, &line.household)).unwrap_or_default()),
            Cell::tag(state, look),
            Cell::text(w.day_short(offer.made_on)),
        ]
    });
    Table {
        caption: w.matching_offers_title().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: rows.collect(),
    }
}

/// How many places of a household are free.
pub(super) fn free(line: &Line) -> u64 {
    let taken = line.families.len();
    u64::from(line.household.places).saturating_sub(u64::try_from(taken).unwrap_or(u64::MAX))
}

fn card(visit: &Visit, line: &Line, today: Date) -> Card {
    let w = visit.w();
    let household = &line.household;
    let (state, look) = standing(w, household, today);
    Card {
        name: called(w, household),
        href: visit.href(&paths::carer(household.id)),
        state,
        look,
        places: places(visit, line, today),
        languages: super::languages(w, household),
    }
}

/// Whether a household takes a new family, in words, and how that looks.
pub(super) fn standing(w: Words, household: &Household, today: Date) -> (String, &'static str) {
    if let Some(on) = household.approval.to.filter(|to| *to < today) {
        return (w.household_approval_ended(&w.day_short(on)), "warm");
    }
    if let Some(away) = household.away_on(today) {
        return (w.household_away_now(&w.day_short(away.to)), "quiet");
    }
    match household.ready {
        Ready::From(on) if today < on => (w.household_ready_from(&w.day_short(on)), "quiet"),
        Ready::Now | Ready::From(_) => (w.household_ready_now().to_owned(), ""),
        Ready::NotNow => (w.household_ready_not_now().to_owned(), "quiet"),
    }
}

/// The places of a household as they are drawn: its families in theirs, and the free ones.
pub(crate) fn places(visit: &Visit, line: &Line, today: Date) -> Vec<Place> {
    let w = visit.w();
    let one = |place: u8| {
        let Some(family) = line.families.iter().find(|family| family.place == place) else {
            return Place::free(w.household_place_free());
        };
        let begins = if today < family.from {
            w.household_place_begins(&w.day_short(family.from))
        } else {
            String::new()
        };
        Place {
            state: "taken",
            title: family
                .name
                .clone()
                .unwrap_or_else(|| w.household_place_family().to_owned()),
            href: family.name.is_some().then(|| visit.href(&paths::family(family.family))),
            text: begins,
            acts: Vec::new(),
            level: family.level.map(Level::number),
            level_words: family.level.map(|level| level_words(w, level)).unwrap_or_default(),
        }
    };
    (1..=line.household.places).map(one).collect()
}

/// What a support level is called.
pub(crate) fn level_words(w: Words, level: Level) -> String {
    let number = level.number();
    let named = w.named("level", &number.to_string());
    named.map_or_else(|| w.level_other(u64::from(number)), ToOwned::to_owned)
}

/// How much support a level means, in words.
pub(crate) fn dose_words(w: Words, rung: &Rung) -> String {
    let sessions = u64::from(rung.sessions);
    if rung.weeks == 1 {
        w.level_dose_each(sessions)
    } else {
        w.level_dose_weeks(u64::from(rung.weeks), sessions)
    }
}

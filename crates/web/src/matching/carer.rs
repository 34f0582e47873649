//! A family's carer: who supports it now, who stands in, who did before, and what was offered.

use super::answer::stage_words;
use crate::App;
use crate::error::Answer;
use crate::household::called;
use crate::page::{Cell, Link, Page, SummaryRow, Table, link, row, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::household::Household;
use domain::id::{FamilyId, HouseholdId};
use domain::matching::{Cover, MatchStage, Standing};
use jiff::civil::Date;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use store::Rights;
use store::matching::{MatchShown, OfferShown};
use words::Words;

#[derive(Template)]
#[template(path = "matching/carer.html")]
struct Shown {
    page: Page,
    name: String,
    now: Vec<SummaryRow>,
    covers: Vec<String>,
    acts: Vec<Link>,
    find: Option<Link>,
    before: Vec<SummaryRow>,
    offers: Table,
}

struct Loaded {
    name: String,
    standing: Standing,
    matches: Vec<MatchShown>,
    covers: Vec<Cover>,
    offers: Vec<OfferShown>,
    carers: HashMap<HouseholdId, Household>,
}

impl Loaded {
    fn called(&self, w: Words, household: HouseholdId) -> String {
        self.carers
            .get(&household)
            .map(|one| called(w, one))
            .unwrap_or_default()
    }
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::SeeWhoCould, object)
        .await?;
    let read = app.store().read(permit, move |tx| {
        let (_, name) = store::family::load(tx, id)?;
        let (standing, _) = store::matching::standing(tx, id)?;
        let matches = store::matching::of_family(tx, id)?;
        let offers = store::matching::offers_of_family(tx, id)?;
        let covers = match standing {
            Standing::Matched { id, .. } => store::matching::covers(tx, id)?,
            _ => Vec::new(),
        };
        let named = matches.iter().map(|one| one.matched.household);
        let named = named.chain(offers.iter().map(|one| one.offer.household));
        let mut carers = HashMap::new();
        for household in named.chain(covers.iter().map(|cover| cover.household)) {
            if let Entry::Vacant(new) = carers.entry(household) {
                new.insert(store::household::show(tx, household)?.household);
            }
        }
        Ok::<_, store::Error>(Loaded {
            name,
            standing,
            matches,
            covers,
            offers,
            carers,
        })
    });
    let loaded = read.await?;
    let today = store::clock::london_day(app.store().now());
    let find = loaded.standing.free_from().map(|_| {
        let text = if matches!(loaded.standing, Standing::Matched { .. }) {
            w.matching_carer_change()
        } else {
            w.matching_carer_find()
        };
        link(visit.href(&paths::who_could(id)), text)
    });
    let shown = Shown {
        name: w.family_title(&loaded.name),
        now: now(&visit, &loaded, today),
        covers: loaded
            .covers
            .iter()
            .map(|cover| cover_words(w, &loaded, cover))
            .collect(),
        acts: acts(&visit, &loaded, &rights),
        find,
        before: before(w, &loaded),
        offers: offers(&visit, &loaded),
        page: Page::new(&app, &visit, w.matching_carer_title())
            .back_to(visit.href(&paths::family(id)), &w.family_title(&loaded.name)),
    };
    Ok(show(&shown, &shown.page))
}

fn now(visit: &Visit, loaded: &Loaded, today: Date) -> Vec<SummaryRow> {
    let w = visit.w();
    let Standing::Matched { household, from, id } = loaded.standing else {
        return Vec::new();
    };
    let since = if from <= today {
        w.matching_carer_since(&w.day(from))
    } else {
        w.matching_carer_begins(&w.day(from))
    };
    let name = loaded.called(w, household);
    let mut rows = vec![SummaryRow {
        change: Some(link(visit.href(&paths::carer(household)), w.household_one())),
        ..row(w.matching_carer_now(), format!("{name}\n{since}"))
    }];
    let found = loaded.matches.iter().find(|one| one.matched.id == id);
    rows.extend(found.map(|one| row(w.matching_carer_reason(), one.reason.clone())));
    rows
}

fn cover_words(w: Words, loaded: &Loaded, cover: &Cover) -> String {
    let carers = loaded.called(w, cover.household);
    w.matching_carer_cover_span(&carers, &w.day_short(cover.from), &w.day_short(cover.to))
}

/// What the reader may do with the match there is: whoever stands to the family in some way stands so to its match.
fn acts(visit: &Visit, loaded: &Loaded, rights: &Rights) -> Vec<Link> {
    let w = visit.w();
    let Standing::Matched { id, .. } = loaded.standing else {
        return Vec::new();
    };
    let asked = [Action::SetCover, Action::EndMatch];
    let allowed = rights.allowed(Object::Match(id), &asked).into_iter();
    allowed
        .map(|action| {
            if action == Action::SetCover {
                link(visit.href(&paths::match_cover(id)), w.matching_carer_cover())
            } else {
                link(visit.href(&paths::match_end(id)), w.matching_carer_end())
            }
        })
        .collect()
}

fn before(w: Words, loaded: &Loaded) -> Vec<SummaryRow> {
    let ended = loaded.matches.iter().filter_map(|one| match one.matched.stage {
        MatchStage::Ended { on, why, .. } => Some((one, on, why)),
        MatchStage::Active => None,
    });
    ended
        .map(|(one, on, why)| {
            let span = w.matching_carer_span(&w.day_short(one.matched.from), &w.day_short(on));
            let why = w.named("matching-end-why", why.key()).unwrap_or_default();
            let words = one
                .end_words
                .as_deref()
                .map(|words| format!("\n{words}"))
                .unwrap_or_default();
            row(
                &loaded.called(w, one.matched.household),
                format!("{span}\n{why}{words}"),
            )
        })
        .collect()
}

fn offers(visit: &Visit, loaded: &Loaded) -> Table {
    let w = visit.w();
    let heads = [w.matching_offer_to(), w.matching_offer_state(), w.journal_column_when()];
    let rows = loaded.offers.iter().map(|one| {
        let offer = &one.offer;
        let (state, look) = stage_words(w, offer.stage);
        vec![
            Cell::link(visit.href(&paths::offer(offer.id)), loaded.called(w, offer.household)),
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

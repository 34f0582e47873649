//! The page of one family, and the page of each family of a carer.

use super::one::{One, one};
use crate::App;
use crate::error::Answer;
use crate::household::called;
use crate::page::{Page, show};
use crate::paths;
use crate::ring::Ring;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{FamilyId, HouseholdId};

#[derive(Template)]
#[template(path = "handover/page.html")]
struct Shown {
    page: Page,
    title: String,
    made: String,
    /// The numbers, once: the families of one carer are of one area.
    ring: Option<Ring>,
    families: Vec<One>,
    /// How many families of the carer this reader may not open.
    others: String,
    is_carers: bool,
}

fn shown(app: &App, visit: &Visit, title: String, back: (String, String), families: Vec<One>, others: usize) -> Shown {
    let w = visit.w();
    let now = store::clock::london_time(app.store().now());
    let reader = visit.who.as_ref().map(|who| who.name.as_str()).unwrap_or_default();
    let mut families = families;
    Shown {
        made: w.handover_made(reader, &w.day_time(now)),
        ring: families.first_mut().map(|one| std::mem::take(&mut one.ring)),
        others: if others == 0 {
            String::new()
        } else {
            w.handover_others(u64::try_from(others).unwrap_or_default())
        },
        families,
        is_carers: false,
        page: Page::new(app, visit, &title).back_to(back.0, &back.1),
        title,
    }
}

/// One family, for whoever may open it.
pub async fn family(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let one = one(&app, &visit, id).await?;
    let title = visit.w().handover_family_title(&one.name);
    let back = (one.link.href.clone(), one.link.text.clone());
    let shown = shown(&app, &visit, title, back, vec![one], 0);
    Ok(show(&shown, &shown.page))
}

/// The families of a carer, each opened by a permit of its own; those this reader may not open are only counted.
pub async fn carer(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenHousehold, Object::Household(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        let household = store::household::show(tx, id)?.household;
        Ok::<_, store::Error>((household, store::household::families(tx, id)?))
    });
    let (household, supports) = read.await?;
    let (mut families, mut others) = (Vec::new(), 0);
    for family in supports {
        let (open, object) = ([Action::OpenFamily], Object::Family(family.family));
        if app.store().allowed(&visit.actor(), object, &open).await?.is_empty() {
            others += 1;
        } else {
            families.push(one(&app, &visit, family.family).await?);
        }
    }
    let name = called(w, &household);
    let back = (visit.href(&paths::carer(id)), name.clone());
    let title = w.handover_carer_title(&name);
    let mut shown = shown(&app, &visit, title, back, families, others);
    shown.is_carers = true;
    Ok(show(&shown, &shown.page))
}

//! Where every programme area the reader may see stands with its agreements.

use super::{last_day, look, state_words, warning_words};
use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Link, Page, Table, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use store::agreement::Standing;

#[derive(Template)]
#[template(path = "agreement/list.html")]
struct Shown {
    page: Page,
    table: Table,
    none: bool,
    levels: Vec<Link>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListAgreements, Object::Lists)
        .await?;
    let standings = app.store().read(permit, store::agreement::list).await?;
    let heads = [
        w.agreement_column_site(),
        w.agreement_state(),
        w.agreement_to(),
        w.site_important(),
    ];
    let shown = Shown {
        none: standings.is_empty(),
        table: Table {
            caption: w.agreement_list_caption().to_owned(),
            heads: heads.map(ToOwned::to_owned).into(),
            rows: standings.iter().map(|standing| cells(&visit, standing)).collect(),
        },
        levels: crate::ladder::links(&app, &visit, Action::ListAgreements).await?,
        page: Page::new(&app, &visit, w.agreement_list_title()),
    };
    Ok(show(&shown, &shown.page))
}

fn cells(visit: &Visit, standing: &Standing) -> Vec<Cell> {
    let w = visit.w();
    let site = &standing.site;
    let last = last_day(standing).map(|day| w.day_short(day)).unwrap_or_default();
    let closes = standing
        .closes_on
        .map(|day| w.agreement_wind_down_body(&w.day_short(day)));
    vec![
        Cell::link(visit.href(&paths::site_agreements(site.id)), site.name(w.lang().tag())),
        Cell::tag(state_words(w, standing.state), look(standing.state)),
        Cell::text(last),
        Cell::text(warning_words(w, standing.warning).or(closes).unwrap_or_default()),
    ]
}

//! Finding a person by the beginning of a name, or a family by its reference; and finding visits.

mod visits;

use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Field, Link, Page, Table, field, link, show};
use crate::paths;
use crate::route::{Route, route};
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::http::Method;
use domain::access::{Action, Object, ObjectKind as On};
use domain::family::Part;
use domain::id::FamilyId;
use domain::reference::Reference;
use store::family::{HITS_MAX, Hit};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, search, export) = (|| Method::GET, Action::SearchPeople, Action::ExportFamilies);
    vec![
        route(get(), "/search", search, On::Lists, page),
        route(get(), paths::SEARCH_VISITS, search, On::Lists, visits::page),
        route(get(), "/search/visits.csv", export, On::Lists, visits::csv),
        route(get(), "/search/visits.xlsx", export, On::Lists, visits::excel),
    ]
}

#[derive(Template)]
#[template(path = "search/mod.html")]
struct Shown {
    page: Page,
    query: Field,
    said: Option<String>,
    table: Option<Table>,
    visits: Link,
}

/// What a search found.
enum Found {
    People(Vec<Hit>),
    Family(Option<FamilyId>),
}

/// The question and its answer.
async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let typed: String = visit.query_value("q").unwrap_or_default().chars().take(200).collect();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SearchPeople, Object::Lists)
        .await?;
    let asked = typed.trim().to_owned();
    let (mut said, mut table) = (None, None);
    if !asked.is_empty() {
        let reference = asked.parse::<Reference>().ok();
        let words = asked.clone();
        let found = app.store().read_long(permit, move |tx| {
            Ok::<_, store::Error>(match &reference {
                Some(reference) => Found::Family(store::family::by_reference(tx, &reference.to_string())?),
                None => Found::People(store::family::search(tx, &words)?),
            })
        });
        match found.await? {
            Found::Family(Some(id)) => return Ok(crate::page::see(&visit.href(&paths::family(id)))),
            Found::Family(None) => said = Some(w.family_search_empty().to_owned()),
            Found::People(hits) if hits.is_empty() && asked.chars().count() < 2 => {
                said = Some(w.family_search_short().to_owned());
            }
            Found::People(hits) if hits.is_empty() => said = Some(w.family_search_empty().to_owned()),
            Found::People(hits) => {
                let many = hits.len() >= HITS_MAX;
                let count = hits.len() as u64;
                said = Some(if many {
                    w.family_search_many(count)
                } else {
                    w.family_search_found(count)
                });
                table = Some(lines(&visit, hits));
            }
        }
    }
    let shown = Shown {
        query: field("q", typed, None),
        said,
        table,
        visits: link(visit.href(paths::SEARCH_VISITS), w.search_visits_title()),
        page: Page::new(&app, &visit, w.family_search_title()),
    };
    Ok(show(&shown, &shown.page))
}

fn lines(visit: &Visit, mut hits: Vec<Hit>) -> Table {
    let w = visit.w();
    let called = |hit: &Hit| hit.name.spoken();
    hits.sort_by(|a, b| words::compare_names(&called(a), &called(b)));
    let heads = [w.site_field_name(), w.family_people(), w.family_reference()];
    let part = |part: Part| match part {
        Part::Child => w.family_person_child(),
        Part::Adult => w.family_person_adult(),
    };
    let rows = hits.iter().map(|hit| {
        let born = hit.birth_year.map(|year| format!("{}, {year}", part(hit.part)));
        vec![
            Cell::link(visit.href(&paths::family(hit.family)), called(hit)),
            Cell::text(born.unwrap_or_else(|| part(hit.part).to_owned())),
            Cell::whole(hit.reference.clone()),
        ]
    });
    Table {
        caption: w.family_search_title().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: rows.collect(),
    }
}

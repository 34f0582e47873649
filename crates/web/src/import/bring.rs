//! Bringing a file: which area it is of, and the file itself.

use super::{keep, said};
use crate::App;
use crate::error::{Answer, PageError};
use crate::mistakes::Mistakes;
use crate::page::{Cell, Choice, Field, Page, Problem, Table, choice, field, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::multipart::Field as Part;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::SiteId;
use store::import::{Import, Stage};
use store::site::Site;

/// How many earlier imports are listed.
const LISTED: i64 = 50;

#[derive(Template)]
#[template(path = "import/bring.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    site: Field,
    sites: Vec<Choice>,
    only: Option<String>,
    file: Field,
    before: Table,
    none: bool,
}

/// The form, with the files brought before.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    drawn(&app, &visit, "", &Mistakes::default()).await
}

async fn drawn(app: &App, visit: &Visit, site: &str, mistakes: &Mistakes) -> Answer {
    let w = visit.w();
    let actor = visit.actor();
    let permit = app
        .store()
        .permit(&actor, Action::ImportReferrals, Object::Lists)
        .await?;
    let (sites, imports) = app
        .store()
        .read(permit, |tx| {
            Ok::<_, store::Error>((store::site::in_scope(tx)?, store::import::list(tx, LISTED)?))
        })
        .await?;
    let named = |site: &Site| site.name(visit.lang.tag()).to_owned();
    let shown = Shown {
        problems: mistakes.summary(),
        site: field("site", site, mistakes.of("site")),
        sites: sites
            .iter()
            .map(|one| choice(&one.id.to_string(), &named(one), one.id.to_string() == site))
            .collect(),
        only: match sites.as_slice() {
            [only] => Some(only.id.to_string()),
            _ => None,
        },
        file: field("file", "", mistakes.of("file")),
        none: imports.is_empty(),
        before: Table {
            caption: w.import_before().to_owned(),
            heads: [w.import_choose(), w.referral_state(), w.import_taken_in()]
                .map(ToOwned::to_owned)
                .into(),
            rows: imports.iter().map(|one| line(visit, &sites, one)).collect(),
        },
        page: Page::new(app, visit, w.import_title())
            .back_to(visit.href(paths::REFERRALS), w.site_nav_referrals())
            .with_mistakes(mistakes.any()),
    };
    Ok(show(&shown, &shown.page))
}

fn line(visit: &Visit, sites: &[Site], import: &Import) -> Vec<Cell> {
    let w = visit.w();
    let site = sites.iter().find(|site| site.id == import.site);
    let site = site.map(|site| site.name(visit.lang.tag())).unwrap_or_default();
    let when = store::clock::london_day(store::clock::instant(import.made_at));
    let look = if import.stage == Stage::Ready { "strong" } else { "" };
    vec![
        Cell::link(
            visit.href(&paths::import(import.id)),
            w.import_line(site, &w.day_short(when)),
        ),
        Cell::tag(w.named("import-stage", import.stage.key()).unwrap_or_default(), look),
        Cell::number(import.taken_in.into()),
    ]
}

/// Takes the file as it arrives. What cannot be read as a table is thrown away, and said to be none.
pub async fn send(State(app): State<App>, visit: Visit, mut request: Request) -> Answer<Response> {
    visit.account()?;
    DefaultBodyLimit::disable().apply(&mut request);
    let mut parts = Multipart::from_request(request, &app)
        .await
        .map_err(|_| PageError::NotAForm)?;
    let (mut is_ours, mut site) = (false, String::new());
    while let Some(part) = parts.next_field().await.map_err(|_| PageError::NotAForm)? {
        match part.name().unwrap_or_default() {
            "csrf" => {
                visit.is_ours(&words_of(part).await?)?;
                is_ours = true;
            }
            _ if !is_ours => return Err(PageError::NotOurForm),
            "site" => site = words_of(part).await?,
            "file" => return kept(&app, &visit, &site, part).await,
            _ => {}
        }
    }
    visit.is_ours(if is_ours { &visit.csrf } else { "" })?;
    refused(&app, &visit, &site, ("file", visit.w().import_file_none())).await
}

/// A short box that stands before the file.
async fn words_of(mut part: Part<'_>) -> Result<String, PageError> {
    let mut bytes = Vec::new();
    while let Some(more) = part.chunk().await.map_err(|_| PageError::NotAForm)? {
        bytes.extend_from_slice(&more);
        if 4096 < bytes.len() {
            return Err(PageError::TooLarge);
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

async fn refused(app: &App, visit: &Visit, site: &str, (name, said): (&str, &str)) -> Answer {
    drawn(app, visit, site, &Mistakes::one(name, said)).await
}

async fn kept(app: &App, visit: &Visit, site: &str, part: Part<'_>) -> Answer {
    let w = visit.w();
    if part.file_name().is_none_or(str::is_empty) {
        return refused(app, visit, site, ("file", w.import_file_none())).await;
    }
    let Ok(area) = site.parse::<SiteId>() else {
        return refused(app, visit, site, ("site", w.referral_problem_site())).await;
    };
    match keep(app, &visit.actor(), area, part).await? {
        Ok(id) => Ok(see(&visit.href(&paths::import(id)))),
        Err(problem) => refused(app, visit, site, ("file", &said::file_words(w, &problem))).await,
    }
}

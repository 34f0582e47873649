//! Before the form: whom it is for, what it takes, and the drafts begun before.

use crate::App;
use crate::error::Answer;
use crate::form::Form;
use crate::page::{Link, Page, link, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use store::referral::draft::Draft;

#[derive(Template)]
#[template(path = "referral/draft/begin.html")]
struct Shown {
    page: Page,
    open: bool,
    is_full: bool,
    drafts: Vec<Line>,
    links: Link,
}

/// One draft begun before.
struct Line {
    href: String,
    name: String,
    begun: String,
    /// When it goes, said a week before.
    goes: Option<String>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    shown(&app, &visit, false).await
}

async fn shown(app: &App, visit: &Visit, is_full: bool) -> Answer {
    let w = visit.w();
    let permit = app.store().permit(&visit.actor(), Action::Refer, Object::Lists).await?;
    let read = app.store().read(permit, |tx| {
        let open = !store::site::in_scope(tx)?.is_empty();
        Ok::<_, store::Error>((open, store::referral::draft::list(tx)?))
    });
    let (open, drafts) = read.await?;
    let shown = Shown {
        open,
        is_full,
        links: link(visit.href(paths::TASK_LINKS), w.task_link_ask_title()),
        drafts: drafts.iter().map(|draft| line(app, visit, draft)).collect(),
        page: Page::new(app, visit, w.referral_refer_title())
            .back_to(visit.href(paths::REFERRALS), w.site_nav_referrals())
            .with_mistakes(is_full),
    };
    Ok(show(&shown, &shown.page))
}

fn line(app: &App, visit: &Visit, draft: &Draft) -> Line {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let begun = store::clock::london_day(store::clock::instant(draft.made_at));
    Line {
        href: visit.href(&paths::referral_draft(draft.id)),
        name: super::draft_name(w, &Form::parse(draft.body.as_bytes())),
        begun: w.referral_refer_draft_continue(&w.day_short(begun)),
        goes: draft
            .goes_soon(today)
            .then(|| w.referral_refer_draft_goes(&w.day_short(draft.goes_on()))),
    }
}

/// Begins a draft.
pub async fn begin(State(app): State<App>, visit: Visit, _form: Form) -> Answer<Response> {
    visit.account()?;
    let begun = app
        .store()
        .act(&visit.actor(), Action::Refer, Object::Lists, |tx| {
            store::referral::draft::begin(tx, "")
        })
        .await;
    match begun {
        Ok(id) => Ok(crate::page::see(&visit.href(&paths::referral_draft(id)))),
        Err(store::Error::Constraint(_)) => shown(&app, &visit, true).await,
        Err(error) => Err(error.into()),
    }
}

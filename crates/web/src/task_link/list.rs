//! Whom the reader has asked, and what came of it.

use crate::App;
use crate::error::Answer;
use crate::form::Form;
use crate::page::{Link, Page, link, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::TaskLinkId;
use store::task_link::Line;

#[derive(Template)]
#[template(path = "task_link/list.html")]
struct Shown {
    page: Page,
    lines: Vec<Asked>,
    ask: Link,
}

/// One link of the list.
struct Asked {
    name: String,
    email: String,
    when: String,
    state: &'static str,
    look: &'static str,
    referral: Option<Link>,
    take_back: Option<String>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let permit = app.store().permit(&visit.actor(), Action::Refer, Object::Lists).await?;
    let lines = app.store().read(permit, store::task_link::list).await?;
    let shown = Shown {
        lines: lines.into_iter().map(|line| asked(&visit, line)).collect(),
        ask: link(visit.href(paths::TASK_LINK_NEW), w.task_link_ask_title()),
        page: Page::new(&app, &visit, w.task_link_list_title())
            .back_to(visit.href(paths::REFER), w.referral_refer_title()),
    };
    Ok(show(&shown, &shown.page))
}

fn asked(visit: &Visit, line: Line) -> Asked {
    let w = visit.w();
    let made_on = store::clock::london_day(store::clock::instant(line.made_at));
    let (state, look) = match (line.referral, line.is_begun) {
        (Some(_), _) => (w.task_link_state_sent(), "strong"),
        (None, true) => (w.task_link_state_begun(), "warm"),
        (None, false) => (w.task_link_state_waiting(), "quiet"),
    };
    let referral = |id| link(visit.href(&paths::referral(id)), w.referral_sent_open());
    let take_back = visit.href(&paths::task_link_take_back(line.id));
    Asked {
        when: if line.referral.is_some() {
            w.task_link_when_sent(&w.day_short(made_on))
        } else {
            w.task_link_when(&w.day_short(made_on), &w.day_short(line.until))
        },
        state,
        look,
        take_back: line.referral.is_none().then_some(take_back),
        referral: line.referral.map(referral),
        name: line.name,
        email: line.email,
    }
}

/// Takes one back: it stops working, and what was typed is gone.
pub async fn take_back(State(app): State<App>, visit: Visit, At(id): At<TaskLinkId>, _form: Form) -> Answer {
    let actor = visit.actor();
    let taken = app.store().act(&actor, Action::Refer, Object::Lists, move |tx| {
        store::task_link::take_back(tx, id)
    });
    taken.await?;
    let href = visit.href(paths::TASK_LINKS);
    Ok(see(&paths::saying(&href, "task-link-taken-back")))
}

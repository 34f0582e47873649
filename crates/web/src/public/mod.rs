//! Pages anybody may read: help, accessibility, privacy, and what we leave out on purpose.

use crate::App;
use crate::error::Answer;
use crate::page::{Page, show};
use crate::route::{Route, route};
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![
        route(Method::GET, "/help", Action::SeePublicPage, On::Public, help),
        route(
            Method::GET,
            "/accessibility",
            Action::SeePublicPage,
            On::Public,
            accessibility,
        ),
        route(Method::GET, "/privacy", Action::SeePublicPage, On::Public, privacy),
        route(
            Method::GET,
            "/what-we-do-not-do",
            Action::SeePublicPage,
            On::Public,
            not_done,
        ),
    ]
}

#[derive(Template)]
#[template(path = "public/help.html")]
struct Help {
    page: Page,
}

#[derive(Template)]
#[template(path = "public/accessibility.html")]
struct Accessibility {
    page: Page,
}

#[derive(Template)]
#[template(path = "public/privacy.html")]
struct Privacy {
    page: Page,
}

#[derive(Template)]
#[template(path = "public/not_done.html")]
struct NotDone {
    page: Page,
}

async fn help(State(app): State<App>, visit: Visit) -> Answer {
    let shown = Help {
        page: Page::new(&app, &visit, visit.w().public_help_title()),
    };
    Ok(show(&shown, &shown.page))
}

async fn accessibility(State(app): State<App>, visit: Visit) -> Answer {
    let shown = Accessibility {
        page: Page::new(&app, &visit, visit.w().public_accessibility_title()),
    };
    Ok(show(&shown, &shown.page))
}

async fn privacy(State(app): State<App>, visit: Visit) -> Answer {
    let shown = Privacy {
        page: Page::new(&app, &visit, visit.w().public_privacy_title()),
    };
    Ok(show(&shown, &shown.page))
}

async fn not_done(State(app): State<App>, visit: Visit) -> Answer {
    let shown = NotDone {
        page: Page::new(&app, &visit, visit.w().public_not_title()),
    };
    Ok(show(&shown, &shown.page))
}

//! What a problem means, for the people behind the other system: the page its `type` leads to.

use super::code::Code;
use crate::App;
use crate::error::{Answer, PageError};
use crate::page::{Page, show};
use crate::visit::Visit;
use askama::Template;
use axum::extract::{Path, State};

#[derive(Template)]
#[template(path = "api/meaning.html")]
struct Shown {
    page: Page,
    title: &'static str,
    means: &'static str,
    to_do: &'static str,
    status: String,
    code: String,
}

/// The page of one problem.
pub async fn page(State(app): State<App>, visit: Visit, code: Option<Path<String>>) -> Answer {
    let code = code
        .and_then(|Path(code)| Code::from_key(&code))
        .ok_or(PageError::NotFound)?;
    let w = visit.w();
    let title = code.words(w, "");
    let shown = Shown {
        title,
        means: code.words(w, "means"),
        to_do: code.words(w, "do"),
        status: w.problem_status(code.status().as_str()),
        code: w.problem_title(code.key()),
        page: Page::new(&app, &visit, title),
    };
    Ok(show(&shown, &shown.page))
}

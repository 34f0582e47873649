//! The outermost layer of a page: makes an error into a page or a problem, and adds the headers every answer has.

use crate::App;
use crate::error::{PageError, Wrong};
use crate::page::{self, Link, Page, link, see};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use std::sync::Arc;

/// For how many seconds a cookie with no sign-in behind it is kept: as long as a visit to the sign-in page.
const VISIT_SECONDS: i64 = 2 * 60 * 60;

#[derive(Template)]
#[template(path = "wrong.html")]
struct Shown {
    page: Page,
    heading: String,
    paragraphs: Vec<String>,
    code: String,
    ways: Vec<Link>,
}

/// Makes an answer ready to leave.
pub(crate) fn finish(app: &App, visit: &Visit, answer: Response) -> Response {
    let wrong = answer.extensions().get::<Wrong>().map(|wrong| wrong.0.clone());
    let wrong = wrong.or_else(|| broken_off(&answer));
    let mut answer = match wrong {
        Some(error) if crate::api::answers(&visit.path) => crate::api::problem::from_page(&error, answer),
        Some(error) => keep_headers(made_page(app, visit, &error), &answer),
        None => answer,
    };
    let unavailable = answer.status() == StatusCode::SERVICE_UNAVAILABLE;
    let headers = answer.headers_mut();
    if let Some(secret) = &visit.new_secret
        && headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
        && !headers.contains_key(header::SET_COOKIE)
    {
        headers.insert(header::SET_COOKIE, app.jar().keep(secret, VISIT_SECONDS));
    }
    if unavailable {
        headers
            .entry(header::RETRY_AFTER)
            .or_insert(HeaderValue::from_static("5"));
    }
    for (name, value) in HEADERS {
        headers
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    if app.is_secure() {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
    }
    answer
}

/// What a layer said with its bare status: it took too long, or it panicked.
fn broken_off(answer: &Response) -> Option<Arc<PageError>> {
    match answer.status() {
        StatusCode::SERVICE_UNAVAILABLE => Some(PageError::Unavailable),
        StatusCode::INTERNAL_SERVER_ERROR => Some(PageError::fault("a page panicked")),
        _ => None,
    }
    .map(Arc::new)
}

/// What every answer says to the browser unless it says otherwise.
const HEADERS: &[(&str, &str)] = &[
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    // `no-referrer` would make browsers send `Origin: null` with our own forms.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    ),
    (
        "content-security-policy",
        "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    ),
];

/// Copies what the bare answer carried: when to try again, and whether a cookie goes.
fn keep_headers(mut page: Response, bare: &Response) -> Response {
    for name in [header::RETRY_AFTER, header::SET_COOKIE] {
        for value in bare.headers().get_all(&name) {
            page.headers_mut().append(name.clone(), value.clone());
        }
    }
    page
}

/// The page, or the way, for an error.
fn made_page(app: &App, visit: &Visit, error: &PageError) -> Response {
    let here = if visit.query.is_empty() {
        visit.path.clone()
    } else {
        format!("{}?{}", visit.path, visit.query)
    };
    let here = visit.href(&here);
    let w = visit.w();
    let said = |heading: &str, paragraphs: Vec<String>| sentence(app, visit, error, heading, paragraphs);
    let text = ToString::to_string;
    match error {
        PageError::SignIn => see(&paths::then(&visit.href(paths::SIGN_IN), &here)),
        PageError::StepUp => see(&paths::then(&visit.href(paths::AGAIN), &here)),
        PageError::SecondFactor => see(&paths::then(&visit.href(paths::SECOND), &here)),
        PageError::Elsewhere(href) => see(href),
        PageError::Refused | PageError::NotFound | PageError::Method => said(
            w.site_not_found_title(),
            vec![
                text(&w.site_not_found_body()),
                text(&w.site_not_found_why()),
                text(&w.site_not_found_ask()),
            ],
        ),
        PageError::NotOurForm | PageError::NotAForm => {
            said(w.site_wrong_form_title(), vec![text(&w.site_wrong_form_body())])
        }
        PageError::TooLarge => said(w.site_too_large_title(), vec![w.site_too_large_body("1 MB")]),
        PageError::OnceReused | PageError::Stale | PageError::Conflict => {
            said(w.site_stale_title(), vec![text(&w.site_stale_body())])
        }
        PageError::TooMany { minutes } => said(w.site_busy_title(), vec![w.sign_in_problem_throttled(*minutes)]),
        PageError::Unavailable => said(w.site_busy_title(), vec![w.site_busy_body(5)]),
        PageError::Fault { .. } => said(w.site_wrong_title(), vec![text(&w.site_wrong_body())]),
    }
}

fn sentence(app: &App, visit: &Visit, error: &PageError, heading: &str, paragraphs: Vec<String>) -> Response {
    let page = Page::new(app, visit, heading).status(error.status());
    let code = match error {
        PageError::Fault { code } => page.w.site_wrong_code(code),
        _ => String::new(),
    };
    let shown = Shown {
        heading: heading.to_owned(),
        paragraphs,
        code,
        ways: ways(visit, error),
        page,
    };
    page::show(&shown, &shown.page)
}

/// Ways on from a record that is not shown. They follow from who asks and from the shape of the address alone, so
/// that they say nothing of whether there is such a record.
fn ways(visit: &Visit, error: &PageError) -> Vec<Link> {
    let refused = matches!(error, PageError::Refused | PageError::NotFound);
    let of_a_family = ["/families/", "/referrals/"]
        .iter()
        .any(|start| visit.path.starts_with(start));
    if refused && of_a_family && visit.who.as_ref().is_some_and(crate::break_glass::may_ask) {
        vec![link(
            visit.href(paths::BREAK_GLASS_ASK),
            visit.w().break_glass_ask_any_title(),
        )]
    } else {
        Vec::new()
    }
}

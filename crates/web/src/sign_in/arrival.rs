//! Where somebody lands who has just signed in, or proved again: with a new cookie, and with their words.

use super::paths as own;
use crate::App;
use crate::cookie::form_token;
use crate::error::{Answer, PageError};
use crate::page::see;
use crate::paths;
use crate::visit::{Visit, in_language};
use axum::http::header;
use axum::response::Response;
use domain::id::AccountId;
use store::sign_in::ceremony::Kind;
use store::sign_in::{Entered, enter};
use words::Lang;

/// Where the visit asked to go afterwards, without its language; never back to signing in or out.
pub(super) fn next(visit: &Visit) -> Option<String> {
    safe(visit.query_value("next").as_deref())
}

/// An address of ours without its language, if it is one to go to.
pub(super) fn safe(next: Option<&str>) -> Option<String> {
    let plain = plain(paths::safe_next(next)?);
    let path = plain.split(['?', '#']).next().unwrap_or_default();
    let goes_round = [paths::SIGN_IN, paths::SIGN_OUT, "/demo/"]
        .iter()
        .any(|start| path.starts_with(start));
    (!goes_round && !plain.starts_with("//")).then_some(plain)
}

/// Takes the language off an address.
fn plain(next: &str) -> String {
    for lang in Lang::ALL.iter().copied().filter(|lang| *lang != Lang::En) {
        let Some(rest) = next.strip_prefix('/').and_then(|rest| rest.strip_prefix(lang.tag())) else {
            continue;
        };
        if rest.starts_with('/') {
            return rest.to_owned();
        }
        if rest.is_empty() || rest.starts_with('?') {
            return format!("/{rest}");
        }
    }
    next.to_owned()
}

/// An address of this folder that remembers where to go afterwards.
pub(super) fn with_next(visit: &Visit, path: &str, next: Option<&str>) -> String {
    let path = visit.href(path);
    next.map_or(path.clone(), |next| paths::then(&path, next))
}

/// The address to land on: where the person was going, else their own start page, in their language.
pub(super) async fn landing(app: &App, visit: &Visit, entered: &Entered, next: Option<String>) -> Answer<String> {
    let href = match next {
        Some(next) => {
            let path = next.split(['?', '#']).next().unwrap_or_default();
            let kept = store::draft::find_for(app.store(), entered.account, path)
                .await?
                .is_some();
            let href = visit.href(&next);
            if kept {
                paths::saying(&href, "site-restored")
            } else {
                href
            }
        }
        None if visit.lang == Lang::En => {
            in_language(Lang::from_tag(&entered.language).unwrap_or(Lang::En), paths::HOME)
        }
        None => visit.href(paths::HOME),
    };
    if entered.needs_second {
        return Ok(paths::then(&visit.href(paths::SECOND), &href));
    }
    Ok(href)
}

/// Where somebody signed in is sent who has no business on the sign-in page.
pub(super) fn landing_of_visitor(visit: &Visit) -> String {
    visit.href(&next(visit).unwrap_or_else(|| paths::HOME.to_owned()))
}

/// Ends the sign-in this browser had before, once another has begun in it.
pub(super) async fn replace(app: &App, visit: &Visit, entered: &Entered) -> Answer<()> {
    if let Some(before) = visit.who.as_ref().filter(|before| before.id != entered.id) {
        store::sign_in::replace(app.store(), before.account, before.id).await?;
    }
    Ok(())
}

/// The answer that lets somebody in.
pub(super) async fn arrive(app: &App, visit: &Visit, entered: &Entered, next: Option<String>) -> Answer {
    replace(app, visit, entered).await?;
    let href = landing(app, visit, entered, next).await?;
    Ok(with_cookie(app, entered, see(&href)))
}

/// An answer with the cookie of a sign-in.
pub(super) fn with_cookie(app: &App, entered: &Entered, mut answer: Response) -> Response {
    answer
        .headers_mut()
        .insert(header::SET_COOKIE, app.jar().keep(&entered.secret, entered.seconds));
    answer
}

/// A refusal that leads back to a page when something must be proved first, where the address asked for is no page.
pub(super) fn led_back(visit: &Visit, to: &str, error: PageError) -> PageError {
    match error {
        PageError::StepUp => PageError::Elsewhere(paths::then(&visit.href(paths::AGAIN), to)),
        PageError::SecondFactor => PageError::Elsewhere(paths::then(&visit.href(paths::SECOND), to)),
        error => error,
    }
}

/// Goes on to the code, under a new cookie: the stages of signing in are tied to the token of the browser's cookie,
/// and nobody who planted one before the password was right can go on from there.
pub(super) async fn half_way(app: &App, visit: &Visit, account: AccountId, next: Option<&str>) -> Answer {
    let secret: [u8; 32] = seal::random();
    enter::half_way(app.store(), &form_token(&secret), account).await?;
    let mut answer = see(&with_next(visit, own::CODE, next));
    answer
        .headers_mut()
        .insert(header::SET_COOKIE, app.jar().keep(&secret, Kind::HalfWay.seconds()));
    Ok(answer)
}

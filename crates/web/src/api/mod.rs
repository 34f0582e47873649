//! The API: the same records with the same verbs and permits as the pages.

pub(crate) mod problem;

use crate::App;
use crate::error::PageError;
use crate::route::Route;
use axum::http::HeaderMap;
use domain::access::Actor;

/// The routes of the API.
pub fn routes() -> Vec<Route> {
    Vec::new()
}

/// Who a token acts as.
pub(crate) async fn actor(_: &App, _: &HeaderMap) -> Result<Actor, PageError> {
    Ok(Actor::Public)
}

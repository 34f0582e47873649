//! Declaring routes. Each says what is done and to what, so that a route
//! without an action does not compile, and `susd routes --json` lists them all.

use crate::App;
use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, MethodRouter, on};
use domain::access::{Action, ObjectKind};
use serde::Serialize;

/// One route: where, how, what is done there and to what.
pub struct Route {
    method: Method,
    path: &'static str,
    action: Action,
    object: ObjectKind,
    handler: MethodRouter<App>,
}

/// One line of `susd routes --json`.
#[derive(Serialize)]
pub struct Listed {
    /// `GET`, `POST` and so on.
    pub method: String,
    /// The path, with `{id}` where a record's id stands.
    pub path: &'static str,
    /// The key of the action a permit is asked for.
    pub action: &'static str,
    /// The key of the kind of object.
    pub object: &'static str,
}

/// Declares a route.
pub fn route<H, T>(method: Method, path: &'static str, action: Action, object: ObjectKind, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    let filter = MethodFilter::try_from(method.clone()).expect("every method we use has a filter");
    Route {
        method,
        path,
        action,
        object,
        handler: on(filter, handler),
    }
}

/// All routes as the router serves them.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place where declared routes become axum's"
)]
pub(crate) fn router(routes: Vec<Route>) -> Router<App> {
    routes
        .into_iter()
        .fold(Router::new(), |router, one| router.route(one.path, one.handler))
}

/// All routes as a list.
pub(crate) fn listed(routes: &[Route]) -> Vec<Listed> {
    routes
        .iter()
        .map(|one| Listed {
            method: one.method.to_string(),
            path: one.path,
            action: one.action.key(),
            object: one.object.key(),
        })
        .collect()
}

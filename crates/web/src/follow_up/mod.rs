//! Writing down what the authority says twelve and twenty-four months after a referral.

mod write;

pub(crate) use write::by_call;

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let record = Action::RecordAfter;
    let path = "/families/{id}/follow-ups/{referral}";
    vec![
        route(Method::GET, path, record, On::Family, write::page),
        route(Method::POST, path, record, On::Family, write::send),
        route(
            Method::POST,
            "/families/{id}/follow-ups/{referral}/keep",
            record,
            On::Family,
            write::keep,
        ),
    ]
}

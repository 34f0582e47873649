//! Times in care, written down by hand and put right.

mod write;

pub(crate) use write::by_call;

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    let record = Action::RecordAfter;
    vec![
        route(get(), "/families/{id}/care/write", record, On::Family, write::page),
        route(post(), "/families/{id}/care/write", record, On::Family, write::send),
        route(
            get(),
            "/families/{id}/care/{episode}/right",
            record,
            On::Family,
            write::right_page,
        ),
        route(
            post(),
            "/families/{id}/care/{episode}/right",
            record,
            On::Family,
            write::right,
        ),
    ]
}

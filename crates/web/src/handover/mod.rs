//! What somebody reads first who steps in at short notice, and the two pages a social worker takes along: one family, or each
//! family of a carer, as far as this reader may see it.

mod one;
mod page;
mod paper;

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![
        route(
            Method::GET,
            "/families/{id}/handover",
            Action::OpenFamily,
            On::Family,
            page::family,
        ),
        route(
            Method::GET,
            "/carers/{id}/handover",
            Action::OpenHousehold,
            On::Household,
            page::carer,
        ),
        route(
            Method::GET,
            "/families/{id}/summary.pdf",
            Action::ExportFamily,
            On::Family,
            paper::file,
        ),
    ]
}

//! A family: its page, its history, who has looked, and what its members see of their own.

mod acts;
mod address;
mod history;
pub(crate) mod list;
mod looked;
mod moment;
pub(crate) mod own;
pub(crate) mod people;
mod show;
mod timeline;
mod who;

pub(crate) use moment::paragraphs;

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![
        route(Method::GET, "/families", Action::ListFamilies, On::Lists, list::page),
        route(
            Method::GET,
            "/families.csv",
            Action::ExportFamilies,
            On::Lists,
            list::csv,
        ),
        route(
            Method::GET,
            "/families.xlsx",
            Action::ExportFamilies,
            On::Lists,
            list::excel,
        ),
        route(
            Method::GET,
            "/families/{id}/who",
            Action::OpenFamily,
            On::Family,
            who::page,
        ),
        route(
            Method::GET,
            "/families/{id}",
            Action::OpenFamily,
            On::Family,
            show::page,
        ),
        route(
            Method::GET,
            "/families/{id}/history",
            Action::OpenFamilyHistory,
            On::Family,
            history::page,
        ),
        route(
            Method::GET,
            "/families/{id}/looked",
            Action::SeeWhoLooked,
            On::Family,
            looked::page,
        ),
        route(
            Method::GET,
            "/families/{id}/own",
            Action::SeeOwnPart,
            On::Family,
            own::page,
        ),
        route(
            Method::GET,
            "/addresses/{id}",
            Action::OpenProtectedAddress,
            On::Address,
            address::page,
        ),
        route(
            Method::POST,
            "/addresses/{id}",
            Action::OpenProtectedAddress,
            On::Address,
            address::open,
        ),
    ]
}

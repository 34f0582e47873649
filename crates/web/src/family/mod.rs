//! A family: its page, its history, who has looked, and what its members see of their own.

mod acts;
mod address;
mod files;
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
    let mut all = vec![
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
    ];
    let export = Action::ExportFamily;
    all.push(route(
        Method::GET,
        "/families/{id}/files",
        export,
        On::Family,
        files::page,
    ));
    for path in [
        "/families/{id}/visits.csv",
        "/families/{id}/visits.xlsx",
        "/families/{id}/steps.csv",
        "/families/{id}/steps.xlsx",
        "/families/{id}/goals.csv",
        "/families/{id}/goals.xlsx",
        "/families/{id}/reviews.csv",
        "/families/{id}/reviews.xlsx",
        "/families/{id}/calls.csv",
        "/families/{id}/calls.xlsx",
        "/families/{id}/weeks.csv",
        "/families/{id}/weeks.xlsx",
    ] {
        all.push(route(Method::GET, path, export, On::Family, files::file));
    }
    all
}

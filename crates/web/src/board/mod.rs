//! What people look at first in a week: the board of whoever answers for an area, and the week of whoever supervises carers.

mod area;
mod week;

use crate::paths;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (list, export) = (Action::ListFamilies, Action::ExportFamilies);
    vec![
        route(Method::GET, paths::BOARD, list, On::Lists, area::page),
        route(Method::GET, paths::WEEK, list, On::Lists, week::page),
        route(Method::GET, "/week.csv", export, On::Lists, week::csv),
        route(Method::GET, "/week.xlsx", export, On::Lists, week::excel),
    ]
}

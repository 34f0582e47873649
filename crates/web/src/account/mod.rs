//! To come.

use crate::route::Route;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    Vec::new()
}

//! One press signs in; this exists in the demonstration only.

use crate::route::Route;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    Vec::new()
}

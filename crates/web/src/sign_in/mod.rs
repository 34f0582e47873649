//! Signing in.

pub(crate) mod demo;
pub(crate) mod passkey;

use crate::route::Route;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    Vec::new()
}

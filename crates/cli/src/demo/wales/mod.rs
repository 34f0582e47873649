//! The families of Bro Cerwen, an invented authority in Wales. Most of what is written is in Welsh.

mod earlier;
mod recent;

use super::story::Story;

/// Every family, the latest first.
pub const FAMILIES: &[&[Story]] = &[recent::FAMILIES, earlier::FAMILIES];

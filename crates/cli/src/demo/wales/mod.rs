//! The families of Bro Cerwen, an invented authority in Wales. Most of what is written is in Welsh.

mod again;
mod earlier;
mod recent;

use super::story::Story;

/// Every family, the latest first, and then those who were referred twice.
pub const FAMILIES: &[&[Story]] = &[recent::FAMILIES, earlier::FAMILIES, again::FAMILIES];

/// The family that is joined to the record there was: its place in the list, and how many days ago that was.
pub const JOINED: (usize, i32) = (
    recent::FAMILIES.len() + earlier::FAMILIES.len() + again::JOINED.0,
    again::JOINED.1,
);

//! Where people of a family live. A child may live in two homes, and a home may have to stay hidden.

use super::Postcode;
use crate::text::Text;

/// The most homes in one referral.
///
/// Assumption: 6; two parents, grandparents and a hostel make four, and more is a slip or an abuse.
pub const HOMES_MAX: usize = 6;

/// One home and who lives there. `P` is how people are named: their place in a form, or their id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home<P> {
    /// The address, as people would write it on an envelope, without the postcode.
    pub address: Option<Text>,
    /// Its postcode, where there is one.
    pub postcode: Option<Postcode>,
    /// Whether it must be shown to nobody without a reason: somebody there could be found by it.
    pub hidden: bool,
    /// Who lives there, all the time or part of it.
    pub people: Vec<P>,
}

//! What each reason counts.

/// Up to how many minutes a drive is short.
///
/// Assumption: 20; set too high, a carer who is far looks near.
pub const MINUTES_NEAR: u16 = 20;

/// From how many minutes on a drive is long.
///
/// Assumption: 45, an hour and a half of driving for each visit.
pub const MINUTES_FAR: u16 = 45;

/// What each reason counts, in points. Only their proportions matter.
///
/// Assumption: all of them; nothing is published. They order a list that a person reads with its reasons, and change
/// nothing else. A site's own come with the best assignment of several families.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// For each language of the family the carer speaks; as much against for each they do not.
    pub language: i32,
    /// For a short drive.
    pub near: i32,
    /// Against each minute past a long drive's first, up to `far_max`.
    pub far_minute: i32,
    /// The most a long drive counts against.
    pub far_max: i32,
    /// For the first half of a postcode in common, where no drive was typed.
    pub district: i32,
    /// For each area of need the carer knows well.
    pub need: i32,
    /// For having met.
    pub met: i32,
    /// For each free place.
    pub place: i32,
    /// Against each family with more support than usual.
    pub stepped_up: i32,
    /// Against having said no before.
    pub said_no: i32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            language: 30,
            near: 20,
            far_minute: 1,
            far_max: 40,
            district: 10,
            need: 5,
            met: 15,
            place: 3,
            stepped_up: 6,
            said_no: 20,
        }
    }
}

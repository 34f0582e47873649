//! Who could support a family, in order, with reasons for and against, and what stops whom.
//!
//! The list is a help: it proposes, and a person decides. Everything is pure: the same input gives the same list, byte
//! for byte, whatever the order the carers come in.

mod rank;
mod reason;
mod weights;

pub use rank::{Candidate, Ranked, Wanted, rank};
pub use reason::{Reason, What};
pub use weights::{MINUTES_FAR, MINUTES_NEAR, Weights};

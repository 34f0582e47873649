//! Ranking, through the public face of the crate.

mod rank;

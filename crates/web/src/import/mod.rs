//! Referrals from a file.

pub mod file;

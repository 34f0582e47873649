//! Referrals from a file: reading it, looking at what it holds, taking it in, taking it back.

mod file;
mod pages;

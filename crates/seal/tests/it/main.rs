//! What the crate promises, tested through its public face.
#![cfg(test)]

mod book;
mod checkpoint;
mod hex;
mod journal;
mod keys;
mod known_answers;
mod merkle;
mod names;
mod rewritten;
mod sealed;
mod search;
mod secrets;
mod sheet;

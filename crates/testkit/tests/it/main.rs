//! Tests of what the other tests stand on.

mod folder;
mod postgres;

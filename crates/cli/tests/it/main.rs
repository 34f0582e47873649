//! The command line as people and scripts meet it: the built program, a folder and a port of its own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod backup;
mod demo;
mod import;
mod key;
mod migrate;
mod routes;
mod sending;
mod susd;
mod user;
mod verify;

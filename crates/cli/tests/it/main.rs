//! The command line as people and scripts meet it: the built program, a folder and a port of its own.

mod backup;
mod demo;
mod key;
mod migrate;
mod routes;
mod susd;
mod user;
mod verify;

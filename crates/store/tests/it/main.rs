//! The store on both engines: the real migrations on a real file and a real server.

mod support;
mod access;
mod belt;
mod catalogue;
mod checkpoint;
mod event;
mod journal;
mod list;
mod migrations;
mod search;
mod statements;
mod register;
mod packs;
mod tamper;
mod trouble;
mod unit;

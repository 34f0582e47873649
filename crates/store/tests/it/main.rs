//! The store on both engines: the real migrations on a real file and a real server.
#![cfg(test)]

mod access;
mod again;
mod belt;
mod canary;
mod catalogue;
mod checkpoint;
mod erased;
mod event;
mod headers;
mod import;
mod journal;
mod likeness;
mod list;
mod log;
mod matching;
mod migrations;
mod noting;
mod outbox;
mod packs;
mod plan;
mod plans;
mod register;
mod relation;
mod role;
mod same_work;
mod sealed;
mod search;
mod session;
mod snapshot;
mod statements;
mod support;
mod tamper;
mod task_link;
mod trouble;
mod unit;

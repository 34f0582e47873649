//! The store on both engines: the real migrations on a real file and a real server.

mod support;
mod catalogue;
mod migrations;
mod statements;
mod register;
mod packs;

//! What tests need from the machine: a throw-away `PostgreSQL`, a free port, a folder that cleans up after itself.
//!
//! Only tests and `xtask` use this crate; nothing that ships depends on it. It is synchronous and calls `PostgreSQL`'s
//! own programs, so that it needs no database library and works before anything else of ours does.

mod folder;
mod port;
pub mod postgres;

pub use folder::TempDir;
pub use port::free_port;

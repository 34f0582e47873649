//! The only SQL: permits in, rows out, on the embedded engine or on a server.
//!
//! A file here is named for its word and holds the statements, the rows and
//! the verbs that store it. Nothing in it decides: that is `domain`'s.

pub mod account;
pub mod agreement;
pub mod asked;
pub mod backup;
pub mod board;
pub mod break_glass;
pub mod care_episode;
pub mod clock;
pub mod closing;
pub mod concern;
pub mod consent;
pub mod crisis;
pub mod disruption;
pub mod draft;
pub mod due;
pub mod erase;
mod error;
pub mod family;
pub mod follow_up;
pub mod goal;
pub mod household;
pub mod id;
pub mod import;
pub mod journal;
mod kernel;
mod key;
pub mod ladder;
pub mod likeness;
pub mod maintain;
pub mod matching;
pub mod once;
pub mod outbox;
pub mod own_text;
pub mod pack;
pub mod passkey;
mod permit;
pub mod plan;
pub mod practice;
pub mod referral;
pub mod register;
pub mod review;
pub mod ring;
pub mod schema;
pub mod session;
pub mod setup;
pub mod sign_in;
pub mod site;
pub mod statements;
pub mod step;
mod store;
pub mod suggest;
pub mod task_link;
pub mod token;
pub mod waiting;
pub mod word_review;

pub use clock::Clock;
pub use error::{Error, Result};
pub use kernel::{Location, Row, Statement, Tx, Value};
pub use permit::Rights;
pub use store::Store;

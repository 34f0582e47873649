//! The words of a family-support programme and the rules that go with them.
//!
//! Everything here is pure: today's date, the time and any randomness are arguments. The most
//! important function is [`access::may`], which decides who may do what with whose record.

#[macro_use]
mod keyed;

pub mod access;
pub mod agreement;
pub mod break_glass;
pub mod care_episode;
pub mod closing;
pub mod concern;
pub mod consent;
pub mod contact;
pub mod crisis;
pub mod day;
pub mod disruption;
pub mod due;
mod each_once;
pub mod family;
pub mod follow_up;
pub mod goal;
pub mod grant;
pub mod household;
pub mod id;
pub mod import;
pub mod level;
pub mod likeness;
pub mod matching;
pub mod name;
pub mod need;
pub mod pack;
pub mod plan;
pub mod practice;
pub mod reference;
pub mod referral;
pub mod review;
pub mod ring;
pub mod role;
pub mod send;
pub mod session;
pub mod step;
pub mod suggest;
pub mod support;
pub mod text;

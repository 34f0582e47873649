//! The pages, tested through the service in process.

mod account;
mod acts;
mod again;
mod agreement;
mod api;
mod break_glass;
mod concern;
mod crisis;
mod draft;
mod import;
mod journal;
mod likeness;
mod matching;
mod plan;
mod prepare;
mod public;
mod referral;
mod refusal;
mod review;
mod send;
mod session;
mod sign_in;
mod support;
mod task_link;
mod verbs;
mod word_review;

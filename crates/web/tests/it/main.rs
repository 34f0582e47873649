//! The pages, tested through the service in process.

mod sign_in;
mod support;

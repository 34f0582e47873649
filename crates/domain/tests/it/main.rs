//! The programme's rules, tested through the public face of the crate.

mod access;
mod agreement;
mod birth;
mod break_glass;
mod consent;
mod day;
mod family;
mod grant;
mod id;
mod import;
mod import_answers;
mod import_cells;
mod import_day;
mod import_families;
mod import_mapping;
mod import_random;
mod name;
mod need;
mod pack;
mod postcode;
mod refer;
mod reference;
mod referral;
mod role;
mod text;
mod waiting;

//! Who may do what: named cases, the whole truth table, and a second opinion on all of it.

mod cases;
mod every;
mod keys;
mod oracle;
mod permit;
mod proofs;
mod random;
mod table;
mod token;

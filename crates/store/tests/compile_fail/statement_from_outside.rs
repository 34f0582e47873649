//! A statement is run by somebody who holds a unit of work but is not the store.
use store::{Statement, Tx};

fn bad(tx: &Tx, statement: &'static Statement) {
    let _ = tx.run(statement, &[]);
}

fn main() {}

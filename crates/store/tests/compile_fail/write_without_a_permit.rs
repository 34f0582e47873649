//! An account is made without asking whether this person may.
use store::Store;
use store::account::NewAccount;

async fn write(store: &Store, new: NewAccount) {
    let _ = store.write(move |tx| store::account::make(tx, &new).map(|_| ())).await;
}

fn main() {}

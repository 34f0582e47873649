//! A family is read without asking whether this person may.
use domain::id::FamilyId;
use store::Store;

async fn read(store: &Store, family: FamilyId) {
    let _ = store.read(move |tx| store::family::load(tx, family)).await;
}

fn main() {}

//! One permit is used for two units of work.
use domain::access::Permit;
use store::{Error, Store};

async fn twice(store: &Store, permit: Permit) {
    let _ = store.read(permit, |_| Ok::<_, Error>(())).await;
    let _ = store.read(permit, |_| Ok::<_, Error>(())).await;
}

fn main() {}

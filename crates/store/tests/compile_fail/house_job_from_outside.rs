//! Work is done in the name of the house, without a permit.
use store::{Error, Store};

async fn job(store: &Store) {
    let _ = store.job_write("a job", |_| Ok::<_, Error>(())).await;
}

fn main() {}

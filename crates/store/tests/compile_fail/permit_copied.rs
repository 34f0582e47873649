//! A permit is copied, to be used again later.
use domain::access::Permit;

fn copied(permit: &Permit) -> Permit {
    permit.clone()
}

fn main() {}

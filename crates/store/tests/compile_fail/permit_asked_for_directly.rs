//! The constructor of a permit is called from outside of `domain::access`.
use domain::access::Permit;

fn forged() {
    let _ = Permit::new;
}

fn main() {}

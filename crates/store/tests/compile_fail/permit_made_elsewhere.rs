//! A permit is put together by somebody who was never asked.
use domain::access::Permit;

fn forged(other: Permit) -> Permit {
    Permit { ..other }
}

fn main() {}

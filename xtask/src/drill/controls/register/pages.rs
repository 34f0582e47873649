//! What stands between a browser and the store.

use crate::drill::controls::fault::{Fault, lib};

const GUARD: &str = "crates/web/src/guard.rs";
const OURS: &str = "guard::tests::only_a_form_from_our_own_pages_is_taken";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "a form that another site sent is refused, as Sec-Fetch-Site says",
        file: GUARD,
        find: "Some(_) => false,",
        replace: "Some(_) => same_origin.unwrap_or(true),",
        caught_by: lib("web", OURS),
    },
    Fault {
        control: "a form that another site sent is refused, as Origin says",
        file: GUARD,
        find: "map(|sent| sent == origin)",
        replace: "map(|_| true)",
        caught_by: lib("web", OURS),
    },
    Fault {
        control: "a form that says nothing of where it comes from is refused",
        file: GUARD,
        find: "None => same_origin.unwrap_or(false),",
        replace: "None => same_origin.unwrap_or(true),",
        caught_by: lib("web", OURS),
    },
];

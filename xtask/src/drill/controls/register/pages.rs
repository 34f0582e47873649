//! What stands between a browser and the store.

use crate::drill::controls::fault::{Fault, it, lib};

const GUARD: &str = "crates/web/src/guard.rs";
const OURS: &str = "guard::tests::only_a_form_from_our_own_pages_is_taken";
const COOKIE: &str = "crates/web/src/cookie.rs";
const FLAGS: &str = "sign_in::cookie::the_cookie_is_bound_to_the_host_and_hidden_from_scripts";
const ONWARD: &str = "sign_in::password::after_signing_in_the_way_goes_on_to_our_own_pages_only";

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
    Fault {
        control: "every form is asked where it comes from",
        file: GUARD,
        find: "safe || api || is_ours(request.headers(), app.origin())\n",
        replace: "safe || api || true\n",
        caught_by: it(
            "web",
            "sign_in::cookie::a_form_without_its_token_or_from_another_site_is_refused_before_it_does_anything",
        ),
    },
    Fault {
        control: "a form carries the token of its own sign-in",
        file: "crates/web/src/visit.rs",
        find: "seal::equal(token.as_bytes(), self.csrf.as_bytes())",
        replace: "token.len() <= self.csrf.len()",
        caught_by: it(
            "web",
            "sign_in::cookie::a_form_without_its_token_or_from_another_site_is_refused_before_it_does_anything",
        ),
    },
    Fault {
        control: "the cookie is hidden from scripts",
        file: COOKIE,
        find: "HttpOnly; ",
        replace: "",
        caught_by: it("web", FLAGS),
    },
    Fault {
        control: "the cookie goes over encrypted connections only",
        file: COOKIE,
        find: "\"; Secure\"",
        replace: "\"\"",
        caught_by: it("web", FLAGS),
    },
    Fault {
        control: "the cookie does not go with what another site sends",
        file: COOKIE,
        find: "SameSite=Lax",
        replace: "SameSite=None",
        caught_by: it("web", FLAGS),
    },
    Fault {
        control: "the cookie is bound to the host",
        file: COOKIE,
        find: "\"__Host-susd\"",
        replace: "\"susd-host\"",
        caught_by: it("web", FLAGS),
    },
    Fault {
        control: "the way goes on within the house",
        file: "crates/web/src/paths/mod.rs",
        find: "next.starts_with('/')",
        replace: "!next.is_empty()",
        caught_by: it("web", ONWARD),
    },
    Fault {
        control: "no stroke leans the other way on the way onward",
        file: "crates/web/src/paths/mod.rs",
        find: "&& !next.contains('\\\\')",
        replace: "",
        caught_by: it("web", ONWARD),
    },
    Fault {
        control: "no language hides another host on the way onward",
        file: "crates/web/src/sign_in/arrival.rs",
        find: "(!goes_round && !plain.starts_with(\"//\"))",
        replace: "(!goes_round)",
        caught_by: it("web", ONWARD),
    },
    Fault {
        control: "one press signs in in the demonstration only",
        file: "crates/web/src/lib.rs",
        find: "    if demo {\n",
        replace: "    if true {\n",
        caught_by: it(
            "web",
            "sign_in::demo::outside_the_demonstration_the_press_is_a_page_that_does_not_exist",
        ),
    },
];

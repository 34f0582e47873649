//! Getting in, staying in, and being put out again.

use crate::drill::controls::fault::{Fault, it};

const ENTER: &str = "crates/store/src/sign_in/enter.rs";
const TRIES: &str = "crates/store/src/sign_in/attempt.rs";
const SIGN_IN: &str = "crates/store/src/sign_in/mod.rs";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "an account is tried ten times",
        file: TRIES,
        find: "by_who.max(by_address)",
        replace: "by_address",
        caught_by: it(
            "web",
            "sign_in::throttle::ten_tries_at_one_address_for_mail_are_enough_wherever_they_come_from",
        ),
    },
    Fault {
        control: "one place tries a hundred times",
        file: TRIES,
        find: "by_who.max(by_address)",
        replace: "by_who",
        caught_by: it(
            "web",
            "sign_in::throttle::a_hundred_tries_from_one_place_are_enough_whoever_they_are_at",
        ),
    },
    Fault {
        control: "a code works once",
        file: ENTER,
        find: "where id = $2 and code_last_step < $1\"",
        replace: "where id = $2\"",
        caught_by: it("web", "sign_in::code::a_code_works_once_and_no_older_one_after_it"),
    },
    Fault {
        control: "a recovery code works once",
        file: ENTER,
        find: "and code_hash = $3 and used_at is null\"",
        replace: "and code_hash = $3\"",
        caught_by: it("web", "sign_in::code::a_recovery_code_works_once_however_it_is_typed"),
    },
    Fault {
        control: "a sign-in ends by itself",
        file: SIGN_IN,
        find: "row.int(5)? > now",
        replace: "row.int(5)? > 0 * now",
        caught_by: it(
            "web",
            "sign_in::code::a_sign_in_holds_twelve_hours_for_staff_and_thirty_days_for_family",
        ),
    },
    Fault {
        control: "a sign-in that was ended is over",
        file: SIGN_IN,
        find: "row.text_opt(6)?.is_none() && ",
        replace: "",
        caught_by: it(
            "web",
            "sign_in::cookie::signing_out_ends_the_sign_in_itself_and_not_only_the_cookie",
        ),
    },
    Fault {
        control: "nobody ends the sign-in of somebody else",
        file: SIGN_IN,
        find: "where id = $2 and account_id = $3 and end_reason is null\"",
        replace: "where id = $2 and $3 is not null and end_reason is null\"",
        caught_by: it("web", "sign_in::ended::nobody_ends_the_sign_in_of_somebody_else"),
    },
    Fault {
        control: "an unknown address costs the work of a password",
        file: "crates/web/src/sign_in/password.rs",
        find: "let against = kept.as_deref().unwrap_or_else(|| &NOBODYS);",
        replace: "let Some(against) = kept.as_deref() else { return Ok(false) };",
        caught_by: it(
            "web",
            "sign_in::password::an_unknown_address_costs_the_same_work_as_a_wrong_password",
        ),
    },
    Fault {
        control: "a draft comes back to the same person only",
        file: "crates/store/src/draft.rs",
        find: "select body, kept_at from draft where account_id = $1 and form = $2",
        replace: "select body, kept_at from draft where $1 is not null and form = $2",
        caught_by: it(
            "web",
            "sign_in::ended::what_was_sent_after_the_sign_in_ended_comes_back_to_the_same_person_only",
        ),
    },
];

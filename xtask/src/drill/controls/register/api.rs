//! What stands between another system and the store.

use crate::drill::controls::fault::{Fault, it};

const TOKEN: &str = "crates/store/src/token.rs";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "a token that was ended is over",
        file: TOKEN,
        find: "where secret_hash = $1 and ended_at is null and ends_at > $2",
        replace: "where secret_hash = $1 and ends_at > $2",
        caught_by: it(
            "web",
            "api::tokens::a_token_that_was_ended_is_as_unknown_as_one_that_never_was",
        ),
    },
    Fault {
        control: "a token ends on its day",
        file: TOKEN,
        find: "where secret_hash = $1 and ended_at is null and ends_at > $2",
        replace: "where secret_hash = $1 and ended_at is null and ends_at > 0 * $2",
        caught_by: it("web", "api::tokens::a_persons_token_ends_on_its_day"),
    },
    Fault {
        control: "a token is never fresh",
        file: "crates/store/src/permit/asker.rs",
        find: "\"two\" | \"token\" => Proof::Two,",
        replace: "\"two\" => Proof::Two,\n        \"token\" => Proof::Fresh,",
        caught_by: it("web", "api::tokens::a_token_counts_as_two_factors_and_never_as_fresh"),
    },
    Fault {
        control: "wrong tokens are counted",
        file: TOKEN,
        find: "if wrong >= WRONG_PER_ADDRESS {",
        replace: "if false {",
        caught_by: it(
            "web",
            "api::tokens::too_many_wrong_tokens_from_one_address_wait_and_the_right_one_does_not",
        ),
    },
    Fault {
        control: "a decision names the version it is about",
        file: "crates/web/src/api/doing.rs",
        find: "self.sent.versions(self.by_version)?",
        replace: "self.sent.versions(false)?",
        caught_by: it("web", "api::decide::a_decision_needs_the_version_it_is_about"),
    },
    Fault {
        control: "a key stands for one call",
        file: "crates/store/src/once.rs",
        find: "Some((hash, status, location)) if hash == once.body_hash =>",
        replace: "Some((_, status, location)) =>",
        caught_by: it(
            "web",
            "api::decide::the_same_decision_with_the_same_key_is_answered_again_and_not_made_again",
        ),
    },
    Fault {
        control: "a home is hidden for everybody when one in it must not be found",
        file: "crates/web/src/api/read/home.rs",
        find: ".any(|contact| contact.address_hidden);",
        replace: ".any(|_| false);",
        caught_by: it(
            "web",
            "api::whole::a_home_is_hidden_for_everybody_when_one_in_it_must_not_be_found",
        ),
    },
    Fault {
        control: "a call has a limit",
        file: "crates/web/src/api/sent.rs",
        find: "Limited::new(body, BODY_BYTES_MAX)",
        replace: "Limited::new(body, usize::MAX)",
        caught_by: it(
            "web",
            "api::hostile::a_body_of_another_kind_or_over_its_limit_is_refused",
        ),
    },
];

//! Endings: nothing is closed past an unread concern, everything ends with it, and a letter holds what is its reader's.

use crate::drill::controls::fault::{Fault, it};

const CLOSE: &str = "crates/domain/src/closing/verbs.rs";
const RECORD: &str = "crates/store/src/closing/record.rs";
const LETTER: &str = "crates/web/src/closing/letter.rs";
const FOLLOW_UP: &str = "crates/domain/src/follow_up/verbs.rs";
const DUE: &str = "crates/store/src/due/mod.rs";

const ENDS: &str = "closing::everything_ends_with_it_and_what_was_achieved_is_kept";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "support is not closed while a concern is unread",
        file: CLOSE,
        find: "    if 0 < bounds.unread {\n",
        replace: "    if 1 < bounds.unread {\n",
        caught_by: it("web", "closing::support_is_not_closed_while_a_concern_is_unread"),
    },
    Fault {
        control: "the match ends with support, and who worked with the family reads it no more",
        file: RECORD,
        find: "    end_match(tx, family, event)?;\n",
        replace: "",
        caught_by: it("store", ENDS),
    },
    Fault {
        control: "what was planned is called off when support ends",
        file: RECORD,
        find: "    call_off(tx, known, language)?;\n",
        replace: "",
        caught_by: it("store", ENDS),
    },
    Fault {
        control: "a letter holds no goal of another of the family",
        file: LETTER,
        find: "        .filter(|one| shows.holds(Some(one.goal.owner)))\n",
        replace: "",
        caught_by: it(
            "web",
            "closing::each_reader_has_a_letter_that_names_what_was_achieved_and_nothing_of_somebody_else",
        ),
    },
    Fault {
        control: "more about why stands in no letter to the family",
        file: LETTER,
        find: "closing.words.as_ref().filter(|_| shows.reasons)",
        replace: "closing.words.as_ref()",
        caught_by: it(
            "web",
            "closing::each_reader_has_a_letter_that_names_what_was_achieved_and_nothing_of_somebody_else",
        ),
    },
    Fault {
        control: "a follow-up is not written down before its time",
        file: FOLLOW_UP,
        find: "    if new.on < earliest {\n",
        replace: "    if new.on < bounds.received {\n",
        caught_by: it(
            "store",
            "closing::a_follow_up_is_due_from_the_referral_and_is_put_right_without_losing_the_first",
        ),
    },
    Fault {
        control: "a follow-up stays due once support has ended",
        file: DUE,
        find: "        follow_ups,\n",
        replace: "        follow_ups: Vec::new(),\n",
        caught_by: it(
            "store",
            "closing::a_follow_up_is_due_from_the_referral_and_is_put_right_without_losing_the_first",
        ),
    },
];

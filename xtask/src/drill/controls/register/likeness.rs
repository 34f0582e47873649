//! Families that may be one: who hears of it, what is never a sign, and what is not done silently.

use crate::drill::controls::fault::{Fault, it};

const HIDDEN: &str = "likeness::finding::a_hidden_home_and_somebody_protected_from_the_reader_are_never_a_sign";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "what keeps an account from one of two families keeps it from both",
        file: "crates/store/src/permit/mod.rs",
        find: "facts.protected |= of_one.protected;",
        replace: "",
        caught_by: it("store", HIDDEN),
    },
    Fault {
        control: "a hidden home is compared with nothing",
        file: "crates/store/src/likeness/known.rs",
        find: "where a.family_id = $1 and a.audience = 'team' order by a.id",
        replace: "where a.family_id = $1 order by a.id",
        caught_by: it("store", HIDDEN),
    },
    Fault {
        control: "whoever is protected in one of two joined records is protected in both",
        file: "crates/store/src/likeness/settle.rs",
        find: "for (to, of) in [(into, from), (from, into)] {",
        replace: "for (to, of) in [(into, into), (from, from)] {",
        caught_by: it("store", "likeness::settling::undoing_puts_every_row_back_as_it_was"),
    },
    Fault {
        control: "the book of a family somebody left tells nothing of them to whom they are protected from",
        file: "crates/store/src/journal/history/mod.rs",
        find: "where x.from_account_id = $3)\n        order by p.part",
        replace: "where x.from_account_id = $3 and 1 = 0)\n        order by p.part",
        caught_by: it(
            "store",
            "likeness::moving::whoever_somebody_is_protected_from_reads_nothing_of_them_in_the_book_of_a_family_they_left",
        ),
    },
    Fault {
        control: "a family keeps its last child",
        file: "crates/domain/src/likeness/settle.rs",
        find: "part == Part::Child && from.children <= 1",
        replace: "part == Part::Child && from.children < 1",
        caught_by: it(
            "domain",
            "likeness::settle::a_family_keeps_its_last_child_and_lets_anybody_else_go",
        ),
    },
    Fault {
        control: "whoever referred is not shown the way to the record their family may be in",
        file: "crates/web/src/referral/show.rs",
        find: "look: (!allowed.is_empty()).then(way),",
        replace: "look: Some(way()).filter(|_| allowed.len() < 9),",
        caught_by: it(
            "web",
            "likeness::whoever_sent_it_is_told_kindly_and_nothing_of_the_other_family",
        ),
    },
];

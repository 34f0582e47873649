//! Concerns: whoever one concerns never learns of it, and whoever must read one is asked until they have.

use crate::drill::controls::fault::{Fault, it};

const TOLD: &str = "crates/domain/src/concern/told.rs";
const PERMIT: &str = "crates/store/src/permit/concern.rs";
const BOOK: &str = "crates/store/src/permit/by.rs";
const RECORD: &str = "crates/store/src/concern/record.rs";
const SHOW: &str = "crates/store/src/concern/show.rs";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "a concern goes to nobody it concerns",
        file: TOLD,
        find: ".filter(|account| !kept.contains(account))",
        replace: ".filter(|account| !kept.is_empty() || !kept.contains(account))",
        caught_by: it(
            "domain",
            "concern::it_never_goes_to_whoever_it_concerns_and_to_nobody_twice",
        ),
    },
    Fault {
        control: "whoever a concern concerns cannot open it",
        file: PERMIT,
        find: "        facts.protected |= row.text(1)? == \"kept\";\n",
        replace: "",
        caught_by: it(
            "store",
            "concern::whoever_it_concerns_is_not_told_and_finds_no_trace_of_it",
        ),
    },
    Fault {
        control: "a carer opens no concern but their own",
        file: PERMIT,
        find: "            facts.relation = Relation::SameSite;\n",
        replace: "",
        caught_by: it(
            "store",
            "concern::a_carer_sees_their_own_and_nobody_of_a_carers_household_sees_one_that_concerns_it",
        ),
    },
    Fault {
        control: "that somebody begins to write a concern is not in the family's book",
        file: BOOK,
        find: "        Some(Object::Family(_)) if by.action == Action::RaiseConcern.key() => Ok((by.actor_book, BookKind::Actor)),\n",
        replace: "",
        caught_by: it(
            "store",
            "concern::whoever_it_concerns_is_not_told_and_finds_no_trace_of_it",
        ),
    },
    Fault {
        control: "what a concern's book says is sealed with the concern's own key",
        file: RECORD,
        find: "            subject: id.uuid(),\n",
        replace: "            subject: tx.account().uuid(),\n",
        caught_by: it(
            "store",
            "concern::what_is_written_is_sealed_with_the_concerns_own_key_and_stands_in_its_own_book",
        ),
    },
    Fault {
        control: "whoever has not read a concern is shown to the others",
        file: SHOW,
        find: "            shown.unread.extend(account_name(tx, account)?);\n",
        replace: "",
        caught_by: it(
            "store",
            "concern::who_has_read_it_stands_with_the_time_and_whoever_has_not_is_asked_until_they_do",
        ),
    },
];

//! What is written in the journal before anything is answered, and what a checkpoint pins.

use crate::drill::controls::fault::{Fault, it};

const STORE: &str = "crates/store/src/store.rs";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "an opening is journalled before bytes leave, on a file",
        file: STORE,
        find: "move |tx| {\n                    tx.append_opening().map(|_| ())\n",
        replace: "move |_| {\n                    Ok(())\n",
        caught_by: it(
            "store",
            "journal::opening_a_family_is_written_in_its_book_before_anything_is_answered",
        ),
    },
    Fault {
        control: "an opening is journalled before bytes leave, on a server",
        file: STORE,
        find: "                    tx.append_opening()?;\n",
        replace: "",
        caught_by: it(
            "store",
            "journal::opening_a_family_is_written_in_its_book_before_anything_is_answered",
        ),
    },
    Fault {
        control: "no entry in the journal, no opening",
        file: STORE,
        find: "                    crate::kernel::await_told::<(), Error>(told).await?;\n",
        replace: "                    let _ = crate::kernel::await_told::<(), Error>(told).await;\n",
        caught_by: it(
            "store",
            "noting::nothing_is_opened_that_the_journal_cannot_tell_of_and_a_reload_does_not_join_what_failed",
        ),
    },
    Fault {
        control: "a request tells when what it opened could not be noted, whatever it makes of that",
        file: "crates/store/src/kernel/request.rs",
        find: "request.is_unnoted.replace(true)",
        replace: "request.is_unnoted.get()",
        caught_by: it(
            "store",
            "noting::a_request_says_when_the_journal_cannot_tell_of_what_it_opened_and_changes_nothing_after_that",
        ),
    },
    Fault {
        control: "no entry in the journal, no page",
        file: "crates/web/src/visit.rs",
        find: "noted.map_or_else(|error| PageError::from(error).into_response(), |()| answer)",
        replace: "{\n        let _ = noted;\n        answer\n    }",
        caught_by: it("web", "journal::a_page_whose_opening_cannot_be_noted_does_not_leave"),
    },
    Fault {
        control: "only an opening that was stored is joined by a reload",
        file: STORE,
        find: "let opening = opening.filter(|_| answer.is_ok());",
        replace: "",
        caught_by: it("store", "noting::an_opening_that_answered_nothing_is_not_joined"),
    },
    Fault {
        control: "a refusal is noted in the actor's own book",
        file: STORE,
        find: "self.note_refusal(actor, action, object, now).await?;",
        replace: "",
        caught_by: it(
            "store",
            "journal::a_refusal_is_noted_in_the_actor_s_own_book_the_same_for_absent_and_foreign",
        ),
    },
    Fault {
        control: "a checkpoint pins the books it covers",
        file: "crates/store/src/journal/checkpoint.rs",
        find: "                    Some(_) => \"rewritten\",\n",
        replace: "                    Some(_) => continue,\n",
        caught_by: it(
            "store",
            "checkpoint::a_tail_written_anew_passes_a_plain_check_and_is_named_by_an_older_checkpoint",
        ),
    },
    Fault {
        control: "a checkpoint's own heads are held against its root",
        file: "crates/store/src/journal/checkpoint.rs",
        find: "if tree_of(&known).root() != checkpoint.root {",
        replace: "if false {",
        caught_by: it(
            "store",
            "checkpoint::a_checkpoint_without_the_heads_beside_it_or_with_others_says_so",
        ),
    },
    Fault {
        control: "a book without its head is found",
        file: "crates/store/src/journal/verify.rs",
        find: "if let Err(found) = checker.finish(head.seq, &head.hash) {",
        replace: "if let Err(found) = Ok::<(), seal::journal::Bad>(()) {",
        caught_by: it("store", "tamper::an_entry_taken_out_put_in_or_cut_short_is_found"),
    },
];

//! What is sent: to whom, when, how often, and by what way.

use crate::drill::controls::fault::{Fault, it, lib};

const CLAIM: &str = "crates/store/src/outbox/claim.rs";
const TEXT: &str = "crates/web/src/referral/text.rs";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "nobody is sent a text who may not be left a message",
        file: TEXT,
        find: "person.safe_contact.as_ref().filter(|contact| !contact.no_message)?;",
        replace: "person.safe_contact.as_ref()?;",
        caught_by: it(
            "web",
            "send::tell::nobody_is_sent_a_text_who_may_not_be_left_a_message_whatever_is_sent_in",
        ),
    },
    Fault {
        control: "the text that goes is the one that was shown",
        file: TEXT,
        find: "\"send\" if form.get(\"offered_next\") == iso(next) => {",
        replace: "\"send\" => {",
        caught_by: it(
            "web",
            "send::tell::a_text_goes_only_after_its_words_were_shown_and_to_whom_was_ticked",
        ),
    },
    Fault {
        control: "an address that must not be shown stands on no letter",
        file: "crates/web/src/referral/letter.rs",
        find: ".filter(|_| shown && !hidden)?;",
        replace: ".filter(|_| shown)?;",
        caught_by: it(
            "web",
            "send::tell::a_letter_is_for_one_adult_in_their_language_and_of_nobody_else",
        ),
    },
    Fault {
        control: "where everything is kept here, nothing leaves",
        file: "crates/web/src/send/rounds.rs",
        find: "if !sending.kept_here {",
        replace: "if true {",
        caught_by: it(
            "web",
            "send::where_everything_is_kept_here_nothing_leaves_and_all_is_counted",
        ),
    },
    Fault {
        control: "numbers do not leave unencrypted",
        file: "crates/web/src/send/gateway.rs",
        find: "\"http\" if is_this_machine(&url) => None,",
        replace: "\"http\" => None,",
        caught_by: lib(
            "web",
            "send::gateway::tests::a_gateway_elsewhere_is_spoken_to_encrypted_or_not_at_all",
        ),
    },
    Fault {
        control: "quiet hours hold what can wait",
        file: CLAIM,
        find: "match quiet.may_send(london_time(tx.now()), claimed.channel, urgency) {",
        replace: "match May::Now {",
        caught_by: it(
            "store",
            "outbox::taking::what_can_wait_is_held_in_quiet_hours_across_midnight_and_the_change_of_the_clocks",
        ),
    },
    Fault {
        control: "a message is in hand of one process at a time",
        file: CLAIM,
        find: "set claimed_until = $1, tries = tries + 1",
        replace: "set claimed_until = 0 * $1, tries = tries + 1",
        caught_by: it(
            "store",
            "outbox::taking::a_message_somebody_stopped_with_is_taken_up_again_and_is_theirs_no_more",
        ),
    },
    Fault {
        control: "an address goes once its message has left",
        file: CLAIM,
        find: "failure = null, address = null, secret = null",
        replace: "failure = null",
        caught_by: it(
            "store",
            "outbox::an_address_is_sealed_while_it_is_needed_and_gone_once_the_message_is",
        ),
    },
    Fault {
        control: "a password that others can read is refused",
        file: "crates/cli/src/sending.rs",
        find: "    key::refuse_if_others_can_read(&file, path, \"secret\")?;\n",
        replace: "",
        caught_by: it("cli", "sending::a_secret_others_can_read_is_refused"),
    },
];

//! Referring by a link, again, and twice.

use crate::drill::controls::fault::{Fault, it};

/// The faults of this area.
pub const FAULTS: &[Fault] = &[
    Fault {
        control: "somebody outside does the one task of their own link",
        file: "crates/domain/src/access/mod.rs",
        find: "object == Object::TaskLink(*own)",
        replace: "true",
        caught_by: it(
            "domain",
            "access::token::a_link_does_its_own_task_once_and_nothing_else_while_the_agreement_holds",
        ),
    },
    Fault {
        control: "a link is used once",
        file: "crates/store/src/permit/mod.rs",
        find: "row.int_opt(1)?.is_some()))",
        replace: "row.int_opt(1)?.is_some() && now.as_microsecond() < 0))",
        caught_by: it(
            "store",
            "task_link::what_is_typed_behind_a_link_is_kept_sealed_and_sent_once_in_the_name_of_whoever_asked",
        ),
    },
    Fault {
        control: "a link stops after its days",
        file: "crates/store/src/task_link.rs",
        find: "where l.secret_hash = $1 and l.ends_at > $2",
        replace: "where l.secret_hash = $1 and $2 > 0",
        caught_by: it(
            "store",
            "task_link::a_link_stops_after_its_days_and_everything_of_it_goes",
        ),
    },
    Fault {
        control: "whoever is on a form again is of that family",
        file: "crates/store/src/referral/make.rs",
        find: "!again::are_known(before.as_ref(), &people)",
        replace: "false",
        caught_by: it(
            "store",
            "again::nobody_is_referred_again_while_they_wait_or_from_another_family",
        ),
    },
    Fault {
        control: "whom to keep away is not forgotten by silence",
        file: "crates/store/src/family/renew.rs",
        find: "    if shown {\n        for statement",
        replace: "    if true {\n        for statement",
        caught_by: it(
            "store",
            "again::what_another_system_does_not_say_of_a_family_stays_and_what_a_form_left_out_goes",
        ),
    },
    Fault {
        control: "a hidden home stays hidden when the family is referred again",
        file: "crates/store/src/family/renew.rs",
        find: "            keep_hidden(tx, now)?;",
        replace: "",
        caught_by: it(
            "store",
            "again::a_family_referred_again_is_the_same_record_with_what_is_said_now",
        ),
    },
    Fault {
        control: "nobody takes the place of somebody taken off a form",
        file: "crates/web/src/referral/draft/fill.rs",
        find: "gone.iter().fold(form, |form, name| form.without(name))",
        replace: "gone.iter().fold(form, |form, _| form)",
        caught_by: it(
            "web",
            "again::nobody_is_put_in_the_place_of_somebody_taken_off_the_form",
        ),
    },
    Fault {
        control: "the same people sent twice within minutes are asked about",
        file: "crates/web/src/referral/draft/send.rs",
        find: ".filter(|_| !twice)",
        replace: ".filter(|_| false)",
        caught_by: it(
            "web",
            "again::the_same_people_within_ten_minutes_are_asked_about_and_may_be_sent",
        ),
    },
    Fault {
        control: "what the record says of a family never leaves with a link",
        file: "crates/web/src/task_link/ask.rs",
        find: "typed.has(\"follows\")",
        replace: "false",
        caught_by: it(
            "web",
            "task_link::a_draft_goes_on_behind_a_link_but_never_a_family_on_record",
        ),
    },
    Fault {
        control: "a link shows nobody whether a family is known",
        file: "crates/store/src/task_link.rs",
        find: "refer.site != site || refer.follows.is_some()",
        replace: "refer.site != site",
        caught_by: it(
            "store",
            "task_link::a_link_refers_only_to_the_area_it_was_made_for_and_never_to_a_family_on_record",
        ),
    },
];

//! What is typed into the pages, and what comes out of them.

use crate::drill::controls::fault::{Fault, it, lib};

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "what was typed into a form comes back as text and not as markup",
        file: "crates/web/src/parts/form.html",
        find: "{{ field.value }}</textarea>",
        replace: "{{ field.value|safe }}</textarea>",
        caught_by: it("web", "draft::every_mistake_is_named_at_once_and_nothing_typed_is_lost"),
    },
    Fault {
        control: "what was written on a family stands there as text and not as markup",
        file: "crates/web/src/parts/show.html",
        find: "<p{{ lang(paragraph.lang) }}>{{ paragraph.text }}</p>",
        replace: "<p{{ lang(paragraph.lang) }}>{{ paragraph.text|safe }}</p>",
        caught_by: it(
            "web",
            "referral::an_entry_is_on_the_timeline_and_a_day_before_the_referral_is_refused",
        ),
    },
    Fault {
        control: "a cell of a list for a spreadsheet is never a formula",
        file: "crates/reports/src/csv.rs",
        find: "        if is_like_a_formula(text) {\n",
        replace: "        if is_like_a_formula(text) && text.is_empty() {\n",
        caught_by: it("reports", "csv::a_name_that_looks_like_a_formula_stays_text"),
    },
    Fault {
        control: "a form posted twice is stored once",
        file: "crates/web/src/referral/draft/send.rs",
        find: "tx.not_done_before(once.as_ref())?;",
        replace: "",
        caught_by: it("web", "draft::twenty_sent_at_once_make_one_referral"),
    },
    Fault {
        control: "what a script keeps while it is typed carries the token too",
        file: "crates/web/src/form.rs",
        find: "visit.is_ours(beside.unwrap_or_else(|| form.get(\"csrf\")))?;",
        replace: "visit.is_ours(beside.map_or_else(|| form.get(\"csrf\"), |_| &visit.csrf))?;",
        caught_by: it(
            "web",
            "draft::what_is_typed_is_kept_while_it_is_typed_and_only_from_our_own_page",
        ),
    },
    Fault {
        control: "a file is taken only from our own page",
        file: "crates/web/src/import/bring.rs",
        find: "            _ if !is_ours => return Err(PageError::NotOurForm),\n",
        replace: "",
        caught_by: it(
            "web",
            "import::pages::a_file_is_taken_only_from_our_own_page_and_seen_only_by_who_brought_it",
        ),
    },
    Fault {
        control: "what people wrote is never markup",
        file: "crates/web/src/page/escape.rs",
        find: "b'<' => \"&#60;\",",
        replace: "b'<' => \"<\",",
        caught_by: lib("web", "page::escape::tests::markup_is_only_text"),
    },
    Fault {
        control: "a form has a limit",
        file: "crates/web/src/form.rs",
        find: "Limited::new(body, FORM_BYTES_MAX)",
        replace: "Limited::new(body, usize::MAX)",
        caught_by: it(
            "web",
            "draft::words_over_the_limit_are_kept_and_a_body_over_it_is_refused_in_a_sentence",
        ),
    },
    Fault {
        control: "a decision on a page that is out of date is not taken",
        file: "crates/web/src/referral/decide.rs",
        find: "if referral.version != version {",
        replace: "if referral.version < version {",
        caught_by: it(
            "web",
            "referral::a_decision_from_before_something_was_asked_is_shown_what_happened_since",
        ),
    },
    Fault {
        control: "what was typed is kept when the sign-in has ended",
        file: "crates/web/src/form.rs",
        find: "            keep(app, &visit, account, &form).await?;\n",
        replace: "",
        caught_by: it(
            "web",
            "draft::the_other_language_and_a_sign_in_that_ended_keep_what_was_typed",
        ),
    },
    Fault {
        control: "an urgent opening is told to those who review it",
        file: "crates/store/src/break_glass/mod.rs",
        find: "values ($1, $2, 'break_glass', $3, $4)",
        replace: "values ($1, $2, 'other', $3, $4)",
        caught_by: it(
            "web",
            "break_glass::review::those_who_review_it_are_told_at_once_and_until_somebody_has",
        ),
    },
];

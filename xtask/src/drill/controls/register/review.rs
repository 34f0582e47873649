//! Reviews: each paper holds what its reader may see, what is brought is read by who may, and nothing that was said is lost.

use crate::drill::controls::fault::{Fault, it};

const PAPER: &str = "crates/domain/src/review/paper.rs";
const RECORD: &str = "crates/web/src/review/record.rs";
const BRING: &str = "crates/web/src/review/bring.rs";
const CONTRIBUTION: &str = "crates/store/src/review/contribution.rs";
const PREPARE: &str = "crates/store/src/review/prepare.rs";
const CHANGE: &str = "crates/domain/src/consent/change.rs";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "a review's paper holds nothing of another reader of the family",
        file: PAPER,
        find: "self.only.is_none_or(|only| whose == Some(only))",
        replace: "self.only.is_none_or(|only| whose == Some(only) || whose.is_some())",
        caught_by: it(
            "domain",
            "prepare::a_paper_for_somebody_of_the_family_holds_what_is_theirs_alone",
        ),
    },
    Fault {
        control: "a review's paper holds nothing its maker may not see",
        file: PAPER,
        find: "            said: self.said && maker.said,\n",
        replace: "            said: self.said || maker.said,\n",
        caught_by: it(
            "domain",
            "prepare::a_paper_for_one_of_the_team_holds_what_their_role_reads_and_no_more_than_its_maker",
        ),
    },
    Fault {
        control: "what is said at visits stands on no paper but that of whoever it stands with",
        file: RECORD,
        find: "said.filter(|one| of.shows.holds(one.person) && (of.shows.only.is_none() || !one.names_outsider))",
        replace: "said.filter(|one| of.shows.only.is_none() || !one.names_outsider)",
        caught_by: it("web", "prepare::a_paper_of_a_review_holds_nothing_of_another_reader"),
    },
    Fault {
        control: "a contribution is not read, nor its form, by who may not bring it",
        file: BRING,
        find: "        .permit(&visit.actor(), action(who), Object::Family(id))\n",
        replace: "        .permit(&visit.actor(), action(None), Object::Family(id))\n",
        caught_by: it("web", "prepare::what_somebody_brings_is_not_read_by_who_may_not"),
    },
    Fault {
        control: "what one person brings is sealed with that person's key",
        file: CONTRIBUTION,
        find: "    let subject = new.about.map_or(review.family.uuid(), PersonId::uuid);\n",
        replace: "    let subject = review.family.uuid();\n",
        caught_by: it(
            "store",
            "prepare::what_somebody_brings_is_kept_and_putting_it_right_keeps_what_stood_there",
        ),
    },
    Fault {
        control: "what the reader may not read is not read for a review",
        file: PREPARE,
        find: "        said: with_said.then(|| crate::session::said(tx, family, times)).transpose()?,\n",
        replace: "        said: (with_said || !with_calls).then(|| crate::session::said(tx, family, times)).transpose()?,\n",
        caught_by: it(
            "store",
            "prepare::a_review_is_prepared_from_what_happened_since_the_last_one",
        ),
    },
    Fault {
        control: "what was not agreed cannot be taken back",
        file: CHANGE,
        find: "if self.answer == Answer::Withdrawn && before != Some(Answer::Agreed) {",
        replace: "if self.answer == Answer::Withdrawn && before.is_none() && self.law.is_some() {",
        caught_by: it("domain", "consent::a_change_that_cannot_be_is_refused"),
    },
];

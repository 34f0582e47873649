//! Supporting a family: offers and matches, visits and whose words they are, plans and goals.

use crate::drill::controls::fault::{Fault, it};

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "nobody supports a family that must not know them",
        file: "crates/domain/src/matching/stop.rs",
        find: "if does.must_not_know {",
        replace: "if false {",
        caught_by: it(
            "store",
            "matching::nobody_is_offered_a_family_they_must_not_know_and_a_carer_who_said_no_reads_no_more",
        ),
    },
    Fault {
        control: "an offer names nobody of the family",
        file: "crates/domain/src/matching/offer.rs",
        find: "if stands && !found.contains(&name) {",
        replace: "if false {",
        caught_by: it(
            "domain",
            "matching::words_that_may_name_nobody_are_looked_through_for_the_familys_names",
        ),
    },
    Fault {
        control: "a fifth family is impossible",
        file: "crates/store/migrations/sqlite/0010_matching.sql",
        find: "create unique index one_active_match_a_place on matching (household_id, place_no) where stage = 'active';",
        replace: "",
        caught_by: it(
            "store",
            "matching::the_schema_itself_refuses_a_fifth_family_and_a_second_match",
        ),
    },
    Fault {
        control: "a paragraph is given to nobody outside the family",
        file: "crates/domain/src/session/verbs.rs",
        find: "        of_family(person.into_iter(), people)?;\n        if passage < passages.len() {",
        replace: "        let _ = people;\n        if passage < passages.len() {",
        caught_by: it(
            "domain",
            "session::a_paragraph_is_given_to_one_person_of_the_family_and_back",
        ),
    },
    Fault {
        control: "words are put right by whoever wrote them",
        file: "crates/domain/src/session/verbs.rs",
        find: "if by != self.author {",
        replace: "if false {",
        caught_by: it(
            "domain",
            "session::words_are_put_right_by_whoever_wrote_them_and_stay_whose_they_are",
        ),
    },
    Fault {
        control: "nobody signs a visit of their own",
        file: "crates/domain/src/session/verbs.rs",
        find: "        if by == self.author {",
        replace: "        if false {",
        caught_by: it(
            "domain",
            "session::urgent_sessions_and_a_sample_are_signed_once_by_somebody_else",
        ),
    },
    Fault {
        control: "a supervisor is not asked about a family that is kept from them",
        file: "crates/store/src/session/show.rs",
        find: "s.family_id not in (select x.family_id from protected_from x where x.from_account_id = $1)",
        replace: "1 = 1",
        caught_by: it(
            "store",
            "session::nobody_is_asked_to_sign_about_a_family_that_is_kept_from_them",
        ),
    },
    Fault {
        control: "the family's social worker sees that a visit took place and not what was written",
        file: "crates/web/src/family/show.rs",
        find: "visits: may(Action::OpenSession),",
        replace: "visits: true,",
        caught_by: it(
            "web",
            "session::the_familys_social_worker_sees_that_visits_took_place_and_not_what_was_written",
        ),
    },
    Fault {
        control: "of two versions of a plan at once the second is told",
        file: "crates/domain/src/plan/verbs.rs",
        find: "if self.from_version != now {",
        replace: "if false {",
        caught_by: it(
            "store",
            "plan::of_two_who_write_at_once_one_is_told_and_versions_have_no_gap",
        ),
    },
    Fault {
        control: "a goal stays whose it was",
        file: "crates/domain/src/plan/verbs.rs",
        find: "let is_theirs = bounds.goals.contains(&(id, goal.owner));",
        replace: "let is_theirs = bounds.goals.iter().any(|(open, _)| *open == id);",
        caught_by: it("domain", "plan::a_goal_stays_whose_it_was_and_is_there_once"),
    },
    Fault {
        control: "past three months the authority agrees too",
        file: "crates/domain/src/plan/extension.rs",
        find: "alone < self.to",
        replace: "alone < alone",
        caught_by: it(
            "domain",
            "plan::three_months_more_are_the_programmes_and_one_day_past_them_the_authoritys_too",
        ),
    },
    Fault {
        control: "a goal pressed as it was is not stored over what came after",
        file: "crates/web/src/goal/change.rs",
        find: "if known.version != read_at {",
        replace: "if read_at == i64::MIN {",
        caught_by: it(
            "web",
            "plan::a_goal_is_marked_by_one_press_and_a_lower_mark_is_met_kindly",
        ),
    },
    Fault {
        control: "what somebody else wrote is not one's own text",
        file: "crates/domain/src/access/mod.rs",
        find: "facts.own_account && relation.is_or_was_lately()",
        replace: "relation.is_or_was_lately()",
        caught_by: it(
            "domain",
            "access::cases::a_carer_reads_what_they_wrote_themselves_for_thirty_days_after_and_nothing_else",
        ),
    },
    Fault {
        control: "own texts are open for thirty days",
        file: "crates/domain/src/access/relation.rs",
        find: "Self::Formerly { days } => days <= OWN_TEXT_DAYS,",
        replace: "Self::Formerly { .. } => true,",
        caught_by: it(
            "store",
            "own_text::own_texts_are_listed_from_the_end_for_thirty_days_and_for_nobody_else",
        ),
    },
    Fault {
        control: "days at home that are taken back let nobody off",
        file: "crates/store/src/due/mod.rs",
        find: "where f.id = $1 and d.taken_back_at is null",
        replace: "where f.id = $1",
        caught_by: it(
            "store",
            "disruption::days_at_home_let_the_families_of_the_area_off_until_they_are_taken_back",
        ),
    },
    Fault {
        control: "days at home are written down by whoever answers for the area",
        file: "crates/domain/src/access/rules.rs",
        find: "(_, A::OpenSite | A::ListAgreements) | (Standing::Full, A::SetDisruption) => Some(Near::Role),",
        replace: "(_, A::OpenSite | A::ListAgreements | A::SetDisruption) => Some(Near::Role),",
        caught_by: it(
            "domain",
            "access::oracle::the_code_and_the_table_agree_on_every_role_relation_agreement_state_and_action",
        ),
    },
];

//! Who may do what: the rules that decide.

use crate::drill::controls::fault::{Fault, it};

const MAY: &str = "crates/domain/src/access/mod.rs";
const GLASS: &str = "crates/domain/src/break_glass.rs";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "what no rule allows is refused",
        file: MAY,
        find: "ground(actor, action, object, facts).ok_or(Denied::Refused)?",
        replace: "ground(actor, action, object, facts).unwrap_or(Ground::of(None, facts))",
        caught_by: it(
            "domain",
            "access::table::every_role_may_do_what_the_checked_in_table_says_and_no_more",
        ),
    },
    Fault {
        control: "a protected person is there for nobody they are protected from",
        file: MAY,
        find: "right_kind && right_site && right_state && !facts.protected",
        replace: "right_kind && right_site && right_state",
        caught_by: it(
            "domain",
            "access::cases::a_protected_person_is_protected_from_an_urgent_opening_too",
        ),
    },
    Fault {
        control: "a record that is not there is refused like one that is not yours",
        file: MAY,
        find: "RecordState::Absent => false",
        replace: "RecordState::Absent => true",
        caught_by: it(
            "domain",
            "access::cases::a_record_that_is_not_there_answers_like_one_that_is_not_yours",
        ),
    },
    Fault {
        control: "a closed record is only read",
        file: MAY,
        find: "RecordState::Closed => !action.writes() || action.line().when_closed,",
        replace: "RecordState::Closed => true,",
        caught_by: it("domain", "access::cases::a_closed_record_is_read_and_not_written"),
    },
    Fault {
        control: "step-up",
        file: MAY,
        find: "        needed => needed,\n    };\n    if needed <= facts.proof {",
        replace: "        needed => needed.min(Proof::Two),\n    };\n    if needed <= facts.proof {",
        caught_by: it(
            "domain",
            "access::proofs::exports_addresses_and_changes_of_contact_or_role_ask_for_a_fresh_proof",
        ),
    },
    Fault {
        control: "staff work with two factors",
        file: MAY,
        find: "Proof::Two if !staff => Proof::One,",
        replace: "Proof::Two => Proof::One,",
        caught_by: it(
            "domain",
            "access::proofs::staff_without_a_second_factor_must_add_one_before_any_work",
        ),
    },
    Fault {
        control: "a further way in is added only with the first",
        file: MAY,
        find: "Proof::One if action == Action::EnrolSecondFactor && facts.second_factor_enrolled => Proof::Fresh,",
        replace: "",
        caught_by: it(
            "domain",
            "access::proofs::a_thief_who_knows_a_password_cannot_add_a_second_factor_of_their_own",
        ),
    },
    Fault {
        control: "a protected address is opened with a reason",
        file: MAY,
        find: "if action.needs_reason() && facts.reason.is_none() {",
        replace: "if false {",
        caught_by: it(
            "domain",
            "access::proofs::a_protected_address_is_opened_only_with_a_reason",
        ),
    },
    Fault {
        control: "nobody decides what is their own doing",
        file: MAY,
        find: "if line.by_another && facts.own_account {",
        replace: "if false {",
        caught_by: it(
            "domain",
            "access::cases::nobody_reviews_their_own_urgent_opening_or_confirms_a_role_they_have_a_hand_in",
        ),
    },
    Fault {
        control: "an urgent opening opens only what it may",
        file: MAY,
        find: "if !(line.break_glass && facts.break_glass && facts.relation.is_at_site()) {",
        replace: "if !(facts.break_glass && facts.relation.is_at_site()) {",
        caught_by: it(
            "domain",
            "access::cases::an_urgent_opening_never_opens_a_protected_address",
        ),
    },
    Fault {
        control: "an agreement in force",
        file: "crates/domain/src/access/rules.rs",
        find: "AgreementState::None | AgreementState::NotYet | AgreementState::Lapsed => Standing::Off,",
        replace: "AgreementState::None | AgreementState::NotYet | AgreementState::Lapsed => Standing::Full,",
        caught_by: it(
            "domain",
            "access::cases::when_the_agreement_lapses_the_charity_loses_its_part_and_the_authority_keeps_its_own",
        ),
    },
    Fault {
        control: "staff related to a family are strangers to its record",
        file: "crates/domain/src/access/relation.rs",
        find: "Self::FamilyMember => 5,",
        replace: "Self::FamilyMember => 0,",
        caught_by: it(
            "domain",
            "access::keys::the_strongest_of_two_relations_counts_and_family_beats_all",
        ),
    },
    Fault {
        control: "a list shows only the families somebody works with",
        file: "crates/domain/src/access/list.rs",
        find: "Near::Assigned | Near::Author => Some(Reach::Own),",
        replace: "Near::Assigned | Near::Author => Some(Reach::All),",
        caught_by: it(
            "domain",
            "access::permit::a_list_shows_each_site_as_far_as_the_roles_there_reach",
        ),
    },
    Fault {
        control: "a site's token does only what it was made for",
        file: "crates/domain/src/access/token.rs",
        find: "made_for && (at_home || action == Action::ReadMetrics)",
        replace: "at_home || action == Action::ReadMetrics",
        caught_by: it("domain", "access::token::a_sites_token_does_only_what_it_was_made_for"),
    },
    Fault {
        control: "a site's token acts in its own site",
        file: "crates/domain/src/access/token.rs",
        find: "facts.site == Some(site) && facts.agreement == AgreementState::InForce",
        replace: "facts.agreement == AgreementState::InForce",
        caught_by: it(
            "domain",
            "access::token::a_sites_token_sends_referrals_to_its_own_site_only",
        ),
    },
    Fault {
        control: "a permit runs out",
        file: "crates/domain/src/access/permit.rs",
        find: "if now <= self.until {",
        replace: "if now <= Timestamp::MAX {",
        caught_by: it(
            "domain",
            "access::permit::a_permit_holds_for_thirty_seconds_and_not_longer",
        ),
    },
    Fault {
        control: "an urgent opening runs out",
        file: GLASS,
        find: "self.asked_at <= now && now < self.until",
        replace: "self.asked_at <= now",
        caught_by: it(
            "domain",
            "break_glass::an_urgent_opening_lasts_as_long_as_asked_and_at_most_four_hours",
        ),
    },
    Fault {
        control: "an urgent opening lasts at most four hours",
        file: GLASS,
        find: "if hours == 0 || BREAK_GLASS_HOURS_MAX < hours {",
        replace: "if hours == 0 {",
        caught_by: it(
            "domain",
            "break_glass::an_urgent_opening_lasts_as_long_as_asked_and_at_most_four_hours",
        ),
    },
    Fault {
        control: "a second person reviews an urgent opening",
        file: GLASS,
        find: "if by == self.account {",
        replace: "if false {",
        caught_by: it("domain", "break_glass::a_second_person_reviews_an_urgent_opening_once"),
    },
    Fault {
        control: "a second person confirms a role",
        file: "crates/domain/src/grant.rs",
        find: "GrantStage::Proposed { .. } if by == self.proposed_by || by == self.account => {",
        replace: "GrantStage::Proposed { .. } if false => {",
        caught_by: it(
            "domain",
            "grant::neither_who_proposed_it_nor_who_gets_it_confirms_a_role",
        ),
    },
];

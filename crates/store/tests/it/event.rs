//! What is sealed in the journal is kept for ever, so each form that was written once is read for ever.

use std::collections::BTreeSet;
use store::journal::event::{Body, Fact};

/// One of every fact, as it was first written. A line is added for a new fact and none is ever changed.
const WRITTEN: &[&str] = &[
    r#"{"v":1,"fact":"person_named","name":"Siân Wałęsa-O'Neill","part":"child","birth":"2019-02-28"}"#,
    r#"{"v":1,"fact":"person_named","name":"","part":"adult","birth":null}"#,
    r#"{"v":1,"fact":"referral_made","reference":"R-1","reason":"mixed","needs":["routines","wellbeing"],"going_well":"much","worries":null}"#,
    r#"{"v":1,"fact":"information_asked","on":"2026-03-10","words":"which school?"}"#,
    r#"{"v":1,"fact":"referral_made","reference":"R-1","reason":"mixed","needs":[],"going_well":null,"worries":null,"services":"a nursery","hard_before":"no bus"}"#,
    r#"{"v":1,"fact":"information_given","on":"2026-03-11","words":"the one in town"}"#,
    r#"{"v":1,"fact":"priority_set","on":"2026-03-12","priority":"first","waits_for":["near","language"],"words":"a new baby"}"#,
    r#"{"v":1,"fact":"family_told","on":"2026-03-12","how":"call","words":null,"next_on":"2026-04-09"}"#,
    r#"{"v":1,"fact":"outcome_told","on":"2027-03-10","lives":"in_care","entered_care_on":"2026-09-01","words":null}"#,
    r#"{"v":1,"fact":"referral_unmerged","on":"2026-03-13"}"#,
    r#"{"v":1,"fact":"referral_merged","on":"2026-03-10","into":"another"}"#,
    r#"{"v":1,"fact":"referral_accepted","on":"2026-03-10"}"#,
    r#"{"v":1,"fact":"referral_not_accepted","on":"2026-03-10","why":"full","words":"no place"}"#,
    r#"{"v":1,"fact":"referral_withdrawn","on":"2026-03-10","words":null}"#,
    r#"{"v":1,"fact":"entry_added","entry":"an id","on":"2026-03-10","words":"a \"quoted\" line\nand another 🙂"}"#,
    r#"{"v":1,"fact":"role_changed","role":"carer","site":"an id","stage":"held"}"#,
    r#"{"v":1,"fact":"account_changed","what":"name"}"#,
    r#"{"v":1,"fact":"glass_broken","words":"a child may be in danger"}"#,
    r#"{"v":1,"fact":"glass_reviewed","finding":"right","words":null}"#,
    r#"{"v":1,"fact":"site_made","name":"An area","nation":"wales"}"#,
    r#"{"v":1,"fact":"site_places_set","places":12}"#,
    r#"{"v":1,"fact":"site_sending_set","quiet_from":"21:00","quiet_to":"08:00","ring":null}"#,
    r#"{"v":1,"fact":"duty_changed","duty":"panel","site":"an id","stage":"ended"}"#,
    r#"{"v":1,"fact":"assignment_changed","account":"an id","role":"carer","from":"2026-03-10","until":null}"#,
    r#"{"v":1,"fact":"membership_changed","account":"an id","from":"2026-03-10","until":"2026-04-01"}"#,
    r#"{"v":1,"fact":"protection_changed","from":"an id","holds":true}"#,
    r#"{"v":1,"fact":"agreement_recorded","agreement":"an id","from":"2026-01-01","to":"2026-12-31"}"#,
    r#"{"v":1,"fact":"families_joined","on":"2026-03-10","with":"F-1","kept":true}"#,
    r#"{"v":1,"fact":"families_parted","on":"2026-03-11","from":"F-1"}"#,
    r#"{"v":1,"fact":"family_kept_apart","on":"2026-03-10"}"#,
    r#"{"v":1,"fact":"likeness_reopened","on":"2026-03-11"}"#,
    r#"{"v":1,"fact":"person_moved","on":"2026-03-10","name":"Ada Evans","from":"F-1","into":"F-2"}"#,
    r#"{"v":1,"fact":"household_written","reference":"H-1","people":["Lowri Haf"],"places":4,"approved_from":"2026-01-01","approved_to":null}"#,
    r#"{"v":1,"fact":"away_changed","from":"2026-03-10","to":"2026-03-12","why":"holiday","holds":true}"#,
    r#"{"v":1,"fact":"ready_changed","ready":"from","from":"2026-04-01","weekends":3}"#,
    r#"{"v":1,"fact":"household_closed","on":"2026-03-10"}"#,
    r#"{"v":1,"fact":"family_offered","on":"2026-03-10","household":"an id","place":"near the river","visiting":null,"words":"she is near"}"#,
    r#"{"v":1,"fact":"offer_answered","on":"2026-03-10","household":"an id","why":"far","words":null}"#,
    r#"{"v":1,"fact":"family_matched","from":"2026-03-10","household":"an id","level":2,"words":"they get on"}"#,
    r#"{"v":1,"fact":"match_ended","on":"2026-03-10","household":"an id","why":"carer_asked","words":null}"#,
    r#"{"v":1,"fact":"cover_changed","household":"an id","from":"2026-03-10","to":"2026-03-12","holds":true}"#,
    r#"{"v":1,"fact":"drive_typed","household":"an id","minutes":25}"#,
    r#"{"v":1,"fact":"review_written","review":"00000000-0000-0000-0000-000000000003","kind":"review","stage":"held","on":"2026-03-10","decided":["continue"],"words":"mornings go well"}"#,
    r#"{"v":1,"fact":"review_put_right","review":"00000000-0000-0000-0000-000000000003","why":"a name","words":"mornings go well"}"#,
    r#"{"v":1,"fact":"review_called_off","review":"00000000-0000-0000-0000-000000000003","kind":"support_meeting","on":"2026-03-10"}"#,
    r#"{"v":1,"fact":"contribution_given","review":"00000000-0000-0000-0000-000000000003","version":2,"words":"school says so"}"#,
    r#"{"v":1,"fact":"consent_changed","thing":"sharing","answer":"told","law":"public_task","on":"2026-03-10","asked_by":"carer","words":null}"#,
    r#"{"v":1,"fact":"disruption_set","from":"2026-11-21","to":"2026-11-23","cause":"snow"}"#,
    r#"{"v":1,"fact":"disruption_taken_back","from":"2026-11-21","to":"2026-11-23"}"#,
    r#"{"v":1,"fact":"practice_set","prompts":"solution_focused","numbers":["plan_months:12","urgent:2"]}"#,
    r#"{"v":1,"fact":"ladder_set","from":"2026-04-01","first":2,"rungs":["0:1/2:0:91:","1:1/1:0:42:14"]}"#,
    r#"{"v":1,"fact":"suggestion_set_aside","rule":"below","about":"2026-03-02/0","words":"a new baby"}"#,
    r#"{"v":1,"fact":"support_stepped","on":"2026-03-10","from":2,"to":3,"cause":"crisis","asked_by":"carer","agreed_by":["parent"],"expected_end":null,"words":"nights are hard"}"#,
    r#"{"v":1,"fact":"session_written","session":"an id","kind":"mentoring","stage":"done","on":"2026-03-10","why":null,"words":"we made a chart"}"#,
    r#"{"v":1,"fact":"session_put_right","session":"an id","why":"it was the morning","words":null}"#,
    r#"{"v":1,"fact":"passage_given","session":"an id","place":1,"words":"she chose stickers"}"#,
    r#"{"v":1,"fact":"passage_marked","session":"an id","place":1,"names_outsider":true}"#,
    r#"{"v":1,"fact":"session_signed","session":"an id","on":"2026-03-10","words":null}"#,
    r#"{"v":1,"fact":"concern_raised","at_risk":"child","people":["an id"],"whom":["another id"],"somebody":null,"what":"a mark","safety":"safe","safety_words":null}"#,
    r#"{"v":1,"fact":"concern_added","kind":"reported","code":"phone","at":1700000000000000,"agency":"the duty team","name":"Sam","reference":"S-1","words":null}"#,
    r#"{"v":1,"fact":"concern_decided","on":"2026-03-10","decision":"duty_team","words":"they meet tomorrow"}"#,
    r#"{"v":1,"fact":"crisis_written","crisis":"an id","at":1700000000000000,"caller":"parent","words":"she asked me to come"}"#,
    r#"{"v":1,"fact":"crisis_added","crisis":"an id","kind":"responded","code":"visit","at":1700000000000000,"words":null}"#,
    r#"{"v":1,"fact":"crisis_signed","crisis":"an id","on":"2026-03-10","words":null}"#,
    r#"{"v":1,"fact":"site_numbers_set","numbers":["01632 960001"]}"#,
    r#"{"v":1,"fact":"role_asked","from":"2026-03-10","words":"she begins on Monday"}"#,
    r#"{"v":1,"fact":"plan_written","version":2,"planned_end":"2027-03-05","words":["Ring Lowri first"]}"#,
    r#"{"v":1,"fact":"plan_viewed","version":2,"stance":"disagrees","words":"Not the mornings"}"#,
    r#"{"v":1,"fact":"goal_marked","goal":"00000000-0000-0000-0000-000000000001","on":"2026-03-05","mark":7,"words":null}"#,
    r#"{"v":1,"fact":"goal_ended","goal":"00000000-0000-0000-0000-000000000001","on":"2026-03-05","how":"reached","words":"We did it"}"#,
    r#"{"v":1,"fact":"goal_action_made","goal":"00000000-0000-0000-0000-000000000001","words":"Ring the school","due":"2026-03-12"}"#,
    r#"{"v":1,"fact":"goal_action_set","goal":"00000000-0000-0000-0000-000000000001","step":"00000000-0000-0000-0000-000000000002","stage":"done"}"#,
    r#"{"v":1,"fact":"extension_asked","to":"2027-06-05","words":"Two more terms"}"#,
    r#"{"v":1,"fact":"extension_answered","to":"2027-06-05","side":"programme","stage":"agreed","words":null}"#,
    r#"{"v":1,"fact":"support_closed","closing":"01890a5d-0000-7000-8000-000000000001","on":"2026-11-20","reason":"goals_met","words":null,"achieved":"Bedtimes are calm."}"#,
    r#"{"v":1,"fact":"child_lived","on":"2026-11-20","lives":"in_care","care":"agreed","since":"2026-11-02"}"#,
    r#"{"v":1,"fact":"followed_up","which":"12_months","version":1,"on":"2027-03-02","source":"authority","words":null}"#,
    r#"{"v":1,"fact":"care_written","episode":"01890a5d-0000-7000-8000-000000000001","kind":"agreed","from":"2026-11-02","to":null,"source":"authority"}"#,
    r#"{"v":1,"fact":"care_put_right","episode":"01890a5d-0000-7000-8000-000000000001"}"#,
];

fn tag(written: &str) -> &str {
    written
        .split("\"fact\":\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap()
}

#[test]
fn every_fact_is_read_and_written_again_as_it_was() {
    for written in WRITTEN {
        let fact = Fact::read(written).unwrap_or_else(|| panic!("{written} is not read"));
        assert_eq!(fact.clone().write(), *written);
        let body: Body = serde_json::from_str(written).unwrap();
        assert_eq!((body.v, &body.fact), (1, &fact));
    }
}

#[test]
fn no_fact_is_left_out_of_this_list() {
    let variants = |source: &'static str, name: &str| {
        let (_, variants) = source.split_once(&format!("pub enum {name} {{")).unwrap();
        let (variants, _) = variants.split_once("\n}").unwrap();
        variants
            .lines()
            .filter_map(|line| line.strip_prefix("    ")?.strip_suffix(" {"))
    };
    let whole = variants(include_str!("../../src/journal/event/mod.rs"), "Fact");
    let support = variants(include_str!("../../src/journal/event/support.rs"), "SupportFact");
    let plan = variants(include_str!("../../src/journal/event/plan.rs"), "PlanFact");
    let safety = variants(include_str!("../../src/journal/event/safety.rs"), "SafetyFact");
    let after = variants(include_str!("../../src/journal/event/after.rs"), "AfterFact");
    let named = whole.chain(support).chain(plan).chain(safety).chain(after);
    let snake = |name: &str| {
        let mut text = String::new();
        for letter in name.chars() {
            if letter.is_uppercase() && !text.is_empty() {
                text.push('_');
            }
            text.extend(letter.to_lowercase());
        }
        text
    };
    let facts: BTreeSet<String> = named.map(snake).collect();
    let listed: BTreeSet<String> = WRITTEN.iter().map(|written| tag(written).to_owned()).collect();
    assert_eq!(facts, listed);
}

#[test]
fn a_fact_a_newer_program_wrote_is_passed_over() {
    assert_eq!(Fact::read(r#"{"v":2,"fact":"moon_landing","on":"2069-07-20"}"#), None);
    assert_eq!(Fact::read("not even json"), None);
}

//! The areas of need.

use domain::need::{NEEDS, need};

#[test]
fn there_are_nine_areas_of_need_each_with_a_key_of_its_own() {
    let keys: Vec<&str> = NEEDS.iter().map(|need| need.key).collect();
    assert_eq!(
        keys.join(" "),
        "routines budgeting healthy_living wellbeing behaviour access_to_support family_relationships \
         dealing_with_crisis play_and_stimulation"
    );
}

#[test]
fn an_area_of_need_is_found_by_its_key() {
    for known in NEEDS {
        assert_eq!(need(known.key), Some(known));
    }
    assert_eq!(need("other"), None);
}

use crate::susd::susd;
use serde_json::Value;

#[test]
fn every_route_is_listed_with_its_action_and_object() {
    let listed: Value = serde_json::from_str(&susd(&["routes", "--json"]).done()).unwrap();
    let routes = listed.as_array().unwrap();
    assert!(!routes.is_empty());
    for route in routes {
        for field in ["method", "path", "action", "object"] {
            assert!(!route[field].as_str().unwrap().is_empty(), "{route}");
        }
    }
    let demo = |route: &&Value| route["path"].as_str().unwrap().starts_with("/demo");
    assert_eq!(
        routes.iter().filter(demo).count(),
        0,
        "one press signs in only in the demonstration"
    );
}

#[test]
fn misuse_has_status_two() {
    assert_eq!(susd(&["serve"]).status, 2);
    assert_eq!(susd(&["no-such-command"]).status, 2);
    assert_eq!(susd(&[]).status, 2);
    susd(&["help"]).done();
}

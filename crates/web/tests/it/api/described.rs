//! The description of the interface and the pages that say what a problem means.

use super::house::Programme;
use serde_json::Value;
use std::collections::BTreeSet;

#[tokio::test]
async fn the_description_has_every_route_of_the_interface_and_no_other() {
    let house = Programme::new().await;
    let document = house.get("", "/api/openapi.json").await.ok(200);
    assert!(
        document["openapi"].as_str().unwrap().starts_with("3.1"),
        "{}",
        document["openapi"]
    );
    let paths = document["paths"].as_object().unwrap();
    let described: BTreeSet<(String, String)> = paths
        .iter()
        .flat_map(|(path, item)| {
            item.as_object()
                .unwrap()
                .keys()
                .map(|m| (path.clone(), m.to_uppercase()))
        })
        .collect();
    let listed = web::routes_listed(false).into_iter();
    let routes: BTreeSet<(String, String)> = listed
        .filter(|route| route.path.starts_with("/api/v1/"))
        .map(|route| (route.path.to_owned(), route.method))
        .collect();
    assert_eq!(described, routes);
}

#[tokio::test]
async fn every_call_described_has_its_token_its_problems_and_shapes_that_are_there() {
    let house = Programme::new().await;
    let document = house.get("", "/api/openapi.json").await.ok(200);
    let schemes = &document["components"]["securitySchemes"];
    assert_eq!(
        (&schemes["person"]["scheme"], &schemes["site"]["scheme"]),
        (&"bearer".into(), &"bearer".into())
    );
    assert_eq!(document["security"].as_array().unwrap().len(), 2);
    let mut names = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let responses = &operation["responses"];
            assert!(
                names.insert(operation["operationId"].to_string()),
                "{path} {method} has a name of its own"
            );
            for status in ["401", "422", "429", "503"] {
                let shape = &responses[status]["content"]["application/problem+json"]["schema"]["$ref"];
                assert_eq!(shape, "#/components/schemas/Problem", "{path} {method} {status}");
            }
            for words in ["summary", "operationId"] {
                assert!(
                    operation[words].as_str().is_some_and(|text| !text.is_empty()),
                    "{path} {method}"
                );
            }
            if method == "post" {
                let sent = &operation["requestBody"]["content"];
                // A file is sent as it is; everything else as JSON.
                let is_file = sent["application/octet-stream"].is_object();
                assert_eq!(is_file, path == "/api/v1/imports", "{path}");
                assert!(is_file || sent["application/json"]["schema"].is_object(), "{path}");
                assert!(is_file || responses["415"].is_object(), "{path}");
                assert!(responses["413"].is_object(), "{path}");
            }
            let good = responses
                .as_object()
                .unwrap()
                .iter()
                .find(|(status, _)| status.starts_with('2'))
                .unwrap()
                .1;
            let kind = if path.ends_with("/rows") {
                "text/csv"
            } else {
                "application/json"
            };
            assert!(good["content"][kind]["schema"].is_object(), "{path} {method}");
        }
    }
    let shapes = document["components"]["schemas"].as_object().unwrap();
    for name in references(&document) {
        assert!(shapes.contains_key(&name), "{name} is named and not there");
    }
    assert!(shapes["NewReferral"]["example"]["people"].is_array() || shapes["NewReferral"]["examples"].is_array());
}

/// Every shape the document refers to.
fn references(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Object(map) => {
            let own = map
                .get("$ref")
                .and_then(Value::as_str)
                .and_then(|r| r.strip_prefix("#/components/schemas/"));
            own.map(ToOwned::to_owned)
                .into_iter()
                .chain(map.values().flat_map(references))
                .collect()
        }
        Value::Array(all) => all.iter().flat_map(references).collect(),
        _ => BTreeSet::new(),
    }
}

#[tokio::test]
async fn the_example_of_a_referral_is_one_that_is_taken() {
    let house = Programme::new().await;
    let document = house.get("", "/api/openapi.json").await.ok(200);
    let schema = &document["components"]["schemas"]["NewReferral"];
    let mut sent = if schema["example"].is_object() {
        schema["example"].clone()
    } else {
        schema["examples"][0].clone()
    };
    sent["site"] = house.site.to_string().into();
    // The day in the example is after the day on which the tests stand.
    sent["received_on"] = "2026-11-21".into();
    house
        .post(&house.worker.token, "/api/v1/referrals", &sent)
        .await
        .ok(201);
}

#[tokio::test]
async fn every_problem_has_a_page_in_both_languages() {
    let house = Programme::new().await;
    let codes = [
        "bad_json",
        "unauthenticated",
        "forbidden",
        "step_up",
        "not_found",
        "method",
        "decided",
        "refused",
        "idempotency_reused",
        "stale",
        "too_large",
        "unsupported_media",
        "validation",
        "precondition_required",
        "too_many",
        "unexpected",
        "unavailable",
    ];
    for code in codes {
        let english = house.get("", &format!("/problems/{code}")).await;
        let welsh = house.get("", &format!("/cy/problems/{code}")).await;
        assert_eq!((english.status.as_u16(), welsh.status.as_u16()), (200, 200), "{code}");
        assert!(
            english.text.contains("<html lang=\"en\"") && welsh.text.contains("<html lang=\"cy\""),
            "{code}"
        );
        assert!(
            english.text.contains("What to do") && welsh.text.contains("Beth i’w wneud"),
            "{code}"
        );
    }
    assert_eq!(house.get("", "/problems/nothing").await.status.as_u16(), 404);
}

#[tokio::test]
async fn a_nations_words_and_law_are_given_as_they_held_on_a_day() {
    let house = Programme::new().await;
    let pack = house.get(&house.worker.token, "/api/v1/packs/wales").await.ok(200);
    assert_eq!(pack["nation"], "wales");
    let keys: Vec<&Value> = pack["legal_statuses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| &s["key"])
        .collect();
    assert!(keys.contains(&&"care_order".into()), "{keys:?}");
    house
        .get(&house.worker.token, "/api/v1/packs/wales?on=2015-01-01")
        .await
        .is(404, "not_found");
    house
        .get(&house.worker.token, "/api/v1/packs/atlantis")
        .await
        .is(404, "not_found");
    house.get("", "/api/v1/packs/wales").await.is(401, "unauthenticated");
}

//! Families that may be one, settled by another program in a person's name: on the version that was read, and undone.

use super::house::{Came, Programme};
use serde_json::{Value, json};

/// The same family sent twice, and the address of the pair.
async fn twice() -> (Programme, String) {
    let house = Programme::new().await;
    for _ in 0..2 {
        house.refer("Mali").await;
        house.forward(jiff::SignedDuration::from_mins(11));
    }
    let listed = house.get(&house.manager.token, "/api/v1/likeness").await.ok(200);
    let items = listed["items"].as_array().expect("a list");
    assert_eq!(items.len(), 1, "{listed}");
    let id = items[0]["id"].as_str().expect("an id");
    let path = format!("/api/v1/likeness/{id}");
    (house, path)
}

async fn say(house: &Programme, path: &str, version: i64, body: &Value) -> Came {
    let call = house.call(&house.manager.token, "POST", path);
    call.at_version(version).json(body).send().await
}

#[tokio::test]
async fn two_records_are_joined_once_and_parted_again() {
    let (house, path) = twice().await;
    let shown = house.get(&house.manager.token, &path).await;
    assert_eq!(shown.header("etag"), "\"1\"");
    let shown = shown.ok(200);
    assert!(
        shown["pairs"][0]["signs"]
            .as_array()
            .is_some_and(|signs| !signs.is_empty())
    );
    let kept = &shown["families"][1]["id"];
    let join = format!("{path}/join");
    let joined = say(&house, &join, 1, &json!({"kept": kept})).await.ok(200);
    assert_eq!((&joined["stage"], &joined["kept"]), (&"joined".into(), kept));
    say(&house, &join, 1, &json!({"kept": kept})).await.is(412, "stale");
    let again = say(&house, &join, 2, &json!({"kept": kept})).await;
    let problem = again.is(409, "decided");
    assert_eq!(
        problem["errors"][0]["detail"],
        "Somebody has said already whether this is one family"
    );
    let families = house.get(&house.manager.token, "/api/v1/families").await.ok(200);
    assert_eq!(families["items"].as_array().map(Vec::len), Some(1));
    let undone = say(&house, &format!("{path}/undo"), 2, &json!({})).await.ok(200);
    assert_eq!((&undone["stage"], &undone["kept"]), (&"open".into(), &Value::Null));
    let apart = say(&house, &format!("{path}/keep_apart"), 3, &json!({})).await.ok(200);
    assert_eq!(apart["stage"], "kept_apart");
    let listed = house
        .get(&house.manager.token, "/api/v1/likeness?stage=kept_apart")
        .await;
    assert_eq!(listed.ok(200)["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_last_child_is_not_moved_and_a_stranger_meets_nothing() {
    let (house, path) = twice().await;
    let shown = house.get(&house.manager.token, &path).await.ok(200);
    let people = shown["people"][0].as_array().expect("people");
    let child = people.iter().find(|one| one["part"] == "child").expect("a child");
    let moved = say(&house, &format!("{path}/move"), 1, &json!({"person": child["id"]})).await;
    moved.is(409, "refused");
    if let Some(adult) = people.iter().find(|one| one["part"] == "adult") {
        let moved = say(&house, &format!("{path}/move"), 1, &json!({"person": adult["id"]})).await;
        let one = &moved.ok(200)["moves"][0]["id"];
        let back = say(&house, &format!("{path}/move_back"), 2, &json!({"move": one})).await;
        assert_eq!(back.ok(200)["moves"], json!([]));
    }
    for who in [&house.worker, &house.stranger] {
        house.get(&who.token, &path).await.is(404, "not_found");
    }
    house
        .get(&house.worker.token, "/api/v1/likeness")
        .await
        .is(403, "forbidden");
    let odd = house.get(&house.manager.token, "/api/v1/likeness?stage=maybe").await;
    odd.is(422, "validation");
}

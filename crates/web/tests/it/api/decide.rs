//! Deciding a referral: on the version that was read, once, and with both texts when somebody was quicker.

use super::house::Programme;
use serde_json::{Value, json};

fn path(made: &Value, verb: &str) -> String {
    format!(
        "/api/v1/referrals/{}/{verb}",
        made["id"].as_str().expect("a referral has an id")
    )
}

#[tokio::test]
async fn an_accepted_referral_waits_and_is_decided_once() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let accept = path(&made, "accept");
    let came = house
        .call(&house.manager.token, "POST", &accept)
        .at_version(1)
        .send()
        .await;
    let now = came.ok(200);
    assert_eq!(
        (&now["stage"], &now["stage_on"]),
        (&"waiting".into(), &"2026-11-21".into())
    );
    assert_eq!((came.header("etag"), &now["version"]), ("\"2\"", &2.into()));
    let waiting = house.get(&house.manager.token, "/api/v1/waiting").await.ok(200);
    assert_eq!(waiting["items"][0]["id"], made["id"]);
    assert_eq!(waiting["items"][0]["waiting_since"], "2026-11-21");
    let again = house
        .call(&house.manager.token, "POST", &accept)
        .at_version(2)
        .json(&json!({}))
        .send()
        .await;
    let problem = again.is(409, "decided");
    assert_eq!(problem["now"]["stage"], "waiting");
    assert_eq!(again.header("etag"), "\"2\"");
}

#[tokio::test]
async fn a_decision_needs_the_version_it_is_about() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    for verb in ["accept", "not_accept", "withdraw"] {
        let body = json!({"why": "full"});
        house
            .post(&house.manager.token, &path(&made, verb), &body)
            .await
            .is(428, "precondition_required");
    }
    for tag in ["*", "W/\"1\"", "1", "\"one\"", ""] {
        let call = house
            .call(&house.manager.token, "POST", &path(&made, "accept"))
            .header("if-match", tag);
        call.send().await.is(428, "precondition_required");
    }
    let call = house
        .call(&house.manager.token, "POST", &path(&made, "accept"))
        .header("if-match", "\"9\", \"1\"");
    call.send().await.ok(200);
}

#[tokio::test]
async fn a_stale_decision_is_shown_beside_what_the_referral_is_now() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let first = house
        .call(&house.manager.token, "POST", &path(&made, "not_accept"))
        .at_version(1);
    let first = first
        .json(&json!({"why": "full", "reason": "Dim lle nawr."}))
        .send()
        .await
        .ok(200);
    assert_eq!(first["stage"], "not_accepted");
    assert_eq!(first["capacity"]["places_free"], 4);
    let mine = json!({"reason": "They moved."});
    let came = house
        .call(&house.manager.token, "POST", &path(&made, "withdraw"))
        .at_version(1)
        .json(&mine)
        .send()
        .await;
    let problem = came.is(412, "stale");
    assert_eq!(problem["mine"], mine);
    assert_eq!(problem["now"]["why"], "full");
    assert_eq!(problem["now"]["why_words"], "Dim lle nawr.");
    assert_eq!((came.header("etag"), &problem["now"]["version"]), ("\"2\"", &2.into()));
}

#[tokio::test]
async fn why_it_is_not_accepted_is_one_of_the_known_reasons() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let call = || {
        house
            .call(&house.manager.token, "POST", &path(&made, "not_accept"))
            .at_version(1)
    };
    let came = call()
        .json(&json!({"why": "too_busy", "reason": "x".repeat(10_001)}))
        .send()
        .await;
    let field = |field: &str, code: &str| (field.to_owned(), code.to_owned());
    assert_eq!(
        came.fields(),
        [field("reason", "too_long"), field("why", "unknown_key")]
    );
    assert_eq!(call().json(&json!({})).send().await.fields(), [field("why", "missing")]);
    assert_eq!(
        call().json(&json!({"why": "full", "on": "2026"})).send().await.fields(),
        [field("on", "unknown_field")]
    );
}

#[tokio::test]
async fn the_same_decision_with_the_same_key_is_answered_again_and_not_made_again() {
    let house = Programme::new().await;
    let (made, other) = (house.refer("Mali").await, house.refer("Efa").await);
    let call = |made: &Value| {
        house
            .call(&house.manager.token, "POST", &path(made, "accept"))
            .at_version(1)
            .key("k")
            .send()
    };
    let first = call(&made).await;
    let again = call(&made).await;
    assert_eq!(first.ok(200), again.ok(200));
    assert_eq!(again.header("etag"), "\"2\"");
    call(&other).await.is(409, "idempotency_reused");
}

#[tokio::test]
async fn who_may_not_decide_is_told_the_same_as_for_a_referral_that_is_not_there() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let absent = json!({"id": "0198f3a0-1111-7000-8000-000000000001"});
    for verb in ["accept", "not_accept", "withdraw", "entries"] {
        let mut bodies = Vec::new();
        for referral in [&made, &absent, &json!({"id": "rubbish"})] {
            let call = house
                .call(&house.stranger.token, "POST", &path(referral, verb))
                .at_version(1);
            let came = call.json(&json!({"why": "full", "text": "x"})).send().await;
            came.is(404, "not_found");
            bodies.push(came.text);
        }
        bodies.dedup();
        assert_eq!(bodies.len(), 1, "{bodies:?}");
    }
    // The family's own worker reads it and takes it back, but does not decide it.
    house
        .call(&house.worker.token, "POST", &path(&made, "accept"))
        .at_version(1)
        .send()
        .await
        .is(404, "not_found");
    house
        .call(&house.worker.token, "POST", &path(&made, "withdraw"))
        .at_version(1)
        .send()
        .await
        .ok(200);
}

#[tokio::test]
async fn an_entry_is_written_once_and_listed_with_its_day_and_language() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let entries = path(&made, "entries");
    let send = |text: &str, key: &str| {
        let body = json!({"text": text, "happened_on": "2026-11-21", "language": "cy"});
        house
            .call(&house.worker.token, "POST", &entries)
            .key(key)
            .json(&body)
            .send()
    };
    let first = send("Ffoniais yr ysgol.", "a").await;
    let again = send("Ffoniais yr ysgol.", "a").await;
    assert_eq!(first.ok(201), again.ok(201));
    assert_eq!(
        first.header("location"),
        format!("{entries}#{}", first.json()["id"].as_str().unwrap())
    );
    house.forward(jiff::SignedDuration::from_mins(5));
    send("Ail alwad.", "b").await.ok(201);
    let page = house
        .get(&house.manager.token, &format!("{entries}?limit=1"))
        .await
        .ok(200);
    assert_eq!(page["items"][0]["text"], "Ail alwad.");
    assert_eq!(page["items"][0]["written_at"], "2026-11-21T12:05:05Z");
    let next = page["next"].as_str().unwrap();
    let page = house
        .get(&house.manager.token, &format!("{entries}?limit=1&after={next}"))
        .await
        .ok(200);
    let item = &page["items"][0];
    assert_eq!(
        (&item["text"], &item["language"]),
        (&"Ffoniais yr ysgol.".into(), &"cy".into())
    );
    assert_eq!((&item["by"], &page["next"]), (&"Nia Worker".into(), &Value::Null));
}

#[tokio::test]
async fn an_entry_without_words_or_about_a_day_that_cannot_be_is_not_written() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let entries = path(&made, "entries");
    let field = |field: &str, code: &str| (field.to_owned(), code.to_owned());
    for (body, expected) in [
        (json!({"text": " \n "}), vec![field("text", "empty")]),
        (
            json!({"text": "x".repeat(10_001), "happened_on": "2026-13-01", "language": "fr"}),
            vec![
                field("text", "too_long"),
                field("happened_on", "day_unreal"),
                field("language", "unknown_key"),
            ],
        ),
        (
            json!({"text": "x", "happened_on": "2026-11-22"}),
            vec![field("happened_on", "day_future")],
        ),
        (
            json!({"text": "x", "happened_on": "2026-11-20"}),
            vec![field("happened_on", "before_received")],
        ),
        (json!({}), vec![field("text", "missing")]),
    ] {
        assert_eq!(
            house.post(&house.worker.token, &entries, &body).await.fields(),
            expected,
            "{body}"
        );
    }
    let stale = house
        .call(&house.worker.token, "POST", &entries)
        .at_version(7)
        .json(&json!({"text": "x"}))
        .send()
        .await;
    assert_eq!(stale.is(412, "stale")["mine"]["text"], "x");
    let listed = house.get(&house.worker.token, &entries).await.ok(200);
    assert!(listed["items"].as_array().unwrap().is_empty());
}

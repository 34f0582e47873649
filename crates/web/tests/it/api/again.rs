//! Referring a family again by the API, and the same people twice within minutes.

use super::house::Programme;
use domain::access::TokenScope;
use jiff::SignedDuration;
use serde_json::{Value, json};

/// The child of a referral, as another one names them.
fn child_of(referral: &Value) -> Value {
    referral["people"][0]["id"].clone()
}

#[tokio::test]
async fn a_family_is_referred_again_by_its_own_people() {
    let house = Programme::new().await;
    let token = house.worker.token.clone();
    let made = house.refer("Mali").await;
    let at = format!("/api/v1/referrals/{}", made["id"].as_str().unwrap());
    let first = house.get(&token, &at).await.ok(200);
    let child = child_of(&first);
    let mut again = house.referral("Mali");
    again["follows"] = made["id"].clone();
    again["people"][0]["person"] = child.clone();
    again["people"][0]["surname"] = json!("Newydd");
    let early = house.post(&token, "/api/v1/referrals", &again).await;
    assert_eq!(early.status, 409, "it waits for a decision: {}", early.json());
    let body = json!({"reason": "not now"});
    house
        .call(&token, "POST", &format!("{at}/withdraw"))
        .at_version(1)
        .json(&body)
        .send()
        .await
        .ok(200);
    let twice = house.post(&token, "/api/v1/referrals", &again).await;
    assert_eq!(twice.status, 201, "other names: {}", twice.json());
    let later = twice.json();
    assert_eq!(later["family"], made["family"]);
    let shown = house
        .get(&token, &format!("/api/v1/referrals/{}", later["id"].as_str().unwrap()))
        .await
        .ok(200);
    assert_eq!(shown["follows"], made["id"]);
    assert_eq!(child_of(&shown), child);
    assert_eq!(shown["people"][0]["surname"], "Newydd");
    assert_eq!(house.get(&token, &at).await.ok(200)["followed_by"], later["id"]);
    // Nobody of another family is named by their id, and whoever may not read a referral follows none.
    let other = house.refer("Gwen").await;
    let other_at = format!("/api/v1/referrals/{}", other["id"].as_str().unwrap());
    let stranger = child_of(&house.get(&token, &other_at).await.ok(200));
    house
        .call(&token, "POST", &format!("{other_at}/withdraw"))
        .at_version(1)
        .json(&body)
        .send()
        .await
        .ok(200);
    let mut wrong = house.referral("Nest");
    wrong["follows"] = other["id"].clone();
    wrong["people"][0]["person"] = child;
    house
        .post(&token, "/api/v1/referrals", &wrong)
        .await
        .is(404, "not_found");
    wrong["people"][0]["person"] = json!("no id");
    assert_eq!(
        house.post(&token, "/api/v1/referrals", &wrong).await.fields(),
        [("people[0].person".to_owned(), "id".to_owned())]
    );
    wrong["people"][0]["person"] = stranger;
    let blind = house.site_token(&[TokenScope::Refer]).await;
    house
        .post(&blind, "/api/v1/referrals", &wrong)
        .await
        .is(404, "not_found");
    assert_eq!(house.post(&token, "/api/v1/referrals", &wrong).await.status, 201);
}

#[tokio::test]
async fn the_same_people_within_ten_minutes_are_answered_with_what_was_sent() {
    let house = Programme::new().await;
    let token = house.worker.token.clone();
    let made = house.refer("Mali").await;
    let same = house.referral("Mali");
    let before = house.count_referrals().await;
    let asked = house.post(&token, "/api/v1/referrals", &same).await;
    let problem = asked.is(409, "already_sent");
    assert_eq!(problem["now"]["id"], made["id"]);
    assert_eq!(problem["mine"], same);
    assert_eq!(house.count_referrals().await, before);
    let mut other = same.clone();
    other["another_family"] = json!(true);
    assert_eq!(house.post(&token, "/api/v1/referrals", &other).await.status, 201);
    house.forward(SignedDuration::from_mins(11));
    assert_eq!(house.post(&token, "/api/v1/referrals", &same).await.status, 201);
}

#[tokio::test]
async fn a_system_refers_in_the_name_of_a_social_worker_who_answers_what_is_asked() {
    let house = Programme::new().await;
    let system = house.site_token(&[TokenScope::Refer, TokenScope::ReadReferrals]).await;
    let mut sent = house.referral("Mali");
    sent["worker_email"] = json!("nobody@example.org");
    let unknown = house.post(&system, "/api/v1/referrals", &sent).await;
    assert_eq!(
        unknown.fields(),
        [("worker_email".to_owned(), "unknown_worker".to_owned())]
    );
    sent["worker_email"] = json!("nia.worker@example.org");
    let made = house.post(&system, "/api/v1/referrals", &sent).await.ok(201);
    let again = house.post(&system, "/api/v1/referrals", &sent).await;
    assert_eq!(again.is(409, "already_sent")["now"]["id"], made["id"]);
    let at = format!("/api/v1/referrals/{}", made["id"].as_str().unwrap());
    let ask = json!({"text": "Which school?"});
    let asked = house
        .call(&house.manager.token, "POST", &format!("{at}/ask"))
        .at_version(1)
        .json(&ask);
    asked.send().await.ok(200);
    let answer = json!({"text": "Ysgol y Bont"});
    let answered = house
        .call(&house.worker.token, "POST", &format!("{at}/answer"))
        .at_version(2)
        .json(&answer);
    answered.send().await.ok(200);
}

//! Families: what is not one's own is not there, and who looks is written down.

use super::house::Programme;
use domain::id::FamilyId;
use serde_json::{Value, json};

/// Every header but the day and time of the answer.
fn headers(came: &super::house::Came) -> Vec<(String, String)> {
    let shown = came.headers.iter().map(|(name, value)| {
        (
            name.to_string(),
            value.to_str().expect("our headers are plain").to_owned(),
        )
    });
    shown.filter(|(name, _)| name != "date").collect()
}

#[tokio::test]
async fn a_family_that_is_anothers_is_answered_as_one_that_is_not_there() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let family = made["family"].as_str().unwrap();
    let absent = "0198f3a0-1111-7000-8000-000000000001";
    for part in ["", "/history", "/looked", "/history?limit=0", "/looked?after=rubbish"] {
        let foreign = house
            .get(&house.stranger.token, &format!("/api/v1/families/{family}{part}"))
            .await;
        let nobodys = house
            .get(&house.stranger.token, &format!("/api/v1/families/{absent}{part}"))
            .await;
        let rubbish = house
            .get(&house.stranger.token, &format!("/api/v1/families/rubbish{part}"))
            .await;
        foreign.is(404, "not_found");
        assert_eq!(headers(&foreign), headers(&nobodys));
        assert_eq!((&foreign.text, foreign.status), (&nobodys.text, nobodys.status));
        assert_eq!((foreign.text, foreign.status), (rubbish.text, rubbish.status));
    }
    house
        .get(&house.manager.token, &format!("/api/v1/families/{family}"))
        .await
        .ok(200);
}

#[tokio::test]
async fn a_family_is_opened_with_a_version_made_of_its_words() {
    let house = Programme::new().await;
    let one = house.refer("Mali").await;
    house.forward_days(1);
    let two = house.refer("Efa").await;
    let get = async |made: &Value| {
        let path = format!("/api/v1/families/{}", made["family"].as_str().unwrap());
        let came = house.get(&house.manager.token, &path).await;
        (came.ok(200), came.header("etag").to_owned())
    };
    let ((family, tag), (_, other)) = (get(&one).await, get(&two).await);
    assert_eq!(family["name"], "Prys");
    assert_eq!(family["people"][0]["forename"], "Mali");
    assert_eq!(family["referrals"], json!([one["id"]]));
    assert!(tag.len() > 10 && tag != other, "{tag}");
    assert_eq!(get(&one).await.1, tag);
    let listed = house
        .get(&house.manager.token, "/api/v1/families?limit=1")
        .await
        .ok(200);
    assert_eq!(listed["items"][0]["id"], two["family"]);
    let next = listed["next"].as_str().unwrap();
    let listed = house
        .get(&house.manager.token, &format!("/api/v1/families?limit=1&after={next}"))
        .await
        .ok(200);
    assert_eq!(
        (&listed["items"][0]["id"], &listed["next"]),
        (&one["family"], &Value::Null)
    );
}

#[tokio::test]
async fn what_was_done_and_who_has_looked_is_read_page_by_page() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let family = format!("/api/v1/families/{}", made["family"].as_str().unwrap());
    house.get(&house.manager.token, &family).await.ok(200);
    let accept = format!("/api/v1/referrals/{}/accept", made["id"].as_str().unwrap());
    house
        .call(&house.manager.token, "POST", &accept)
        .at_version(1)
        .send()
        .await
        .ok(200);
    let history = house
        .get(&house.manager.token, &format!("{family}/history?limit=1"))
        .await
        .ok(200);
    assert_eq!(history["items"][0]["action"], "referral_accepted");
    assert_eq!(
        history["items"][0]["by"],
        json!({"kind": "account", "name": "Mair Manager", "role": "programme_manager"})
    );
    assert_eq!(
        history["items"][0]["facts"][0],
        json!({"fact": "referral_accepted", "on": "2026-11-21"})
    );
    let next = history["next"].as_str().unwrap();
    let history = house
        .get(&house.manager.token, &format!("{family}/history?limit=1&after={next}"))
        .await
        .ok(200);
    assert_eq!(history["items"][0]["action"], "referral_made");
    assert_eq!(history["items"][0]["by"]["name"], "Nia Worker");

    let looked = house
        .get(&house.manager.token, &format!("{family}/looked"))
        .await
        .ok(200);
    let opened: Vec<&Value> = looked["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| &l["action"])
        .collect();
    assert!(opened.contains(&&json!("open_family")), "{looked}");
}

#[tokio::test]
async fn the_family_itself_learns_the_roles_of_those_who_looked_and_no_numbers_of_its_book() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let family: FamilyId = made["family"].as_str().unwrap().parse().unwrap();
    let path = format!("/api/v1/families/{family}");
    house.get(&house.manager.token, &path).await.ok(200);
    let parent = house.parent_of(family).await;
    let looked = house
        .get(&parent.token, &format!("{path}/looked?limit=1"))
        .await
        .ok(200);
    assert_eq!(looked["next"], Value::Null);
    let looked = house.get(&parent.token, &format!("{path}/looked")).await.ok(200);
    let manager = looked["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|l| l["by"]["role"] == "programme_manager")
        .unwrap();
    assert_eq!(manager["by"]["name"], Value::Null);
    assert!(!looked.to_string().contains("Mair"), "{looked}");
    house.get(&parent.token, &path).await.is(404, "not_found");
    house
        .get(&parent.token, &format!("{path}/history"))
        .await
        .is(404, "not_found");
}

#[tokio::test]
async fn people_are_found_by_the_beginnings_of_their_names_and_families_by_reference() {
    let house = Programme::new().await;
    let sent = json!({"site": house.site.to_string(),
        "needs": ["routines"],
        "people": [{"part": "child", "forename": "Siân", "surname": "Prys", "birth": "2017", "reason": "risk_of_care"}]});
    let made = house
        .post(&house.worker.token, "/api/v1/referrals", &sent)
        .await
        .ok(201);
    let found = house
        .get(&house.manager.token, "/api/v1/search?q=sian+pry")
        .await
        .ok(200);
    assert_eq!(found["items"][0]["family"], made["family"]);
    assert_eq!(found["items"][0]["person"]["name"], "Siân Prys");
    assert_eq!(found["items"][0]["person"]["birth_year"], 2017);
    let reference = found["items"][0]["reference"].as_str().unwrap().to_lowercase();
    let found = house
        .get(&house.manager.token, &format!("/api/v1/search?q={reference}"))
        .await
        .ok(200);
    assert_eq!(found["items"][0]["family"], made["family"]);
    let elsewhere = house
        .get(&house.stranger.token, &format!("/api/v1/search?q={reference}"))
        .await
        .ok(200);
    assert!(elsewhere["items"].as_array().unwrap().is_empty());
    let short = house.get(&house.manager.token, "/api/v1/search?q=s").await;
    assert_eq!(short.fields(), [("q".to_owned(), "short".to_owned())]);
    let odd = house.get(&house.manager.token, "/api/v1/search?q=%00%00%00").await;
    assert!(odd.ok(200)["items"].as_array().unwrap().is_empty());
}

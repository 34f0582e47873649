//! A referral with everything that can be said of it: homes, who decides, what courts ordered, who is kept away.

use super::house::Programme;
use serde_json::{Value, json};

/// A family of four in two homes, one of them hidden.
fn whole(house: &Programme) -> Value {
    json!({
        "site": house.site.to_string(),
        "received_on": "2026-11-20",
        "people": [
            {"part": "child", "forename": "Mali", "surname": "Prys", "known_as": "Mal", "birth": "2017-05-03",
             "reason": "risk_of_care", "legal_status": "care_and_support_plan",
             "responsible": {"people": [2, 2], "authority": true, "other": "Nain"}},
            {"part": "child", "birth": "expected 2027-02", "reason": "risk_of_care"},
            {"part": "adult", "forename": "Siân", "surname": "O’Shea–Prys", "relationship": "mam",
             "languages": {"speak": "cy", "read": "CY", "reminders": "en"},
             "consent": {"taking_part": {"answer": "given", "on": "2026-11-19"},
                         "sharing": {"basis": "told", "law": "public_task"},
                         "story": {"answer": "not_given"}},
             "safe_contact": {"number": "01632 960001", "times": "after 10", "no_message": true},
             "ethnicity": {"group": "white", "words": "Cymraes"}, "disability": "Mae hi’n drwm ei chlyw.",
             "communication": "Print bras", "authority_id": "A/20481"},
            {"part": "adult", "forename": "Gwil", "surname": "Tudor", "birth": "1990", "languages": {"read": "pl"},
             "consent": {"taking_part": {"answer": "not_given", "why": "Dim amser"},
                         "sharing": {"basis": "not_discussed"}}},
        ],
        "homes": [
            {"address": "1 Heol y Bont", "postcode": "sa612ad", "hidden": true, "people": [2, 0]},
            {"address": "7 Stryd Fawr", "postcode": "10115", "people": [0, 3]},
        ],
        "orders": [{"says": "Nid yw Mali i aros dros nos.", "made_on": "2026-01-12", "ends_on": "2027-01-11",
                    "people": [0, 3]}],
        "kept_away": [{"who": "Gwil Tudor", "people": [0, 2], "must_not": ["know", "collect"]}],
        "services": "Ymwelydd iechyd",
        "hard_before": "Dim bws",
        "worker": "Anwen Jones, anwen.jones@example.org",
        "needs": ["dealing_with_crisis", "routines"],
        "going_well": "=1+1 <b>ysgol</b>",
        "worries": "Nosweithiau 🌙",
    })
}

/// Sends it as the family's worker, and gives what came and how it is read back.
async fn sent(house: &Programme) -> (Value, Value) {
    let came = house
        .post(&house.worker.token, "/api/v1/referrals", &whole(house))
        .await;
    let made = came.ok(201);
    let referral = house.get(&house.worker.token, came.header("location")).await.ok(200);
    (made, referral)
}

#[tokio::test]
async fn a_referral_sent_in_is_stored_with_its_address_and_version_and_read_back_whole() {
    let house = Programme::new().await;
    let came = house
        .post(&house.worker.token, "/api/v1/referrals", &whole(&house))
        .await;
    let made = came.ok(201);
    assert_eq!(came.header("etag"), "\"1\"");
    assert_eq!(
        came.header("location"),
        format!("/api/v1/referrals/{}", made["id"].as_str().unwrap())
    );

    let opened = house.get(&house.worker.token, came.header("location")).await;
    let referral = opened.ok(200);
    assert_eq!(opened.header("etag"), "\"1\"");
    assert_eq!(referral["reference"], made["reference"]);
    assert_eq!(referral["stage"], "submitted");
    assert_eq!(referral["received_on"], "2026-11-20");
    assert_eq!(referral["reason"], "risk_of_care");
    assert_eq!(referral["needs"], json!(["dealing_with_crisis", "routines"]));
    assert_eq!(referral["going_well"], "=1+1 <b>ysgol</b>");
    assert_eq!(referral["worries"], "Nosweithiau 🌙");
    let people = referral["people"].as_array().unwrap();
    assert_eq!(people[0]["birth"], "2017-05-03");
    assert_eq!(people[0]["legal_status"], "care_and_support_plan");
    assert_eq!(people[1]["birth"], "expected 2027-02");
    assert_eq!(people[2]["surname"], "O’Shea–Prys");
    assert_eq!(
        people[2]["languages"],
        json!({"speak": "cy", "read": "cy", "reminders": "en"})
    );
    assert_eq!(
        people[2]["consent"]["taking_part"],
        json!({"answer": "given", "on": "2026-11-19", "why": null})
    );
    assert_eq!(
        people[2]["consent"]["sharing"],
        json!({"basis": "told", "law": "public_task"})
    );
    assert_eq!(people[2]["consent"]["stays_over"]["answer"], "not_asked");
    assert_eq!(people[2]["consent"]["story"]["answer"], "not_given");
    assert_eq!(
        people[2]["safe_contact"],
        Value::Null,
        "the safe ways are with the family"
    );
}

#[tokio::test]
async fn what_is_said_of_people_and_homes_is_read_back_with_the_referral() {
    let house = Programme::new().await;
    let (_, referral) = sent(&house).await;
    let people = referral["people"].as_array().unwrap();
    assert_eq!(people[2]["ethnicity"], json!({"group": "white", "words": "Cymraes"}));
    assert_eq!(people[2]["disability"], "Mae hi’n drwm ei chlyw.");
    assert_eq!(people[2]["communication"], "Print bras");
    assert_eq!(people[2]["authority_id"], "A/20481");
    assert_eq!(people[3]["languages"]["reminders"], "pl", "who reads is reminded so");
    assert_eq!(people[3]["consent"]["taking_part"]["why"], "Dim amser");
    let id = |at: usize| &people[at]["id"];
    let mut home = referral["homes"][0]["people"].as_array().unwrap().clone();
    home.sort_by_key(ToString::to_string);
    let mut lives = vec![id(0).clone(), id(2).clone()];
    lives.sort_by_key(ToString::to_string);
    assert_eq!(home, lives);
    let hidden = |home: &Value| (home["hidden"].clone(), home["address"].clone());
    assert_eq!(hidden(&referral["homes"][0]), (true.into(), Value::Null));
    assert_eq!(
        hidden(&referral["homes"][1]),
        (false.into(), "7 Stryd Fawr\n10115".into())
    );
    assert_eq!(
        people[0]["responsible"],
        json!({"people": [id(2)], "authority": true, "other": "Nain"})
    );
    assert_eq!(people[2]["responsible"], Value::Null);
    let order = &referral["orders"][0];
    assert_eq!(order["says"], "Nid yw Mali i aros dros nos.");
    assert_eq!(
        (&order["made_on"], &order["ends_on"]),
        (&"2026-01-12".into(), &"2027-01-11".into())
    );
    assert_eq!(order["people"].as_array().map(Vec::len), Some(2));
    assert_eq!(referral["orders"].as_array().map(Vec::len), Some(1));
    let kept = &referral["kept_away"][0];
    assert_eq!(
        (&kept["who"], &kept["must_not"]),
        (&"Gwil Tudor".into(), &json!(["collect", "know"]))
    );
    assert_eq!(
        (&referral["services"], &referral["hard_before"], &referral["worker"]),
        (
            &"Ymwelydd iechyd".into(),
            &"Dim bws".into(),
            &"Anwen Jones, anwen.jones@example.org".into()
        )
    );
}

#[tokio::test]
async fn the_family_has_what_keeps_it_safe_and_never_the_words_of_a_hidden_home() {
    let house = Programme::new().await;
    let (made, referral) = sent(&house).await;
    let family = format!("/api/v1/families/{}", made["family"].as_str().unwrap());
    let family = house.get(&house.manager.token, &family).await.ok(200);
    assert_eq!(family["people"][2]["safe_contact"]["no_message"], true);
    assert_eq!(
        family["people"][2]["safe_contact"]["address_hidden"], true,
        "who lives in a hidden home is not to be found"
    );
    assert_eq!(family["kept_away"], referral["kept_away"]);
    assert_eq!(family["orders"], referral["orders"]);
    let addresses = family["addresses"].as_array().unwrap();
    let words: Vec<&Value> = addresses.iter().map(|address| &address["text"]).collect();
    assert_eq!(addresses.len(), 4);
    assert_eq!(words.iter().filter(|text| text.is_null()).count(), 2, "{words:?}");
}

/// What a referral is refused for: each field with its code.
async fn refused(house: &Programme, sent: &Value) -> Vec<String> {
    let came = house.post(&house.worker.token, "/api/v1/referrals", sent).await;
    let fields = came.fields().into_iter();
    fields.map(|(field, code)| format!("{field} {code}")).collect()
}

#[tokio::test]
async fn homes_orders_and_who_is_kept_away_are_refused_by_the_field_that_is_wrong() {
    let house = Programme::new().await;
    let mut sent = house.referral("Mali");
    sent["people"].as_array_mut().unwrap().push(json!(
        {"part": "adult", "forename": "Siân", "surname": "Prys", "legal_status": "care_order",
         "responsible": {"people": [0, 1], "other": "x".repeat(10_001)}, "ethnicity": {"group": "martian"},
         "consent": {"taking_part": {"answer": "given"}, "sharing": {"basis": "agreed"}}}
    ));
    sent["homes"] = json!([
        {"postcode": "x".repeat(13), "people": [0, 7]},
        {"address": "7 Stryd Fawr"},
        {"hidden": true, "people": [1]},
    ]);
    sent["orders"] = json!([
        {"people": [0]},
        {"says": "x", "made_on": "2026-02-30", "people": []},
        {"says": "x", "made_on": "2026-02-01", "ends_on": "2026-01-31", "people": [2]},
    ]);
    sent["kept_away"] = json!([
        {"who": " ", "people": [0], "must_not": ["sing", "call"]},
        {"who": "x"},
    ]);
    let expected = [
        "people[1].ethnicity.group unknown_key",
        "people[1].responsible.other too_long",
        "homes[0].postcode too_long",
        "homes[0].people[1] no_such_person",
        "orders[0].says empty",
        "orders[1].made_on day_unreal",
        "orders[2].people[0] no_such_person",
        "kept_away[0].who empty",
        "kept_away[0].must_not[0] unknown_key",
        "people[1].legal_status child_only",
        "homes[0].address missing",
        "homes[1].people missing",
        "homes[2].address missing",
        "people[1].responsible child_only",
        "orders[1].people missing",
        "orders[2].ends_on ends_early",
        "kept_away[1].people missing",
        "kept_away[1].must_not missing",
    ];
    assert_eq!(refused(&house, &sent).await, expected);
    let many = |one: Value, n: usize| Value::Array(vec![one; n]);
    sent["homes"] = many(json!({"address": "x", "people": [0]}), 7);
    sent["orders"] = many(json!({"says": "x", "people": [0]}), 11);
    sent["kept_away"] = many(json!({"who": "x", "people": [0], "must_not": ["call"]}), 10);
    sent["people"].as_array_mut().unwrap().pop();
    assert_eq!(
        refused(&house, &sent).await,
        ["homes too_many_homes", "orders too_many_lines"]
    );
}

#[tokio::test]
async fn a_home_is_hidden_for_everybody_when_one_in_it_must_not_be_found() {
    let house = Programme::new().await;
    let mut sent = house.referral("Mali");
    sent["people"].as_array_mut().unwrap().push(json!(
        {"part": "adult", "forename": "Siân", "surname": "Prys", "safe_contact": {"address_hidden": true},
         "consent": {"taking_part": {"answer": "given"}, "sharing": {"basis": "agreed"}}}
    ));
    sent["homes"] = json!([{"address": "1 Heol y Bont", "people": [0, 1]}]);
    let made = house
        .post(&house.worker.token, "/api/v1/referrals", &sent)
        .await
        .ok(201);
    for path in ["referrals", "families"] {
        let id = made[if path == "families" { "family" } else { "id" }].as_str().unwrap();
        let came = house.get(&house.worker.token, &format!("/api/v1/{path}/{id}")).await;
        came.ok(200);
        assert!(!came.text.contains("Heol y Bont"), "{}", came.text);
    }
}

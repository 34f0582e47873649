//! Sending a referral in: once, whole, and with every mistake said at once.

use super::house::Programme;
use serde_json::{Value, json};

#[tokio::test]
async fn a_referral_sent_in_is_stored_with_its_address_and_version_and_read_back_whole() {
    let house = Programme::new().await;
    let sent = json!({
        "site": house.site.to_string(),
        "received_on": "2026-11-20",
        "people": [
            {"part": "child", "forename": "Mali", "surname": "Prys", "known_as": "Mal", "birth": "2017-05-03",
             "reason": "risk_of_care", "legal_status": "care_and_support_plan"},
            {"part": "child", "birth": "expected 2027-02", "reason": "risk_of_care"},
            {"part": "adult", "forename": "Siân", "surname": "O’Shea–Prys", "relationship": "mam",
             "languages": {"speak": "cy", "read": "CY", "reminders": "en"},
             "consent": {"taking_part": {"answer": "given", "on": "2026-11-19"},
                         "sharing": {"basis": "told", "law": "public_task"},
                         "story": {"answer": "not_given"}},
             "safe_contact": {"number": "01632 960001", "times": "after 10", "no_message": true},
             "address": {"text": "1 Heol y Bont", "protected": true}},
        ],
        "needs": ["dealing_with_crisis", "routines"],
        "going_well": "=1+1 <b>ysgol</b>",
        "worries": "Nosweithiau 🌙",
    });
    let came = house.post(&house.worker.token, "/api/v1/referrals", &sent).await;
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

    let family = format!("/api/v1/families/{}", made["family"].as_str().unwrap());
    let family = house.get(&house.manager.token, &family).await.ok(200);
    assert_eq!(family["people"][2]["safe_contact"]["no_message"], true);
    assert_eq!(family["addresses"][0]["protected"], true);
    assert_eq!(family["addresses"][0]["text"], Value::Null);
}

#[tokio::test]
async fn every_mistake_is_said_at_once_in_order_and_in_the_language_of_the_caller() {
    let house = Programme::new().await;
    let sent = json!({
        "site": house.site.to_string(),
        "received_on": "2027-01-01",
        "people": [
            {"part": "adult", "forename": "x".repeat(201), "birth": "31/02/2015", "reason": "risk_of_care",
             "languages": {"speak": "a language"},
             "consent": {"taking_part": {"answer": "perhaps", "why": "because"}, "sharing": {"basis": "told"}}},
            {"part": "pet", "birth": "tomorrow", "legal_status": "no_such_status"},
        ],
        "needs": ["routines", "everything"],
        "worries": "x".repeat(10_001),
    });
    let came = house.post(&house.worker.token, "/api/v1/referrals", &sent).await;
    let expected = [
        ("received_on", "day_future"),
        ("people[0].forename", "too_long"),
        ("people[0].birth", "birth_unreal"),
        ("people[0].languages.speak", "language"),
        ("people[0].consent.taking_part.why", "only_with"),
        ("people[0].consent.taking_part.answer", "unknown_key"),
        ("people[0].consent.sharing.law", "unknown_key"),
        ("people[1].part", "unknown_key"),
        ("people[1].birth", "birth_unreal"),
        ("people[1].legal_status", "unknown_key"),
        ("needs[1]", "unknown_key"),
        ("worries", "too_long"),
        ("people[0].reason", "child_only"),
    ];
    let expected: Vec<(String, String)> = expected.map(|(f, c)| (f.to_owned(), c.to_owned())).to_vec();
    assert_eq!(came.fields(), expected);
    assert_eq!(came.header("content-language"), "en");
    let call = house
        .call(&house.worker.token, "POST", "/api/v1/referrals")
        .header("accept-language", "cy, en;q=0.5");
    let welsh = call.json(&sent).send().await;
    assert_eq!(welsh.header("content-language"), "cy");
    assert_eq!(welsh.fields(), expected, "codes are the same in every language");
    let problem = welsh.json();
    assert_eq!(problem["title"], "Mae angen edrych eto ar rai meysydd");
    assert!(
        problem["errors"][2]["detail"]
            .as_str()
            .unwrap()
            .starts_with("Oedolyn 1"),
        "{problem}"
    );
    let addressed = house.post(&house.worker.token, "/cy/api/v1/referrals", &sent).await;
    assert_eq!(
        addressed.header("content-language"),
        "cy",
        "the language of the address holds when none is asked for"
    );
    assert_eq!(house.count_referrals().await, 0);
}

#[tokio::test]
async fn a_family_without_a_child_or_with_too_many_people_is_not_taken() {
    let house = Programme::new().await;
    let mut sent = json!({"site": house.site.to_string()});
    let field = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];
    let fields = house
        .post(&house.worker.token, "/api/v1/referrals", &sent)
        .await
        .fields();
    assert_eq!(fields, field("people", "no_child"));
    sent["people"] = json!([{"part": "adult", "birth": "expected 2027-02"}]);
    let fields = house
        .post(&house.worker.token, "/api/v1/referrals", &sent)
        .await
        .fields();
    assert_eq!(
        fields,
        [field("people", "no_child"), field("people[0].birth", "unborn_adult")].concat()
    );
    let child = json!({"part": "child", "forename": "A"});
    sent["people"] = Value::Array(vec![child.clone(); 30]);
    house
        .post(&house.worker.token, "/api/v1/referrals", &sent)
        .await
        .ok(201);
    sent["people"] = Value::Array(vec![child; 31]);
    let fields = house
        .post(&house.worker.token, "/api/v1/referrals", &sent)
        .await
        .fields();
    assert_eq!(fields, field("people", "too_many_people"));
}

#[tokio::test]
async fn a_field_we_do_not_know_is_refused_by_name() {
    let house = Programme::new().await;
    for (sent, field, code) in [
        (json!({"site": "x", "peple": []}), "peple", "unknown_field"),
        (
            json!({"site": "x", "people": [{"part": "child", "nmae": "A"}]}),
            "people[0].nmae",
            "unknown_field",
        ),
        (
            json!({"site": "x", "people": [{"part": "child", "consent": {"story": {"answer": "given", "why": "x"}}}]}),
            "people[0].consent.story.why",
            "unknown_field",
        ),
        (json!({"people": []}), "site", "missing"),
        (
            json!({"site": "x", "people": [{"forename": "A"}]}),
            "people[0].part",
            "missing",
        ),
        (json!({"site": 7}), "site", "wrong_type"),
        (
            json!({"site": "x", "people": {"part": "child"}}),
            "people",
            "wrong_type",
        ),
        (
            json!({"site": "x", "people": [{"part": "child", "birth": 2017}]}),
            "people[0].birth",
            "wrong_type",
        ),
        (json!(["x"]), "", "wrong_type"),
        (json!("x"), "", "wrong_type"),
        (
            json!({"site": "not-an-id", "people": [{"part": "child"}]}),
            "site",
            "site",
        ),
    ] {
        let came = house.post(&house.worker.token, "/api/v1/referrals", &sent).await;
        assert_eq!(came.fields(), [(field.to_owned(), code.to_owned())], "{sent}");
    }
    let twice = format!(r#"{{"site": "{}", "site": "{}"}}"#, house.site, house.site);
    let came = house
        .call(&house.worker.token, "POST", "/api/v1/referrals")
        .raw(twice.as_bytes())
        .send()
        .await;
    assert_eq!(came.fields(), [("site".to_owned(), "duplicate_field".to_owned())]);
}

#[tokio::test]
async fn only_those_who_may_refer_to_an_area_do_whether_it_is_there_or_not() {
    let house = Programme::new().await;
    let refused = house
        .post(&house.stranger.token, "/api/v1/referrals", &house.referral("Mali"))
        .await;
    refused.is(403, "forbidden");
    let mut nowhere = house.referral("Mali");
    nowhere["site"] = "0198f3a0-1111-7000-8000-000000000001".into();
    let absent = house.post(&house.stranger.token, "/api/v1/referrals", &nowhere).await;
    assert_eq!((refused.status, refused.text), (absent.status, absent.text));
}

#[tokio::test]
async fn twenty_calls_with_one_key_make_one_referral() {
    let house = Programme::new().await;
    let sent = house.referral("Mali");
    let calls = (0..20).map(|_| {
        house
            .call(&house.worker.token, "POST", "/api/v1/referrals")
            .key("one call")
            .json(&sent)
            .send()
    });
    let mut tasks = Vec::new();
    for call in calls {
        tasks.push(call.await);
    }
    let answers: Vec<(Value, String)> = tasks
        .iter()
        .map(|c| (c.ok(201), c.header("location").to_owned()))
        .collect();
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!(house.count_referrals().await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_calls_with_one_key_at_the_same_time_make_one_referral() {
    let house = std::sync::Arc::new(Programme::new().await);
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let house = std::sync::Arc::clone(&house);
            tokio::spawn(async move {
                let sent = house.referral("Mali");
                let call = house
                    .call(&house.worker.token, "POST", "/api/v1/referrals")
                    .key("k")
                    .json(&sent);
                call.send().await.ok(201)["id"].clone()
            })
        })
        .collect();
    let mut ids = Vec::new();
    for task in tasks {
        ids.push(task.await.unwrap());
    }
    ids.dedup();
    assert_eq!(ids.len(), 1);
    assert_eq!(house.count_referrals().await, 1);
}

#[tokio::test]
async fn a_key_is_one_callers_and_stands_for_one_call() {
    let house = Programme::new().await;
    let call = |token: &str, name: &str, key: &str| {
        house
            .call(token, "POST", "/api/v1/referrals")
            .key(key)
            .json(&house.referral(name))
            .send()
    };
    let first = call(&house.worker.token, "Mali", "key").await.ok(201);
    call(&house.worker.token, "Efa", "key")
        .await
        .is(409, "idempotency_reused");
    let other = call(&house.manager.token, "Mali", "key").await.ok(201);
    assert_ne!(first["id"], other["id"], "another caller's key is another key");
    for key in ["", &"k".repeat(129)] {
        let came = call(&house.worker.token, "Mali", key).await;
        assert_eq!(came.fields(), [("Idempotency-Key".to_owned(), "key".to_owned())]);
    }
    assert_eq!(house.count_referrals().await, 2);
}

//! Sending a referral in: once, whole, and with every mistake said at once.

use super::house::Programme;
use serde_json::{Value, json};

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
    let mut sent = json!({"site": house.site.to_string(), "needs": ["routines"]});
    let fields = async |sent: &Value| refused(&house, sent).await;
    assert_eq!(fields(&sent).await, ["people no_child"]);
    sent["people"] = json!([
        {"part": "adult", "birth": "expected 2027-02",
         "consent": {"taking_part": {"answer": "not_asked"}, "sharing": {"basis": "agreed"}}},
    ]);
    assert_eq!(fields(&sent).await, ["people no_child", "people[0].birth unborn_adult"]);
    let child = |n: usize| json!({"part": "child", "forename": format!("A{n}"), "reason": "reunification"});
    sent["people"] = (0..30).map(child).collect();
    house
        .post(&house.worker.token, "/api/v1/referrals", &sent)
        .await
        .ok(201);
    sent["people"] = (0..31).map(child).collect();
    assert_eq!(fields(&sent).await, ["people too_many_people"]);
}

/// What a referral is refused for: each field with its code.
async fn refused(house: &Programme, sent: &Value) -> Vec<String> {
    let came = house.post(&house.worker.token, "/api/v1/referrals", sent).await;
    let fields = came.fields().into_iter();
    fields.map(|(field, code)| format!("{field} {code}")).collect()
}

#[tokio::test]
async fn what_the_form_must_have_is_asked_of_a_call_too() {
    let house = Programme::new().await;
    let sent = json!({
        "site": house.site.to_string(),
        "people": [
            {"part": "child", "known_as": "Mali", "birth": "2001"},
            {"part": "child", "birth": "expected 2027-02", "reason": "risk_of_care"},
            {"part": "child", "forename": " ", "reason": "risk_of_care"},
            {"part": "adult", "surname": "Prys", "birth": "2020-05"},
            {"part": "adult", "surname": "Prys", "birth": "2020-05",
             "consent": {"taking_part": {"answer": "not_given", "why": " "}, "sharing": {"basis": "agreed"}}},
        ],
        "births_are_right": true,
    });
    let expected = [
        "people[0].birth birth_child",
        "people[0].reason missing",
        "people[2].forename missing",
        "people[3].birth birth_adult",
        "people[3].consent.taking_part missing",
        "people[3].consent.sharing missing",
        "people[4].birth birth_adult",
        "people[4].consent.taking_part.why missing",
        "needs missing",
        "people[4].forename same_person",
    ];
    assert_eq!(refused(&house, &sent).await, expected);
}

#[tokio::test]
async fn births_that_look_like_a_slip_are_taken_when_somebody_has_looked() {
    let house = Programme::new().await;
    let agreed = json!({"taking_part": {"answer": "not_asked"}, "sharing": {"basis": "not_discussed"}});
    let mut sent = json!({
        "site": house.site.to_string(),
        "needs": ["routines"],
        "people": [
            {"part": "child", "forename": "Mali", "birth": "2010-05-01", "reason": "risk_of_care"},
            {"part": "adult", "forename": "Siân", "birth": "2000-05-02", "consent": agreed},
            {"part": "adult", "forename": "Gwil", "birth": "2010-05-02", "consent": agreed},
            {"part": "adult", "forename": "Nain", "birth": "1960", "consent": agreed},
        ],
    });
    assert_eq!(
        refused(&house, &sent).await,
        ["people[0].birth birth_doubt", "people[0].birth birth_doubt"]
    );
    sent["births_are_right"] = true.into();
    house
        .post(&house.worker.token, "/api/v1/referrals", &sent)
        .await
        .ok(201);
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
            json!({"site": "not-an-id", "needs": ["routines"],
                   "people": [{"part": "child", "forename": "A", "reason": "risk_of_care"}]}),
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

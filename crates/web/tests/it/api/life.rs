//! A referral's life through another system: asked and answered, its place while it waits, what the family was told, and
//! what became of one that was not taken.

use super::house::{Came, Programme};
use domain::access::TokenScope;
use serde_json::{Value, json};

fn path(made: &Value, verb: &str) -> String {
    format!("/api/v1/referrals/{}/{verb}", made["id"].as_str().expect("an id"))
}

async fn shown(house: &Programme, made: &Value) -> Value {
    let path = format!("/api/v1/referrals/{}", made["id"].as_str().expect("an id"));
    house.get(&house.manager.token, &path).await.ok(200)
}

async fn say(house: &Programme, token: &str, at: &str, version: i64, body: &Value) -> Came {
    let call = house.call(token, "POST", at);
    call.at_version(version).json(body).send().await
}

fn wrong(came: &Came) -> Vec<String> {
    let fields = came.fields().into_iter();
    fields.map(|(field, code)| format!("{field} {code}")).collect()
}

#[tokio::test]
async fn what_is_asked_before_a_decision_is_answered_in_one_thread() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let (manager, worker) = (&house.manager.token, &house.worker.token);
    let question = json!({"text": "Pwy sy’n codi’r plant?", "language": "cy"});
    let asked = say(&house, manager, &path(&made, "ask"), 1, &question).await;
    let now = asked.ok(200);
    assert_eq!(
        (&now["stage"], asked.header("etag")),
        (&"information_asked".into(), "\"2\"")
    );
    house.forward(jiff::SignedDuration::from_mins(5));
    let answer = json!({"text": "Their nan."});
    let call = || {
        house
            .call(worker, "POST", &path(&made, "answer"))
            .at_version(2)
            .key("a")
    };
    let first = call().json(&answer).send().await.ok(200);
    let again = call().json(&answer).send().await.ok(200);
    assert_eq!((&first["stage"], &first["version"]), (&"submitted".into(), &3.into()));
    assert_eq!(first, again, "the same key answers once");
    let thread = &shown(&house, &made).await["thread"];
    assert_eq!(thread.as_array().map(Vec::len), Some(2));
    let of = |at: usize| {
        let message = &thread[at];
        ["kind", "text", "language", "by"].map(|name| message[name].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(of(0), ["question", "Pwy sy’n codi’r plant?", "cy", "Mair Manager"]);
    assert_eq!(of(1), ["answer", "Their nan.", "en", "Nia Worker"]);
    let late = say(&house, worker, &path(&made, "answer"), 3, &answer).await;
    let problem = late.is(409, "refused");
    assert_eq!(
        problem["now"]["stage"], "submitted",
        "nothing is asked that could be answered"
    );
}

#[tokio::test]
async fn asking_and_answering_name_a_version_words_and_a_language_we_have() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let (ask, answer) = (path(&made, "ask"), path(&made, "answer"));
    let (manager, worker) = (&house.manager.token, &house.worker.token);
    house
        .post(manager, &ask, &json!({"text": "x"}))
        .await
        .is(428, "precondition_required");
    house
        .post(worker, &answer, &json!({"text": "x"}))
        .await
        .is(428, "precondition_required");
    let odd = say(&house, manager, &ask, 1, &json!({"text": " ", "language": "fr"})).await;
    assert_eq!(wrong(&odd), ["text empty", "language unknown_key"]);
    let long = json!({"text": "x".repeat(10_001)});
    assert_eq!(wrong(&say(&house, manager, &ask, 1, &long).await), ["text too_long"]);
    say(&house, manager, &ask, 1, &json!({"text": "x"})).await.ok(200);
    let stale = say(&house, manager, &ask, 1, &json!({"text": "y"})).await;
    assert_eq!(stale.is(412, "stale")["mine"]["text"], "y");
    say(&house, worker, &ask, 2, &json!({"text": "x"}))
        .await
        .is(404, "not_found");
    say(&house, &house.stranger.token, &answer, 2, &json!({"text": "x"}))
        .await
        .is(404, "not_found");
}

#[tokio::test]
async fn a_sites_token_reads_what_was_asked_and_writes_nothing_on_a_referral() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    say(
        &house,
        &house.manager.token,
        &path(&made, "ask"),
        1,
        &json!({"text": "Pryd?"}),
    )
    .await
    .ok(200);
    let both = house.site_token(&[TokenScope::Refer, TokenScope::ReadReferrals]).await;
    let referral = format!("/api/v1/referrals/{}", made["id"].as_str().expect("an id"));
    let read = house.get(&both, &referral).await.ok(200);
    assert_eq!(read["thread"][0]["text"], "Pryd?");
    for (verb, body) in [
        ("answer", json!({"text": "Yfory."})),
        ("ask", json!({"text": "Pam?"})),
        ("priority", json!({"priority": "usual"})),
        ("tell", json!({"how": "call"})),
        ("outcome", json!({})),
    ] {
        say(&house, &both, &path(&made, verb), 2, &body)
            .await
            .is(404, "not_found");
    }
    let referring = house.site_token(&[TokenScope::Refer]).await;
    house.get(&referring, &referral).await.is(404, "not_found");
    house
        .get(&referring, "/api/v1/waiting?on=2026-11-01")
        .await
        .is(403, "forbidden");
}

#[tokio::test]
async fn a_waiting_family_is_put_where_somebody_says_with_the_reason() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let (manager, priority) = (&house.manager.token, path(&made, "priority"));
    let sooner = json!({"priority": "sooner", "waits_for": ["near", "place", "near"], "reason": "Babi ym mis Mai."});
    let early = say(&house, manager, &priority, 1, &sooner).await;
    assert_eq!(early.is(409, "refused")["now"]["stage"], "submitted");
    assert_eq!(shown(&house, &made).await["place"], Value::Null);
    say(&house, manager, &path(&made, "accept"), 1, &json!({}))
        .await
        .ok(200);
    let usual = json!({"priority": "usual", "waits_for": [], "reason": null});
    assert_eq!(shown(&house, &made).await["place"], usual);
    say(&house, manager, &priority, 2, &sooner).await.ok(200);
    assert_eq!(
        shown(&house, &made).await["place"],
        json!({"priority": "sooner", "waits_for": ["place", "near"], "reason": "Babi ym mis Mai."})
    );
    let waiting = house.get(manager, "/api/v1/waiting").await.ok(200);
    assert_eq!(waiting["items"][0]["priority"], "sooner");
    for (body, expected) in [
        (
            json!({"priority": "soon", "waits_for": ["moon"]}),
            vec!["priority unknown_key", "waits_for[0] unknown_key"],
        ),
        (json!({"priority": "first", "reason": " "}), vec!["reason missing"]),
        (
            json!({"priority": "first", "reason": "x".repeat(10_001)}),
            vec!["reason too_long"],
        ),
        (json!({}), vec!["priority missing"]),
    ] {
        assert_eq!(
            wrong(&say(&house, manager, &priority, 2, &body).await),
            expected,
            "{body}"
        );
    }
    house
        .post(manager, &priority, &sooner)
        .await
        .is(428, "precondition_required");
    say(&house, manager, &priority, 1, &sooner).await.is(412, "stale");
    say(&house, &house.worker.token, &priority, 2, &sooner)
        .await
        .is(404, "not_found");
}

#[tokio::test]
async fn the_waiting_list_of_a_day_before_is_shown_again_page_by_page() {
    let house = Programme::new().await;
    let manager = &house.manager.token;
    let mut made = Vec::new();
    for name in ["Ali", "Bea", "Cai"] {
        let one = house.refer(name).await;
        say(&house, manager, &path(&one, "accept"), 1, &json!({})).await.ok(200);
        made.push(one);
        house.forward_days(1);
    }
    let first = json!({"priority": "first", "reason": "x"});
    say(&house, manager, &path(&made[1], "priority"), 2, &first)
        .await
        .ok(200);
    say(&house, manager, &path(&made[0], "withdraw"), 2, &json!({}))
        .await
        .ok(200);
    let ids = |page: &Value| {
        let items = page["items"].as_array().expect("a list").iter();
        items.map(|line| line["id"].clone()).collect::<Vec<_>>()
    };
    let list = async |query: &str| house.get(manager, &format!("/api/v1/waiting{query}")).await;
    let now = list("").await.ok(200);
    assert_eq!(ids(&now), [made[1]["id"].clone(), made[2]["id"].clone()]);
    assert_eq!(list("?on=2026-11-24").await.ok(200), now, "today is as it stands");
    let then = list("?on=2026-11-23").await.ok(200);
    let all: Vec<Value> = made.iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids(&then), all);
    assert_eq!(then["items"][0]["stage"], "withdrawn");
    assert_eq!(then["items"][0]["waiting_since"], "2026-11-21");
    assert_eq!(then["items"][1]["priority"], "usual");
    assert_eq!(ids(&list("?on=2026-11-20").await.ok(200)), Vec::<Value>::new());
    let page = list("?on=2026-11-23&limit=2").await.ok(200);
    let next = page["next"].as_str().expect("there is more");
    let rest = list(&format!("?on=2026-11-23&limit=2&after={next}")).await.ok(200);
    assert_eq!([ids(&page), ids(&rest)].concat(), all);
    assert_eq!(rest["next"], Value::Null);
    assert_eq!(wrong(&list("?on=2026-11-25").await), ["on day_future"]);
    assert_eq!(wrong(&list("?on=yesterday").await), ["on day_unreal"]);
}

#[tokio::test]
async fn that_a_family_was_told_is_kept_and_nothing_is_sent() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    house.forward_days(2);
    let (worker, tell) = (&house.worker.token, path(&made, "tell"));
    let body = json!({"how": "call", "on": "2026-11-22", "words": "Maen nhw’n aros.", "next_on": "2026-12-20"});
    let call = || house.call(worker, "POST", &tell).key("t").json(&body);
    assert_eq!(call().send().await.ok(200), call().send().await.ok(200));
    let told = &shown(&house, &made).await["told"];
    assert_eq!(
        told,
        &json!([{"on": "2026-11-22", "how": "call", "words": "Maen nhw’n aros.", "next_on": "2026-12-20",
                 "by": "Nia Worker"}])
    );
    for (body, expected) in [
        (
            json!({"how": "pigeon", "on": "2026-13-01", "next_on": "soon"}),
            vec!["how unknown_key", "on day_unreal", "next_on day_unreal"],
        ),
        (json!({"how": "call", "on": "2026-11-24"}), vec!["on day_future"]),
        (json!({"how": "call", "on": "2026-11-20"}), vec!["on before_received"]),
        (
            json!({"how": "call", "on": "2026-11-23", "next_on": "2026-11-22"}),
            vec!["next_on day_past"],
        ),
        (
            json!({"how": "call", "words": "x".repeat(10_001)}),
            vec!["words too_long"],
        ),
    ] {
        assert_eq!(wrong(&house.post(worker, &tell, &body).await), expected, "{body}");
    }
    say(&house, worker, &tell, 9, &json!({"how": "visit"}))
        .await
        .is(412, "stale");
    house
        .post(&house.stranger.token, &tell, &body)
        .await
        .is(404, "not_found");
}

#[tokio::test]
async fn what_became_of_a_family_not_taken_is_said_of_each_child() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let outcome = path(&made, "outcome");
    let child = shown(&house, &made).await["people"][0]["id"].clone();
    let body = json!({
        "children": [{"child": child, "lives": "in_care", "entered_care_on": "2027-03-01"}],
        "words": "Gyda gofalwyr maeth.",
    });
    house.agree_again().await;
    house.forward_days(365);
    let (worker, manager) = (
        &house.token_of(&house.worker).await,
        &house.token_of(&house.manager).await,
    );
    let early = house.post(worker, &outcome, &body).await;
    assert_eq!(early.is(409, "refused")["now"]["stage"], "submitted");
    let no = json!({"why": "full"});
    say(&house, manager, &path(&made, "not_accept"), 1, &no).await.ok(200);
    house.post(worker, &outcome, &body).await.ok(200);
    house.post(worker, &outcome, &body).await.ok(200);
    let referral = path(&made, "outcome").replace("/outcome", "");
    assert_eq!(
        house.get(manager, &referral).await.ok(200)["outcomes"],
        json!([{"child": child, "told_on": "2027-11-21", "lives": "in_care", "entered_care_on": "2027-03-01",
                "words": "Gyda gofalwyr maeth."}])
    );
    let nobody = "0198f3a0-1111-7000-8000-000000000001";
    let of = |lives: &str, day: &str| json!({"child": child, "lives": lives, "entered_care_on": day});
    for (children, expected) in [
        (json!([]), vec!["children missing"]),
        (
            json!([{"child": nobody, "lives": "at_home"}]),
            vec!["children[0].child no_such_child"],
        ),
        (
            json!([of("moon", "2027-02-30"), of("at_home", "2027-02-01")]),
            vec![
                "children[0].lives unknown_key",
                "children[0].entered_care_on day_unreal",
            ],
        ),
        (
            json!([of("at_home", "2026-11-20"), of("in_care", "2027-11-22")]),
            vec![
                "children[0].entered_care_on day_range",
                "children[1].child duplicate_field",
                "children[1].entered_care_on day_range",
            ],
        ),
        (
            json!([{"child": "rubbish", "lives": "at_home"}]),
            vec!["children[0].child wrong_type"],
        ),
    ] {
        let came = house.post(worker, &outcome, &json!({"children": children})).await;
        assert_eq!(wrong(&came), expected, "{children}");
    }
    let stranger = house.token_of(&house.stranger).await;
    house.post(&stranger, &outcome, &body).await.is(404, "not_found");
}

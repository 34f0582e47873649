//! What is done to a supported family on its pages is done by calls as well: putting right, giving, signing, bringing words
//! to a review, agreeing to the plan, more time, next steps, adding to a call for help, deciding on a concern, times in care,
//! households.

use super::support::{Supported, supported, text, visit};
use domain::role::Role;
use serde_json::{Value, json};

impl Supported {
    async fn does_at(&self, token: &str, at: &str, body: &Value) -> Value {
        self.house.post(token, &format!("/api/v1/{at}"), body).await.ok(201)
    }

    async fn reads(&self, token: &str, at: &str) -> Value {
        self.house.get(token, &format!("/api/v1/{at}")).await.ok(200)
    }

    /// What is read under the family's address.
    async fn reads_of(&self, token: &str, what: &str) -> Value {
        self.house.get(token, &self.at(what)).await.ok(200)
    }

    /// The household, as it is written down, supervised by somebody.
    async fn is_supervised(&self) -> String {
        let siwan = self.house.staff("Siwan Roberts", Role::Supervisor).await;
        let household = json!({
            "carers": [{"name": "Lowri Haf", "account": self.lowri.account.to_string()}], "adults": ["Ifan Haf"],
            "supervisor": siwan.account.to_string(), "approved_from": "2025-01-01", "places": 4, "ready": "now",
            "languages": ["cy", "en"], "children_max": 3,
        });
        let at = format!("carers/{}/change", self.home);
        self.does_at(&self.house.manager.token, &at, &household).await;
        siwan.token
    }
}

#[tokio::test]
async fn a_visit_is_put_right_given_to_one_person_and_signed_by_calls() {
    let of = supported().await;
    let lowri = &of.lowri.token;
    let siwan = of.is_supervised().await;
    let mut made = visit("2026-11-21", "We cooked.\n\nMali spoke about school.");
    made["went_well"] = "They laughed".into();
    let id = text(&of.does(lowri, "sessions", &made).await.ok(201)["id"]);
    let at = |verb: &str| format!("sessions/{id}/{verb}");
    let whole = of.reads(lowri, &format!("sessions/{id}")).await;
    assert_eq!((&whole["outcome"], &whole["place"]), (&"done".into(), &"home".into()));
    assert_eq!(whole["written"][2]["words"], "Mali spoke about school.");

    of.does_at(lowri, &at("give"), &json!({"passage": 2, "person": of.child}))
        .await;
    of.does_at(lowri, &at("mark"), &json!({"passage": 0, "outsider": true}))
        .await;
    let none = of
        .house
        .post(lowri, &format!("/api/v1/{}", at("give")), &json!({"passage": 9}))
        .await;
    assert_eq!(none.fields(), [("happened".to_owned(), "not_possible".to_owned())]);
    let whole = of.reads(lowri, &format!("sessions/{id}")).await;
    assert_eq!(whole["written"][2]["about"], of.child);

    let right = |version: &Value| json!({"version": version, "happened": "We baked.", "right_why": "It was bread"});
    let stale = of
        .house
        .post(lowri, &format!("/api/v1/{}", at("right")), &right(&0.into()))
        .await;
    stale.is(412, "stale");
    of.does_at(lowri, &at("right"), &right(&whole["version"])).await;
    let whole = of.reads(lowri, &format!("sessions/{id}")).await;
    assert_eq!(whole["written"][0]["words"], "We baked.");
    assert_eq!(
        (&whole["before"][0]["why"], &whole["signed_on"]),
        (&"It was bread".into(), &Value::Null)
    );

    let thanks = json!({"words": "Thank you for this"});
    let own = of.house.post(lowri, &format!("/api/v1/{}", at("sign")), &thanks).await;
    own.is(404, "not_found");
    of.does_at(&siwan, &at("sign"), &thanks).await;
    let again = of.house.post(&siwan, &format!("/api/v1/{}", at("sign")), &thanks).await;
    assert_eq!(again.fields(), [("on".to_owned(), "not_possible".to_owned())]);
    let whole = of.reads(lowri, &format!("sessions/{id}")).await;
    assert_eq!(
        (&whole["signed_on"], &whole["signed_words"]),
        (&"2026-11-21".into(), &"Thank you for this".into())
    );
    of.house
        .get(&of.house.stranger.token, &format!("/api/v1/sessions/{id}"))
        .await
        .is(404, "not_found");
    of.house
        .get(&of.house.worker.token, &format!("/api/v1/sessions/{id}"))
        .await
        .is(404, "not_found");
}

#[tokio::test]
async fn a_planned_visit_is_moved_and_said_what_became_of_by_calls() {
    let of = supported().await;
    let lowri = &of.lowri.token;
    let plan = |on: &str| json!({"kind": "mentoring", "on": on, "place": "home", "outcome": "planned"});
    let id = text(&of.does(lowri, "sessions", &plan("2026-11-23")).await.ok(201)["id"]);
    let at = format!("sessions/{id}/outcome");
    of.does_at(lowri, &at, &plan("2026-11-21")).await;
    let missed = json!({"kind": "mentoring", "on": "2026-11-21", "place": "home", "outcome": "missed"});
    let why = of.house.post(lowri, &format!("/api/v1/{at}"), &missed).await;
    assert_eq!(why.fields(), [("why".to_owned(), "not_possible".to_owned())]);
    of.does_at(lowri, &at, &visit("2026-11-21", "They came after all"))
        .await;
    let now = of.stands().await;
    assert_eq!((&now["planned"], &now["sessions"][0]["id"]), (&json!([]), &id.into()));
}

#[tokio::test]
async fn words_are_brought_to_a_review_that_is_then_held_and_put_right_by_calls() {
    let of = supported().await;
    let lowri = &of.lowri.token;
    let planned = json!({"kind": "review", "on": "2026-11-21"});
    let review = of.does(lowri, "reviews", &planned).await.ok(201)["id"].clone();
    let own = json!({"review": review, "words": "They are proud of their mornings"});
    of.does(lowri, "reviews/bring", &own).await.ok(201);
    of.does(lowri, "reviews/bring", &own).await.is(412, "stale");
    let theirs = json!({"review": review, "who": of.child, "words": "I like baking"});
    of.does(lowri, "reviews/bring_for", &theirs).await.ok(201);
    let stranger = json!({"review": review, "who": review, "words": "Not of the family"});
    let refused = of.does(lowri, "reviews/bring_for", &stranger).await;
    assert_eq!(refused.fields(), [("words".to_owned(), "not_possible".to_owned())]);
    let listed = of.reads_of(lowri, "reviews").await;
    let brought = &listed[0]["brought"];
    assert_eq!(brought.as_array().map(Vec::len), Some(2), "{listed}");
    assert_eq!(
        (&brought[1]["who"], &brought[1]["words"]),
        (&of.child, &"I like baking".into())
    );

    let held = json!({"review": review, "kind": "review", "on": "2026-11-21", "there": ["carer"], "said": "Calm",
        "decided": ["continue"]});
    of.does(lowri, "reviews", &held).await.ok(201);
    let listed = of.reads_of(lowri, "reviews").await;
    assert_eq!(
        (&listed[0]["stage"], &listed[0]["said"]),
        (&"held".into(), &"Calm".into())
    );
    let right =
        json!({"review": review, "version": listed[0]["version"], "said": "Calm mornings", "why": "One word more"});
    of.does(lowri, "reviews/right", &right).await.ok(201);
    of.does(lowri, "reviews/right", &right).await.is(412, "stale");
    assert_eq!(of.reads_of(lowri, "reviews").await[0]["said"], "Calm mornings");

    let another = of
        .does(
            lowri,
            "reviews",
            &json!({"kind": "support_meeting", "on": "2026-11-28"}),
        )
        .await;
    let off = json!({"review": another.ok(201)["id"]});
    of.does(lowri, "reviews/off", &off).await.ok(201);
    assert_eq!(of.does(lowri, "reviews/off", &off).await.fields().len(), 1);
}

#[tokio::test]
async fn a_plan_is_agreed_with_and_extended_and_its_goals_move_by_calls() {
    let of = supported().await;
    let (lowri, manager, worker) = (&of.lowri.token, &of.house.manager.token, &of.house.worker.token);
    assert_eq!(of.reads_of(lowri, "plan").await, Value::Null);
    let plan = json!({
        "met": "2026-11-21", "end": "2027-11-20", "support": [{"kind": "mentoring", "often": "weekly"}],
        "goals": [{"owner": of.child, "words": "Mornings without shouting", "mark": 3}], "hard_time": "Ring Lowri",
    });
    of.does(lowri, "plan", &plan).await.ok(201);
    let their = json!({"who": of.child, "version": 1, "stance": "comments", "words": "And baking"});
    of.does(lowri, "plan/views", &their).await.ok(201);
    let wordless = json!({"version": 1, "stance": "comments"});
    let refused = of.does(worker, "plan/view", &wordless).await;
    assert_eq!(refused.fields(), [("words".to_owned(), "not_possible".to_owned())]);
    of.does(worker, "plan/view", &json!({"version": 1, "stance": "agrees"}))
        .await
        .ok(201);
    of.does(worker, "plan/views", &their).await.is(404, "not_found");
    let whole = of.reads_of(worker, "plan").await;
    assert_eq!(
        (&whole["hard_time"], &whole["support"][0]["often"]),
        (&"Ring Lowri".into(), &"weekly".into())
    );
    assert_eq!(
        (&whole["views"][0]["who"], &whole["views"][0]["words"]),
        (&of.child, &"And baking".into())
    );
    assert_eq!(
        (&whole["views"][1]["who"], &whole["views"][1]["stance"]),
        (&Value::Null, &"agrees".into())
    );

    let more = json!({"to": "2028-01-20", "reason": "The move takes long"});
    let which = of.does(lowri, "extensions", &more).await.ok(201)["id"].clone();
    let answer = |answer: &str| json!({"extension": which, "answer": answer});
    of.does(lowri, "extensions/programme", &answer("yes"))
        .await
        .is(404, "not_found");
    let no = of.does(manager, "extensions/programme", &answer("no")).await;
    assert_eq!(no.fields(), [("why".to_owned(), "not_possible".to_owned())]);
    of.does(manager, "extensions/programme", &answer("yes")).await.ok(201);
    let whole = of.reads_of(lowri, "plan").await;
    assert_eq!(
        (&whole["extensions"][0]["id"], &whole["extensions"][0]["to"]),
        (&which, &"2028-01-20".into())
    );

    let goal = whole["goals"][0]["id"].clone();
    let step = json!({"goal": goal, "step": "Clothes laid out", "doer": of.child, "due": "2026-12-01"});
    of.does(lowri, "goals/steps", &step).await.ok(201);
    let goals = of.reads_of(lowri, "goals").await;
    let laid = goals[0]["steps"][0].clone();
    assert_eq!((&laid["doer"], &laid["stage"]), (&of.child, &"open".into()));
    let done = json!({"goal": goal, "step": laid["id"], "stage": "done"});
    of.does(lowri, "goals/steps/set", &done).await.ok(201);
    let end = json!({"goal": goal, "how": "somehow"});
    assert_eq!(of.does(lowri, "goals/end", &end).await.fields()[0].0, "how");
    of.does(
        lowri,
        "goals/end",
        &json!({"goal": goal, "how": "reached", "words": "Every day"}),
    )
    .await
    .ok(201);
    let goals = of.reads_of(lowri, "goals").await;
    assert_eq!(
        (&goals[0]["ended"], &goals[0]["steps"][0]["stage"]),
        (&"reached".into(), &"done".into())
    );
    assert_eq!(goals[0]["marks"], json!([{"on": "2026-11-21", "mark": 3}]));

    let consent = |answer: &str| json!({"who": of.child, "what": "story", "answer": answer, "on": "2026-11-21", "asked_by": "carer"});
    of.does(lowri, "consents", &consent("agreed")).await.ok(201);
    let same = of.does(lowri, "consents", &consent("agreed")).await;
    assert_eq!(same.fields(), [("answer".to_owned(), "not_possible".to_owned())]);
    of.does(lowri, "consents", &consent("withdrawn")).await.ok(201);
    let consents = of.reads_of(lowri, "consents").await;
    assert_eq!(
        (&consents[0]["answer"], &consents[1]["answer"]),
        (&"withdrawn".into(), &"agreed".into())
    );
}

#[tokio::test]
async fn a_call_for_help_is_added_to_and_signed_and_a_concern_decided_by_calls() {
    let of = supported().await;
    let lowri = &of.lowri.token;
    let siwan = of.is_supervised().await;
    let crisis = json!({"asked": "She asked me to come", "on": "2026-11-21", "at": "08:05", "caller": "parent"});
    let id = text(&of.does(lowri, "crises", &crisis).await.ok(201)["id"]);
    assert_eq!(of.stands().await["crises"][0]["id"], id);
    let at = |verb: &str| format!("crises/{id}/{verb}");
    let nothing = of
        .house
        .post(lowri, &format!("/api/v1/{}", at("entries")), &json!({}))
        .await;
    assert_eq!(nothing.fields(), [("note".to_owned(), "not_possible".to_owned())]);
    let added = json!({"response": "visit", "response_on": "2026-11-21", "response_at": "08:40", "told": ["supervisor"],
        "outcome": "calmer", "note": "They slept"});
    of.does_at(lowri, &at("entries"), &added).await;
    of.does_at(&siwan, &at("sign"), &json!({})).await;
    let whole = of.reads(&siwan, &format!("crises/{id}")).await;
    let kinds: Vec<&str> = whole["entries"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["kind"].as_str())
        .collect();
    assert_eq!(kinds, ["responded", "told", "ended", "note"]);
    assert_eq!(
        (&whole["signed_on"], &whole["caller"]),
        (&"2026-11-21".into(), &"parent".into())
    );
    of.house
        .get(&of.house.stranger.token, &format!("/api/v1/crises/{id}"))
        .await
        .is(404, "not_found");

    let raised = json!({"at_risk": "child", "people": [of.child], "what": "He is afraid to go home", "safety": "safe",
        "reported": false, "crisis": id});
    let concern = text(&of.does(lowri, "concerns", &raised).await.ok(201)["id"]);
    let listed = of.reads(&siwan, "concerns").await;
    assert_eq!(
        (&listed[0]["id"], &listed[0]["waits"], &listed[0]["stage"]),
        (&concern.clone().into(), &true.into(), &"open".into())
    );
    let at = |verb: &str| format!("concerns/{concern}/{verb}");
    let note = json!({"kind": "note", "words": "His aunt came"});
    of.does_at(lowri, &at("entries"), &note).await;
    let decided = json!({"decision": "strategy", "words": "We meet tomorrow"});
    of.house
        .post(lowri, &format!("/api/v1/{}", at("decide")), &decided)
        .await
        .is(404, "not_found");
    let whole = of.reads(&siwan, &format!("concerns/{concern}")).await;
    assert_eq!(
        (&whole["what"], &whole["crisis"]),
        (&"He is afraid to go home".into(), &id.into())
    );
    of.does_at(&siwan, &at("decide"), &decided).await;
    let whole = of.reads(&siwan, &format!("concerns/{concern}")).await;
    assert_eq!(
        (&whole["stage"], &whole["entries"][1]["code"]),
        (&"decided".into(), &"strategy".into())
    );
    assert_eq!(of.reads(&siwan, "concerns").await[0]["waits"], false, "it was read");
    of.house
        .get(&of.house.stranger.token, &format!("/api/v1/concerns/{concern}"))
        .await
        .is(404, "not_found");
}

#[tokio::test]
async fn nobody_whom_a_concern_is_about_finds_it_by_a_call() {
    let of = supported().await;
    let (lowri, manager) = (&of.lowri.token, &of.house.manager.token);
    let raised = json!({"at_risk": "child", "what": "A canary about a carer", "safety": "safe", "reported": false,
        "whom_accounts": [of.lowri.account.to_string()]});
    let id = text(&of.does(manager, "concerns", &raised).await.ok(201)["id"]);
    assert_eq!(of.reads(lowri, "concerns").await, json!([]));
    of.house
        .get(lowri, &format!("/api/v1/concerns/{id}"))
        .await
        .is(404, "not_found");
    of.house
        .post(
            lowri,
            &format!("/api/v1/concerns/{id}/entries"),
            &json!({"kind": "note", "words": "x"}),
        )
        .await
        .is(404, "not_found");
}

#[tokio::test]
async fn a_time_in_care_is_written_put_right_and_taken_back_by_calls() {
    let of = supported().await;
    let worker = &of.house.worker.token;
    let care = |from: &str| json!({"child": of.child, "kind": "agreed", "from": from, "to": "2026-11-10", "source": "authority"});
    let order = of.does(worker, "care", &care("2026-11-12")).await;
    assert_eq!(order.fields(), [("to".to_owned(), "not_possible".to_owned())]);
    of.does(worker, "care", &care("2026-11-02")).await.ok(201);
    let listed = of.reads_of(worker, "care").await;
    assert_eq!(
        (&listed[0]["from"], &listed[0]["kind"]),
        (&"2026-11-02".into(), &"agreed".into())
    );
    let mut right = care("2026-11-03");
    right["episode"] = listed[0]["id"].clone();
    of.does(worker, "care", &right).await.ok(201);
    let listed = of.reads_of(worker, "care").await;
    assert_eq!(
        (listed.as_array().map(Vec::len), &listed[0]["from"]),
        (Some(1), &"2026-11-03".into())
    );
    of.does(worker, "care", &right).await.is(404, "not_found");
    of.does(worker, "care", &json!({"episode": listed[0]["id"], "wrong": true}))
        .await
        .ok(201);
    assert_eq!(of.reads_of(worker, "care").await, json!([]));
    of.does(&of.lowri.token, "care", &care("2026-11-02"))
        .await
        .is(404, "not_found");
}

#[tokio::test]
async fn a_household_is_written_changed_away_and_taken_off_the_list_by_calls() {
    let of = supported().await;
    let manager = &of.house.manager.token;
    let at = format!("/api/v1/sites/{}/carers", of.house.site);
    let new = json!({"carers": [{"name": "Bethan Wyn"}, {"name": "Huw Wyn"}], "approved_from": "2026-01-01", "places": 2,
        "ready": "from", "ready_from": "2026-12-01"});
    let mut none = new.clone();
    none["places"] = 5.into();
    none["carers"][1]["name"] = "x".repeat(500).into();
    let refused = of.house.post(manager, &at, &none).await;
    let fields: Vec<String> = refused.fields().into_iter().map(|(field, _)| field).collect();
    assert!(
        fields.contains(&"places".to_owned()) && fields.contains(&"carers[1].name".to_owned()),
        "{fields:?}"
    );
    let elsewhere = format!("/api/v1/sites/{}/carers", of.house.other_site);
    of.house.post(manager, &elsewhere, &new).await.is(404, "not_found");
    of.house.post(&of.lowri.token, &at, &new).await.is(404, "not_found");
    let id = text(&of.house.post(manager, &at, &new).await.ok(201)["id"]);
    let named = |listed: &Value| listed.as_array().unwrap().iter().find(|one| one["id"] == id).cloned();
    let listed = of.reads(manager, "carers").await;
    assert_eq!(named(&listed).unwrap()["carers"], json!(["Bethan Wyn", "Huw Wyn"]));

    let verb = |verb: &str| format!("carers/{id}/{verb}");
    of.does_at(manager, &verb("ready"), &json!({"ready": "now", "weekends": 2}))
        .await;
    let away = json!({"from": "2026-12-20", "to": "2027-01-03", "why": "holiday"});
    of.does_at(manager, &verb("away"), &away).await;
    let twice = of
        .house
        .post(manager, &format!("/api/v1/{}", verb("away")), &away)
        .await;
    assert_eq!(twice.fields(), [("from".to_owned(), "not_possible".to_owned())]);
    of.does_at(manager, &verb("away/take_back"), &json!({"from": "2026-12-20"}))
        .await;
    of.does_at(manager, &verb("away"), &away).await;
    let full = of
        .house
        .post(
            manager,
            &format!("/api/v1/carers/{}/close", of.home),
            &json!({"on": "2026-11-21"}),
        )
        .await;
    assert_eq!(
        full.fields(),
        [("on".to_owned(), "not_possible".to_owned())],
        "it supports a family"
    );
    of.does_at(manager, &verb("close"), &json!({"on": "2026-11-21"})).await;
    assert_eq!(named(&of.reads(manager, "carers").await), None);
}

#[tokio::test]
async fn an_offer_is_taken_back_and_cover_ended_by_calls() {
    let of = supported().await;
    let manager = &of.house.manager.token;
    let new = json!({"carers": [{"name": "Bethan Wyn"}], "approved_from": "2026-01-01", "places": 2, "ready": "now"});
    let at = format!("sites/{}/carers", of.house.site);
    let other = of.does_at(manager, &at, &new).await["id"].clone();
    let matched = text(&of.stands().await["match"]);
    let cover = json!({"carer": other, "from": "2026-11-21", "to": "2026-12-08"});
    let stands_in = of.does_at(manager, &format!("matches/{matched}/cover"), &cover).await["id"].clone();
    let end = json!({"cover": stands_in});
    of.does_at(manager, &format!("matches/{matched}/cover/end"), &end).await;
    let end = of
        .house
        .post(manager, &format!("/api/v1/matches/{matched}/cover/end"), &end)
        .await;
    assert_eq!(end.status.as_u16() / 100, 4, "{}", end.text);

    let made = of.house.refer("Efa").await;
    let accept = format!("/api/v1/referrals/{}/accept", text(&made["id"]));
    of.house
        .call(manager, "POST", &accept)
        .at_version(1)
        .send()
        .await
        .ok(200);
    let offer = json!({"carer": other, "place": "Near the river", "reason": "She is near"});
    let at = format!("families/{}/offers", text(&made["family"]));
    let offer = text(&of.does_at(manager, &at, &offer).await["id"]);
    of.does_at(manager, &format!("offers/{offer}/take_back"), &json!({}))
        .await;
    let again = of
        .house
        .post(manager, &format!("/api/v1/offers/{offer}/take_back"), &json!({}))
        .await;
    assert_eq!(again.fields(), [("answer".to_owned(), "not_possible".to_owned())]);
    // What is not suggested is not set aside.
    let aside = json!({"rule": "no_visits", "facts": "x", "reason": "A holiday"});
    let gone = of.does(&of.lowri.token, "suggestions/aside", &aside).await;
    assert_eq!(gone.fields(), [("rule".to_owned(), "not_possible".to_owned())]);
}

#[tokio::test]
async fn days_at_home_are_written_down_and_taken_back_by_calls() {
    let of = supported().await;
    let manager = &of.house.manager.token;
    let at = format!("sites/{}/disruptions", of.house.site);
    let snow = |to: &str| json!({"from": "2026-11-21", "to": to, "cause": "snow"});
    let order = of
        .house
        .post(manager, &format!("/api/v1/{at}"), &snow("2026-11-20"))
        .await;
    assert_eq!(order.fields(), [("to".to_owned(), "not_possible".to_owned())]);
    let id = of.does_at(manager, &at, &snow("2026-11-23")).await["id"].clone();
    let lowri = of
        .house
        .post(&of.lowri.token, &format!("/api/v1/{at}"), &snow("2026-11-23"))
        .await;
    lowri.is(404, "not_found");
    let back = json!({"disruption": id});
    of.does_at(manager, &format!("{at}/take_back"), &back).await;
    let again = of.house.post(manager, &format!("/api/v1/{at}/take_back"), &back).await;
    assert_eq!(again.fields(), [("from".to_owned(), "not_possible".to_owned())]);
    let listed = of.reads(manager, &at).await;
    assert_eq!(
        (&listed[0]["cause"], &listed[0]["taken_back"]),
        (&"snow".into(), &true.into())
    );
}

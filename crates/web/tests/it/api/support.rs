//! The main job through another system: a family is offered, matched, planned for, visited, stepped up, reviewed, stepped down,
//! closed and followed up, with the same rules and the same sentences as on the pages.

use super::house::{Came, Programme, Somebody};
use domain::household::{About, Approval, Member, NewHousehold, Part, Ready, Terms};
use domain::id::HouseholdId;
use domain::name::Name;
use domain::role::Role;
use jiff::civil::date;
use serde_json::{Value, json};

/// A family that Lowri supports since today.
pub struct Supported {
    pub house: Programme,
    pub lowri: Somebody,
    pub family: String,
    pub child: Value,
    pub home: HouseholdId,
    referral: Value,
}

pub fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// A household of Lowri's.
async fn household(house: &Programme, lowri: &Somebody) -> HouseholdId {
    let (site, account) = (house.site, lowri.account);
    let member = Member {
        id: None,
        name: Name::parse("Lowri Haf").expect("a name"),
        part: Part::Carer,
        account: Some(account),
    };
    let new = NewHousehold {
        site,
        members: vec![member],
        supervisor: None,
        approval: Approval {
            from: date(2025, 1, 1),
            to: None,
            terms: Terms {
                children_max: None,
                ages: None,
                words: None,
            },
        },
        places: 4,
        weekends: 3,
        languages: Vec::new(),
        skills: Vec::new(),
        ready: Ready::Now,
        about: About::default(),
    };
    house.console(move |tx| store::household::make(tx, &new)).await
}

impl Supported {
    pub fn at(&self, verb: &str) -> String {
        format!("{}/{verb}", self.family)
    }

    pub async fn does(&self, token: &str, verb: &str, body: &Value) -> Came {
        self.house.post(token, &self.at(verb), body).await
    }

    pub async fn stands(&self) -> Value {
        let at = self.at("support");
        self.house.get(&self.house.manager.token, &at).await.ok(200)
    }
}

pub async fn supported() -> Supported {
    let house = Programme::new().await;
    let lowri = house.staff("Lowri Haf", Role::Carer).await;
    let home = household(&house, &lowri).await;
    let made = house.refer("Mali").await;
    let manager = house.manager.token.clone();
    let at = format!("/api/v1/referrals/{}", text(&made["id"]));
    let accept = house.call(&manager, "POST", &format!("{at}/accept")).at_version(1);
    accept.send().await.ok(200);
    let listed = house.get(&manager, "/api/v1/carers").await.ok(200);
    assert_eq!(
        (&listed[0]["id"], &listed[0]["places"], &listed[0]["taken"]),
        (&home.to_string().into(), &4.into(), &0.into())
    );
    let family = format!("/api/v1/families/{}", text(&made["family"]));
    let shown = house.get(&manager, &at).await.ok(200);
    let child = shown["people"][0]["id"].clone();
    // The words name nobody, in whichever language they are refused.
    let named = json!({"carer": home.to_string(), "place": "Near Mali’s nan", "reason": "She is near"});
    let call = house.call(&manager, "POST", &format!("{family}/offers"));
    let refused = call.header("accept-language", "cy").json(&named).send().await;
    let problem = refused.is(422, "validation");
    assert_eq!(problem["errors"][0]["field"], "place");
    assert!(text(&problem["errors"][0]["detail"]).contains("Mali"));
    let offer = json!({"carer": home.to_string(), "place": "Near the river", "reason": "She is near"});
    let sent = || house.call(&manager, "POST", &format!("{family}/offers")).key("o");
    let offered = sent().json(&offer).send().await.ok(201);
    let again = sent().json(&offer).send().await.ok(201);
    assert_eq!(offered, again, "sent twice, offered once");
    let offer = format!("/api/v1/offers/{}", text(&offered["id"]));
    let yes = json!({"answer": "yes"});
    house.post(&lowri.token, &format!("{offer}/answer"), &yes).await.ok(201);
    let decided = json!({"reason": "They get on", "level": 2});
    let stranger = house.post(&lowri.token, &format!("{offer}/match"), &decided).await;
    stranger.is(404, "not_found");
    house.post(&manager, &format!("{offer}/match"), &decided).await.ok(201);
    Supported {
        lowri,
        family,
        child,
        home,
        referral: made["id"].clone(),
        house,
    }
}

pub fn visit(on: &str, happened: &str) -> Value {
    json!({"kind": "mentoring", "on": on, "place": "home", "outcome": "done", "happened": happened})
}

#[tokio::test]
async fn the_main_job_is_done_by_calls_from_the_offer_to_what_is_known_later() {
    let of = supported().await;
    let (lowri, manager) = (of.lowri.token.clone(), of.house.manager.token.clone());
    let plan = json!({
        "met": "2026-11-21", "end": "2027-11-20", "support": [{"kind": "mentoring", "often": "weekly"}],
        "goals": [{"owner": of.child, "words": "Mornings without shouting", "mark": 3}],
    });
    of.does(&lowri, "plan", &plan).await.ok(201);
    for week in 1..=8 {
        of.house.forward_days(7);
        if week == 5 {
            of.house.agree_again().await;
        }
        let day = date(2026, 11, 21).saturating_add(jiff::Span::new().days(7 * week));
        let token = of.house.token_of(&of.lowri).await;
        let visit = visit(&day.to_string(), &format!("Week {week}"));
        of.does(&token, "sessions", &visit).await.ok(201);
    }
    let (lowri, manager) = (of.house.token_of(&of.lowri).await, {
        let _ = manager;
        of.house.token_of(&of.house.manager).await
    });
    let today = "2027-01-16";
    let crisis = json!({"asked": "She asked me to come", "on": today, "at": "00:05", "caller": "parent"});
    of.does(&lowri, "crises", &crisis).await.ok(201);
    let step = |to: u8, cause: &str| json!({"to": to, "cause": cause, "asked_by": "parent", "agreed_by": ["parent"], "reason": "Agreed"});
    of.does(&lowri, "steps", &step(3, "crisis")).await.ok(201);
    let review = json!({"kind": "review", "on": today, "there": ["carer"], "said": "Calm", "decided": ["step"]});
    of.does(&lowri, "reviews", &review).await.ok(201);
    of.does(&lowri, "steps", &step(1, "better")).await.ok(201);
    let now = of.house.get(&manager, &of.at("support")).await.ok(200);
    assert_eq!((&now["standing"], &now["level"]), (&"matched".into(), &1.into()));
    assert_eq!(now["sessions"].as_array().map(Vec::len), Some(8));
    assert_eq!(now["sessions"][0]["written"][0]["words"], "Week 8");
    let goal = now["goals"][0]["id"].clone();
    let closing = json!({
        "on": today, "reason": "goals_met", "achieved": "You did that",
        "children": [{"child": of.child, "lives": "at_home"}], "goals": [{"goal": goal, "came_to": "reached"}],
    });
    of.does(&manager, "closing", &closing).await.ok(201);
    let now = of.house.get(&manager, &of.at("support")).await.ok(200);
    assert_eq!((&now["standing"], &now["level"]), (&"ended".into(), &Value::Null));
    assert_eq!(now["closings"][0]["achieved"], "You did that");
    assert_eq!(now["due"]["kind"], "follow_up");
    let gone = of.house.get(&lowri, &of.at("support")).await;
    gone.is(404, "not_found");
    let follow = json!({
        "referral": of.referral, "which": "12_months", "on": today, "source": "authority",
        "children": [{"child": of.child, "lives": "at_home"}],
    });
    let early = of.does(&manager, "follow_ups", &follow).await;
    assert_eq!(early.fields(), [("on".to_owned(), "not_possible".to_owned())]);
    of.house.forward_days(310);
    let manager = of.house.token_of(&of.house.manager).await;
    let due = of.house.get(&manager, "/api/v1/due").await.ok(200);
    assert_eq!(
        (&due[0]["kind"], &due[0]["whose"]),
        (&"follow_up".into(), &"family_worker".into())
    );
    let follow = json!({
        "referral": of.referral, "which": "12_months", "on": "2027-11-22", "source": "authority",
        "children": [{"child": of.child, "lives": "at_home"}],
    });
    of.does(&manager, "follow_ups", &follow).await.ok(201);
    let now = of.house.get(&manager, &of.at("support")).await.ok(200);
    assert_eq!(now["follow_ups"][0]["which"], "24_months");
}

#[tokio::test]
async fn what_is_wrong_is_said_of_its_field_and_nothing_is_stored() {
    let of = supported().await;
    let (lowri, manager) = (of.lowri.token.clone(), of.house.manager.token.clone());
    let named = |came: &Came| came.fields().into_iter().map(|(field, _)| field).collect::<Vec<_>>();
    let future = of.does(&lowri, "sessions", &visit("2026-12-01", "Not yet")).await;
    assert_eq!(named(&future), ["on"]);
    let unreal = of.does(&lowri, "sessions", &visit("31 February", "Never")).await;
    assert_eq!(named(&unreal), ["on"]);
    let mut long = visit("2026-11-21", "Long");
    long["minutes"] = 1500.into();
    assert_eq!(named(&of.does(&lowri, "sessions", &long).await), ["minutes"]);
    let mut silent = visit("2026-11-21", "");
    silent["outcome"] = "done".into();
    assert_eq!(named(&of.does(&lowri, "sessions", &silent).await), ["happened"]);
    let same = json!({"to": 2, "cause": "asked", "asked_by": "parent", "agreed_by": ["parent"], "reason": "No"});
    assert_eq!(named(&of.does(&lowri, "steps", &same).await), ["to"]);
    let plan = json!({"met": "2026-11-21", "end": "2027-11-20",
        "goals": [{"owner": of.child, "words": "", "mark": 11}]});
    assert_eq!(
        named(&of.does(&lowri, "plan", &plan).await),
        ["goals[0].words", "goals[0].mark"]
    );
    let ending = json!({"on": "2026-11-21", "reason": "goals_met", "achieved": "Much"});
    let missing = of.does(&manager, "closing", &ending).await;
    let child = text(&of.child);
    assert_eq!(named(&missing), [format!("children.{child}.lives")]);
    let welsh = of
        .house
        .call(&lowri, "POST", &of.at("sessions"))
        .header("accept-language", "cy");
    let welsh = welsh
        .json(&visit("2026-12-01", "Ddim eto"))
        .send()
        .await
        .is(422, "validation");
    assert!(text(&welsh["errors"][0]["detail"]).contains("Rhagfyr"), "{welsh}");
    let unknown = json!({"kind": "mentoring", "on": "2026-11-21", "place": "home", "outcome": "done", "hapened": "x"});
    of.does(&lowri, "sessions", &unknown).await.is(422, "validation");
    let now = of.stands().await;
    assert_eq!(now["sessions"].as_array().map(Vec::len), Some(0), "{now}");
    // Somebody of another area, and the family's social worker, do nothing of this.
    let stranger = of.house.stranger.token.clone();
    for (token, verb, body) in [
        (&stranger, "sessions", visit("2026-11-21", "x")),
        (&of.house.worker.token, "sessions", visit("2026-11-21", "x")),
        (&lowri, "closing", ending),
    ] {
        of.does(token, verb, &body).await.is(404, "not_found");
    }
    of.house.get(&stranger, &of.at("support")).await.is(404, "not_found");
    // The worker reads how it stands, and no word of a visit.
    of.does(&lowri, "sessions", &visit("2026-11-21", "Canary of a visit"))
        .await
        .ok(201);
    let seen = of.house.get(&of.house.worker.token, &of.at("support")).await;
    assert_eq!(seen.ok(200)["sessions"].as_array().map(Vec::len), Some(1));
    assert!(!seen.text.contains("Canary of a visit"));
}

#[tokio::test]
async fn a_goal_is_marked_a_concern_raised_and_a_match_covered_and_ended_by_calls() {
    let of = supported().await;
    let (lowri, manager) = (of.lowri.token.clone(), of.house.manager.token.clone());
    let plan = json!({
        "met": "2026-11-21", "end": "2027-11-20", "support": [{"kind": "mentoring", "often": "weekly"}],
        "goals": [{"owner": of.child, "words": "Mornings without shouting", "mark": 3}],
    });
    of.does(&lowri, "plan", &plan).await.ok(201);
    let goal = of.house.get(&lowri, &of.at("support")).await.ok(200)["goals"][0]["id"].clone();
    let mark = |mark: u8| json!({"goal": goal, "mark": mark, "words": "A good week"});
    let eleven = of.does(&lowri, "marks", &mark(11)).await;
    assert_eq!(eleven.fields(), [("mark".to_owned(), "not_possible".to_owned())]);
    of.does(&lowri, "marks", &mark(6)).await.ok(201);
    let now = of.house.get(&lowri, &of.at("support")).await.ok(200);
    assert_eq!(now["goals"][0]["mark"], 6);
    of.does(&of.house.worker.token, "marks", &mark(7))
        .await
        .is(404, "not_found");

    let silent = json!({"at_risk": "child", "what": "", "safety": "safe", "reported": true});
    let refused = of.does(&lowri, "concerns", &silent).await;
    let fields: Vec<String> = refused.fields().into_iter().map(|(field, _)| field).collect();
    assert!(
        fields.contains(&"what".to_owned()) && fields.contains(&"agency".to_owned()),
        "{fields:?}"
    );
    let concern = json!({"at_risk": "child", "people": [of.child], "what": "He is afraid to go home",
        "safety": "safe", "reported": false});
    of.does(&lowri, "concerns", &concern).await.ok(201);
    of.does(&of.house.stranger.token, "concerns", &concern)
        .await
        .is(404, "not_found");

    let matched = text(&now["match"]);
    let other = household(&of.house, &of.house.staff("Bethan Wyn", Role::Carer).await).await;
    let at = |verb: &str| format!("/api/v1/matches/{matched}/{verb}");
    let cover = json!({"carer": other.to_string(), "from": "2026-12-01", "to": "2026-11-30"});
    let order = of.house.post(&manager, &at("cover"), &cover).await;
    assert_eq!(order.fields(), [("carer".to_owned(), "not_possible".to_owned())]);
    let cover = json!({"carer": other.to_string(), "from": "2026-12-01", "to": "2026-12-08"});
    of.house.post(&lowri, &at("cover"), &cover).await.is(404, "not_found");
    of.house.post(&manager, &at("cover"), &cover).await.ok(201);
    let again = of.house.post(&manager, &at("cover"), &cover).await;
    assert_eq!(
        again.fields(),
        [("carer".to_owned(), "not_possible".to_owned())],
        "covered already"
    );

    let end = |why: &str| json!({"on": "2026-11-21", "why": why});
    let closing = of.house.post(&manager, &at("end"), &end("support_ended")).await;
    assert_eq!(closing.fields(), [("why".to_owned(), "not_possible".to_owned())]);
    of.house
        .post(&lowri, &at("end"), &end("carer_left"))
        .await
        .is(404, "not_found");
    of.house.post(&manager, &at("end"), &end("carer_left")).await.ok(201);
    let now = of.stands().await;
    assert_eq!((&now["standing"], &now["match"]), (&"between".into(), &Value::Null));
}

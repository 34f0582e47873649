//! A file of referrals brought by another program in a person's name: looked at, put right, taken in, taken back.

use super::house::{Came, Programme};
use domain::access::TokenScope;
use domain::role::Role;
use serde_json::{Value, json};
use std::time::Duration;

const REAL: &[u8] = include_bytes!("../../../../../data/referrals_as_exported.csv");

const SMALL: &str = "Person ID,Forename,DOB,Relationship,Family ID,Reason for referral,Areas of need,Notes\n\
                     1,Mali,03/04/2017,Child,F1,risk of care,routines,=1+1\n\
                     2,Si\u{e2}n,1988,Mother,F1,,,\n\
                     3,Ifan,31/02/2015,Child,F2,risk of care,routines,<b>x</b>\n";

async fn bring(house: &Programme, token: &str, bytes: &[u8]) -> Came {
    let path = format!("/api/v1/imports?site={}", house.site);
    let call = house.call(token, "POST", &path).header("content-type", "text/csv");
    call.bare(bytes).send().await
}

/// A file that was brought by the area's manager, and where it is.
async fn brought(house: &Programme, bytes: &[u8]) -> (Value, String) {
    let came = bring(house, &house.manager.token, bytes).await;
    (came.ok(201), came.header("location").to_owned())
}

async fn step(house: &Programme, here: &str, step: &str) -> Came {
    house
        .post(&house.manager.token, &format!("{here}/{step}"), &json!({}))
        .await
}

/// Takes a file in and waits until it is.
async fn taken_in(house: &Programme, here: &str) -> Value {
    step(house, here, "take").await.ok(200);
    for _ in 0..200 {
        let now = house.get(&house.manager.token, here).await.ok(200);
        if now["stage"] == "stored" {
            return now;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("it is not taken in yet");
}

fn counts(import: &Value) -> [u64; 3] {
    ["families", "taken_in", "known"].map(|name| import[name].as_u64().unwrap_or(u64::MAX))
}

#[tokio::test]
async fn the_real_file_is_looked_at_and_taken_in_once() {
    let house = Programme::new().await;
    let (import, here) = brought(&house, REAL).await;
    assert_eq!(import["stage"], "ready");
    let holds = &import["holds"];
    assert_eq!(
        (&holds["families"], &holds["families_in"]),
        (&24.into(), &22.into()),
        "{holds}"
    );
    assert_eq!(
        house.count_referrals().await,
        0,
        "nothing comes in before somebody looked"
    );
    let mut faults = Vec::new();
    let mut after = String::new();
    loop {
        let page = format!("{here}/faults?limit=20{after}");
        let page = house.get(&house.manager.token, &page).await.ok(200);
        faults.extend(page["items"].as_array().expect("a list").clone());
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(Some(faults.len() as u64), holds["faults"].as_u64());
    let keep = faults.iter().take_while(|fault| fault["keeps_out"] == true).count();
    assert!(
        0 < keep && faults[keep..].iter().all(|fault| fault["keeps_out"] == false),
        "what keeps families out comes first"
    );
    let day = faults.iter().find(|fault| fault["value"] == "31/02/2015");
    let day = day.expect("the impossible day is named");
    assert_eq!(day["detail"], "There is no such day. Check the date.");
    assert!(day["row"].as_u64() > Some(1) && day["column"].is_string(), "{day}");

    assert_eq!(counts(&taken_in(&house, &here).await), [22, 22, 0]);
    assert_eq!(house.count_referrals().await, 22);
    let again = taken_in(&house, &here).await;
    assert_eq!(counts(&again), [22, 22, 0], "what is in is left as it is");
    let (_, second) = brought(&house, REAL).await;
    assert_eq!(counts(&taken_in(&house, &second).await), [22, 0, 22]);
    assert_eq!(house.count_referrals().await, 22);
    let listed = house.get(&house.manager.token, "/api/v1/imports").await.ok(200);
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn columns_are_put_right_and_the_rows_that_stay_out_come_back_as_text() {
    let house = Programme::new().await;
    let strange = SMALL.replace("Family ID", "Cluster").replace("Forename", "Given");
    let (import, here) = brought(&house, strange.as_bytes()).await;
    assert_eq!(
        (&import["holds"], &import["unreadable"]["code"]),
        (&Value::Null, &"columns_missing".into())
    );
    assert_eq!(import["columns"][4], json!({"heading": "Cluster", "field": null}));
    step(&house, &here, "take").await.is(409, "refused");
    for part in ["faults", "rows"] {
        let came = house.get(&house.manager.token, &format!("{here}/{part}")).await;
        assert_eq!(came.is(409, "refused")["errors"][0]["code"], "columns_missing");
    }
    let keys: Vec<Value> = import["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .map(|column| column["field"].as_str().unwrap_or_default().into())
        .collect();
    let set = async |keys: &[Value]| {
        let body = json!({"columns": keys});
        house
            .post(&house.manager.token, &format!("{here}/columns"), &body)
            .await
    };
    let field = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];
    let mut right = keys.clone();
    right[1] = "forename".into();
    right[4] = "moon".into();
    assert_eq!(set(&right).await.fields(), field("columns[4]", "unknown_key"));
    right[4] = "forename".into();
    assert_eq!(set(&right).await.fields(), field("columns", "columns_twice"));
    assert_eq!(set(&right[1..]).await.fields(), field("columns", "columns_width"));
    right[4] = "family".into();
    let now = set(&right).await.ok(200);
    assert_eq!(
        (&now["holds"]["families_in"], &now["unreadable"]),
        (&1.into(), &Value::Null)
    );
    let (next, _) = brought(&house, strange.as_bytes()).await;
    assert_eq!(next["holds"]["families_in"], 1, "it is remembered for the next file");

    let rows = house.get(&house.manager.token, &format!("{here}/rows")).await;
    assert!(rows.header("content-type").starts_with("text/csv"));
    let lines: Vec<&str> = rows.text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[1].contains("\"Ifan\"") && lines[1].contains("There is no such day"));
    taken_in(&house, &here).await;
    set(&right).await.is(409, "refused");
}

#[tokio::test]
async fn what_came_in_is_taken_back_until_something_is_built_on_it() {
    let house = Programme::new().await;
    let (_, here) = brought(&house, SMALL.as_bytes()).await;
    step(&house, &here, "undo").await.is(409, "refused");
    taken_in(&house, &here).await;
    step(&house, &here, "discard").await.is(409, "refused");
    assert_eq!(step(&house, &here, "undo").await.ok(200)["stage"], "undone");
    assert_eq!(step(&house, &here, "undo").await.ok(200)["stage"], "undone");
    step(&house, &here, "take").await.is(409, "refused");
    assert_eq!(house.count_referrals().await, 0);

    let (_, here) = brought(&house, SMALL.as_bytes()).await;
    taken_in(&house, &here).await;
    let listed = house.get(&house.manager.token, "/api/v1/referrals").await.ok(200);
    let accept = format!(
        "/api/v1/referrals/{}/accept",
        listed["items"][0]["id"].as_str().expect("an id")
    );
    let call = house.call(&house.manager.token, "POST", &accept).at_version(1);
    call.send().await.ok(200);
    let refused = step(&house, &here, "undo").await.is(409, "refused");
    assert_eq!(refused["errors"][0]["code"], "built_on", "{refused}");

    let (_, here) = brought(&house, SMALL.as_bytes()).await;
    step(&house, &here, "discard").await.ok(200);
    house.get(&house.manager.token, &here).await.is(404, "not_found");
}

#[tokio::test]
async fn what_is_no_table_is_said_to_be_none_and_nothing_of_it_stays() {
    let house = Programme::new().await;
    for (bytes, code) in [
        (&b"\x89PNG\r\n\x1a\n\0\0"[..], "file_not_a_table"),
        (b"", "file_empty"),
        (b"PK\x03\x04rest", "file_sheet_unreadable"),
    ] {
        let came = bring(&house, &house.manager.token, bytes).await;
        assert_eq!(came.fields(), [(String::new(), code.to_owned())]);
    }
    for (query, expected) in [
        ("", vec!["site site"]),
        ("?site=rubbish&sort=1", vec!["sort unknown_field", "site site"]),
    ] {
        let path = format!("/api/v1/imports{query}");
        let call = house.call(&house.manager.token, "POST", &path);
        let came = call.bare(SMALL.as_bytes()).send().await;
        let fields = came.fields().into_iter();
        let fields: Vec<String> = fields.map(|(field, code)| format!("{field} {code}")).collect();
        assert_eq!(fields, expected);
    }
    let listed = house.get(&house.manager.token, "/api/v1/imports").await.ok(200);
    assert_eq!(listed["items"], json!([]));
}

#[tokio::test]
async fn only_a_person_who_may_bring_files_does_and_sees_only_their_own() {
    let house = Programme::new().await;
    let every = house.site_token(&TokenScope::ALL).await;
    let carer = house.staff("Cerys Carer", Role::Carer).await;
    for token in [&every, &carer.token, &house.stranger.token] {
        bring(&house, token, SMALL.as_bytes()).await.is(403, "forbidden");
    }
    for token in [&every, &carer.token] {
        house.get(token, "/api/v1/imports").await.is(403, "forbidden");
    }
    let (_, here) = brought(&house, SMALL.as_bytes()).await;
    let colleague = house.staff("Gwil Tudor", Role::ProgrammeManager).await;
    for token in [&every, &carer.token, &colleague.token, &house.stranger.token] {
        for part in ["", "/faults", "/rows"] {
            house.get(token, &format!("{here}{part}")).await.is(404, "not_found");
        }
        for part in ["take", "undo", "discard", "columns"] {
            let came = house
                .post(token, &format!("{here}/{part}"), &json!({"columns": []}))
                .await;
            came.is(404, "not_found");
        }
    }
    let odd = house
        .post(&house.manager.token, &format!("{here}/take"), &json!({"now": true}))
        .await;
    assert_eq!(odd.fields(), [("now".to_owned(), "unknown_field".to_owned())]);
}

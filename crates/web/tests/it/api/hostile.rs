//! What nobody means: it is refused with a reason, and never with a fault of ours.

use super::house::Programme;
use serde_json::json;

#[tokio::test]
async fn no_body_whatever_is_answered_with_a_fault() {
    let house = Programme::new().await;
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(50_000), close.repeat(50_000));
    let site = house.site;
    let with =
        |people: &str| format!(r#"{{"site": "{site}", "needs": ["routines"], "people": {people}}}"#).into_bytes();
    let named = |name: &str| {
        with(&format!(
            r#"[{{"part": "child", "surname": "B", "reason": "risk_of_care", "forename": {name}}}]"#
        ))
    };
    let bodies: Vec<(&str, Vec<u8>, u16)> = vec![
        ("arrays in arrays", deep("[", "]").into_bytes(), 422),
        ("objects in objects", deep(r#"{"a":"#, "}").into_bytes(), 422),
        ("arrays where people stand", with(&deep("[", "]")), 422),
        ("a number too great", with(&format!("1{}", "0".repeat(400))), 400),
        ("a number with a great power", with("1e999999999"), 400),
        ("a negative zero", with("-0"), 422),
        (
            "bytes that are no text",
            vec![b'{', b'"', 0xff, 0xfe, b'"', b':', b'1', b'}'],
            400,
        ),
        ("half a character", named("\"\\ud800\""), 400),
        ("half a body", br#"{"site": "#.to_vec(), 400),
        ("two bodies", br#"{"site": "x"} {"site": "x"}"#.to_vec(), 400),
        ("nothing but blanks", b"   ".to_vec(), 400),
        (
            "a mark of byte order",
            [b"\xef\xbb\xbf".as_slice(), &named("\"A\"")].concat(),
            400,
        ),
        ("a name of nothing", named("\"\\u0000\""), 201),
        ("a name with nothing in it", named("\"A\\u0000B\""), 201),
        ("markup", named("\"<script>alert(1)</script>\""), 201),
        ("a statement", named("\"'; drop table family; --\""), 201),
        ("a right-to-left name", named("\"\\u202eabc\""), 201),
        (
            "a field of two megabytes",
            named(&format!("\"{}\"", "x".repeat(1_900_000))),
            422,
        ),
        (
            "a long unknown field",
            format!(r#"{{"{}": 1}}"#, "x".repeat(1_900_000)).into_bytes(),
            422,
        ),
        ("an unknown field of marks", br#"{"`: \u0000\"": 1}"#.to_vec(), 422),
        (
            "very many people",
            with(&format!("[{}{{}}]", r#"{"part": ""},"#.repeat(100_000))),
            422,
        ),
        (
            "very many needs",
            format!(r#"{{"site": "{site}", "needs": [{}""]}}"#, r#""","#.repeat(400_000)).into_bytes(),
            422,
        ),
    ];
    answered(&house, bodies).await;
}

/// Holds that each body is answered with its status, and shortly.
async fn answered(house: &Programme, bodies: Vec<(&str, Vec<u8>, u16)>) {
    let mut wrong = Vec::new();
    for (what, body, status) in bodies {
        let came = house
            .call(&house.worker.token, "POST", "/api/v1/referrals")
            .raw(&body)
            .send()
            .await;
        if came.status.as_u16() != status {
            wrong.push((
                what,
                status,
                came.status,
                came.text.chars().take(400).collect::<String>(),
            ));
        }
        assert!(
            came.text.len() < 100_000,
            "{what}: the answer is not larger than is read"
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn places_that_nobody_means_are_refused_and_the_same_place_twice_is_one() {
    let house = Programme::new().await;
    let site = house.site;
    let bodies: Vec<(&str, Vec<u8>, u16)> = vec![
        (
            "very many homes",
            format!(
                r#"{{"site": "{site}", "homes": [{}{{}}]}}"#,
                r#"{"people": [7]},"#.repeat(100_000)
            )
            .into_bytes(),
            422,
        ),
        (
            "the same home many times over",
            format!(
                r#"{{"site": "{site}", "needs": ["routines"], "people": [{{"part": "child", "forename": "A",
                    "reason": "risk_of_care"}}], "homes": [{{"address": "x", "people": [{}0]}}],
                    "orders": [{{"says": "x", "people": [{}0]}}]}}"#,
                "0,".repeat(1000),
                "0,".repeat(1000)
            )
            .into_bytes(),
            201,
        ),
        (
            "a place beyond all numbers",
            format!(r#"{{"site": "{site}", "homes": [{{"people": [99999999999999999999]}}]}}"#).into_bytes(),
            422,
        ),
    ];
    answered(&house, bodies).await;
}

#[tokio::test]
async fn a_body_of_another_kind_or_over_its_limit_is_refused() {
    let house = Programme::new().await;
    let path = "/api/v1/referrals";
    let sent = house.referral("Mali").to_string();
    let call = || house.call(&house.worker.token, "POST", path);
    call().bare(sent.as_bytes()).send().await.is(415, "unsupported_media");
    for kind in [
        "text/json",
        "application/xml",
        "application/json-patch+json",
        "rubbish",
        "",
    ] {
        call()
            .header("content-type", kind)
            .bare(sent.as_bytes())
            .send()
            .await
            .is(415, "unsupported_media");
    }
    let kind = "Application/JSON ; charset=utf-8";
    call()
        .header("content-type", kind)
        .bare(sent.as_bytes())
        .send()
        .await
        .ok(201);
    let large = format!(r#"{{"site": "{}"}}"#, "x".repeat(2 * 1024 * 1024));
    call().raw(large.as_bytes()).send().await.is(413, "too_large");
    let said = call().header("content-length", &large.len().to_string());
    said.raw(large.as_bytes()).send().await.is(413, "too_large");
}

#[tokio::test]
async fn an_address_or_a_method_that_is_not_there_is_a_problem_too() {
    let house = Programme::new().await;
    house
        .get(&house.worker.token, "/api/v1/nothing")
        .await
        .is(404, "not_found");
    house
        .get(&house.worker.token, "/api/v2/referrals")
        .await
        .is(404, "not_found");
    for (method, path, allow) in [
        ("DELETE", "/api/v1/referrals", "GET,HEAD,POST"),
        ("PUT", "/api/v1/me", "GET,HEAD"),
        ("GET", "/api/v1/referrals/rubbish/accept", "POST"),
    ] {
        let came = house.call(&house.worker.token, method, path).send().await;
        came.is(405, "method");
        assert_eq!(came.header("allow"), allow, "{method} {path}");
    }
    let odd = house.get(&house.worker.token, "/api/v1/families/%ff%00").await;
    odd.is(404, "not_found");
}

#[tokio::test]
async fn headers_of_rubbish_are_as_good_as_none() {
    let house = Programme::new().await;
    let made = house.refer("Mali").await;
    let accept = format!("/api/v1/referrals/{}/accept", made["id"].as_str().unwrap());
    let call = house
        .call(&house.manager.token, "POST", &accept)
        .header("if-match", "\"99999999999999999999\"");
    call.send().await.is(428, "precondition_required");
    let call = house
        .call(&house.manager.token, "POST", &accept)
        .header("accept-language", ";;q=q,,cy;q=");
    call.at_version(1).json(&json!({})).send().await.ok(200);
    for scheme in ["Basic abc", "Bearer", "Bearer  ", "bearer\tx"] {
        house
            .call("", "GET", "/api/v1/me")
            .header("authorization", scheme)
            .send()
            .await
            .is(401, "unauthenticated");
    }
    let spaced = format!("BEARER  {}", house.worker.token);
    house
        .call("", "GET", "/api/v1/me")
        .header("authorization", &spaced)
        .send()
        .await
        .ok(200);
}

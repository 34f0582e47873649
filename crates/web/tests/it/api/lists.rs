//! Lists: page by page, in their order, and asked for in words we know.

use super::house::Programme;
use domain::role::Role;
use serde_json::Value;

#[tokio::test]
async fn a_list_is_read_page_by_page_in_its_order_and_by_stage() {
    let house = Programme::new().await;
    for name in ["Ali", "Bea", "Cai", "Dil", "Efa"] {
        house.refer(name).await;
        house.forward_days(1);
    }
    let all = house.get(&house.manager.token, "/api/v1/referrals").await.ok(200);
    let ids = |page: &Value| {
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|l| l["id"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!((ids(&all).len(), &all["next"]), (5, &Value::Null));
    let second = format!("/api/v1/referrals/{}/accept", ids(&all)[1].as_str().unwrap());
    house
        .call(&house.manager.token, "POST", &second)
        .at_version(1)
        .send()
        .await
        .ok(200);
    let mut read = Vec::new();
    let mut after = String::new();
    loop {
        let page = house
            .get(&house.manager.token, &format!("/api/v1/referrals?limit=2{after}"))
            .await
            .ok(200);
        read.extend(ids(&page));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(read, ids(&all), "stages are one list, the latest received first");
    let waiting = house
        .get(&house.manager.token, "/api/v1/referrals?stage=waiting")
        .await
        .ok(200);
    assert_eq!(ids(&waiting), [ids(&all)[1].clone()]);
    let carer = house.staff("Cerys Carer", Role::Carer).await;
    house.get(&carer.token, "/api/v1/referrals").await.is(403, "forbidden");
}

#[tokio::test]
async fn a_list_asked_for_in_a_way_we_do_not_know_says_so() {
    let house = Programme::new().await;
    let field = |field: &str, code: &str| (field.to_owned(), code.to_owned());
    for (query, expected) in [
        ("limit=0", vec![field("limit", "limit")]),
        ("limit=101", vec![field("limit", "limit")]),
        ("limit=99999999999999999999", vec![field("limit", "limit")]),
        (
            "limit=two&after=rubbish&stage=won",
            vec![
                field("limit", "limit"),
                field("after", "cursor"),
                field("stage", "unknown_key"),
            ],
        ),
        ("stgae=waiting", vec![field("stgae", "unknown_field")]),
        ("limit=1&limit=2", vec![field("limit", "duplicate_field")]),
        ("after=2026-11-21~%00%ff", vec![field("after", "cursor")]),
    ] {
        let came = house
            .get(&house.manager.token, &format!("/api/v1/referrals?{query}"))
            .await;
        assert_eq!(came.fields(), expected, "{query}");
    }
}

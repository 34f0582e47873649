//! Tokens: who they act as, when they end, and what they never do.

use super::house::Programme;
use domain::access::{Action, Denied, Object, TokenScope};

#[tokio::test]
async fn a_call_without_a_token_that_holds_is_told_nothing_but_that() {
    let house = Programme::new().await;
    let misspelt = format!("{}x", house.worker.token);
    let mut bodies = Vec::new();
    for token in ["", "rubbish", "susd_p_", "susd_s_AAAA", misspelt.as_str()] {
        let came = house.get(token, "/api/v1/me").await;
        came.is(401, "unauthenticated");
        assert_eq!(came.header("www-authenticate"), "Bearer");
        bodies.push(came.text);
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "each answer is the same: {bodies:?}");
}

#[tokio::test]
async fn a_persons_token_acts_as_them_and_says_so() {
    let house = Programme::new().await;
    let me = house.get(&house.worker.token, "/api/v1/me").await.ok(200);
    assert_eq!(me["acts_as"], "person");
    assert_eq!(me["name"], "Nia Worker");
    assert_eq!(me["roles"][0]["role"], "family_worker");
    assert_eq!(me["roles"][0]["site"], house.site.to_string());
    let sites = house.get(&house.worker.token, "/api/v1/sites").await.ok(200);
    assert_eq!(sites["items"].as_array().unwrap().len(), 1);
    assert_eq!(sites["items"][0]["id"], house.site.to_string());
}

#[tokio::test]
async fn a_persons_token_ends_on_its_day() {
    let house = Programme::new().await;
    house.forward_days(store::token::PERSON_DAYS - 1);
    house.get(&house.worker.token, "/api/v1/me").await.ok(200);
    house.forward_days(1);
    house
        .get(&house.worker.token, "/api/v1/me")
        .await
        .is(401, "unauthenticated");
}

#[tokio::test]
async fn a_token_that_was_ended_is_as_unknown_as_one_that_never_was() {
    let house = Programme::new().await;
    let found = store::token::find(&house.store, &house.worker.token)
        .await
        .unwrap()
        .unwrap();
    let account = house.worker.account;
    let permit = house
        .store
        .permit(&found.actor, Action::EndOwnToken, Object::Own)
        .await
        .unwrap();
    // Another's token is not ended by naming it.
    let stranger = house.stranger.account;
    let ended = house.store.write(permit, move |tx| {
        store::token::end_of_account(tx, stranger, found.id)?;
        let lines = store::token::of_account(tx, account)?;
        store::token::end_of_account(tx, account, found.id)?;
        Ok::<_, store::Error>((lines, store::token::of_account(tx, account)?))
    });
    let (before, after) = ended.await.unwrap();
    assert_eq!(before.len(), 1);
    assert_eq!(before[0].name, "the test");
    assert_eq!(before[0].used_on.as_deref(), Some("2026-11-21"));
    assert!(after.is_empty());
    house
        .get(&house.worker.token, "/api/v1/me")
        .await
        .is(401, "unauthenticated");
}

#[tokio::test]
async fn a_token_counts_as_two_factors_and_never_as_fresh() {
    let house = Programme::new().await;
    let found = store::token::find(&house.store, &house.manager.token)
        .await
        .unwrap()
        .unwrap();
    assert!(
        house
            .store
            .permit(&found.actor, Action::ListReferrals, Object::Lists)
            .await
            .is_ok()
    );
    for (action, object) in [
        (Action::ExportWaiting, Object::Lists),
        (Action::MakeOwnToken, Object::Own),
        (Action::ChangeOwnAccount, Object::Own),
        (Action::MakeToken, Object::Site(house.site)),
    ] {
        let refused = house.store.permit(&found.actor, action, object).await;
        let asked = matches!(
            refused,
            Err(store::Error::Denied(Denied::StepUp | Denied::SecondFactor))
        );
        assert!(asked, "{action:?}: {refused:?}");
    }
}

#[tokio::test]
async fn a_sites_token_does_what_it_was_made_for_in_its_own_area_and_nothing_else() {
    let house = Programme::new().await;
    let referring = house.site_token(&[TokenScope::Refer]).await;
    let reading = house.site_token(&[TokenScope::ReadReferrals]).await;
    let me = house.get(&referring, "/api/v1/me").await.ok(200);
    assert_eq!((&me["acts_as"], &me["scopes"][0]), (&"site".into(), &"refer".into()));
    let made = house
        .post(&referring, "/api/v1/referrals", &house.referral("Mali"))
        .await
        .ok(201);
    house
        .post(&reading, "/api/v1/referrals", &house.referral("Mali"))
        .await
        .is(403, "forbidden");
    house.get(&referring, "/api/v1/referrals").await.is(403, "forbidden");

    let listed = house.get(&reading, "/api/v1/referrals").await.ok(200);
    assert_eq!(listed["items"][0]["id"], made["id"]);
    let referral = format!("/api/v1/referrals/{}", made["id"].as_str().unwrap());
    assert_eq!(
        house.get(&reading, &referral).await.ok(200)["people"][0]["forename"],
        "Mali"
    );
    house.get(&referring, &referral).await.is(404, "not_found");
    house
        .get(
            &reading,
            &format!("/api/v1/families/{}", made["family"].as_str().unwrap()),
        )
        .await
        .is(404, "not_found");
    house.get(&reading, "/api/v1/families").await.is(403, "forbidden");
    house.get(&reading, "/api/v1/search?q=mali").await.is(403, "forbidden");
    house.get(&reading, "/api/v1/waiting").await.ok(200);
    assert_eq!(
        house.get(&reading, "/api/v1/sites").await.ok(200)["items"][0]["name_en"],
        "Aber"
    );
    let accept = house
        .call(&reading, "POST", &format!("{referral}/accept"))
        .at_version(1)
        .json(&"{}".parse().unwrap());
    accept.send().await.is(404, "not_found");

    let mut elsewhere = house.referral("Mali");
    elsewhere["site"] = house.other_site.to_string().into();
    house
        .post(&referring, "/api/v1/referrals", &elsewhere)
        .await
        .is(403, "forbidden");
}

#[tokio::test]
async fn too_many_wrong_tokens_from_one_address_wait_and_the_right_one_does_not() {
    let house = Programme::new().await;
    for _ in 0..store::token::WRONG_PER_ADDRESS {
        house.get("susd_p_wrong", "/api/v1/me").await.is(401, "unauthenticated");
    }
    let came = house.get("susd_p_wrong", "/api/v1/me").await;
    came.is(429, "too_many");
    assert_eq!(came.header("retry-after"), "900");
    house.get(&house.worker.token, "/api/v1/me").await.ok(200);
    house.forward(jiff::SignedDuration::from_mins(16));
    house.get("susd_p_wrong", "/api/v1/me").await.is(401, "unauthenticated");
}

#[tokio::test]
async fn the_figures_of_the_service_want_a_token_made_for_them() {
    let house = Programme::new().await;
    let figures = house.site_token(&[TokenScope::ReadMetrics]).await;
    assert_eq!(house.get(&figures, "/metrics").await.status, 200);
    let reading = house.site_token(&[TokenScope::ReadReferrals]).await;
    assert_ne!(house.get(&reading, "/metrics").await.status, 200);
    house.get("", "/metrics").await.is(401, "unauthenticated");
}

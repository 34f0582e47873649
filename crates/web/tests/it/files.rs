//! The lists of one family, the carers and what is due, taken out as files by whoever may.

use crate::matching::{Area, area, href, matched};
use crate::support::{Browser, hours, minutes};
use axum::http::StatusCode;
use domain::role::Role;

/// A family with a visit, a goal marked twice, a call for help, a step and a review; Lowri is signed in.
async fn lived() -> (Area, Browser) {
    let mut area = area().await;
    matched(&mut area).await;
    let (family, carer) = (area.family.clone(), area.carer.clone());
    let mut lowri = area.house.signed_in(&carer).await;
    let page = lowri.get(&format!("{family}/sessions/write?kind=mentoring")).await;
    let visit = page.form("main-form").with("happened", "=cmd Canary of a visit");
    assert_eq!(lowri.submit(visit.with("minutes", "45")).await.status, 303);
    let page = lowri.get(&format!("{family}/plan/write")).await;
    let options = page.body.split("<option value=\"").skip(1);
    let owner = options
        .filter_map(|rest| rest.split('"').next())
        .find(|id| id.len() == 36)
        .expect("somebody can have a goal");
    let plan = page.form("main-form").with("goal_1_owner", owner);
    let plan = plan.with("goal_1_words", "Canary of a goal").with("goal_1_mark", "3");
    assert_eq!(lowri.submit(plan.with("often_mentoring", "weekly")).await.status, 303);
    let page = lowri.get(&format!("{family}/step")).await;
    let step = page.form("main-form").with("to", "3").with("cause", "harder");
    let step = step.with("asked_by", "parent").with("agreed_by", "parent");
    assert_eq!(lowri.submit(step.with("reason", "Canary of a step")).await.status, 303);
    let page = lowri.get(&format!("{family}/crises/new")).await;
    let call = page
        .form("main-form")
        .with("asked", "Canary of a call")
        .with("caller", "parent");
    assert_eq!(lowri.submit(call.with("at", "08:00")).await.status, 303);
    area.house.pass(hours(24 * 8));
    let mut lowri = area.house.signed_in(&carer).await;
    let goals = lowri.get(&format!("{family}/goals")).await;
    let goal = lowri.get(&href(&goals, &format!("{family}/goals/one"))).await;
    let mark = goal.form_to("/goals/mark").with("mark", "5");
    assert_eq!(lowri.submit(mark).await.status, 303);
    (area, lowri)
}

/// Somebody who runs the programme, signed in just now.
async fn manager_of(area: &Area) -> Browser {
    let manager = area.house.staff("Gwen Ifor", Role::ProgrammeManager, area.site).await;
    area.house.signed_in(&manager).await
}

#[tokio::test]
async fn the_lists_of_a_family_hold_days_and_numbers_and_nobody_s_words() {
    let (area, mut lowri) = lived().await;
    let family = area.family.clone();
    let mut manager = manager_of(&area).await;
    let page = manager.get(&family).await;
    let page = manager.get(&href(&page, &format!("{family}/files"))).await;
    for (list, words) in [
        ("visits", vec!["2026-11-21", "Mentoring", "45"]),
        ("steps", vec!["2026-11-21", "Regular", "Stepped up"]),
        ("goals", vec!["2026-11-21", "2026-11-29", "\"3\"", "\"5\""]),
        ("calls", vec!["2026-11-21", "A parent or another adult at home"]),
        ("weeks", vec!["2026-11-23", "Stepped up"]),
        ("reviews", vec!["What was decided"]),
    ] {
        let file = manager.get(&href(&page, &format!("{family}/{list}.csv"))).await;
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8", "{list}");
        for word in words {
            assert!(file.body.contains(word), "{list}, {word}: {}", file.body);
        }
        assert!(!file.body.contains("Canary"), "{list}: {}", file.body);
        let book = manager.get(&format!("{family}/{list}.xlsx")).await;
        assert!(book.bytes.starts_with(b"PK"), "{list}: {}", book.status);
        let welsh = manager.get(&format!("/cy{family}/{list}.csv")).await;
        assert_eq!(welsh.status, StatusCode::OK);
        assert_ne!(
            welsh.body.lines().next(),
            file.body.lines().next(),
            "{list} has Welsh heads"
        );
        // Whoever works with the family keeps the record on the page.
        assert_eq!(
            lowri.get(&format!("{family}/{list}.csv")).await.status,
            StatusCode::NOT_FOUND
        );
    }
    assert!(!lowri.get(&family).await.body.contains("/files\""));
    assert_eq!(
        lowri.get(&format!("{family}/files")).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        manager.get(&format!("{family}/people.csv")).await.status,
        StatusCode::NOT_FOUND
    );
    // It is in the family's book who took the list out, and a proof that is old is asked for again.
    area.house.pass(minutes(60));
    let old = manager.get(&format!("{family}/visits.csv")).await;
    assert_eq!(old.status, 303, "{}", old.text());
}

#[tokio::test]
async fn carers_and_what_is_due_leave_as_files_too() {
    let (area, mut lowri) = lived().await;
    let mut manager = manager_of(&area).await;
    let due = manager.get("/due.csv").await;
    assert!(due.body.contains("2026-"), "{}", due.body);
    let carers = manager.get("/carers.csv").await;
    assert!(carers.body.contains("Lowri Haf"), "{}", carers.body);
    assert!(manager.get("/carers.xlsx").await.bytes.starts_with(b"PK"));
    for path in ["/due.csv", "/carers.csv"] {
        assert_eq!(lowri.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!lowri.get("/due").await.body.contains("due.csv"));
}

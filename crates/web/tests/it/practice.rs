//! An area sets how support is given: the questions for a visit, the length of a plan, when a step is suggested.

use crate::matching::{Area, area, href, matched};
use crate::support::{Browser, hours};

async fn supported() -> (Area, Browser) {
    let mut area = area().await;
    matched(&mut area).await;
    let lowri = area.house.signed_in(&area.carer).await;
    (area, lowri)
}

#[tokio::test]
async fn every_mistake_is_named_at_once_and_nothing_typed_is_lost() {
    let (Area { mut manager, site, .. }, mut lowri) = supported().await;
    let here = format!("/sites/{site}/practice");
    assert_eq!(lowri.get(&here).await.status, 404, "a carer sets nothing");
    let page = manager.get(&here).await;
    assert!(page.says("what the service came with"), "{}", page.text());
    let wrong = page
        .form("main-form")
        .with("plan_months", "16")
        .with("urgent_days", "soon")
        .with("below_percent", "100")
        .with("fallen", "0");
    let wrong = manager.submit(wrong).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.problems(),
        [
            "Months a new plan is for: enter a whole number from 3 to 15",
            "Within so many days: enter a whole number from 1 to 91",
            "Less: at most so many of 100 visits to be expected: enter a whole number from 0 to 99",
            "A goal fell by at least so many of ten: enter a whole number from 1 to 10",
        ]
    );
    assert_eq!(wrong.form("main-form").value("urgent_days"), "soon");
    let welsh = manager.get(&format!("/cy{here}")).await;
    assert!(welsh.says("Canolbwyntio ar atebion"), "{}", welsh.text());
}

#[tokio::test]
async fn what_is_set_is_asked_at_a_visit_planned_for_and_suggested_by() {
    let (
        Area {
            house,
            carer,
            mut manager,
            family,
            site,
            ..
        },
        mut lowri,
    ) = supported().await;
    let visit = format!("{family}/sessions/write?kind=mentoring");
    assert!(lowri.get(&visit).await.says("Begin here, however small."));
    let end = |page: &crate::support::Seen| page.form("main-form").value("end_month").to_owned();
    let twelve = end(&lowri.get(&format!("{family}/plan/write")).await);
    let here = format!("/sites/{site}/practice");
    let page = manager.get(&here).await;
    let set = page
        .form("main-form")
        .with("prompts", "solution_focused")
        .with("plan_months", "3")
        .with("fallen", "1");
    let set = manager.submit(set).await;
    assert_eq!(set.status, 303, "{}", set.text());
    let page = manager.get(set.location()).await;
    assert!(
        page.says("It is set.") && page.says("by Nia Pritchard"),
        "{}",
        page.text()
    );
    let asked = lowri.get(&visit).await;
    assert!(
        asked.says("What is better since last time, even a little?") && !asked.says("Begin here, however small."),
        "{}",
        asked.text()
    );
    let page = lowri.get(&format!("{family}/plan/write")).await;
    assert_ne!(end(&page), twelve, "three months from November end in winter");
    let options = page.body.split("<option value=\"").skip(1);
    let owner = options
        .filter_map(|rest| rest.split('"').next())
        .find(|id| id.len() == 36)
        .expect("somebody can have a goal");
    let plan = page
        .form("main-form")
        .with("goal_1_owner", owner)
        .with("goal_1_words", "Mornings without shouting")
        .with("goal_1_mark", "5")
        .with("often_mentoring", "weekly");
    assert_eq!(lowri.submit(plan).await.status, 303);
    house.pass(hours(24 * 7));
    let mut lowri = house.signed_in(&carer).await;
    let goals = lowri.get(&format!("{family}/goals")).await;
    let goal = lowri.get(&href(&goals, &format!("{family}/goals/one"))).await;
    let lower = lowri.submit(goal.form_to("/goals/mark").with("mark", "4")).await;
    assert_eq!(lower.status, 303, "{}", lower.text());
    let level = lowri.get(&format!("{family}/level")).await;
    assert!(
        level.says("Goals further off than before") && level.says("a goal fell by at least 1 of ten"),
        "{}",
        level.text()
    );
}

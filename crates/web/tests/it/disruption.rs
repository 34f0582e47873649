//! Snow keeps an area at home: no visit is expected, every family is rung, and what was a mistake is taken back.

use crate::matching::{Area, href};
use crate::session::supported;
use crate::support::{Form, hours};
use domain::role::Role;

fn days(form: Form, from: (&str, &str), to: (&str, &str)) -> Form {
    form.with("from_day", from.0)
        .with("from_month", from.1)
        .with("from_year", "2026")
        .with("to_day", to.0)
        .with("to_month", to.1)
        .with("to_year", "2026")
}

#[tokio::test]
async fn every_mistake_is_named_at_once_and_nothing_typed_is_lost() {
    let (Area { mut manager, site, .. }, mut lowri) = supported().await;
    let here = format!("/sites/{site}/disruptions");
    assert_eq!(lowri.get(&here).await.status, 404, "a carer sets nothing");
    let page = manager.get(&here).await;
    let none = manager.submit(page.form("main-form")).await;
    assert_eq!(none.status, 422);
    assert_eq!(
        none.problems(),
        ["Choose what it is", "Enter the first day", "Enter the last day"]
    );
    let wrong = days(page.form("main-form").with("cause", "snow"), ("21", "11"), ("20", "11"));
    let wrong = manager.submit(wrong).await;
    assert_eq!(wrong.problems(), ["The last day is before the first"]);
    assert_eq!(wrong.form("main-form").value("from_day"), "21");
    for (from, to, problem) in [
        (("21", "11"), ("19", "12"), "At most 28 days are written down at once"),
        (
            ("21", "8"),
            ("22", "8"),
            "Days before 22 August 2026 can no longer be written down",
        ),
        (("6", "12"), ("7", "12"), "It begins by 5 December 2026 at the latest"),
    ] {
        let page = manager.get(&here).await;
        let asked = days(page.form("main-form").with("cause", "flood"), from, to);
        assert_eq!(manager.submit(asked).await.problems(), [problem]);
    }
    let welsh = manager.get(&format!("/cy{here}")).await;
    assert!(welsh.says("Eira neu rew"), "{}", welsh.text());
}

#[tokio::test]
async fn while_it_snows_no_visit_is_due_every_family_is_rung_and_a_mistake_is_taken_back() {
    let (
        Area {
            house,
            carer,
            family,
            site,
            ..
        },
        _,
    ) = supported().await;
    // Ten days later there is a whole week in which a visit was meant.
    house.pass(hours(24 * 10));
    let manager = house.staff("Heledd Rhys", Role::ProgrammeManager, site).await;
    let (mut manager, mut lowri) = (house.signed_in(&manager).await, house.signed_in(&carer).await);
    let here = format!("/sites/{site}/disruptions");
    let board = manager.get("/board").await;
    let page = manager.get(&href(&board, &here)).await;
    assert!(!page.says("Families to ring"), "nothing is on");
    let level = format!("{family}/level");
    let before = lowri.get(&level).await.text();
    assert!(before.contains("Visits to be expected in these weeks: 1."), "{before}");
    let set = days(page.form("main-form").with("cause", "snow"), ("23", "11"), ("3", "12"));
    let set = manager.submit(set).await;
    assert_eq!(set.status, 303, "{}", set.text());
    let page = manager.get(set.location()).await;
    assert!(page.says("Now every family on the list is rung."), "{}", page.text());
    assert!(page.says("Families to ring") && page.says("Lowri Haf"));
    assert_eq!(href(&page, &family), family);
    let home = lowri.get("/").await;
    assert!(home.says("Snow or ice until 3 December 2026"), "{}", home.text());
    let snowed = lowri.get(&level).await;
    assert!(
        snowed.says("Visits to be expected in these weeks: 0."),
        "{}",
        snowed.text()
    );
    let twice = days(page.form("main-form").with("cause", "flood"), ("2", "12"), ("4", "12"));
    let twice = manager.submit(twice).await;
    assert_eq!(
        twice.problems(),
        ["23 November 2026 to 3 December 2026 is written down already. Take it back first, or choose other days."]
    );
    // Of another area nobody sees it.
    let elsewhere = house.site("Elsewhere").await;
    let other = house.staff("Mari Wyn", Role::ProgrammeManager, elsewhere).await;
    let mut other = house.signed_in(&other).await;
    assert_eq!(other.get(&here).await.status, 404);
    assert!(!other.get("/").await.says("Snow or ice"));

    let back = manager.get(&here).await;
    let back = manager.submit(back.form_to("/disruptions/back")).await;
    assert_eq!(back.status, 303, "{}", back.text());
    let page = manager.get(back.location()).await;
    assert!(page.says("Taken back") && !page.says("Families to ring"));
    assert!(!lowri.get("/").await.says("Snow or ice"));
    assert_eq!(lowri.get(&level).await.text(), before);
}

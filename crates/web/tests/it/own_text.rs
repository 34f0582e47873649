//! What a carer wrote themselves stays open to them for thirty days after the match has ended, and nothing else does.

use crate::matching::{Area, href};
use crate::session::supported;
use crate::support::{Browser, hours};
use domain::role::Role;

/// Lowri wrote a visit and a call for help, and was asked to bring nothing more: the match has ended.
async fn ended() -> Area {
    let (mut area, mut lowri) = supported().await;
    let family = area.family.clone();
    let page = lowri.get(&format!("{family}/sessions/write?kind=mentoring")).await;
    let visit = page.form("main-form").with("happened", "A canary of a visit");
    assert_eq!(lowri.submit(visit).await.status, 303);
    let page = lowri.get(&format!("{family}/crises/new")).await;
    let call = page.form("main-form").with("asked", "A canary of a call");
    assert_eq!(lowri.submit(call.with("at", "08:00")).await.status, 303);
    assert!(
        lowri.get("/own-texts").await.says("Nothing of yours is here now"),
        "it goes on"
    );
    let carer = area.manager.get(&format!("{family}/carer")).await;
    let end = href(&carer, "/matches/").replace("/cover", "/end");
    let page = area.manager.get(&end).await;
    let end = page.form("main-form").with("why", "carer_left");
    let end = end.with("on_day", "21").with("on_month", "11").with("on_year", "2026");
    let said = area.manager.submit(end).await;
    assert_eq!(said.status, 303, "{}", said.text());
    area
}

async fn later(area: &Area, days: i64) -> Browser {
    area.house.pass(hours(24 * days));
    area.house.signed_in(&area.carer).await
}

#[tokio::test]
async fn a_carer_reads_their_own_words_for_thirty_days_after_the_match_and_nothing_else() {
    let area = ended().await;
    let mut lowri = later(&area, 1).await;
    let home = lowri.get("/").await;
    assert!(
        home.says("What you wrote") && home.says("Open to you until 21 December 2026"),
        "{}",
        home.text()
    );
    let list = lowri.get(&href(&home, "/own-texts")).await;
    assert!(list.says("Mentoring, 21 November 2026") && list.says("Urgent support, 21 November 2026"));
    let visit = href(&list, "/own-texts/visits/");
    let call = href(&list, "/own-texts/calls/");
    assert!(lowri.get(&visit).await.says("A canary of a visit"));
    assert!(lowri.get(&call).await.says("A canary of a call"));
    let welsh = lowri.get(&format!("/cy{call}")).await;
    assert!(welsh.says("A canary of a call") && welsh.says("Yr hyn a ysgrifennwyd gennych"));
    for gone in [
        area.family.clone(),
        visit.replace("/own-texts/visits", "/sessions"),
        call.replace("/own-texts/calls", "/crises"),
    ] {
        assert_eq!(lowri.get(&gone).await.status, 404, "{gone}");
    }
    // Whoever wrote none of it, in whatever role, has a page of their own for it or none.
    let other = area.house.staff("Bethan Wyn", Role::Carer, area.site).await;
    let mut other = area.house.signed_in(&other).await;
    assert_eq!(other.get(&visit).await.status, 404);
    assert_eq!(other.get(&call).await.status, 404);
    assert!(!other.get("/").await.says("What you wrote"));

    // On the thirtieth day still, and not on the day after.
    let mut lowri = later(&area, 29).await;
    assert!(lowri.get(&visit).await.says("A canary of a visit"));
    assert!(lowri.get("/own-texts").await.says("Open to you until 21 December 2026"));
    let mut lowri = later(&area, 1).await;
    assert_eq!(lowri.get(&visit).await.status, 404);
    assert_eq!(lowri.get(&call).await.status, 404);
    assert!(lowri.get("/own-texts").await.says("Nothing of yours is here now"));
    assert!(!lowri.get("/").await.says("What you wrote"));
}

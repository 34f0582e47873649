//! A carer's household is written down, a family is offered to it, the carer answers, and somebody decides.

use crate::referral::refer;
use crate::support::{Browser, House, Seen, Somebody};
use domain::role::Role;

/// An area with a manager and a carer, and a family that waits.
pub struct Area {
    pub house: House,
    pub manager: Browser,
    pub carer: Somebody,
    pub other: Somebody,
    pub supervisor: Somebody,
    pub site: domain::id::SiteId,
    pub family: String,
}

pub async fn area() -> Area {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let carer = house.staff("Lowri Haf", Role::Carer, site).await;
    let other = house.staff("Menna Puw", Role::Carer, site).await;
    let supervisor = house.staff("Rhian Maddocks", Role::Supervisor, site).await;
    let mut manager = house.signed_in(&manager).await;
    let referral = refer(&mut manager).await;
    let page = manager.get(&format!("{referral}/decide")).await;
    let accept = page.form("main-form").with("decision", "accept");
    assert_eq!(manager.submit(accept).await.status, 303);
    let shown = manager.get(&referral).await;
    let family = href(&shown, "/families/");
    let family = family.trim_end_matches("/carers").to_owned();
    Area {
        house,
        manager,
        carer,
        other,
        supervisor,
        site,
        family,
    }
}

/// Writes down the carer's household, supervised, and decides for it.
pub async fn matched(area: &mut Area) {
    let manager = &mut area.manager;
    let page = manager.get("/carers/new").await;
    let form = page
        .form("main-form")
        .with("carer1_name", "Lowri Haf")
        .with("carer1_account", &area.carer.id.to_string())
        .with("supervisor", &area.supervisor.id.to_string())
        .with("approved_from_day", "1")
        .with("approved_from_month", "1")
        .with("approved_from_year", "2025");
    assert_eq!(manager.submit(form).await.status, 303);
    offer(manager, &area.family, "Near the river").await;
    let to = href(&manager.get(&format!("{}/carer", area.family)).await, "/offers/");
    let page = manager.get(&to).await;
    manager.submit(page.form("main-form").with("answer", "yes")).await;
    let page = manager.get(&format!("{to}/match")).await;
    let decided = manager
        .submit(page.form("main-form").with("reason", "They get on"))
        .await;
    assert_eq!(decided.status, 303);
}

/// The first address on a page that begins like this.
pub fn href(page: &Seen, start: &str) -> String {
    let at = page
        .body
        .find(&format!("href=\"{start}"))
        .expect("the page links there");
    let rest = &page.body[at + 6..];
    rest[..rest.find('"').expect("an address ends")].to_owned()
}

/// Writes a household down and gives its address.
pub async fn household(manager: &mut Browser, name: &str, account: &Somebody) -> String {
    let page = manager.get("/carers/new").await;
    let form = page
        .form("main-form")
        .with("carer1_name", name)
        .with("carer1_account", &account.id.to_string())
        .with("approved_from_day", "1")
        .with("approved_from_month", "1")
        .with("approved_from_year", "2025")
        .with("languages", "cy");
    let made = manager.submit(form).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let to = made.location();
    to.split('?').next().unwrap_or(to).to_owned()
}

/// Offers the family to the first household of the ranking.
pub async fn offer(manager: &mut Browser, family: &str, place: &str) -> Seen {
    let ranked = manager.get(&format!("{family}/carers")).await;
    let to = href(&ranked, &format!("{family}/offer"));
    let page = manager.get(&to).await;
    let form = page
        .form("main-form")
        .with("place", place)
        .with("reason", "She is near");
    manager.submit(form).await
}

#[tokio::test]
async fn a_family_is_offered_answered_and_decided() {
    let Area {
        house,
        mut manager,
        carer,
        other,
        family,
        ..
    } = area().await;
    let home = household(&mut manager, "Lowri Haf", &carer).await;
    let shown = manager.get(&home).await;
    for words in ["Lowri Haf", "Place free", "Ready now", "Welsh"] {
        assert!(shown.says(words), "{words}");
    }
    // The offer names nobody, in whatever box.
    let named = offer(&mut manager, &family, "Near SIAN's nan").await;
    assert_eq!(named.status, 422);
    assert_eq!(named.problems(), ["These words name Siân. An offer names nobody."]);
    assert_eq!(
        named.form("main-form").value("place"),
        "Near SIAN's nan",
        "the words are kept"
    );
    let offered = offer(&mut manager, &family, "Near the river").await;
    assert_eq!(offered.status, 303);
    let on_record = manager.get(&format!("{family}/carer")).await;
    let to = href(&on_record, "/offers/");

    let mut stranger = house.signed_in(&other).await;
    assert_eq!(stranger.get(&to).await.status, 404);
    let mut lowri = house.signed_in(&carer).await;
    assert!(lowri.get("/").await.says("A family for you?"));
    let read = lowri.get(&to).await;
    assert!(read.says("Near the river") && !read.says("O'Neill") && !read.says("She is near"));
    assert_eq!(lowri.get(&family).await.status, 404);
    let empty = lowri.submit(read.form("main-form")).await;
    assert_eq!(empty.problems(), ["Choose yes or no"]);
    let no_why = lowri.submit(read.form("main-form").with("answer", "no")).await;
    assert_eq!(no_why.problems(), ["Choose why not"]);
    let yes = lowri.submit(read.form("main-form").with("answer", "yes")).await;
    assert_eq!(yes.status, 303);
    assert!(lowri.get(&to).await.says("O'Neill"), "the name once they said yes");
    assert_eq!(
        lowri.get(&format!("{to}/match")).await.status,
        404,
        "a carer does not decide"
    );

    assert!(manager.get("/").await.says("Carers who said yes: 1"));
    let page = manager.get(&format!("{to}/match")).await;
    let no_reason = manager.submit(page.form("main-form")).await;
    assert_eq!(no_reason.problems(), ["Say why"]);
    let early = page
        .form("main-form")
        .with("reason", "They get on")
        .with("from_day", "1")
        .with("from_month", "1")
        .with("from_year", "2020");
    let early = manager.submit(early).await;
    assert_eq!(early.status, 422);
    assert!(early.problems()[0].starts_with("The first day cannot be before"));
    let decided = manager
        .submit(page.form("main-form").with("reason", "They get on"))
        .await;
    assert_eq!(decided.status, 303);
    assert_eq!(lowri.get(&family).await.status, 200, "the family is theirs to see");
    assert!(!manager.get("/waiting").await.says("O'Neill"));
    let list = manager.get("/carers").await;
    assert!(list.says("O'Neill") && list.says("Regular") && list.says("Places free: 3 of 4"));
}

#[tokio::test]
async fn a_match_ends_and_another_stands_in_before_that() {
    let Area {
        house,
        mut manager,
        carer,
        other,
        family,
        ..
    } = area().await;
    household(&mut manager, "Lowri Haf", &carer).await;
    offer(&mut manager, &family, "Near the river").await;
    let to = href(&manager.get(&format!("{family}/carer")).await, "/offers/");
    let page = manager.get(&to).await;
    assert!(page.says("The carer’s answer"), "somebody may answer for the carer");
    assert_eq!(
        manager
            .submit(page.form("main-form").with("answer", "yes"))
            .await
            .status,
        303
    );
    let page = manager.get(&format!("{to}/match")).await;
    manager
        .submit(page.form("main-form").with("reason", "They get on"))
        .await;
    household(&mut manager, "Menna Puw", &other).await;

    let carer_page = manager.get(&format!("{family}/carer")).await;
    let cover = href(&carer_page, "/matches/");
    let page = manager.get(&cover).await;
    assert_eq!(
        manager.submit(page.form("main-form")).await.problems()[0],
        "Choose who stands in"
    );
    let who = page
        .body
        .split("name=\"who\" value=\"")
        .nth(1)
        .expect("somebody can be chosen");
    let who = &who[..36];
    let days = |form: crate::support::Form, from: &str, to: &str| {
        form.with("from_day", from)
            .with("from_month", "12")
            .with("from_year", "2026")
            .with("to_day", to)
            .with("to_month", "12")
            .with("to_year", "2026")
    };
    let wrong = manager
        .submit(days(page.form("main-form").with("who", who), "20", "12"))
        .await;
    assert_eq!(wrong.problems(), ["The last day is before the first"]);
    let set = manager
        .submit(days(page.form("main-form").with("who", who), "12", "20"))
        .await;
    assert_eq!(set.status, 303, "{}", set.text());
    assert!(
        manager
            .get(&format!("{family}/carer"))
            .await
            .says("Menna Puw: 12 December 2026 to 20 December 2026")
    );
    let ended = manager.get(&cover).await;
    assert_eq!(manager.submit(ended.form_to("/cover/end")).await.status, 303);
    assert!(!manager.get(&format!("{family}/carer")).await.says("Menna Puw"));

    let end = cover.replace("/cover", "/end");
    let page = manager.get(&end).await;
    let none = manager.submit(page.form("main-form")).await;
    assert_eq!(none.problems(), ["Enter a day", "Choose why"]);
    let today = house.store.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let form = page
        .form("main-form")
        .with("on_day", &today.day().to_string())
        .with("on_month", &today.month().to_string())
        .with("on_year", &today.year().to_string())
        .with("why", "carer_asked");
    assert_eq!(manager.submit(form).await.status, 303);
    let mut lowri = house.signed_in(&carer).await;
    assert_eq!(lowri.get(&family).await.status, 404, "access ends with the match");
    let after = manager.get(&format!("{family}/carer")).await;
    assert!(after.says("No carer supports this family now") && after.says("The carer asked for it"));
}

#[tokio::test]
async fn a_carer_says_when_they_are_away_and_that_they_take_no_family_now() {
    let Area {
        house,
        mut manager,
        carer,
        family,
        ..
    } = area().await;
    let home = household(&mut manager, "Lowri Haf", &carer).await;
    let mut lowri = house.signed_in(&carer).await;
    assert_eq!(lowri.get(&format!("{home}/change")).await.status, 404);
    let page = lowri.get(&format!("{home}/away")).await;
    assert!(page.says("Say when you are away"));
    let empty = lowri.submit(page.form("main-form")).await;
    assert_eq!(
        empty.problems(),
        ["Enter the first day away", "Enter the last day away", "Choose why"]
    );
    let today = house.store.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let last = today.tomorrow().expect("there is a tomorrow");
    let away = |from: jiff::civil::Date, to: jiff::civil::Date| {
        page.form("main-form")
            .with("from_day", &from.day().to_string())
            .with("from_month", &from.month().to_string())
            .with("from_year", &from.year().to_string())
            .with("to_day", &to.day().to_string())
            .with("to_month", &to.month().to_string())
            .with("to_year", &to.year().to_string())
            .with("why", "holiday")
    };
    let order = lowri.submit(away(last, today)).await;
    assert_eq!(order.problems(), ["The last day away is before the first"]);
    assert_eq!(lowri.submit(away(today, last)).await.status, 303);
    let ranked = manager.get(&format!("{family}/carers")).await;
    assert!(ranked.says("Away until") && ranked.says("No carer can be offered this family now"));
    let back = lowri.get(&format!("{home}/away")).await;
    assert_eq!(lowri.submit(back.form_to("/back")).await.status, 303);
    let page = lowri.get(&format!("{home}/ready")).await;
    let from = lowri.submit(page.form("main-form").with("ready", "from")).await;
    assert_eq!(from.problems(), ["Enter the day from which a family can be offered"]);
    assert_eq!(
        lowri
            .submit(page.form("main-form").with("ready", "not_now"))
            .await
            .status,
        303
    );
    assert!(
        manager
            .get(&format!("{family}/carers"))
            .await
            .says("Takes no new family now")
    );
    assert!(lowri.get(&home).await.says("Not now"));
}

#[tokio::test]
async fn everything_wrong_with_a_household_is_said_at_once_and_nothing_typed_is_lost() {
    let Area { mut manager, carer, .. } = area().await;
    let page = manager.get("/carers/new").await;
    let form = page
        .form("main-form")
        .with("carer2_account", &carer.id.to_string())
        .with("adults", "Emyr Haf")
        .with("approved_from_day", "31")
        .with("approved_from_month", "2")
        .with("approved_from_year", "2025")
        .with("children_max", "many")
        .with("age_from", "5")
        .with("ready", "from");
    let wrong = manager.submit(form).await;
    assert_eq!(wrong.status, 422);
    let problems = wrong.problems();
    for said in [
        "Write the name of the carer whose account this is",
        "Enter a real date",
        "Enter how many children, 1 or more, or leave it empty",
        "Enter two ages from 0 to 17, the younger first, or leave both empty",
        "Enter the day from which a family can be offered",
    ] {
        assert!(problems.iter().any(|problem| problem == said), "{said}: {problems:?}");
    }
    let kept = wrong.form("main-form");
    assert_eq!(kept.value("children_max"), "many");
    assert_eq!(kept.value("adults").trim(), "Emyr Haf");
    // One account is a carer of one household.
    household(&mut manager, "Lowri Haf", &carer).await;
    let page = manager.get("/carers/new").await;
    let again = page
        .form("main-form")
        .with("carer1_name", "Lowri Haf")
        .with("carer1_account", &carer.id.to_string())
        .with("approved_from_day", "1")
        .with("approved_from_month", "1")
        .with("approved_from_year", "2025");
    let again = manager.submit(again).await;
    assert_eq!(again.problems(), ["This account is a carer of another household"]);
}

#[tokio::test]
async fn the_pages_speak_welsh() {
    let Area {
        mut manager,
        carer,
        family,
        ..
    } = area().await;
    household(&mut manager, "Lowri Haf", &carer).await;
    let list = manager.get("/cy/carers").await;
    assert_eq!(list.heading(), "Gofalwyr maeth");
    assert!(list.says("Lle ar gael") && list.says("Yn barod nawr"));
    let ranked = manager.get(&format!("/cy{family}/carers")).await;
    assert!(ranked.heading().starts_with("Pwy allai gefnogi teulu"));
    assert!(ranked.says("ffit orau") && ranked.says("Nid yw’r pellter wedi’i nodi"));
}

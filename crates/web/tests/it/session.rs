//! A carer plans a visit, writes one down, puts it right and gives a paragraph to a child; a supervisor signs; support steps.

use crate::matching::{Area, area, href, matched};
use crate::support::{Browser, Seen, minutes};
use domain::id::FamilyId;
use domain::role::Role;

/// A family that Lowri supports, with her signed in.
pub async fn supported() -> (Area, Browser) {
    let mut area = area().await;
    matched(&mut area).await;
    let lowri = area.house.signed_in(&area.carer).await;
    (area, lowri)
}

async fn write(lowri: &mut Browser, family: &str, kind: &str, happened: &str) -> Seen {
    let page = lowri.get(&format!("{family}/sessions/write?kind={kind}")).await;
    let form = page
        .form("main-form")
        .with("at", "9.15")
        .with("minutes", "60")
        .with("went_well", "They laughed")
        .with("happened", happened);
    lowri.submit(form).await
}

#[tokio::test]
async fn a_visit_is_written_down_read_put_right_and_a_paragraph_given_to_a_child() {
    let (
        Area {
            house,
            mut manager,
            family,
            ..
        },
        mut lowri,
    ) = supported().await;
    let kinds = lowri.get(&format!("{family}/sessions/new")).await;
    assert!(kinds.says("Home routines") && kinds.says("Urgent support") && !kinds.says("Nurture group"));
    let saved = write(
        &mut lowri,
        &family,
        "home_routines",
        "We made a chart.\n\nSiân chose the stickers.",
    )
    .await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let shown = lowri.get(saved.location()).await;
    for words in [
        "The visit is saved.",
        "Home routines",
        "We made a chart.",
        "With Lowri Haf",
        "9:15am",
    ] {
        assert!(shown.says(words), "{words}: {}", shown.text());
    }
    let visit = href(&shown, "/sessions/");
    let page = lowri.get(&visit).await;
    assert!(
        page.says("Siân O’Neill") || page.says("Siân O'Neill"),
        "everyone is preset: {}",
        page.text()
    );
    let give = page.form_to("/give");
    let child = page
        .body
        .split("name=\"person\" value=\"")
        .nth(2)
        .map(|rest| rest[..36].to_owned())
        .expect("a person to give it to");
    let given = lowri.submit(give.with("passage", "1").with("person", &child)).await;
    assert_eq!(given.status, 303);
    let page = lowri.get(&visit).await;
    assert!(page.says("About Siân"), "{}", page.text());
    // Somebody outside the family is nobody a paragraph can be given to.
    let stranger = page
        .form_to("/give")
        .with("person", "01234567-89ab-7def-8123-456789abcdef");
    let refused = lowri.submit(stranger).await;
    assert!(
        lowri
            .get(refused.location())
            .await
            .says("That paragraph is no longer there")
    );

    let right = lowri.get(&format!("{visit}/right")).await;
    let form = right.form("main-form");
    assert_eq!(
        form.value("happened").trim(),
        "We made a chart.\n\nSiân chose the stickers."
    );
    let silent = lowri.submit(form.clone()).await;
    assert_eq!(silent.problems(), ["Say why it is put right"]);
    let form = form
        .with("happened", "We made a calendar.\n\nSiân chose the stickers.")
        .with("right_why", "It was a calendar");
    assert_eq!(lowri.submit(form.clone()).await.status, 303);
    let page = lowri.get(&visit).await;
    for words in [
        "We made a calendar.",
        "What stood there before",
        "We made a chart.",
        "It was a calendar",
        "About Siân",
    ] {
        assert!(page.says(words), "{words}");
    }
    // Two put it right at once: the second is told, and loses nothing.
    let late = lowri
        .submit(form.with("happened", "Something else").with("once", "another"))
        .await;
    assert_eq!(late.status, 422);
    assert!(late.problems()[0].starts_with("Somebody else changed this visit meanwhile"));
    assert_eq!(late.form("main-form").value("happened").trim(), "Something else");

    assert!(manager.get(&visit).await.says("We made a calendar."));
    assert_eq!(manager.get(&format!("{visit}/right")).await.status, 200);
    let others = manager.get(&format!("{visit}/right")).await.form("main-form");
    let others = manager.submit(others.with("right_why", "I know better")).await;
    assert_eq!(others.problems(), ["Only whoever wrote this can put it right"]);
    let worker = house
        .staff("Sioned Wyn", Role::FamilyWorker, house.site("Elsewhere").await)
        .await;
    assert_eq!(house.signed_in(&worker).await.get(&visit).await.status, 404);
}

#[tokio::test]
async fn everything_wrong_with_a_visit_is_said_at_once_and_kept() {
    let (Area { family, .. }, mut lowri) = supported().await;
    let page = lowri.get(&format!("{family}/sessions/write?kind=mentoring")).await;
    let form = page.form("main-form");
    let wrong = form
        .clone()
        .with("on_day", "31")
        .with("on_month", "2")
        .with("at", "half four")
        .with("minutes", "long")
        .without("place")
        .with("said", "Nos da, cariad ŵ");
    let wrong = lowri.submit(wrong).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.problems(),
        [
            "Enter a real date",
            "Enter a time such as 16:30",
            "Enter the minutes as a number from 1 to 1,440. A visit is no longer than a day.",
            "Choose where",
            "Say what happened, in a few words",
        ]
    );
    assert_eq!(wrong.form("main-form").value("said").trim(), "Nos da, cariad ŵ");
    let with = |name: &str, value: &str| form.clone().with("happened", "We met").with(name, value);
    let future = lowri.submit(with("on_year", "2027")).await;
    assert!(
        future.problems()[0].contains("is still to come"),
        "{:?}",
        future.problems()
    );
    let long = lowri.submit(with("minutes", "1500")).await;
    assert!(long.problems()[0].starts_with("Enter the minutes as a number"));
    let early = lowri.submit(with("on_year", "2019")).await;
    assert!(early.problems()[0].starts_with("The family came to the programme on"));
    // The night the clocks go forward has no half past one.
    let gap = with("on_day", "29")
        .with("on_month", "3")
        .with("on_year", "2026")
        .with("at", "1:30");
    assert_eq!(
        lowri.submit(gap).await.problems(),
        ["The clocks went forward that night: there was no 1:30am"]
    );
    let stranger = with("present", "01234567-89ab-7def-8123-456789abcdef");
    assert_eq!(
        lowri.submit(stranger).await.problems(),
        ["Somebody named is not of this family. Choose from the family’s people."]
    );
    let missed = lowri.submit(with("outcome", "missed")).await;
    assert_eq!(missed.problems(), ["Choose why it did not happen"]);
    assert!(!lowri.get(&family).await.says("We met"), "nothing of it was stored");
}

#[tokio::test]
async fn what_is_typed_keeps_itself_on_the_server_until_it_is_stored() {
    let (
        Area {
            house,
            family,
            carer,
            other,
            ..
        },
        mut lowri,
    ) = supported().await;
    let to = format!("{family}/sessions/write?kind=mentoring");
    let form = lowri
        .get(&to)
        .await
        .form("main-form")
        .with("happened", "Half a sentence");
    let mut keep = form.clone();
    keep.action = format!("{family}/sessions/write/keep");
    assert_eq!(lowri.submit(keep.clone()).await.status, 204);
    let mut elsewhere = house.signed_in(&carer).await;
    let again = elsewhere.get(&to).await;
    assert_eq!(again.form("main-form").value("happened").trim(), "Half a sentence");
    let mut stranger = house.signed_in(&other).await;
    let csrf = stranger.get("/").await;
    let csrf = csrf.form_to("/sign-out").value("csrf").to_owned();
    assert_eq!(stranger.submit(keep.with("csrf", &csrf)).await.status, 404);
    assert_eq!(lowri.submit(form).await.status, 303);
    let fresh = lowri.get(&to).await;
    assert_eq!(fresh.form("main-form").value("happened").trim(), "");
}

#[tokio::test]
async fn a_planned_visit_is_moved_and_then_did_not_happen() {
    let (Area { family, .. }, mut lowri) = supported().await;
    let page = lowri.get(&format!("{family}/sessions/plan")).await;
    let past = lowri
        .submit(page.form("main-form").with("on_year", "2026").with("on_month", "1"))
        .await;
    assert_eq!(past.status, 422);
    let planned = lowri.submit(page.form("main-form").with("at", "16:00")).await;
    assert_eq!(planned.status, 303, "{}", planned.text());
    let shown = lowri.get(planned.location()).await;
    assert!(shown.says("Next visits"));
    let visit = href(&shown, "/sessions/");
    let page = lowri.get(&format!("{visit}/plan")).await;
    assert_eq!(page.form("main-form").value("at"), "16:00");
    assert_eq!(
        lowri.submit(page.form("main-form").with("at", "10:00")).await.status,
        303
    );
    let page = lowri.get(&format!("{visit}/then")).await;
    let form = page
        .form("main-form")
        .with("at", "")
        .with("outcome", "missed")
        .with("why", "holiday");
    let stored = lowri.submit(form.clone()).await;
    assert_eq!(stored.status, 303, "{}", stored.text());
    let shown = lowri.get(stored.location()).await;
    assert!(shown.says("Did not happen: Mentoring") && shown.says("Holiday") && !shown.says("Next visits"));
    let again = lowri.submit(form.with("once", "another")).await;
    assert_eq!(
        again.problems(),
        ["This visit has been dealt with meanwhile. Look at how it stands now."]
    );
}

#[tokio::test]
async fn a_visit_is_signed_by_whoever_supervises() {
    let (
        Area {
            house,
            family,
            supervisor,
            ..
        },
        mut lowri,
    ) = supported().await;
    let saved = write(&mut lowri, &family, "mentoring", "We met and spoke.").await;
    let visit = href(&lowri.get(saved.location()).await, "/sessions/");
    assert!(
        !lowri.get(&visit).await.has_form_to(&format!("{visit}/sign")),
        "not one’s own"
    );
    let mut rhian = house.signed_in(&supervisor).await;
    let page = rhian.get(&visit).await;
    let form = page.form_to(&format!("{visit}/sign"));
    assert_eq!(rhian.submit(form.clone().with("words", "Diolch")).await.status, 303);
    assert_eq!(rhian.submit(form).await.status, 303, "pressed twice");
    let signed = lowri.get(&visit).await;
    assert!(signed.says("Signed by Rhian Maddocks") && signed.says("Diolch"));
}

#[tokio::test]
async fn the_familys_social_worker_sees_that_visits_took_place_and_not_what_was_written() {
    let (
        Area {
            house,
            manager: _,
            family,
            site,
            ..
        },
        mut lowri,
    ) = supported().await;
    assert_eq!(
        write(&mut lowri, &family, "mentoring", "We spoke of money.")
            .await
            .status,
        303
    );
    let worker = house.staff("Sioned Wyn", Role::FamilyWorker, site).await;
    let id: FamilyId = family
        .rsplit('/')
        .next()
        .expect("an address ends")
        .parse()
        .expect("an id");
    let who = worker.id;
    house
        .console(move |tx| store::account::standing::assign(tx, id, who, Role::FamilyWorker, tx.today()))
        .await;
    let mut sioned = house.signed_in(&worker).await;
    let page = sioned.get(&family).await;
    assert!(
        page.says("Mentoring") && page.says("You see that visits took place."),
        "{}",
        page.text()
    );
    assert!(!page.says("We spoke of money."));
    assert!(lowri.get(&family).await.says("We spoke of money."));
}

#[tokio::test]
async fn support_steps_up_and_down_and_the_level_follows() {
    let (
        Area {
            house,
            mut manager,
            family,
            ..
        },
        mut lowri,
    ) = supported().await;
    let page = lowri.get(&format!("{family}/step")).await;
    assert!(page.says("Regular since"));
    let empty = lowri.submit(page.form("main-form")).await;
    assert_eq!(
        empty.problems(),
        [
            "Choose the level",
            "Choose what led to it",
            "Choose who asked",
            "Tick at least one person who agreed",
            "Say why"
        ]
    );
    let form = |to: &str| {
        page.form("main-form")
            .with("to", to)
            .with("cause", "crisis")
            .with("asked_by", "parent")
            .with("agreed_by", "parent")
            .with("reason", "Nights are hard")
    };
    let same = lowri.submit(form("2")).await;
    assert_eq!(same.problems(), ["The family is at this level already"]);
    let stepped = lowri.submit(form("4")).await;
    assert_eq!(stepped.status, 303, "{}", stepped.text());
    let shown = lowri.get(stepped.location()).await;
    for words in [
        "Intensive",
        "More support: Intensive",
        "Nights are hard",
        "Expected until",
        "Agreed: A parent",
    ] {
        assert!(shown.says(words), "{words}");
    }
    house.pass(minutes(5));
    let page = manager.get(&format!("{family}/step")).await;
    let down = page
        .form("main-form")
        .with("to", "1")
        .with("cause", "better")
        .with("asked_by", "programme")
        .with("agreed_by", "carer")
        .with("reason", "All is calm");
    assert_eq!(manager.submit(down).await.status, 303);
    let level = manager.get(&format!("{family}/level")).await;
    assert!(level.says("Light since") && level.says("All is calm") && level.says("Support begins"));
    let steps = lowri.get(&format!("{family}?show=steps")).await;
    assert!(steps.says("Less support: Light") && !steps.says("Referred"));
    assert!(
        lowri
            .get(&format!("{family}?show=visits"))
            .await
            .says("Nothing of this kind yet.")
    );
    let welsh = lowri.get(&format!("/cy{family}")).await;
    assert!(welsh.says("Llai o gymorth: Cymorth ysgafn"), "{}", welsh.text());
}

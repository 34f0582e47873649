//! A concern is raised in two presses, read by those it goes to, decided, and hidden from whoever it concerns on every page.

use crate::matching::{Area, href};
use crate::session::supported;
use crate::support::{Browser, Form, Somebody, hours};
use domain::id::FamilyId;
use domain::role::Role;

/// The people a concern goes to.
struct Office {
    area: Area,
    lowri: Browser,
    lead: Somebody,
    worker: Somebody,
}

async fn office() -> Office {
    let (area, lowri) = supported().await;
    let lead = area.house.staff("Elin Môn", Role::SafeguardingLead, area.site).await;
    let worker = area.house.staff("Sioned Wyn", Role::FamilyWorker, area.site).await;
    let id: FamilyId = area
        .family
        .rsplit('/')
        .next()
        .expect("an address")
        .parse()
        .expect("an id");
    let who = worker.id;
    area.house
        .console(move |tx| store::account::standing::assign(tx, id, who, Role::FamilyWorker, tx.today()))
        .await;
    Office {
        area,
        lowri,
        lead,
        worker,
    }
}

pub async fn form(browser: &mut Browser, family: &str) -> Form {
    let danger = browser.get(&format!("{family}/concerns/new")).await;
    assert_eq!(danger.status, 200, "{}", danger.text());
    assert!(danger.says("Is anyone in danger now?") && danger.says("Writing here is not the report."));
    let write = browser.get(&href(&danger, &format!("{family}/concerns/write"))).await;
    write
        .form("main-form")
        .with("at_risk", "child")
        .with("what", "A mark on her arm.")
        .with("safety", "safe")
        .with("reported", "no")
}

/// Raises a concern and gives its address as the safeguarding lead finds it.
async fn raised(browser: &mut Browser, lead: &mut Browser, form: Form) -> String {
    let sent = browser.submit(form).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let page = browser.get(sent.location()).await;
    assert!(
        page.says("Your concern has been sent") && page.says("Safeguarding lead"),
        "{}",
        page.text()
    );
    href(&lead.get("/").await, "/concerns/")
}

#[tokio::test]
async fn it_is_raised_in_two_presses_read_and_decided_and_each_reader_stands_with_the_time() {
    let Office {
        area: Area {
            house,
            family,
            supervisor,
            ..
        },
        mut lowri,
        lead,
        ..
    } = office().await;
    let mut elin = house.signed_in(&lead).await;
    let form = form(&mut lowri, &family).await;
    let concern = raised(&mut lowri, &mut elin, form.clone()).await;
    assert_eq!(lowri.submit(form).await.status, 303, "sent twice");
    assert!(lowri.get("/concerns").await.says("Not decided"));
    let home = elin.get("/").await;
    assert_eq!(home.body.matches("To read").count(), 1, "stored once: {}", home.text());
    let page = elin.get(&concern).await;
    for words in [
        "A mark on her arm.",
        "Lowri Haf",
        "Elin Môn: ",
        "Not read yet by: ",
        "Rhian Maddocks",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(!elin.get("/").await.says("To read"));
    let mut rhian = house.signed_in(&supervisor).await;
    assert!(rhian.get("/").await.says("To read"));
    let page = lowri.get(&concern).await;
    assert!(page.says("Elin Môn: "), "whoever raised it sees that it was read");
    assert_eq!(lowri.get(&format!("{concern}/decide")).await.status, 404);

    let add = elin
        .get(&format!("{concern}/add?what=reported"))
        .await
        .form("main-form");
    let empty = elin.submit(add.clone()).await;
    assert_eq!(
        empty.problems(),
        [
            "Say which agency it was reported to",
            "Enter a time such as 16:30",
            "Choose how it was reported"
        ]
    );
    let add = add
        .with("agency", "Duty team")
        .with("report_at", "11:00")
        .with("how", "phone");
    assert_eq!(elin.submit(add).await.status, 303);
    let decide = elin.get(&format!("{concern}/decide")).await.form("main-form");
    assert_eq!(
        elin.submit(decide.clone()).await.problems(),
        ["Choose what is decided", "Say why, and what follows"]
    );
    let decide = decide.with("decision", "duty_team").with("words", "They ring at nine.");
    assert_eq!(elin.submit(decide).await.status, 303);
    let page = rhian.get(&format!("/cy{concern}")).await;
    for words in [
        "Wedi’i benderfynu",
        "They ring at nine.",
        "Duty team",
        "Atgyfeiriwyd at dîm dyletswydd yr awdurdod",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(elin.get("/concerns").await.says("No concerns here"));
    assert!(elin.get("/concerns?show=all").await.says("Decided"));
}

#[tokio::test]
async fn whoever_it_concerns_finds_no_trace_of_it_on_any_page() {
    let Office {
        area:
            Area {
                house,
                mut manager,
                carer,
                family,
                supervisor,
                ..
            },
        mut lowri,
        lead,
        worker,
    } = office().await;
    let mut rhian = house.signed_in(&supervisor).await;
    let pages = ["/", "/concerns", "/concerns?show=all", family.as_str()];
    let history = [format!("{family}/history"), format!("{family}/looked")];
    let mut before = Vec::new();
    for page in pages.iter().map(|page| (*page).to_owned()).chain(history.clone()) {
        rhian.get(&page).await;
        before.push((page.clone(), rhian.get(&page).await.text()));
    }
    let mut elin = house.signed_in(&lead).await;
    let form = form(&mut lowri, &family)
        .await
        .with("whom_accounts", &supervisor.id.to_string());
    let concern = raised(&mut lowri, &mut elin, form).await;
    assert!(elin.get(&concern).await.says("Rhian Maddocks"), "whom it concerns");
    for (page, was) in before {
        assert_eq!(rhian.get(&page).await.text(), was, "{page}");
    }
    let there = rhian.get(&concern).await;
    let nowhere = rhian.get("/concerns/01234567-89ab-7def-8123-456789abcdef").await;
    assert_eq!(there.status, 404);
    assert_eq!(there.text(), nowhere.text(), "not yours is not there");
    for page in ["add", "decide"] {
        assert_eq!(rhian.get(&format!("{concern}/{page}")).await.status, 404);
    }
    let sent = house.signed_in(&worker).await.get(&concern).await;
    assert_eq!(sent.status, 200, "the family’s social worker reads it");
    assert_eq!(manager.get(&concern).await.status, 200);
    // A carer whom it concerns, who raised it: the answer is the same page, and then nothing.
    let own = self::form(&mut lowri, &family).await;
    let me = own.with("whom_accounts", &carer.id.to_string());
    let sent = lowri.submit(me).await;
    assert!(lowri.get(sent.location()).await.says("Your concern has been sent"));
    assert_eq!(
        lowri
            .get("/concerns?show=all")
            .await
            .body
            .matches("href=\"/concerns/")
            .count(),
        1
    );
}

#[tokio::test]
async fn everything_wrong_is_said_at_once_and_kept() {
    let Office {
        area: Area { family, .. },
        mut lowri,
        ..
    } = office().await;
    let page = lowri.get(&format!("{family}/concerns/write")).await.form("main-form");
    let wrong = page
        .clone()
        .with("somebody", "Dyn wrth y giât ŵ")
        .with("report_on_day", "1");
    let wrong = lowri.submit(wrong).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.problems(),
        [
            "Choose who is at risk",
            "Say what you saw, heard or were told",
            "Choose whether they are safe for now",
            "Choose whether you have reported it"
        ]
    );
    assert_eq!(wrong.form("main-form").value("somebody"), "Dyn wrth y giât ŵ");
    let form = form(&mut lowri, &family).await;
    let with = |name: &str, value: &str| form.clone().with(name, value);
    let stranger = "01234567-89ab-7def-8123-456789abcdef";
    for (name, says) in [
        (
            "people",
            "Somebody named is not of this family. Choose from the family’s people.",
        ),
        (
            "whom_accounts",
            "Somebody named does not work with this family. Choose from the list.",
        ),
        (
            "session",
            "What this came from is not of this family. Go back to the family and begin from there.",
        ),
    ] {
        assert_eq!(lowri.submit(with(name, stranger)).await.problems(), [says]);
    }
    let to_come = with("reported", "yes")
        .with("agency", "Police")
        .with("how", "phone")
        .with("report_at", "23:00");
    let to_come = lowri.submit(to_come).await;
    assert!(
        to_come.problems()[0].contains("is still to come"),
        "{:?}",
        to_come.problems()
    );
    assert!(lowri.get("/concerns").await.says("No concerns here"));
    // What is typed keeps itself, and the other language has it too.
    let mut keep = with("what", "Half a sentence");
    keep.action = format!("{family}/concerns/write/keep");
    assert_eq!(lowri.submit(keep).await.status, 204);
    let again = lowri.get(&format!("/cy{family}/concerns/write")).await;
    assert_eq!(again.form("main-form").value("what").trim(), "Half a sentence");
}

#[tokio::test]
async fn the_way_to_raise_one_and_the_numbers_outlive_the_agreement() {
    let Office {
        area:
            Area {
                house,
                family,
                carer,
                site,
                ..
            },
        lead,
        ..
    } = office().await;
    let mut elin = house.signed_in(&lead).await;
    let set = href(&elin.get("/concerns").await, &format!("/sites/{site}/numbers"));
    let page = elin.get(&set).await.form("main-form");
    let wrong = page.clone().with("number_0", "ring me");
    assert_eq!(elin.submit(wrong).await.problems().len(), 5);
    let number = |form: Form, at: usize, name: &str, number: &str, days: &str, hours: (&str, &str)| {
        form.with(&format!("name_en_{at}"), name)
            .with(&format!("name_cy_{at}"), "Tîm dyletswydd")
            .with(&format!("number_{at}"), number)
            .with(&format!("days_{at}"), days)
            .with(&format!("from_{at}"), hours.0)
            .with(&format!("to_{at}"), hours.1)
    };
    let form = number(page, 0, "Duty team", "01632 960001", "week", ("9:00", "17:00"));
    let form = number(
        form,
        1,
        "Emergency duty team",
        "01632 960002",
        "weekend",
        ("0:00", "0:00"),
    );
    assert_eq!(elin.submit(form).await.status, 303);
    let mut stranger = house.signed_in(&carer).await;
    assert_eq!(stranger.get(&set).await.status, 404);

    // Past the agreement, its wind-down and a year more.
    house.pass(hours(24 * 120));
    let mut lowri = house.signed_in(&carer).await;
    assert_eq!(lowri.get(&family).await.status, 404, "the record is closed to her");
    assert!(lowri.get("/").await.body.contains(&format!("{family}/concerns/new")));
    let danger = lowri.get(&format!("{family}/concerns/new")).await;
    let text = danger.text();
    let (duty, emergency) = (text.find("01632 960001"), text.find("01632 960002"));
    assert!(emergency.is_some() && emergency < duty, "a Sunday: {text}");
    let write = lowri.get(&href(&danger, &format!("{family}/concerns/write"))).await;
    let form = write
        .form("main-form")
        .with("at_risk", "child")
        .with("what", "She told me something.")
        .with("safety", "unknown")
        .with("reported", "no");
    assert_eq!(lowri.submit(form).await.status, 303);
}

#[tokio::test]
async fn a_visit_can_be_where_a_concern_came_from() {
    let Office {
        area: Area { house, family, .. },
        mut lowri,
        lead,
        ..
    } = office().await;
    let page = lowri.get(&format!("{family}/sessions/write?kind=mentoring")).await;
    let saved = lowri.submit(page.form("main-form").with("happened", "We met.")).await;
    let visit = href(&lowri.get(saved.location()).await, "/sessions/");
    let new = href(&lowri.get(&visit).await, &format!("{family}/concerns/new"));
    let danger = lowri.get(&new).await;
    let write = lowri.get(&href(&danger, &format!("{family}/concerns/write"))).await;
    let form = write
        .form("main-form")
        .with("at_risk", "child")
        .with("what", "A mark on her arm.")
        .with("safety", "safe")
        .with("reported", "no");
    let mut elin = house.signed_in(&lead).await;
    let concern = raised(&mut lowri, &mut elin, form).await;
    assert!(elin.get(&concern).await.body.contains(&visit), "it leads to the visit");
}

//! A review is prepared from the record, people bring something to it, and each reader has a paper of their own; what somebody
//! agrees to is said anew; first pages ask for what waits.

use crate::matching::{Area, area, href, matched};
use crate::support::{Browser, Seen, Somebody, minutes};
use domain::id::FamilyId;
use domain::role::Role;

/// A family that Lowri supports, with its social worker, a plan, a visit, and a review planned; and where that is.
pub struct Ready {
    pub area: Area,
    pub lowri: Browser,
    pub sioned: Browser,
    pub worker: Somebody,
    review: String,
    /// Siân, then Zofia.
    pub people: [String; 2],
}

/// The words of a paper, page by page.
pub fn pages(paper: &Seen) -> Vec<String> {
    assert_eq!(paper.header("content-type"), "application/pdf", "{}", paper.status);
    let file = lopdf::Document::load_mem(&paper.bytes).expect("a PDF");
    let numbers: Vec<u32> = file.get_pages().into_keys().collect();
    let one = |page: u32| file.extract_text(&[page]).expect("a page has text");
    let joined = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    numbers.into_iter().map(|page| joined(one(page))).collect()
}

pub fn says(paper: &Seen, words: &str) -> bool {
    // Where a line wraps is no part of what it says.
    let close = |text: &str| text.split_whitespace().collect::<String>();
    close(&pages(paper).join(" ")).contains(&close(words))
}

pub async fn assign(area: &Area, who: &Somebody, role: Role) {
    let id = area.family.rsplit('/').next().expect("an address ends");
    let id: FamilyId = id.parse().expect("an id");
    let who = who.id;
    area.house
        .console(move |tx| store::account::standing::assign(tx, id, who, role, tx.today()))
        .await;
}

pub async fn ready() -> Ready {
    let mut area = area().await;
    matched(&mut area).await;
    let worker = area.house.staff("Sioned Wyn", Role::FamilyWorker, area.site).await;
    assign(&area, &worker, Role::FamilyWorker).await;
    let (mut lowri, sioned) = (
        area.house.signed_in(&area.carer).await,
        area.house.signed_in(&worker).await,
    );
    let family = area.family.clone();
    let page = lowri.get(&format!("{family}/plan/write")).await;
    let people = people(&page);
    let form = page
        .form("main-form")
        .with("goal_1_owner", &people[0])
        .with("goal_1_words", "Canary one in the fridge")
        .with("goal_1_mark", "3")
        .with("often_mentoring", "weekly");
    let more = lowri.submit(form.with("add", "goal")).await.form("main-form");
    let form = more
        .with("goal_2_owner", &people[1])
        .with("goal_2_words", "Canary two at the door")
        .with("goal_2_mark", "4");
    let saved = lowri.submit(form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    visit(&mut lowri, &family, &people).await;
    let page = lowri.get(&format!("{family}/reviews/plan")).await;
    let planned = lowri.submit(page.form("main-form")).await;
    let review = planned.location().split('?').next().expect("an address").to_owned();
    Ready {
        area,
        lowri,
        sioned,
        worker,
        review,
        people,
    }
}

/// The two people of the family: the child, then the adult.
fn people(page: &Seen) -> [String; 2] {
    let options = page.body.split("<option value=\"").skip(1);
    let ids = options.filter_map(|rest| rest.split('"').next());
    let mut all: Vec<String> = Vec::new();
    for id in ids.filter(|id| id.len() == 36) {
        if !all.iter().any(|known| known == id) {
            all.push(id.to_owned());
        }
    }
    all.try_into().expect("a child and an adult")
}

/// A visit at which three things were said: of the family, by Siân, and by Zofia.
async fn visit(lowri: &mut Browser, family: &str, people: &[String; 2]) {
    let page = lowri.get(&format!("{family}/sessions/write?kind=mentoring")).await;
    let form = page.form("main-form").with("happened", "It rained").with(
        "said",
        "Canary of the whole house\n\nCanary Siân sang\n\nCanary Zofia cried",
    );
    let saved = lowri.submit(form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let visit = href(&lowri.get(saved.location()).await, "/sessions/");
    for (passage, person) in [("2", &people[0]), ("3", &people[1])] {
        let page = lowri.get(&visit).await;
        let give = page.form_to("/give").with("passage", passage).with("person", person);
        assert_eq!(lowri.submit(give).await.status, 303);
    }
}

async fn bring(browser: &mut Browser, address: &str, words: &str) -> Seen {
    let page = browser.get(address).await;
    let form = page.form("main-form").with("words", words);
    browser.submit(form).await
}

#[tokio::test]
async fn a_review_is_prepared_from_the_record_as_far_as_its_reader_may_see() {
    let mut r = ready().await;
    let shown = r.lowri.get(&r.review).await;
    assert!(shown.says("Look back before it"), "{}", shown.text());
    let page = r.lowri.get(&format!("{}/prepare", r.review)).await;
    for words in [
        "Since support began",
        "Canary one in the fridge",
        "3 of 10",
        "Canary of the whole house",
        "Canary Zofia cried",
        "Planned by the level",
        "Support began",
        "Nobody called for urgent support.",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let page = r.sioned.get(&format!("{}/prepare", r.review)).await;
    assert!(page.says("Canary one in the fridge") && page.says("You see that visits took place."));
    assert!(!page.says("Canary Zofia cried"), "{}", page.text());
    let welsh = r.lowri.get(&format!("/cy{}/prepare", r.review)).await;
    assert!(welsh.says("Ers i’r cymorth ddechrau"), "{}", welsh.text());
    // It is seen that it was read, once.
    let mut rhian = r.area.house.signed_in(&r.area.supervisor).await;
    let seen = rhian.get(&format!("{}/looked", r.area.family)).await;
    let times = seen.text().matches("Read the record for a review").count();
    // Lowri and Sioned, each once: what is read again within a minute joins the entry before.
    assert_eq!(times, 2, "{}", seen.text());
    let mut other = r.area.house.signed_in(&r.area.other).await;
    for act in ["prepare", "review.pdf", "bring"] {
        assert_eq!(other.get(&format!("{}/{act}", r.review)).await.status, 404, "{act}");
    }
}

#[tokio::test]
async fn the_social_worker_brings_something_and_is_asked_until_it_is_given() {
    let mut r = ready().await;
    let home = r.sioned.get("/").await;
    assert!(home.says("say what you want to bring"), "{}", home.text());
    let here = format!("{}/bring", r.review);
    let empty = bring(&mut r.sioned, &here, "").await;
    assert_eq!(empty.problems(), ["Say in a few words what you want to bring"]);
    let form = r
        .sioned
        .get(&here)
        .await
        .form("main-form")
        .with("words", "School is worried");
    let saved = r.sioned.submit(form.clone()).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let again = r.sioned.submit(form.clone()).await;
    assert_eq!(again.location(), saved.location(), "sent twice, stored once");
    assert!(!r.sioned.get("/").await.says("say what you want to bring"));
    let late = r
        .sioned
        .submit(form.with("once", "another").with("words", "Late words"))
        .await;
    assert!(late.problems()[0].starts_with("Somebody else changed this review meanwhile"));
    assert_eq!(late.form("main-form").value("words").trim(), "Late words");
    r.area.house.pass(minutes(1));
    let right = bring(&mut r.sioned, &here, "School is glad").await;
    assert_eq!(right.status, 303);
    let page = r.lowri.get(&format!("{}/prepare", r.review)).await;
    for words in [
        "School is glad",
        "What stood there before",
        "School is worried",
        "Sioned Wyn",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(r.lowri.get(&r.review).await.says("School is glad"));
    let typed = r.lowri.get(&here).await.form("main-form").with("words", "Too late");
    // Once it is held, what was brought stays and nothing new comes.
    let held = r.lowri.get(&format!("{}/held", r.review)).await.form("main-form");
    let held = held.with("said", "We met").with("decided", "continue");
    assert_eq!(r.lowri.submit(held).await.status, 303);
    let over = r.lowri.get(&here).await;
    assert!(over.says("This review has been held."), "{}", over.text());
    assert!(!over.body.contains("name=\"words\""), "nothing to write in");
    let late = r.lowri.submit(typed).await;
    assert_eq!(late.status, 422, "{}", late.text());
    assert_eq!(late.form("main-form").value("words").trim(), "Too late");
    // Whoever gave something puts it right.
    assert!(r.sioned.get(&here).await.body.contains("name=\"words\""));
    assert!(r.lowri.get(&r.review).await.says("School is glad"));
}

#[tokio::test]
async fn what_somebody_brings_is_not_read_by_who_may_not() {
    let mut r = ready().await;
    let here = format!("{}/bring", r.review);
    let zofia = format!("{here}?who={}", r.people[1]);
    let saved = bring(&mut r.lowri, &zofia, "Canary of Zofia alone").await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert!(r.lowri.get(saved.location()).await.says("Canary of Zofia alone"));
    // What the social worker may not write for her, they do not write.
    assert_eq!(r.sioned.get(&zofia).await.status, 404);
    let elsewhere = r
        .area
        .house
        .staff("Gwen Price", Role::Supervisor, r.area.house.site("Elsewhere").await)
        .await;
    let mut gwen = r.area.house.signed_in(&elsewhere).await;
    let officer = r.area.house.staff("Ann Lloyd", Role::Administrator, r.area.site).await;
    let mut ann = r.area.house.signed_in(&officer).await;
    for browser in [&mut gwen, &mut ann] {
        for address in [r.review.clone(), format!("{}/prepare", r.review), here.clone()] {
            let page = browser.get(&address).await;
            assert!(page.status != 200 && !page.says("Canary"), "{address}: {}", page.text());
        }
    }
    let family = r.area.family.clone();
    let referred = r.area.manager.get(&format!("{family}/plan/write")).await;
    let other = "01234567-89ab-7def-8123-456789abcdef";
    assert_eq!(referred.status, 200);
    assert_eq!(r.lowri.get(&format!("{here}?who={other}")).await.status, 404);
}

#[tokio::test]
async fn a_paper_of_a_review_holds_nothing_of_another_reader() {
    let mut r = ready().await;
    let here = format!("{}/bring", r.review);
    for (person, words) in [(0, "Canary Siân brings"), (1, "Canary Zofia brings")] {
        let address = format!("{here}?who={}", r.people[person]);
        assert_eq!(bring(&mut r.lowri, &address, words).await.status, 303);
    }
    assert_eq!(bring(&mut r.lowri, &here, "Canary Lowri brings").await.status, 303);
    let page = r.lowri.get(&format!("{}/prepare", r.review)).await;
    assert!(page.says("On paper, for one reader each"));
    let paper = |who: String| format!("{}/review.pdf?for={who}", r.review);
    let (sian, zofia) = (
        paper(format!("person:{}", r.people[0])),
        paper(format!("person:{}", r.people[1])),
    );
    let childs = r.lowri.get(&sian).await;
    for words in ["Canary one in the fridge", "Canary Siân sang", "Canary Siân brings"] {
        assert!(says(&childs, words), "{words}: {:?}", pages(&childs));
    }
    for words in [
        "Canary two",
        "Zofia cried",
        "Zofia brings",
        "whole house",
        "Lowri brings",
    ] {
        assert!(!says(&childs, words), "{words}: {:?}", pages(&childs));
    }
    assert!(
        pages(&childs).iter().all(|page| page.contains("Siân")),
        "her name on each page"
    );
    let theirs = r.lowri.get(&zofia).await;
    assert!(says(&theirs, "Canary two at the door") && !says(&theirs, "Canary one"));
    assert!(!says(&theirs, "Siân sang") && !says(&theirs, "Siân brings"));

    let carer = r.lowri.get(&paper(format!("carer:{}", r.area.carer.id))).await;
    for words in ["Canary one", "Canary two", "whole house", "Zofia cried", "Lowri brings"] {
        assert!(says(&carer, words), "{words}: {:?}", pages(&carer));
    }
    // What a social worker may not read at visits is in no paper made for them, and in none they make.
    let worker = r.lowri.get(&paper(format!("family_worker:{}", r.worker.id))).await;
    assert!(says(&worker, "Canary one") && !says(&worker, "Zofia cried"));
    let made = r.sioned.get(&paper(format!("carer:{}", r.area.carer.id))).await;
    assert!(says(&made, "Canary one") && !says(&made, "Zofia cried"));
    for nobody in [
        "",
        "carer:me",
        "person:me",
        "supervisor:00000000-0000-0000-0000-000000000000",
    ] {
        assert_eq!(r.lowri.get(&paper(nobody.to_owned())).await.status, 404, "{nobody}");
    }
}

#[tokio::test]
async fn the_paper_after_a_review_says_what_was_decided_and_its_words_only_to_who_was_there() {
    let mut r = ready().await;
    let page = r.lowri.get(&format!("{}/held", r.review)).await;
    let held = page
        .form("main-form")
        .without("present")
        .with("present", &r.people[1])
        .with("said", "Canary at the table")
        .with("decided", "continue");
    let held = r.lowri.submit(held).await;
    assert_eq!(held.status, 303, "{}", held.text());
    let paper = |person: &str| format!("{}/review.pdf?for=person:{person}", r.review);
    let was_there = r.lowri.get(&paper(&r.people[1])).await;
    assert!(says(&was_there, "Support goes on as it is") && says(&was_there, "Canary at the table"));
    let was_not = r.lowri.get(&paper(&r.people[0])).await;
    assert!(says(&was_not, "Support goes on as it is"), "{:?}", pages(&was_not));
    assert!(!says(&was_not, "Canary at the table"));
}

#[tokio::test]
async fn what_somebody_agrees_to_is_said_anew_and_stands_beside_the_plan() {
    let mut r = ready().await;
    let family = r.area.family.clone();
    let plan = r.lowri.get(&format!("{family}/plan")).await;
    assert!(plan.says("What each person has agreed to"), "{}", plan.text());
    let address = |what: &str| format!("{family}/plan/consents/change?who={}&what={what}", r.people[1]);
    let page = r.lowri.get(&address("story")).await;
    assert!(!page.says("Told on which lawful basis"), "only sharing is told");
    let empty = r.lowri.submit(page.form("main-form").without("on_day")).await;
    assert_eq!(
        empty.problems(),
        ["Choose what they say", "Enter a real date", "Choose who asked them"]
    );
    let form = page.form("main-form").with("asked_by", "carer");
    let nothing = r.lowri.submit(form.clone().with("answer", "withdrawn")).await;
    assert!(
        nothing.problems()[0].starts_with("They had not agreed"),
        "{:?}",
        nothing.problems()
    );
    let agreed = r
        .lowri
        .submit(form.with("answer", "agreed").with("words", "No photographs"))
        .await;
    assert_eq!(agreed.status, 303, "{}", agreed.text());
    r.area.house.pass(minutes(1));
    let page = r.lowri.get(&address("story")).await;
    let back = page
        .form("main-form")
        .with("asked_by", "programme")
        .with("answer", "withdrawn");
    assert_eq!(r.area.manager.get(&address("story")).await.status, 200);
    assert_eq!(r.lowri.submit(back).await.status, 303);
    let sharing = r.lowri.get(&address("sharing")).await.form("main-form");
    let sharing = sharing.with("asked_by", "family_worker").with("answer", "told");
    let without = r.lowri.submit(sharing.clone()).await;
    assert_eq!(without.problems(), ["Choose the lawful basis they were told of"]);
    assert_eq!(r.lowri.submit(sharing.with("law", "public_task")).await.status, 303);
    let all = r.lowri.get(&format!("{family}/plan/consents")).await;
    for words in [
        "Taken back",
        "What was said before",
        "No photographs",
        "The authority’s duties to children",
        "What was written before stays",
    ] {
        assert!(all.says(words), "{words}: {}", all.text());
    }
    // What was taken back does not hide what was written.
    assert!(
        r.lowri
            .get(&format!("{family}/plan"))
            .await
            .says("Canary two at the door")
    );
    // The family's social worker reads it and changes nothing.
    assert!(
        r.sioned
            .get(&format!("{family}/plan/consents"))
            .await
            .says("Taken back")
    );
    assert_eq!(r.sioned.get(&address("story")).await.status, 404);
    let hers = r.lowri.get(&format!("{family}/plan.pdf?for={}", r.people[1])).await;
    assert!(says(&hers, "Canary two at the door") && says(&hers, "Taken back"));
    assert!(!says(&hers, "Canary one"), "{:?}", pages(&hers));
    let welsh = r.lowri.get(&format!("/cy{family}/plan/consents")).await;
    assert!(welsh.says("Wedi tynnu’n ôl"), "{}", welsh.text());
}

#[tokio::test]
async fn first_pages_ask_for_what_waits_and_no_longer_once_it_is_given() {
    let mut r = ready().await;
    let family = r.area.family.clone();
    let home = r.lowri.get("/").await;
    for words in [
        "The plan waits for you",
        "Has not said yet what they think of the plan: Siân and Zofia",
        "say what you want to bring",
    ] {
        assert!(home.says(words), "{words}: {}", home.text());
    }
    assert!(r.sioned.get("/").await.says("The plan waits for you"));
    let page = r.sioned.get(&format!("{family}/plan/sign/me")).await;
    let signed = r.sioned.submit(page.form("main-form").with("stance", "agrees")).await;
    assert_eq!(signed.status, 303, "{}", signed.text());
    assert!(!r.sioned.get("/").await.says("The plan waits for you"));
    let page = r.lowri.get(&format!("{family}/plan/sign?who={}", r.people[1])).await;
    let said = r.lowri.submit(page.form("main-form").with("stance", "disagrees")).await;
    assert_eq!(said.status, 303, "{}", said.text());
    let home = r.lowri.get("/").await;
    assert!(home.says("what they think of the plan: Siân") && !home.says("Siân and Zofia"));
    let welsh = r.lowri.get("/cy/").await;
    assert!(
        welsh.says("Heb ddweud eto beth yw eu barn am y cynllun: Siân"),
        "{}",
        welsh.text()
    );

    assert!(!r.area.manager.get("/").await.says("say whether you agree"));
    let page = r.lowri.get(&format!("{family}/plan/extend")).await;
    let planned = r.lowri.get(&format!("{family}/plan/write")).await.form("main-form");
    let year: i32 = planned.value("end_year").parse().expect("a year");
    let form = page
        .form("main-form")
        .with("reason", "Another spring")
        .with("to_day", "1")
        .with("to_month", planned.value("end_month"))
        .with("to_year", &(year + 1).to_string());
    let asked = r.lowri.submit(form).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    assert!(r.area.manager.get("/").await.says("say whether you agree"));
    assert!(
        !r.lowri.get("/").await.says("say whether you agree"),
        "whoever asks does not answer"
    );
    let team = r.area.house.staff("Tomos Rees", Role::TeamManager, r.area.site).await;
    let mut tomos = r.area.house.signed_in(&team).await;
    assert!(
        tomos.get("/").await.says("say whether you agree"),
        "past three months the authority too"
    );
}

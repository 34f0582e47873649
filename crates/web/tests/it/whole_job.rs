//! The main job for every family of a real file: brought in, accepted, matched, planned, eight weeks of visits, a hard night,
//! more support, a review, less, a good ending, and a follow-up that is due. Every second family in Welsh.

use crate::closing::{goal_boxes, letters};
use crate::matching::{household, href, offer};
use crate::support::{Browser, House, Seen, Somebody, hours};
use domain::due::DueKind;
use domain::id::FamilyId;
use domain::role::Role;
use std::time::Duration;

const REAL: &[u8] = include_bytes!("../../../../data/referrals_as_exported.csv");

/// Enough households for everybody in the file, each with four places.
const CARERS: [&str; 6] = [
    "Lowri Haf",
    "Menna Puw",
    "Gareth Dafis",
    "Non Tudur",
    "Iolo Wyn",
    "Beca Rhun",
];

struct Job {
    house: House,
    carers: Vec<Somebody>,
    manager: Somebody,
    families: Vec<Family>,
}

struct Family {
    at: String,
    carer: usize,
    is_welsh: bool,
}

impl Family {
    /// The address of a page of it, in its language.
    fn page(&self, rest: &str) -> String {
        let language = if self.is_welsh { "/cy" } else { "" };
        format!("{language}{}{rest}", self.at)
    }

    fn id(&self) -> FamilyId {
        let id = self.at.rsplit('/').next().expect("an address ends");
        id.parse().expect("an id")
    }
}

/// Every address on the page of this shape, each once.
fn addresses(page: &Seen, start: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for rest in page.body.split(&format!("href=\"{start}")).skip(1) {
        let id: String = rest.chars().take(36).collect();
        let to = format!("{start}{id}");
        if id.parse::<FamilyId>().is_ok() && !all.contains(&to) {
            all.push(to);
        }
    }
    all
}

async fn brought(manager: &mut Browser) -> Vec<String> {
    let form = manager.get("/import").await.form("main-form").without("file");
    let sent = manager.submit_file(form, "file", "referrals.csv", REAL).await;
    let here = sent.location().to_owned();
    let page = manager.get(&here).await;
    assert_eq!(manager.submit(page.form_to("/take")).await.status, 303);
    for _ in 0..500 {
        if manager.get(&here).await.header("refresh").is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    addresses(&manager.get("/families").await, "/families/")
}

/// Sends the main form of a page with these boxes; what comes back must not be the form again.
async fn does(browser: &mut Browser, path: &str, boxes: &[(&str, &str)]) -> Seen {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text());
    let form = boxes
        .iter()
        .fold(page.form("main-form"), |form, (name, value)| form.with(name, value));
    let sent = browser.submit(form).await;
    assert_eq!(sent.status, 303, "{path}: {:?}", sent.problems());
    sent
}

/// Accepts a family, offers it to the first household of the ranking, and matches it.
async fn matched(manager: &mut Browser, at: &str) -> usize {
    let shown = manager.get(at).await;
    let referral = addresses(&shown, "/referrals/").remove(0);
    does(manager, &format!("{referral}/decide"), &[("decision", "accept")]).await;
    let offered = offer(manager, at, "Ar lan yr afon").await;
    assert_eq!(offered.status, 303, "{:?}", offered.problems());
    let to = href(&manager.get(&format!("{at}/carer")).await, "/offers/");
    does(manager, &to, &[("answer", "yes")]).await;
    does(manager, &format!("{to}/match"), &[("reason", "They get on")]).await;
    let shown = manager.get(&format!("{at}/carer")).await;
    let found = CARERS.iter().position(|name| shown.says(name));
    found.expect("the page names the carer")
}

async fn begun() -> Job {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    house.agree_again(site).await;
    let nia = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let mut manager = house.signed_in(&nia).await;
    let mut carers = Vec::new();
    for name in CARERS {
        let carer = house.staff(name, Role::Carer, site).await;
        household(&mut manager, name, &carer).await;
        carers.push(carer);
    }
    let found = brought(&mut manager).await;
    assert_eq!(found.len(), 22, "every family of the file");
    let mut families = Vec::new();
    for (n, at) in found.into_iter().enumerate() {
        let carer = matched(&mut manager, &at).await;
        let is_welsh = n % 2 == 1;
        families.push(Family { at, carer, is_welsh });
    }
    Job {
        house,
        carers,
        manager: nia,
        families,
    }
}

/// The carers, signed in afresh: time passes between one week and the next.
async fn signed_in(job: &Job) -> Vec<Browser> {
    let mut all = Vec::new();
    for carer in &job.carers {
        all.push(job.house.signed_in(carer).await);
    }
    all
}

/// The plan, and the visits of eight weeks.
async fn eight_weeks(job: &Job) {
    let mut carers = signed_in(job).await;
    for family in &job.families {
        let page = carers[family.carer].get(&family.page("/plan/write")).await;
        let owner = page
            .body
            .split("<option value=\"")
            .filter_map(|rest| rest.split('"').next())
            .find(|id| id.len() == 36)
            .expect("somebody of the family")
            .to_owned();
        let goal = [
            ("goal_1_owner", owner.as_str()),
            ("goal_1_words", "Boreau heb weiddi"),
            ("goal_1_mark", "3"),
            ("often_mentoring", "weekly"),
        ];
        does(&mut carers[family.carer], &family.page("/plan/write"), &goal).await;
    }
    for week in 1..=8 {
        job.house.pass(hours(24 * 7));
        let mut carers = signed_in(job).await;
        for family in &job.families {
            let happened = format!("Wythnos {week}: brecwast, ysgol, chwerthin.");
            let path = family.page("/sessions/write?kind=mentoring");
            does(&mut carers[family.carer], &path, &[("happened", happened.as_str())]).await;
        }
    }
}

/// A hard night, more support, a review, and less support again.
async fn up_and_down(job: &Job) {
    let mut carers = signed_in(job).await;
    for family in &job.families {
        let carer = &mut carers[family.carer];
        let asked = [("asked", "They asked somebody to come"), ("at", "00:05")];
        does(carer, &family.page("/crises/new"), &asked).await;
        let step = |to: &'static str, cause: &'static str| {
            [
                ("to", to),
                ("cause", cause),
                ("asked_by", "parent"),
                ("agreed_by", "carer"),
                ("reason", "Everybody agreed"),
            ]
        };
        does(carer, &family.page("/step"), &step("3", "crisis")).await;
        let held = [("said", "Mornings are calm"), ("decided", "step"), ("there", "carer")];
        does(carer, &family.page("/reviews/write"), &held).await;
        does(carer, &family.page("/step"), &step("1", "better")).await;
        let page = carer.get(&family.page("")).await;
        assert_eq!(page.text().matches("Wythnos ").count(), 8, "{}", page.text());
    }
}

#[tokio::test]
async fn every_family_of_a_file_comes_from_referral_to_a_good_ending_and_is_followed_up() {
    let job = begun().await;
    eight_weeks(&job).await;
    up_and_down(&job).await;
    let mut manager = job.house.signed_in(&job.manager).await;
    for family in &job.families {
        let here = family.page("/close");
        let page = manager.get(&here).await;
        let mut boxes = vec![
            ("reason".to_owned(), "goals_met"),
            ("achieved".to_owned(), "Chi wnaeth hynny"),
        ];
        let children = page.body.split("name=\"lives_").skip(1);
        boxes.extend(children.map(|rest| (format!("lives_{}", &rest[..36]), "at_home")));
        boxes.extend(goal_boxes(&page).into_iter().map(|name| (name, "reached")));
        let boxes: Vec<(&str, &str)> = boxes.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        let closed = does(&mut manager, &here, &boxes).await;
        let after = manager.get(closed.location()).await;
        for letter in letters(&after) {
            let letter = manager.get(&letter).await;
            assert_eq!(letter.header("content-type"), "application/pdf", "{}", letter.status);
        }
        let id = family.id();
        let kept = job.house.console(move |tx| store::due::kept(tx, id)).await;
        assert_eq!(kept.kind, Some(DueKind::FollowUp), "{}", family.at);
    }
    // A year later it stands among what is due, and nothing else of these families does.
    job.house.pass(hours(24 * 310));
    let mut manager = job.house.signed_in(&job.manager).await;
    let due = manager.get("/due").await;
    assert!(due.says("Where each child lives, asked later"), "{}", due.text());
    assert!(!due.says("A review") && !due.says("A visit"), "{}", due.text());
}

//! A plan is written, compared, agreed with or not, and extended; goals are marked on the sofa.

use crate::matching::{Area, area, href, matched};
use crate::support::{Browser, Form, Seen, minutes};
use domain::role::Role;

/// A family that Lowri supports, with her signed in.
async fn supported() -> (Area, Browser) {
    let mut area = area().await;
    matched(&mut area).await;
    let lowri = area.house.signed_in(&area.carer).await;
    (area, lowri)
}

/// The ids that can be chosen on a page.
fn people(page: &Seen) -> Vec<String> {
    let options = page.body.split("<option value=\"").skip(1);
    let ids = options.filter_map(|rest| rest.split('"').next());
    let mut people: Vec<String> = ids.filter(|id| id.len() == 36).map(ToOwned::to_owned).collect();
    people.sort();
    people.dedup();
    people
}

fn filled(page: &Seen, words: &str) -> Form {
    page.form("main-form")
        .with("goal_1_owner", &people(page)[0])
        .with("goal_1_words", words)
        .with("goal_1_mark", "3")
        .with("often_mentoring", "weekly")
        .with("hard_time", "Ring Lowri first")
}

/// Writes the first version of a plan.
async fn written(lowri: &mut Browser, family: &str) {
    let page = lowri.get(&format!("{family}/plan/write")).await;
    let saved = lowri.submit(filled(&page, "Mornings without shouting")).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert!(lowri.get(saved.location()).await.says("The plan is saved."));
}

#[tokio::test]
async fn a_plan_is_written_and_read_in_both_languages() {
    let (
        Area {
            house: _house, family, ..
        },
        mut lowri,
    ) = supported().await;
    assert!(lowri.get(&format!("{family}/plan")).await.says("There is no plan yet"));
    written(&mut lowri, &family).await;
    let shown = lowri.get(&format!("{family}/plan")).await;
    for words in [
        "Mornings without shouting",
        "3 of 10",
        "Once a week",
        "Ring Lowri first",
        "Version 1",
    ] {
        assert!(shown.says(words), "{words}: {}", shown.text());
    }
    let welsh = lowri.get(&format!("/cy{family}/plan")).await;
    for words in [
        "Cynllun y teulu",
        "3 allan o 10",
        "Unwaith yr wythnos",
        "Heb glywed eto",
    ] {
        assert!(welsh.says(words), "{words}: {}", welsh.text());
    }
    // The family's page shows the goal and leads to it.
    let page = lowri.get(&family).await;
    assert!(page.says("Mornings without shouting"), "{}", page.text());
    // Sent twice, it is stored once.
    let page = lowri.get(&format!("{family}/plan/write")).await;
    let next = page.form("main-form").with("change", "Nothing much");
    let first = lowri.submit(next.clone()).await;
    let again = lowri.submit(next).await;
    assert!(first.status == 303 && again.status == 303);
    assert!(!lowri.get(&format!("{family}/plan")).await.says("Version 3"));
}

#[tokio::test]
async fn every_mistake_of_a_plan_is_named_and_nothing_typed_is_lost() {
    let (
        Area {
            house: _house, family, ..
        },
        mut lowri,
    ) = supported().await;
    let page = lowri.get(&format!("{family}/plan/write")).await;
    let bad = filled(&page, "Mornings without shouting")
        .with("goal_1_mark", "11")
        .with("end_year", "2100");
    let answer = lowri.submit(bad).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.problems(), ["A mark is a whole number from 0 to 10."]);
    assert_eq!(
        answer.form("main-form").value("goal_1_words"),
        "Mornings without shouting"
    );
    let again = answer
        .form("main-form")
        .with("goal_1_mark", "10")
        .with("often_mentoring", "");
    let answer = lowri.submit(again).await;
    assert_eq!(answer.status, 422);
    let problems = answer.problems();
    assert!(
        problems[0].starts_with("Support can be planned to end between") && problems.len() == 2,
        "{problems:?}"
    );
    assert_eq!(problems[1], "Choose at least one kind of support and how often.");
    // One goal more, and it out again: what stands in the others stays.
    let more = lowri.submit(answer.form("main-form").with("add", "goal")).await;
    assert!(more.says("Goal 2"));
    let less = lowri.submit(more.form("main-form").with("remove", "2")).await;
    assert!(!less.says("Goal 2"));
    assert_eq!(
        less.form("main-form").value("goal_1_words"),
        "Mornings without shouting"
    );
    let welsh = lowri.get(&format!("/cy{family}/plan/write")).await;
    let answer = lowri
        .submit(filled(&welsh, "").with("goal_1_mark", "").with("end_year", "2027"))
        .await;
    assert_eq!(
        answer.problems()[0],
        "Ysgrifennwch o leiaf un nod. Gall fod yn un bach."
    );
}

#[tokio::test]
async fn of_two_people_who_write_one_plan_the_second_sees_both() {
    let (
        Area {
            house: _house,
            mut manager,
            family,
            ..
        },
        mut lowri,
    ) = supported().await;
    written(&mut lowri, &family).await;
    let address = format!("{family}/plan/write");
    let hers = lowri
        .get(&address)
        .await
        .form("main-form")
        .with("change", "Mornings go well");
    let theirs = manager.get(&address).await.form("main-form");
    let theirs = theirs
        .with("hard_time", "Ring the office first")
        .with("change", "Another number");
    assert_eq!(manager.submit(theirs).await.status, 303);
    let told = lowri.submit(hers.with("more", "A walk on Sundays")).await;
    assert_eq!(told.status, 422, "{}", told.text());
    for words in [
        "somebody else saved version 2",
        "Ring Lowri first",
        "Ring the office first",
    ] {
        assert!(told.says(words), "{words}: {}", told.text());
    }
    let form = told.form("main-form");
    assert_eq!(
        (form.value("more"), form.value("from_version")),
        ("A walk on Sundays", "2")
    );
    let saved = lowri.submit(form.with("hard_time", "Ring the office first")).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let changed = lowri.get(&format!("{family}/plan/compare?version=3")).await;
    assert!(
        changed.says("A walk on Sundays") && changed.says("Not said"),
        "{}",
        changed.text()
    );
    assert!(!changed.says("Ring the office first"), "what is the same is not shown");
}

#[tokio::test]
async fn each_says_what_they_think_and_both_views_stay() {
    let (
        Area {
            house,
            family,
            supervisor,
            ..
        },
        mut lowri,
    ) = supported().await;
    written(&mut lowri, &family).await;
    let who = lowri.get(&format!("{family}/plan/sign")).await;
    let page = lowri.get(&href(&who, &format!("{family}/plan/sign?who="))).await;
    assert!(
        page.says("Mornings without shouting"),
        "they read it before they say anything"
    );
    let none = lowri.submit(page.form("main-form")).await;
    assert_eq!(none.problems(), ["Choose one answer."]);
    let form = page
        .form("main-form")
        .with("stance", "disagrees")
        .with("words", "Not the mornings");
    assert_eq!(lowri.submit(form).await.status, 303);
    let page = lowri.get(&format!("{family}/plan/sign/me")).await;
    let signed = lowri.submit(page.form("main-form").with("stance", "agrees")).await;
    assert_eq!(signed.status, 303, "{}", signed.text());
    let mut rhian = house.signed_in(&supervisor).await;
    let shown = rhian.get(&format!("{family}/plan")).await;
    for words in [
        "Does not agree with all of it",
        "Not the mornings",
        "Agrees",
        "beside them: Lowri Haf",
    ] {
        assert!(shown.says(words), "{words}: {}", shown.text());
    }
    // A view of a version that is not the newest is not taken.
    let old = lowri.get(&format!("{family}/plan/sign/me")).await.form("main-form");
    let page = lowri.get(&format!("{family}/plan/write")).await;
    lowri
        .submit(page.form("main-form").with("change", "Mornings go well"))
        .await;
    let late = lowri.submit(old.with("stance", "agrees")).await;
    assert!(late.says("Another version stands now: version 2."), "{}", late.text());
    // Whoever supervises reads and says; taking what somebody of the family says is for those beside them.
    let who = rhian.get(&format!("{family}/plan/sign")).await;
    assert!(who.says("I do, from my own account") && !who.body.contains("sign?who="));
}

#[tokio::test]
async fn a_goal_is_marked_by_one_press_and_a_lower_mark_is_met_kindly() {
    let (Area { house, family, .. }, mut lowri) = supported().await;
    written(&mut lowri, &family).await;
    let goals = lowri.get(&format!("{family}/goals")).await;
    let goal = href(&goals, &format!("{family}/goals/one"));
    let press = |page: &Seen, mark: &str| page.form_to("/goals/mark").with("mark", mark);
    house.pass(minutes(1));
    let page = lowri.get(&goal).await;
    let lower = lowri.submit(press(&page, "1").with("words", "A bad week")).await;
    let shown = lowri.get(lower.location()).await;
    assert!(
        shown.says("Harder than last time. That happens. What would help?"),
        "{}",
        shown.text()
    );
    assert!(shown.says("1 of 10") && shown.says("A bad week"));
    let eleven = lowri.submit(press(&shown, "11")).await;
    assert_eq!(eleven.status, 422);
    assert_eq!(eleven.problems(), ["A mark is a whole number from 0 to 10."]);
    // What was pressed on the goal as it was before is not stored over what came after.
    let another = "01a08ba0-17c0-7236-b533-35b005fde983";
    let stale = lowri.submit(press(&page, "9").with("once", another)).await;
    assert!(
        stale.says("Somebody has changed this goal meanwhile."),
        "{}",
        stale.text()
    );
    let page = lowri.get(&goal).await;
    let step = page
        .form_to("/goals/step")
        .with("step", "Ring the school")
        .with("doer", "carer");
    let saved = lowri.submit(step).await;
    let shown = lowri.get(saved.location()).await;
    assert!(
        shown.says("Ring the school") && shown.says("The carer"),
        "{}",
        shown.text()
    );
    let done = lowri.submit(shown.form_to("/goals/set").with("stage", "done")).await;
    assert!(lowri.get(done.location()).await.says("Steps that are over"));
    let page = lowri.get(&goal).await;
    let ended = lowri.submit(page.form_to("/goals/end").with("how", "reached")).await;
    let shown = lowri.get(ended.location()).await;
    assert!(shown.says("Reached on"), "{}", shown.text());
    assert!(
        !shown.body.contains("/goals/mark?"),
        "a goal that is over is not marked"
    );
}

#[tokio::test]
async fn more_time_is_asked_for_and_each_side_answers_for_itself() {
    let (
        Area {
            house,
            mut manager,
            family,
            site,
            ..
        },
        mut lowri,
    ) = supported().await;
    let address = format!("{family}/plan/extend");
    assert!(
        lowri
            .get(&address)
            .await
            .says("There is no plan yet that could go on for longer.")
    );
    written(&mut lowri, &family).await;
    let page = lowri.get(&address).await;
    let empty = lowri.submit(page.form("main-form")).await;
    assert_eq!(empty.problems(), ["Say until when.", "Say why."]);
    let soon = page.form("main-form").with("reason", "Two more terms");
    let soon = soon.with("to_day", "1").with("to_month", "1").with("to_year", "2026");
    assert!(lowri.submit(soon).await.problems()[0].starts_with("More time can be asked for from"));
    let planned = lowri.get(&format!("{family}/plan/write")).await.form("main-form");
    let year: i32 = planned.value("end_year").parse().expect("a year");
    let (day, month) = (
        planned.value("end_day").to_owned(),
        planned.value("end_month").to_owned(),
    );
    let month: i32 = month.parse().expect("a month");
    // Six months more: both sides are asked.
    let (to_month, to_year) = if month <= 6 {
        (month + 6, year)
    } else {
        (month - 6, year + 1)
    };
    let day = if day.parse::<i32>().expect("a day") < 28 {
        day
    } else {
        "28".to_owned()
    };
    let form = page
        .form("main-form")
        .with("reason", "Two more terms")
        .with("to_day", &day);
    let form = form
        .with("to_month", &to_month.to_string())
        .with("to_year", &to_year.to_string());
    let asked = lowri.submit(form).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    assert!(
        !lowri.get(&address).await.body.contains("name=\"answer\""),
        "whoever asks does not answer"
    );
    let page = manager.get(&address).await;
    let yes = page.form_to("/extend/programme").with("answer", "yes");
    assert_eq!(manager.submit(yes).await.status, 303);
    assert!(manager.get(&address).await.says("Waits for an answer"));
    let team = house.staff("Tomos Rees", Role::TeamManager, site).await;
    let mut tomos = house.signed_in(&team).await;
    let page = tomos.get(&address).await;
    let bare = tomos
        .submit(page.form_to("/extend/authority").with("answer", "no"))
        .await;
    assert_eq!(bare.problems(), ["Say why."]);
    let yes = page.form_to("/extend/authority").with("answer", "yes");
    assert_eq!(tomos.submit(yes.clone()).await.status, 303);
    assert!(tomos.submit(yes).await.says("This was answered already."));
    let page = lowri.get(&format!("{family}/plan")).await;
    assert!(page.says("Planned at first until"), "{}", page.text());
}

#[tokio::test]
async fn the_plan_goes_on_paper_for_its_reader_and_no_further() {
    let (
        Area {
            house, family, other, ..
        },
        mut lowri,
    ) = supported().await;
    assert_eq!(
        lowri.get(&format!("{family}/plan.pdf")).await.status,
        404,
        "there is none yet"
    );
    written(&mut lowri, &family).await;
    let paper = lowri.get(&format!("/cy{family}/plan.pdf")).await;
    assert_eq!(paper.header("content-type"), "application/pdf");
    assert!(paper.header("content-disposition").contains("plan.pdf"));
    assert!(paper.body.starts_with("%PDF-"), "{}", &paper.body[..20]);
    let mut menna = house.signed_in(&other).await;
    assert_eq!(menna.get(&format!("{family}/plan.pdf")).await.status, 404);
}

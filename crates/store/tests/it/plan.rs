//! Plans, goals and extensions as they are stored: versions in one line, each person's words under their own key.

use crate::session::{Supported, supported};
use crate::support::people::{Somebody, day, text};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::goal::{ActionStage, Doer, Ending, Helper, Mark, NewAction};
use domain::id::GoalId;
use domain::plan::{
    Agreed, ExtensionRefusal, ExtensionStage, HowOften, NewExtension, NewGoal, NewPlan, NewView, Refusal, Side, Stance,
    Viewer,
};
use domain::role::Role;
use domain::support::kind;
use store::{Error, Tx, goal, plan};

const TODAY: &str = "2026-03-10";

/// Why a plan or a goal was not stored.
#[derive(Debug, PartialEq)]
enum Why {
    Plan(Vec<Refusal>),
    Extension(ExtensionRefusal),
    Store(String),
}

impl From<Vec<Refusal>> for Why {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self::Plan(refusals)
    }
}

impl From<ExtensionRefusal> for Why {
    fn from(refusal: ExtensionRefusal) -> Self {
        Self::Extension(refusal)
    }
}

impl From<Error> for Why {
    fn from(error: Error) -> Self {
        Self::Store(error.to_string())
    }
}

/// A plan with a goal of each of the family's people, and what the first of them wishes.
fn new(of: &Supported, from_version: u32) -> NewPlan {
    let goals = of.people.iter().enumerate().map(|(n, person)| NewGoal {
        id: None,
        owner: *person,
        words: text(&format!("Goal {n}")),
        need: None,
        mark: Mark::new(3),
    });
    NewPlan {
        from_version,
        met_on: day(TODAY),
        planned_end: day("2027-03-10"),
        needs: Vec::new(),
        support: vec![(kind("mentoring").expect("a kind"), HowOften::Weekly)],
        goals: goals.collect(),
        wishes: vec![(of.people[0], text("To see Mam laugh"))],
        hard_time: Some(text("Ring Lowri first")),
        more: None,
        change: (0 < from_version).then(|| text("It is different")),
    }
}

pub async fn written(d: &Deployment, by: &Somebody, of: &Supported) {
    write(d, by, of, new(of, 0)).await.expect("the rules allow it");
}

async fn write(d: &Deployment, by: &Somebody, of: &Supported, new: NewPlan) -> Result<(), Why> {
    let permit = d.may(&by.actor, Action::ChangePlan, Object::Family(of.family)).await;
    let (family, site) = (of.family, of.site);
    let unit = move |tx: &Tx| {
        plan::hold(tx, family)?;
        let fits = plan::fits(tx, family)?;
        let event = new.clone().write(fits.last.as_ref(), fits.bounds(tx.today()))?;
        plan::record(tx, (family, site), "en", &event)?;
        Ok::<_, Why>(())
    };
    d.store.write(permit, unit).await
}

async fn goals(d: &Deployment, of: &Supported) -> Vec<goal::GoalShown> {
    let family = of.family;
    d.house(move |tx| goal::of_family(tx, family)).await
}

#[test]
fn a_version_is_kept_as_it_was_and_the_goals_are_those_of_the_newest() {
    on_both(async |d| {
        let of = supported(d).await;
        write(d, &of.carer, &of, new(&of, 0)).await.unwrap();
        let first = goals(d, &of).await;
        assert_eq!(first.len(), 2);
        assert_eq!(first[0].goal.now().map(|marked| marked.mark.number()), Some(3));
        // The second version says one goal in other words and lets the other go.
        let mut next = new(&of, 1);
        next.goals.truncate(1);
        next.goals[0].id = Some(first[0].goal.id);
        next.goals[0].owner = first[0].goal.owner;
        next.goals[0].words = text("Goal in other words");
        write(d, &of.manager, &of, next).await.unwrap();
        let second = goals(d, &of).await;
        assert_eq!(second[0].words, "Goal in other words");
        assert_eq!(second[1].goal.ended.map(|(_, how)| how), Some(Ending::LetGo));
        let family = of.family;
        let (one, two) = d
            .house(move |tx| Ok((plan::show(tx, family, Some(1))?, plan::show(tx, family, None)?)))
            .await;
        let (one, two) = (one.unwrap(), two.unwrap());
        let words: Vec<&str> = one.goals.iter().map(|(_, _, words)| words.as_str()).collect();
        assert_eq!(words, ["Goal 0", "Goal 1"]);
        assert_eq!(
            (two.plan.version, two.goals.len(), two.change.as_deref()),
            (2, 1, Some("It is different"))
        );
        assert_eq!(
            (one.by.as_deref(), one.hard_time.as_deref()),
            (Some("Lowri Haf"), Some("Ring Lowri first"))
        );
        assert_eq!(d.house(move |tx| plan::versions(tx, family)).await.len(), 2);
    });
}

#[test]
fn of_two_who_write_at_once_one_is_told_and_versions_have_no_gap() {
    on_both(async |d| {
        let of = supported(d).await;
        write(d, &of.carer, &of, new(&of, 0)).await.unwrap();
        let (lowri, megan) = tokio::join!(
            write(d, &of.carer, &of, new(&of, 1)),
            write(d, &of.manager, &of, new(&of, 1))
        );
        let told = Err(Why::Plan(vec![Refusal::Overtaken { now: 2 }]));
        assert!(
            lowri.is_ok() != megan.is_ok() && (lowri == told || megan == told),
            "{lowri:?} {megan:?}"
        );
    });
}

#[test]
fn what_a_person_wants_goes_with_their_key_and_nothing_else_does() {
    on_both(async |d| {
        let of = supported(d).await;
        write(d, &of.carer, &of, new(&of, 0)).await.unwrap();
        let (family, gone) = (of.family, of.people[0]);
        d.house(move |tx| store::erase::person(tx, gone)).await;
        let shown = d.house(move |tx| plan::show(tx, family, None)).await.unwrap();
        let words: Vec<&str> = shown.goals.iter().map(|(_, _, words)| words.as_str()).collect();
        assert_eq!((words.as_slice(), shown.wishes.len()), (["Goal 1"].as_slice(), 0));
        assert_eq!(shown.hard_time.as_deref(), Some("Ring Lowri first"));
        assert_eq!(goals(d, &of).await.len(), 1);
    });
}

#[test]
fn each_says_what_they_think_of_the_version_that_stands() {
    on_both(async |d| {
        let of = supported(d).await;
        write(d, &of.carer, &of, new(&of, 0)).await.unwrap();
        let (family, site, person, by) = (of.family, of.site, of.people[1], of.carer.id);
        let says = move |tx: &Tx| {
            let newest = plan::newest(tx, family)?;
            for (by, stance, words) in [
                (
                    Viewer::Person(person),
                    Stance::Disagrees,
                    Some(text("Not the mornings")),
                ),
                (Viewer::Account(by), Stance::Agrees, None),
            ] {
                let view = NewView {
                    version: 1,
                    by,
                    stance,
                    words,
                };
                let view = newest.view(view, &[person]).expect("it is about the newest");
                plan::record_view(tx, site, "cy", &newest, &view)?;
            }
            plan::show(tx, family, None)
        };
        let permit = d.may(&of.carer.actor, Action::ChangePlan, Object::Family(family)).await;
        let mut shown = d.store.write(permit, says).await.unwrap().unwrap();
        shown.views.sort_by_key(|view| view.words.is_none());
        let said: Vec<_> = shown.views.iter().map(|view| (view.by, view.stance)).collect();
        assert_eq!(said[0], (Viewer::Person(person), Stance::Disagrees));
        assert_eq!(said[1].1, Stance::Agrees);
        assert_eq!(shown.views[0].words.as_deref(), Some("Not the mornings"));
        assert_eq!(
            (shown.views[0].language.as_str(), shown.views[1].name.as_deref()),
            ("cy", Some("Lowri Haf"))
        );
    });
}

#[test]
fn marks_and_next_steps_are_kept_under_the_goals_version() {
    on_both(async |d| {
        let of = supported(d).await;
        write(d, &of.carer, &of, new(&of, 0)).await.unwrap();
        let (family, site) = (of.family, of.site);
        let id: GoalId = goals(d, &of).await[0].goal.id;
        let unit = move |tx: &Tx| {
            let one = goal::load(tx, family, id)?;
            let today = (day(TODAY), tx.today());
            let event = one
                .mark(today, Mark::new(6).expect("a mark"), Some(text("Better")))
                .expect("open");
            goal::record(tx, site, &one, "cy", &event)?;
            // The goal as it was read before knows nothing of that mark.
            let stale = goal::record(tx, site, &one, "cy", &event);
            assert!(matches!(stale, Err(Error::Stale { now: 2 })), "{stale:?}");
            let one = goal::load(tx, family, id)?;
            let next = NewAction {
                words: text("Ring the school"),
                doer: Doer::Helper(Helper::Carer),
                due: None,
            };
            let event = one.add_action(next, tx.today(), &[]).expect("open");
            goal::record(tx, site, &one, "cy", &event)?;
            let one = goal::load(tx, family, id)?;
            let done = one
                .set_action(one.actions[0].id, ActionStage::Done, tx.today())
                .expect("open");
            goal::record(tx, site, &one, "cy", &done)
        };
        d.seconds_later(1);
        let permit = d.may(&of.carer.actor, Action::ChangePlan, Object::Family(family)).await;
        d.store.write(permit, unit).await.unwrap();
        let shown = &goals(d, &of).await[0];
        // Both marks are of one day: the last counts.
        assert_eq!(shown.goal.marks.len(), 1);
        assert_eq!(shown.goal.now().map(|marked| marked.mark.number()), Some(6));
        assert_eq!(
            shown
                .last_words
                .as_ref()
                .map(|(words, tongue)| (words.as_str(), tongue.as_str())),
            Some(("Better", "cy"))
        );
        assert_eq!(shown.goal.actions[0].stage, ActionStage::Done);
        assert_eq!(shown.actions[0].0, "Ring the school");
    });
}

async fn extend(d: &Deployment, of: &Supported, to: &'static str) -> Result<(), Why> {
    let permit = d
        .may(&of.carer.actor, Action::ChangePlan, Object::Family(of.family))
        .await;
    let (family, site) = (of.family, of.site);
    let unit = move |tx: &Tx| {
        plan::hold(tx, family)?;
        let ends = plan::fits(tx, family)?.ends;
        let waits = plan::extensions(tx, family)?;
        let waits = waits.iter().any(|one| one.extension.stage == ExtensionStage::Asked);
        let new = NewExtension {
            to: day(to),
            reason: text("Two more terms"),
        };
        new.ask(ends.map(|ends| ends.first), ends.map(|ends| ends.now), waits)?;
        plan::ask(tx, (family, site), ends.expect("there is a plan"), &new)?;
        Ok::<_, Why>(())
    };
    d.store.write(permit, unit).await
}

#[test]
fn support_goes_on_once_everybody_who_must_has_agreed() {
    on_both(async |d| {
        let of = supported(d).await;
        let team = d.staff("Tomos", Role::TeamManager, of.site).await;
        assert_eq!(
            extend(d, &of, "2027-05-01").await,
            Err(Why::Extension(ExtensionRefusal::NoPlan))
        );
        write(d, &of.carer, &of, new(&of, 0)).await.unwrap();
        let family = of.family;
        let end = || d.house(move |tx| Ok(plan::fits(tx, family)?.ends.map(|ends| (ends.first, ends.now))));
        let first = day("2027-03-10");
        assert_eq!(end().await, Some((first, first)));
        extend(d, &of, "2027-07-01").await.unwrap();
        assert_eq!(
            extend(d, &of, "2027-07-02").await,
            Err(Why::Extension(ExtensionRefusal::WaitsAlready))
        );
        for (by, action, side, now) in [
            (&of.manager, Action::ApproveExtension, Side::Programme, first),
            (&team, Action::AgreeExtension, Side::Authority, day("2027-07-01")),
        ] {
            let permit = d.may(&by.actor, action, Object::Family(family)).await;
            let agreed = Agreed {
                by: by.id,
                on: day(TODAY),
            };
            let unit = move |tx: &Tx| {
                let waits = plan::extensions(tx, family)?;
                let one = plan::extension(tx, family, waits[0].extension.id)?;
                let event = one.agree(side, agreed).expect("this side is asked");
                plan::record_extension(tx, &one, &event)
            };
            d.seconds_later(1);
            d.store.write(permit, unit).await.unwrap();
            assert_eq!(end().await, Some((first, now)), "{side:?}");
        }
        // The next plan may say the later end, and what it says holds from then on.
        d.seconds_later(1);
        let mut next = new(&of, 1);
        next.planned_end = day("2027-06-15");
        write(d, &of.carer, &of, next).await.unwrap();
        assert_eq!(end().await, Some((first, day("2027-06-15"))));
    });
}

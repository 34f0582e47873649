//! Sessions and steps as they are stored: who reads what, whose key each paragraph stands under, and what is kept of the past.

use crate::support::carers::Not;
use crate::support::house::{GIVEN, REFUSED};
use crate::support::people::{Somebody, adult, child, day, text};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::id::{FamilyId, HouseholdId, PersonId, SessionId, SiteId};
use domain::level::{Ladder, Level};
use domain::role::Role;
use domain::session::{
    Bounds, Event, NewSession, Passage, Place, Prompt, Refusal, Session, Stage, Then, When, WhyNot, paragraphs, plan,
    write,
};
use domain::step::{Cause, NewStep, Voice};
use domain::support::kind;
use store::session::SessionShown;
use store::{Error, Tx, session, step};

const TODAY: &str = "2026-03-10";

/// A family that Lowri supports, with its area, its manager and its people.
pub struct Supported {
    pub site: SiteId,
    pub manager: Somebody,
    pub carer: Somebody,
    pub home: HouseholdId,
    pub family: FamilyId,
    pub people: Vec<PersonId>,
}

pub async fn supported(d: &Deployment) -> Supported {
    let site = d.site("Here").await;
    let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
    let (carer, home) = d.carer(&manager, site, "Lowri Haf").await;
    let made = d
        .refer(&manager, site, vec![child("Ada Evans"), adult("Bo Evans")])
        .await;
    d.accept(&manager, made.id).await;
    let offer = d.offer(&manager, made.family, home).await.unwrap();
    d.say_yes(&carer, offer).await;
    d.decide(&manager, offer, day(TODAY)).await.unwrap();
    let family = made.family;
    let (_, people) = d.house(move |tx| session::bounds(tx, family)).await;
    Supported {
        site,
        manager,
        carer,
        home,
        family,
        people,
    }
}

/// Why something was not done with a session.
#[derive(Debug, PartialEq)]
enum Why {
    Refused(Refusal),
    Store(String),
}

impl From<Refusal> for Why {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Error> for Why {
    fn from(error: Error) -> Self {
        Self::Store(error.to_string())
    }
}

pub fn said(prompt: Prompt, words: &str) -> Vec<Passage> {
    paragraphs(prompt, &text(words)).collect()
}

fn new(on: &str, present: &[PersonId]) -> NewSession {
    NewSession {
        kind: kind("mentoring").expect("a kind"),
        place: Place::Home,
        when: When {
            on: day(on),
            at: None,
            minutes: Some(60),
        },
        present: present.to_vec(),
    }
}

pub async fn add(d: &Deployment, by: &Somebody, of: &Supported, then: Option<Then>) -> SessionId {
    let permit = d.may(&by.actor, Action::AddSession, Object::Family(of.family)).await;
    let (family, site) = (of.family, of.site);
    let unit = move |tx: &Tx| {
        let (earliest, people) = session::bounds(tx, family)?;
        let bounds = Bounds {
            earliest,
            people: &people,
        };
        let new = new(TODAY, &people);
        let event = match then.clone() {
            Some(then) => write(new, then, store::clock::london_time(tx.now()), bounds)?,
            None => plan(new, tx.today(), bounds)?,
        };
        Ok::<_, Why>(session::make(tx, (family, site), "en", &event)?)
    };
    d.store.write(permit, unit).await.unwrap()
}

async fn shown(d: &Deployment, by: &Somebody, id: SessionId) -> SessionShown {
    let permit = d.may(&by.actor, Action::OpenSession, Object::Session(id)).await;
    d.store.read(permit, move |tx| session::show(tx, id)).await.unwrap()
}

async fn change(
    d: &Deployment,
    by: &Somebody,
    action: Action,
    id: SessionId,
    verb: impl Fn(&Tx, &Session, &[Passage]) -> Result<Event, Refusal> + Send + Sync + 'static,
) -> Result<(), Why> {
    let permit = d.may(&by.actor, action, Object::Session(id)).await;
    let unit = move |tx: &Tx| {
        let session = session::load(tx, id)?;
        let passages = session::passages(tx, id)?;
        let event = verb(tx, &session, &passages)?;
        Ok(session::record(tx, &session, "en", &passages, &event)?)
    };
    d.store.write(permit, unit).await
}

fn words(passages: &[Passage]) -> Vec<&str> {
    passages.iter().map(|passage| passage.words.as_str()).collect()
}

#[test]
fn a_paragraph_given_to_a_child_stands_under_the_childs_key_and_goes_with_it() {
    on_both(async |d| {
        let of = supported(d).await;
        let (ada, family) = (of.people[0], of.family);
        let mut written = said(Prompt::WentWell, "Bo laughed.");
        written.extend(said(Prompt::Happened, "A chart was made.\n\nAda chose stickers."));
        let id = add(d, &of.carer, &of, Some(Then::Done(written))).await;
        let people = of.people.clone();
        let given = change(d, &of.carer, Action::ChangeSession, id, move |_, session, passages| {
            session.give(passages, 2, Some(ada), &people)
        });
        given.await.unwrap();
        let read = shown(d, &of.carer, id).await;
        assert_eq!(
            words(&read.passages),
            ["Bo laughed.", "A chart was made.", "Ada chose stickers."]
        );
        assert_eq!(read.passages[2].person, Some(ada));
        assert_eq!(d.raw.count("passage").await, 1);
        let subject = "select subject_id from journal_part p join journal j on j.book_id = p.book_id and j.seq = p.seq
            where j.action = 'passage_given' order by p.part";
        let subjects: Vec<uuid::Uuid> = d.raw.rows(subject, &[]).await.iter().map(|row| row[0].id()).collect();
        assert_eq!(subjects, [ada.uuid(), family.uuid()], "each is told of what is theirs");

        d.house(move |tx| store::erase::person(tx, ada)).await;
        let read = shown(d, &of.carer, id).await;
        assert_eq!(
            words(&read.passages),
            ["Bo laughed.", "A chart was made."],
            "hers went with her key"
        );
    });
}

#[test]
fn what_was_put_right_keeps_what_stood_there() {
    on_both(async |d| {
        let of = supported(d).await;
        let bo = of.people[1];
        let written = said(Prompt::Happened, "We met at four.\n\nBo told of work.");
        let id = add(d, &of.carer, &of, Some(Then::Done(written))).await;
        let people = of.people.clone();
        let give = move |_: &Tx, session: &Session, passages: &[Passage]| session.give(passages, 1, Some(bo), &people);
        change(d, &of.carer, Action::ChangeSession, id, give).await.unwrap();
        let by = of.carer.id;
        let right = move |_: &Tx, session: &Session, passages: &[Passage]| {
            let now = said(Prompt::Happened, "We met at five.\n\nBo told of work.");
            session.put_right(by, passages, now, text("It was five"))
        };
        change(d, &of.carer, Action::ChangeSession, id, right).await.unwrap();
        let read = shown(d, &of.manager, id).await;
        assert_eq!(words(&read.passages), ["We met at five.", "Bo told of work."]);
        assert_eq!(read.passages[1].person, Some(bo), "it stays whose it is");
        assert_eq!(read.before.len(), 1);
        assert_eq!(words(&read.before[0].passages), ["We met at four.", "Bo told of work."]);
        assert_eq!(read.before[0].passages[1].person, Some(bo));
        assert_eq!(read.before[0].why, "It was five");
        assert_eq!(read.before[0].by.as_deref(), Some("Lowri Haf"));
    });
}

#[test]
fn a_planned_session_becomes_one_that_was_missed_and_none_is_counted_twice() {
    on_both(async |d| {
        let of = supported(d).await;
        let id = add(d, &of.carer, &of, None).await;
        let family = of.family;
        let planned = d.house(move |tx| session::planned(tx, family)).await;
        assert_eq!(planned.len(), 1);
        assert_eq!(planned[0].present.len(), 2, "everyone of the family is expected");
        let miss = |tx: &Tx, session: &Session, _: &[Passage]| {
            let (earliest, people) = session::bounds(tx, session.family).expect("the family is there");
            let bounds = Bounds {
                earliest,
                people: &people,
            };
            let then = Then::Missed(WhyNot::NotHome, Some(text("No answer")));
            session.then(
                new(TODAY, &people[..1]),
                then,
                store::clock::london_time(tx.now()),
                bounds,
            )
        };
        change(d, &of.carer, Action::ChangeSession, id, miss).await.unwrap();
        let read = shown(d, &of.carer, id).await;
        assert_eq!(read.session.stage, Stage::Missed { why: WhyNot::NotHome });
        assert_eq!(read.session.present, of.people[..1]);
        assert_eq!(words(&read.passages), ["No answer"]);
        assert_eq!(d.raw.count("session").await, 1);
        assert!(d.house(move |tx| session::planned(tx, family)).await.is_empty());
        let again = change(d, &of.carer, Action::ChangeSession, id, miss).await;
        assert!(
            matches!(again, Err(Why::Refused(Refusal::IsAlready { stage: "missed" }))),
            "{again:?}"
        );
    });
}

#[test]
fn of_twenty_changes_at_once_none_is_lost() {
    on_both(async |d| {
        let of = supported(d).await;
        let id = add(d, &of.carer, &of, Some(Then::Done(said(Prompt::Happened, "We met.")))).await;
        let mut tasks = Vec::new();
        for _ in 0..20 {
            let permit = d.may(&of.carer.actor, Action::ChangeSession, Object::Session(id)).await;
            let store = d.store.clone();
            let unit = move |tx: &Tx| {
                let session = session::load(tx, id)?;
                let passages = session::passages(tx, id)?;
                let event = session.mark(&passages, 0, true)?;
                Ok::<_, Why>(session::record(tx, &session, "en", &passages, &event)?)
            };
            tasks.push(tokio::spawn(async move { store.write(permit, unit).await }));
        }
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        assert_eq!(shown(d, &of.carer, id).await.session.version, 21);
    });
}

#[test]
fn who_reads_what_was_written_and_who_signs_it() {
    on_both(async |d| {
        let of = supported(d).await;
        let supervisor = d.staff("Rhian", Role::Supervisor, of.site).await;
        let worker = d.staff("Sioned", Role::FamilyWorker, of.site).await;
        let other = d.staff("Menna", Role::Carer, of.site).await;
        let id = add(d, &of.carer, &of, Some(Then::Done(said(Prompt::Happened, "We met.")))).await;
        let on = Object::Session(id);
        for (who, role) in [(&supervisor, Role::Supervisor), (&worker, Role::FamilyWorker)] {
            assert_eq!(
                d.refusal(&who.actor, Action::OpenSession, on).await,
                REFUSED,
                "a stranger"
            );
            d.assign(who, role, of.family, of.site, TODAY, None).await;
        }
        assert_eq!(d.refusal(&supervisor.actor, Action::OpenSession, on).await, GIVEN);
        assert_eq!(
            d.refusal(&worker.actor, Action::OpenSession, on).await,
            REFUSED,
            "attendance only"
        );
        assert_eq!(d.refusal(&other.actor, Action::OpenSession, on).await, REFUSED);
        assert_eq!(
            d.refusal(&of.carer.actor, Action::CountersignSession, on).await,
            REFUSED
        );
        let (by, today) = (supervisor.id, day(TODAY));
        let sign = move |_: &Tx, session: &Session, _: &[Passage]| session.sign(by, today, Some(text("Thank you")));
        change(d, &supervisor, Action::CountersignSession, id, sign)
            .await
            .unwrap();
        let read = shown(d, &supervisor, id).await;
        assert_eq!(read.signed_by.as_deref(), Some("Rhian"));
        assert_eq!(read.signed_words.as_deref(), Some("Thank you"));
        let again = change(d, &supervisor, Action::CountersignSession, id, sign).await;
        assert_eq!(again, Err(Why::Refused(Refusal::SignedAlready { on: today })));
    });
}

#[test]
fn nobody_is_asked_to_sign_about_a_family_that_is_kept_from_them() {
    on_both(async |d| {
        let of = supported(d).await;
        let rhian = d.staff("Rhian", Role::Supervisor, of.site).await;
        d.assign(&rhian, Role::Supervisor, of.family, of.site, TODAY, None)
            .await;
        add(d, &of.carer, &of, Some(Then::Done(said(Prompt::Happened, "We met.")))).await;
        // Whichever the sample takes, it takes this one.
        d.raw.run("update session set should_sign = 1", &[]).await;
        let (who, today) = (rhian.id, day(TODAY));
        let waits = d.house(move |tx| session::to_sign(tx, who, today)).await;
        assert_eq!(waits.len(), 1);
        let (family, person) = (of.family, of.people[0]);
        d.house(move |tx| store::account::standing::protect(tx, family, person, who))
            .await;
        assert!(d.house(move |tx| session::to_sign(tx, who, today)).await.is_empty());
    });
}

#[test]
fn a_page_of_the_timeline_withholds_words_from_whoever_may_not_read_them() {
    on_both(async |d| {
        let of = supported(d).await;
        for words in ["First", "Second", "Third"] {
            d.seconds_later(60);
            add(d, &of.carer, &of, Some(Then::Done(said(Prompt::Happened, words)))).await;
        }
        let family = of.family;
        let page = d.house(move |tx| session::page(tx, family, None, 2, true)).await;
        assert_eq!(page.len(), 2);
        assert_eq!(words(&page[0].passages), ["Third"], "newest first");
        let last = (page[1].at, page[1].id.uuid());
        let rest = d.house(move |tx| session::page(tx, family, Some(last), 2, true)).await;
        assert_eq!(words(&rest[0].passages), ["First"]);
        let closed = d.house(move |tx| session::page(tx, family, None, 9, false)).await;
        assert!(closed.iter().all(|line| line.passages.is_empty()));
        assert_eq!(closed.len(), 3);
    });
}

#[test]
fn the_level_follows_from_steps_and_of_two_at_once_one_comes_after_the_other() {
    on_both(async |d| {
        let of = supported(d).await;
        let (family, site) = (of.family, of.site);
        d.seconds_later(60);
        let by = of.carer.id;
        let step_to = |to: u8| {
            move |tx: &Tx| {
                let steps = step::steps(tx, family)?;
                let new = NewStep {
                    to: Level::new(to).expect("one figure"),
                    on: tx.today(),
                    cause: Cause::Harder,
                    asked_by: Voice::Carer,
                    agreed_by: vec![Voice::Parent, Voice::Carer],
                    expected_end: None,
                    reason: text("Nights are hard"),
                };
                let by = (by, tx.today());
                let event = steps.step(by, true, &Ladder::shipped(), new);
                let event = event.map_err(|refusal| Not::Otherwise(refusal.to_string()))?;
                Ok::<_, Not>(step::record(tx, site, &event)?)
            }
        };
        let mut tasks = Vec::new();
        for _ in 0..10 {
            let permit = d
                .may(&of.carer.actor, Action::StepSupport, Object::Family(family))
                .await;
            let store = d.store.clone();
            let unit = step_to(3);
            tasks.push(tokio::spawn(async move { store.write(permit, unit).await }));
        }
        let mut stepped = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(_) => stepped += 1,
                Err(not) => assert_eq!(not, Not::Otherwise("at level 3 already".to_owned())),
            }
        }
        assert_eq!(stepped, 1, "pressed ten times, stepped once");
        let steps = d.house(move |tx| step::of_family(tx, family)).await;
        assert_eq!(steps.len(), 2);
        assert_eq!(steps[1].agreed_by, [Voice::Parent, Voice::Carer]);
        assert_eq!(steps[1].reason, "Nights are hard");
        assert_eq!((steps[0].asked_by, steps[1].asked_by), (None, Some(Voice::Carer)));
    });
}

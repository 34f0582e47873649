//! What is read for a review, what is brought to it, what people agree to later, and what somebody is asked for.

use crate::session::{Supported, said, supported};
use crate::support::people::{Somebody, day, text};
use crate::support::{Deployment, Engine, on, on_both};
use crate::{crisis, plan};
use domain::access::{Action, Object};
use domain::agreement::AgreementState;
use domain::consent::{Answer, Change, LawfulBasis, SharingBasis, Stands, Thing};
use domain::due::{DueKind, due};
use domain::id::{AccountId, ReviewId};
use domain::plan::{NewExtension, NewView, Side, Stance, Viewer};
use domain::review::{Attendee, Bounds, Contribution, Refusal, ReviewKind};
use domain::role::Role;
use domain::session::{NewSession, Place, Prompt, Then, When};
use jiff::ToSpan;
use store::review::{ContributionShown, Prepared};
use store::{Error, Tx, asked, consent, review};
use testkit::postgres::StatementLog;

/// Why something was not stored.
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

async fn planned(d: &Deployment, of: &Supported) -> ReviewId {
    let permit = d
        .may(&of.manager.actor, Action::HoldReview, Object::Family(of.family))
        .await;
    let (family, site) = (of.family, of.site);
    let unit = move |tx: &Tx| {
        let (begun, people) = review::bounds(tx, family)?;
        let bounds = Bounds { begun, people: &people };
        let on = tx.today().saturating_add(10.days());
        let event = domain::review::plan(ReviewKind::Review, on, tx.today(), bounds).expect("the rules allow it");
        review::make(tx, (family, site), "en", &event)
    };
    d.store.write(permit, unit).await.unwrap()
}

async fn held(d: &Deployment, of: &Supported) {
    let permit = d
        .may(&of.manager.actor, Action::HoldReview, Object::Family(of.family))
        .await;
    let (family, site) = (of.family, of.site);
    let unit = move |tx: &Tx| {
        let (begun, people) = review::bounds(tx, family)?;
        let bounds = Bounds { begun, people: &people };
        let new = crate::due::held(ReviewKind::Review, tx.today());
        let event = domain::review::hold(new, tx.today(), bounds).expect("the rules allow it");
        review::make(tx, (family, site), "en", &event)
    };
    d.store.write(permit, unit).await.unwrap();
}

async fn bring(
    d: &Deployment,
    (by, role): (&Somebody, Role),
    (of, id): (&Supported, ReviewId),
    new: Contribution,
    read_at: u32,
) -> Result<(), Why> {
    let action = if matches!(new.by, Viewer::Person(_)) {
        Action::HoldReview
    } else {
        Action::ContributeToReview
    };
    let permit = d.may(&by.actor, action, Object::Family(of.family)).await;
    let (family, site) = (of.family, of.site);
    let unit = move |tx: &Tx| {
        let one = review::load(tx, family, id)?;
        let (_, people) = review::bounds(tx, family)?;
        let given = review::given(tx, id, new.by)?;
        let new = one.contribute(new.clone(), (given, read_at), &people)?;
        review::give(tx, (&one, site), Some(role), "en", &new)?;
        Ok::<_, Why>(())
    };
    d.store.write(permit, unit).await
}

fn words(by: Viewer, said: &str) -> Contribution {
    Contribution {
        by,
        about: None,
        words: text(said),
    }
}

async fn brought(d: &Deployment, of: &Supported, id: ReviewId) -> Vec<ContributionShown> {
    let family = of.family;
    d.house(move |tx| review::contributions(tx, &review::load(tx, family, id)?))
        .await
}

async fn prepared(d: &Deployment, of: &Supported, id: ReviewId) -> Prepared {
    let permit = d
        .may(&of.manager.actor, Action::PrepareReview, Object::Family(of.family))
        .await;
    let family = of.family;
    let read = d
        .store
        .read(permit, move |tx| review::prepare(tx, family, id, (true, true)));
    read.await.unwrap()
}

/// A visit today at which two things were said, the second by Ada, to whom it was given.
async fn visited(d: &Deployment, of: &Supported) {
    let permit = d
        .may(&of.carer.actor, Action::AddSession, Object::Family(of.family))
        .await;
    let (family, site, ada) = (of.family, of.site, of.people[0]);
    let unit = move |tx: &Tx| {
        let (earliest, people) = store::session::bounds(tx, family)?;
        let mut passages = said(Prompt::Happened, "It rained");
        passages.extend(said(Prompt::Said, "We laugh again\n\nI like the stickers"));
        passages[2].person = Some(ada);
        let new = NewSession {
            kind: domain::support::kind("mentoring").expect("a kind"),
            place: Place::Home,
            when: When {
                on: tx.today(),
                at: None,
                minutes: None,
            },
            present: people.clone(),
        };
        let bounds = domain::session::Bounds {
            earliest,
            people: &people,
        };
        let now = store::clock::london_time(tx.now());
        let event = domain::session::write(new, Then::Done(passages), now, bounds).expect("the rules allow it");
        store::session::make(tx, (family, site), "cy", &event)
    };
    d.store.write(permit, unit).await.unwrap();
}

#[test]
fn what_somebody_brings_is_kept_and_putting_it_right_keeps_what_stood_there() {
    on_both(async |d| {
        let of = supported(d).await;
        let worker = d.staff("Sioned", Role::FamilyWorker, of.site).await;
        d.assign(&worker, Role::FamilyWorker, of.family, of.site, "2026-01-01", None)
            .await;
        let id = planned(d, &of).await;
        let mine = Viewer::Account(worker.id);
        let who = (&worker, Role::FamilyWorker);
        bring(d, who, (&of, id), words(mine, "School is worried"), 0)
            .await
            .unwrap();
        d.seconds_later(1);
        bring(d, who, (&of, id), words(mine, "School is glad"), 1)
            .await
            .unwrap();
        let late = bring(d, who, (&of, id), words(mine, "Late"), 1).await;
        assert_eq!(late, Err(Why::Refused(Refusal::ChangedMeanwhile)));
        d.seconds_later(1);
        let ada = Viewer::Person(of.people[0]);
        bring(d, (&of.carer, Role::Carer), (&of, id), words(ada, "I want a dog"), 0)
            .await
            .unwrap();
        let all = brought(d, &of, id).await;
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].words.as_str(), all[0].version), ("School is glad", 2));
        assert_eq!(
            (all[0].role, all[0].name.as_deref()),
            (Some(Role::FamilyWorker), Some("Sioned"))
        );
        assert_eq!(all[0].before.len(), 1);
        assert_eq!(all[0].before[0].1, "School is worried");
        assert_eq!((all[1].by, all[1].about), (ada, Some(of.people[0])));
        assert_eq!(all[1].role, None);
        // What somebody of the family brings goes with their key, and with nobody else's.
        d.raw
            .run("delete from subject where id = $1", &[of.people[0].into()])
            .await;
        let left = brought(d, &of, id).await;
        assert_eq!(
            left.iter().map(|one| one.words.as_str()).collect::<Vec<_>>(),
            ["School is glad"]
        );
    });
}

#[test]
fn a_contribution_is_no_text_in_the_database() {
    on_both(async |d| {
        let of = supported(d).await;
        let id = planned(d, &of).await;
        let mine = Viewer::Account(of.carer.id);
        bring(d, (&of.carer, Role::Carer), (&of, id), words(mine, "Canary yellow"), 0)
            .await
            .unwrap();
        let sealed = d.raw.one("select words from contribution", &[]).await;
        let sealed = String::from_utf8_lossy(sealed.bytes()).into_owned();
        assert!(!sealed.contains("Canary"), "{sealed}");
    });
}

#[test]
fn a_review_is_prepared_from_what_happened_since_the_last_one() {
    on_both(async |d| {
        let of = supported(d).await;
        plan::written(d, &of.carer, &of).await;
        visited(d, &of).await;
        held(d, &of).await;
        d.seconds_later(3 * 86_400);
        crisis::written(d, &of.carer, &of, 5).await;
        let id = planned(d, &of).await;
        let all = prepared(d, &of, id).await;
        assert!(all.period.since_review);
        assert_eq!((all.period.from, all.period.to), (day("2026-03-10"), day("2026-03-13")));
        let last = all.last.as_ref().expect("one was held");
        assert_eq!(
            last.said.as_ref().map(|said| said.said.as_str()),
            Some("Mornings go well")
        );
        assert_eq!((all.goals.len(), all.calls.as_ref().map(Vec::len)), (2, Some(1)));
        assert_eq!(all.said.as_deref(), Some(&[][..]), "what was said on its day was there");
        assert!(all.steps.iter().all(|step| step.by.is_none()));
        assert_eq!(all.agreement, AgreementState::InForce);
        let team: Vec<_> = all.team.iter().map(|one| (one.role, one.name.as_str())).collect();
        assert_eq!(team, [(Role::Carer, "Lowri Haf")]);
        // A visit since is there, and what was given to one person says to whom.
        visited(d, &of).await;
        let all = prepared(d, &of, id).await;
        let said = all.said.expect("asked for");
        let said: Vec<_> = said
            .iter()
            .map(|one| (one.words.as_str(), one.person, one.language.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                ("We laugh again", None, "cy"),
                ("I like the stickers", Some(of.people[0]), "cy")
            ]
        );
        let family = of.family;
        let permit = d
            .may(&of.manager.actor, Action::PrepareReview, Object::Family(family))
            .await;
        let less = d
            .store
            .read(permit, move |tx| review::prepare(tx, family, id, (false, false)))
            .await
            .unwrap();
        assert!(
            less.said.is_none() && less.calls.is_none(),
            "what is not asked for is not read"
        );
    });
}

#[test]
fn preparing_a_review_takes_as_many_statements_however_long_the_record_is() {
    on(Engine::Postgres, async |d| {
        let of = supported(d).await;
        plan::written(d, &of.carer, &of).await;
        held(d, &of).await;
        d.seconds_later(3 * 86_400);
        let id = planned(d, &of).await;
        let log = StatementLog::of(d.place.database.as_ref().expect("a server")).unwrap();
        let name = d.place.database.as_ref().expect("a server").name();
        let end = "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = $1";
        let _ = d.raw.try_run(end, &[name.into()]).await;
        while store::setup::ready(&d.store).await.is_err() {}
        let count = async || {
            prepared(d, &of, id).await;
            let mark = log.mark().unwrap();
            prepared(d, &of, id).await;
            log.since(mark).unwrap().len()
        };
        let short = count().await;
        for _ in 0..6 {
            visited(d, &of).await;
            crisis::written(d, &of.carer, &of, 5).await;
        }
        assert!(20 < short, "the statements are seen: {short}");
        assert_eq!(count().await, short);
    });
}

fn change(of: &Supported, thing: Thing, answer: Answer) -> Change {
    Change {
        person: of.people[1],
        thing,
        answer,
        law: (answer == Answer::Told).then_some(LawfulBasis::PublicTask),
        on: day("2026-03-10"),
        asked_by: Attendee::Carer,
        words: Some(text("Ask me again in June")),
    }
}

async fn consents(d: &Deployment, of: &Supported, new: Change) {
    let permit = d
        .may(&of.carer.actor, Action::ChangePlan, Object::Family(of.family))
        .await;
    let (family, site) = (of.family, of.site);
    let unit = move |tx: &Tx| {
        consent::hold(tx, family)?;
        let people = store::family::people(tx, family)?;
        let person = people
            .iter()
            .find(|person| person.id == new.person)
            .expect("of the family");
        consent::record(tx, (family, site), "en", person, &new)
    };
    d.store.write(permit, unit).await.unwrap();
    d.seconds_later(1);
}

#[test]
fn what_somebody_agrees_to_is_kept_with_its_history_and_stands_beside_them() {
    on_both(async |d| {
        let of = supported(d).await;
        let answers = [
            (Thing::Sharing, Answer::Told),
            (Thing::Sharing, Answer::NotAgreed),
            (Thing::Story, Answer::Agreed),
            (Thing::Story, Answer::Withdrawn),
            (Thing::StaysOver, Answer::Asked),
        ];
        for (thing, answer) in answers {
            consents(d, &of, change(&of, thing, answer)).await;
        }
        let family = of.family;
        let all = d.house(move |tx| consent::of_family(tx, family)).await;
        assert_eq!(all.len(), 5, "none is overwritten");
        assert_eq!(all[0].change.thing, Thing::StaysOver);
        assert_eq!(all[0].by.as_deref(), Some("Lowri Haf"));
        assert_eq!(all[0].change.words, Some(text("Ask me again in June")));
        let people = d.house(move |tx| store::family::people(tx, family)).await;
        let bo = &people[1];
        assert_eq!(bo.consents.sharing, SharingBasis::NotAgreed);
        for (thing, answer) in [
            (Thing::Sharing, Answer::NotAgreed),
            (Thing::Story, Answer::Withdrawn),
            (Thing::StaysOver, Answer::Asked),
        ] {
            let last = all.iter().map(|one| &one.change).find(|one| one.thing == thing);
            let stands = bo.consents.stands(thing, last);
            assert!(
                matches!(stands, Stands::Said { answer: now, .. } if now == answer),
                "{thing:?} {stands:?}"
            );
        }
        assert_eq!(
            people[0].consents.story,
            domain::consent::Consent::NotAsked,
            "nobody else's"
        );
        assert_eq!(d.raw.count("consent_change").await, 5);
    });
}

#[test]
fn somebody_is_asked_for_what_they_have_not_given_and_not_after() {
    on_both(async |d| {
        let of = supported(d).await;
        let lowri = of.carer.id;
        let plans = async |d: &Deployment, who: AccountId| d.house(move |tx| asked::plans(tx, who)).await;
        assert!(plans(d, lowri).await.is_empty(), "there is no plan");
        plan::written(d, &of.carer, &of).await;
        let waits = plans(d, lowri).await;
        assert_eq!(waits.len(), 1);
        assert!(waits[0].is_mine);
        // A child of whom no age is known is asked as well.
        let quiet: Vec<_> = waits[0].quiet.iter().map(|person| person.id).collect();
        assert_eq!(quiet, of.people);
        for by in [
            Viewer::Account(lowri),
            Viewer::Person(of.people[0]),
            Viewer::Person(of.people[1]),
        ] {
            let permit = d
                .may(&of.carer.actor, Action::AgreePlan, Object::Family(of.family))
                .await;
            let (family, site) = (of.family, of.site);
            let unit = move |tx: &Tx| {
                let newest = store::plan::newest(tx, family)?;
                let view = NewView {
                    version: 1,
                    by,
                    stance: Stance::Agrees,
                    words: None,
                };
                store::plan::record_view(tx, site, "en", &newest, &view)
            };
            d.store.write(permit, unit).await.unwrap();
        }
        assert!(plans(d, lowri).await.is_empty(), "everybody has said something");

        let id = planned(d, &of).await;
        let reviews = async |d: &Deployment, who: AccountId| d.house(move |tx| asked::reviews(tx, who)).await;
        let waits = reviews(d, lowri).await;
        assert_eq!((waits.len(), waits[0].review, waits[0].on), (1, id, day("2026-03-20")));
        let mine = words(Viewer::Account(lowri), "Mornings are calm");
        bring(d, (&of.carer, Role::Carer), (&of, id), mine, 0).await.unwrap();
        assert!(reviews(d, lowri).await.is_empty());
        assert!(
            reviews(d, of.manager.id).await.is_empty(),
            "nobody who is not assigned is asked"
        );
    });
}

#[test]
fn a_question_for_more_time_waits_for_the_sides_it_asks() {
    on_both(async |d| {
        let of = supported(d).await;
        plan::written(d, &of.carer, &of).await;
        let permit = d
            .may(&of.carer.actor, Action::ChangePlan, Object::Family(of.family))
            .await;
        let (family, site) = (of.family, of.site);
        d.store
            .write(permit, move |tx: &Tx| {
                let ends = store::plan::fits(tx, family)?.ends.expect("there is a plan");
                let new = NewExtension {
                    to: day("2027-05-10"),
                    reason: text("The flat is late"),
                };
                store::plan::ask(tx, (family, site), ends, &new)
            })
            .await
            .unwrap();
        let permit = d.may(&of.manager.actor, Action::ListFamilies, Object::Lists).await;
        let read = move |tx: &Tx| {
            let waits = |sides: &[Side]| Ok::<_, Error>(asked::extensions(tx, sides)?.len());
            Ok::<_, Error>((waits(&[Side::Programme])?, waits(&[Side::Authority])?, waits(&[])?))
        };
        assert_eq!(
            d.store.read(permit, read).await.unwrap(),
            (1, 0, 0),
            "two months are the programme's alone"
        );
    });
}

#[test]
fn a_call_for_help_that_waits_to_be_signed_is_due_and_is_never_what_stands_beside_the_family() {
    on_both(async |d| {
        let of = supported(d).await;
        crisis::written(d, &of.carer, &of, 5).await;
        let family = of.family;
        let known = d
            .house(move |tx| store::due::known(tx, family, store::due::SESSIONS_FOR_DUE))
            .await;
        let due = due(&known.case, day("2026-03-10"));
        let call = due.iter().find(|one| one.kind == DueKind::CallSignature);
        assert_eq!(call.map(|one| one.on), Some(day("2026-03-13")));
        let kept = d.house(move |tx| store::due::kept(tx, family)).await;
        assert_ne!(kept.kind, Some(DueKind::CallSignature));
    });
}

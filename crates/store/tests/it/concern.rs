//! Concerns as they are stored: whom they go to, from whom they are kept on every way, whose key opens them, who has read them.

use crate::session::{Supported, supported};
use crate::support::house::{GIVEN, REFUSED};
use crate::support::people::{Somebody, day, text};
use crate::support::raw::Cell;
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::concern::{
    AtRisk, Bounds, Concern, Decision, Entry, Event, Means, NewConcern, Refusal, Report, Safety, Stage, Whom, raise,
};
use domain::household::Part;
use domain::id::ConcernId;
use domain::role::Role;
use jiff::SignedDuration;
use store::concern::{self, ConcernShown, Raised, Wanted};
use store::journal::history::{Filter, headers};
use store::{Error, Tx, session};
use uuid::Uuid;

const TODAY: &str = "2026-03-10";

/// A family with everybody who answers for it.
struct Office {
    of: Supported,
    worker: Somebody,
    supervisor: Somebody,
    manager: Somebody,
    lead: Somebody,
}

async fn office(d: &Deployment) -> Office {
    let of = supported(d).await;
    let worker = d.staff("Sioned", Role::FamilyWorker, of.site).await;
    let supervisor = d.staff("Rhian", Role::Supervisor, of.site).await;
    d.assign(&worker, Role::FamilyWorker, of.family, of.site, TODAY, None)
        .await;
    d.assign(&supervisor, Role::Supervisor, of.family, of.site, TODAY, None)
        .await;
    Office {
        worker,
        supervisor,
        manager: d.staff("Tomos", Role::TeamManager, of.site).await,
        lead: d.staff("Elin", Role::SafeguardingLead, of.site).await,
        of,
    }
}

fn new(of: &Supported, whom: Whom) -> NewConcern {
    NewConcern {
        at_risk: AtRisk::Child,
        people: vec![of.people[0]],
        whom,
        what: text("A mark on her arm, as long as a finger."),
        safety: Safety::Safe,
        safety_words: Some(text("She sleeps at her aunt's.")),
        report: None,
        origin: None,
    }
}

/// Why a concern was not stored.
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

async fn raised(d: &Deployment, by: &Somebody, of: &Supported, new: NewConcern) -> Raised {
    let permit = d.may(&by.actor, Action::RaiseConcern, Object::Family(of.family)).await;
    let (family, site) = (of.family, of.site);
    let unit = move |tx: &Tx| {
        let (_, people) = session::bounds(tx, family)?;
        let accounts: Vec<_> = concern::team(tx, family)?.into_iter().map(|(one, _)| one).collect();
        let bounds = Bounds {
            people: &people,
            accounts: &accounts,
            origin_is_ours: concern::is_of(tx, family, new.origin)?,
            written_within_hours: concern::written_within(tx, site, &store::pack::embedded()?)?,
        };
        let event = raise(new.clone(), tx.now(), bounds)?;
        Ok::<_, Why>(concern::raise(tx, (family, site), "en", &event)?)
    };
    d.store.write(permit, unit).await.expect("a concern is raised")
}

async fn shown(d: &Deployment, by: &Somebody, id: ConcernId) -> ConcernShown {
    let permit = d.may(&by.actor, Action::OpenConcern, Object::Concern(id)).await;
    d.store.read(permit, move |tx| concern::show(tx, id)).await.unwrap()
}

async fn listed(d: &Deployment, by: &Somebody) -> Vec<ConcernId> {
    let permit = d.may(&by.actor, Action::ListConcerns, Object::Lists).await;
    let read = d.store.read(permit, |tx| {
        let wanted = Wanted {
            decided: true,
            ..Wanted::default()
        };
        concern::list(tx, wanted, 50)
    });
    read.await.unwrap().into_iter().map(|line| line.id).collect()
}

async fn to_read(d: &Deployment, who: &Somebody) -> usize {
    concern::to_read(&d.store, who.id).await.unwrap().len()
}

async fn told(d: &Deployment) -> Vec<Uuid> {
    let sql = "select account_id from concern_told order by account_id";
    d.raw.rows(sql, &[]).await.iter().map(|row| row[0].id()).collect()
}

fn ids(people: &[&Somebody]) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = people.iter().map(|one| one.id.uuid()).collect();
    ids.sort_unstable();
    ids
}

fn about(accounts: &[&Somebody]) -> Whom {
    Whom {
        accounts: accounts.iter().map(|one| one.id).collect(),
        ..Whom::default()
    }
}

#[test]
fn it_goes_at_once_to_those_who_answer_and_says_nothing_of_the_family() {
    on_both(async |d| {
        let at = office(d).await;
        let raised = raised(d, &at.of.carer, &at.of, new(&at.of, Whom::default())).await;
        let everybody = [&at.worker, &at.supervisor, &at.manager, &at.lead];
        assert_eq!(told(d).await, ids(&everybody));
        assert_eq!(
            raised.told,
            [
                Role::Supervisor,
                Role::FamilyWorker,
                Role::TeamManager,
                Role::SafeguardingLead
            ]
        );
        let sql = "select account_id, object_id, reference, day from outbox where kind = 'urgent_to_read' order by account_id";
        let posted = d.raw.rows(sql, &[]).await;
        let to: Vec<Uuid> = posted.iter().map(|row| row[0].id()).collect();
        assert_eq!(to, ids(&everybody));
        assert!(
            posted
                .iter()
                .all(|row| row[1..].iter().all(|cell| matches!(cell, Cell::Null)))
        );
        for one in everybody {
            assert_eq!(to_read(d, one).await, 1);
            assert_eq!(listed(d, one).await, [raised.id]);
        }
        assert_eq!(to_read(d, &at.of.carer).await, 0, "whoever raised it knows");
    });
}

#[test]
fn whoever_it_concerns_is_not_told_and_finds_no_trace_of_it() {
    on_both(async |d| {
        let at = office(d).await;
        let book = "select count(*) from journal where book_id = $1";
        let before = d.raw.rows(book, &[at.of.family.into()]).await;
        let both = about(&[&at.supervisor, &at.manager]);
        let family = at.of.family;
        let permit = d
            .may(&at.worker.actor, Action::RaiseConcern, Object::Family(family))
            .await;
        let form = d.store.read(permit, move |tx| store::family::load(tx, family));
        form.await.unwrap();
        let raised = raised(d, &at.worker, &at.of, new(&at.of, both)).await;
        let on = Object::Concern(raised.id);
        assert_eq!(
            told(d).await,
            ids(&[&at.lead]),
            "whoever raised it and whoever it concerns are not told"
        );
        for one in [&at.supervisor, &at.manager] {
            for action in [Action::OpenConcern, Action::AddToConcern, Action::DecideConcern] {
                assert_eq!(d.refusal(&one.actor, action, on).await, REFUSED, "{action:?}");
            }
            assert!(listed(d, one).await.is_empty());
            assert_eq!(to_read(d, one).await, 0);
        }
        assert_eq!(d.refusal(&at.lead.actor, Action::DecideConcern, on).await, GIVEN);
        shown(d, &at.lead, raised.id).await;
        let after = d.raw.rows(book, &[at.of.family.into()]).await;
        assert_eq!(before, after, "neither an entry nor a gap in the book they read");
        // Whoever closes with the family is told of an unread concern, but for whom it concerns.
        for (who, is_there) in [(&at.supervisor, 0), (&at.worker, 1)] {
            raw_unread(d).await;
            let permit = d.may(&who.actor, Action::OpenFamily, Object::Family(family)).await;
            let unread = d.store.read(permit, move |tx| concern::unread(tx, family)).await;
            assert_eq!(unread.unwrap(), is_there);
        }
    });
}

/// Takes the openings out, as if nobody had read anything.
async fn raw_unread(d: &Deployment) {
    d.raw
        .run("update journal set action = 'seen' where action = 'open_concern'", &[])
        .await;
}

#[test]
fn a_carer_sees_their_own_and_nobody_of_a_carers_household_sees_one_that_concerns_it() {
    on_both(async |d| {
        let at = office(d).await;
        let partner = d.staff("Gwyn", Role::Carer, at.of.site).await;
        let sql = "insert into household_member (id, household_id, site_id, place_no, part, name, account_id)
            select $1, household_id, site_id, 2, part, name, $2 from household_member where household_id = $3";
        let id = crate::support::random_id();
        d.raw.run(sql, &[id.into(), partner.id.into(), at.of.home.into()]).await;
        assert_eq!(Part::Carer.key(), "carer");
        d.assign(&partner, Role::Carer, at.of.family, at.of.site, TODAY, None)
            .await;
        let by_carer = raised(d, &at.of.carer, &at.of, new(&at.of, Whom::default())).await;
        assert_eq!(listed(d, &at.of.carer).await, [by_carer.id]);
        assert_eq!(
            shown(d, &at.of.carer, by_carer.id).await.what,
            "A mark on her arm, as long as a finger."
        );
        assert!(listed(d, &partner).await.is_empty(), "somebody else's");
        let on = Object::Concern(by_carer.id);
        assert_eq!(d.refusal(&partner.actor, Action::OpenConcern, on).await, REFUSED);
        assert_eq!(d.refusal(&at.of.carer.actor, Action::DecideConcern, on).await, REFUSED);

        d.seconds_later(60);
        // It concerns the partner: neither sees it, though one of them raised it.
        let of_home = raised(d, &at.of.carer, &at.of, new(&at.of, about(&[&partner]))).await;
        let on = Object::Concern(of_home.id);
        for one in [&at.of.carer, &partner] {
            assert_eq!(d.refusal(&one.actor, Action::OpenConcern, on).await, REFUSED);
            assert!(!listed(d, one).await.contains(&of_home.id));
        }
        assert_eq!(listed(d, &at.lead).await, [of_home.id, by_carer.id]);
    });
}

#[test]
fn somebody_of_the_family_it_concerns_or_the_family_is_protected_from_is_not_told() {
    on_both(async |d| {
        let at = office(d).await;
        let (family, bo, manager, lead) = (at.of.family, at.of.people[1], at.manager.id, at.lead.id);
        let since = day(TODAY);
        d.house(move |tx| store::account::standing::add_member(tx, family, bo, manager, since))
            .await;
        d.house(move |tx| store::account::standing::protect(tx, family, bo, lead))
            .await;
        let whom = Whom {
            people: vec![bo],
            ..Whom::default()
        };
        let raised = raised(d, &at.of.carer, &at.of, new(&at.of, whom)).await;
        assert_eq!(told(d).await, ids(&[&at.worker, &at.supervisor]));
        for one in [&at.manager, &at.lead] {
            let on = Object::Concern(raised.id);
            assert_eq!(d.refusal(&one.actor, Action::OpenConcern, on).await, REFUSED);
            assert!(listed(d, one).await.is_empty());
        }
    });
}

#[test]
fn what_is_written_is_sealed_with_the_concerns_own_key_and_stands_in_its_own_book() {
    on_both(async |d| {
        let at = office(d).await;
        let mut new = new(&at.of, Whom::default());
        new.whom.somebody = Some(text("A man who waits at the gate"));
        let raised = raised(d, &at.of.carer, &at.of, new).await;
        let sql = "select p.subject_id, p.book_id, b.kind from journal_part p join book b on b.id = p.book_id
            join journal j on j.book_id = p.book_id and j.seq = p.seq where j.action = 'concern_raised'";
        let part = d.raw.rows(sql, &[]).await.remove(0);
        assert_eq!((part[0].id(), part[1].id()), (raised.id.uuid(), raised.id.uuid()));
        assert_eq!(part[2].text(), "concern");
        let read = shown(d, &at.lead, raised.id).await;
        assert_eq!(read.somebody.as_deref(), Some("A man who waits at the gate"));
        assert_eq!(read.safety_words.as_deref(), Some("She sleeps at her aunt's."));
        assert_eq!(d.raw.run("delete from subject where kind = 'concern'", &[]).await, 1);
        let (id, family) = (raised.id, at.of.family);
        let permit = d.may(&at.lead.actor, Action::OpenConcern, Object::Concern(id)).await;
        let gone = d.store.read(permit, move |tx| concern::show(tx, id)).await;
        assert!(
            matches!(gone, Err(Error::Sealed(_))),
            "its key is gone, and nothing else opens it"
        );
        let permit = d.may(&at.lead.actor, Action::OpenFamily, Object::Family(family)).await;
        let family = d.store.read(permit, move |tx| store::family::load(tx, family)).await;
        assert!(family.is_ok());
        assert!(
            store::journal::verify::verify(&d.store)
                .await
                .unwrap()
                .findings
                .is_empty()
        );
    });
}

#[test]
fn who_has_read_it_stands_with_the_time_and_whoever_has_not_is_asked_until_they_do() {
    on_both(async |d| {
        let at = office(d).await;
        let raised = raised(d, &at.of.carer, &at.of, new(&at.of, Whom::default())).await;
        d.seconds_later(60);
        let first = shown(d, &at.lead, raised.id).await;
        assert!(first.unread.contains(&"Rhian".to_owned()) && !first.unread.contains(&"Elin".to_owned()));
        assert_eq!(to_read(d, &at.lead).await, 0);
        d.seconds_later(60);
        shown(d, &at.of.carer, raised.id).await;
        let second = shown(d, &at.manager, raised.id).await;
        let names: Vec<_> = second.readers.iter().map(|one| one.name.as_deref()).collect();
        assert_eq!(
            names[0],
            Some("Elin"),
            "the first is shown first, and whoever raised it is no reader"
        );
        assert!(!names.contains(&Some("Lowri Haf")));
        assert_eq!(names.len(), 2);
        let mut unread = second.unread.clone();
        unread.sort_unstable();
        assert_eq!(unread, ["Rhian", "Sioned"]);
        assert_eq!(
            (to_read(d, &at.supervisor).await, to_read(d, &at.manager).await),
            (1, 0)
        );
    });
}

async fn change(
    d: &Deployment,
    by: &Somebody,
    action: Action,
    id: ConcernId,
    verb: impl Fn(&Tx, &Concern) -> Result<Event, Refusal> + Send + Sync + 'static,
) {
    let permit = d.may(&by.actor, action, Object::Concern(id)).await;
    let unit = move |tx: &Tx| {
        let concern = concern::load(tx, id)?;
        let event = verb(tx, &concern)?;
        Ok::<_, Why>(concern::record(tx, &concern, "cy", &event)?)
    };
    d.store.write(permit, unit).await.expect("it is stored");
}

#[test]
fn what_comes_later_is_added_and_the_last_decision_holds() {
    on_both(async |d| {
        let at = office(d).await;
        let mut first = new(&at.of, Whom::default());
        let reported = |tx: &Tx| Report {
            agency: text("Emergency duty team"),
            name: Some(text("Sam")),
            at: tx.now() - SignedDuration::from_mins(5),
            how: Means::Phone,
            reference: Some(text("S-17")),
        };
        let now = d.store.now();
        first.report = Some(Report {
            agency: text("Police"),
            name: None,
            at: now - SignedDuration::from_hours(1),
            how: Means::Phone,
            reference: None,
        });
        let raised = raised(d, &at.of.carer, &at.of, first).await;
        let id = raised.id;
        change(d, &at.of.carer, Action::AddToConcern, id, move |tx, concern| {
            concern.add(Entry::Reported(reported(tx)), tx.now())
        })
        .await;
        for (decision, words) in [
            (Decision::DutyTeam, "They ring at nine."),
            (Decision::NoFurther, "All is well."),
        ] {
            let by = at.lead.id;
            change(d, &at.lead, Action::DecideConcern, id, move |tx, _| {
                Ok(Concern::decide(by, tx.today(), decision, text(words)))
            })
            .await;
        }
        let read = shown(d, &at.manager, id).await;
        let kinds: Vec<&str> = read.entries.iter().map(|entry| entry.kind.as_str()).collect();
        assert_eq!(kinds, ["reported", "reported", "decided", "decided"]);
        assert_eq!(read.entries[1].reference.as_deref(), Some("S-17"));
        assert_eq!(read.entries[2].words.as_deref(), Some("They ring at nine."));
        let decided = Stage::Decided {
            by: at.lead.id,
            on: day(TODAY),
            decision: Decision::NoFurther,
        };
        assert_eq!(read.concern.stage, decided);
        assert_eq!(
            read.concern.written_due,
            Some(now + SignedDuration::from_hours(23)),
            "in Wales"
        );
        let (open, any) = (
            Wanted::default(),
            Wanted {
                decided: true,
                ..Wanted::default()
            },
        );
        for (wanted, many) in [(open, 0), (any, 1)] {
            let permit = d.may(&at.lead.actor, Action::ListConcerns, Object::Lists).await;
            let lines = d
                .store
                .read(permit, move |tx| concern::list(tx, wanted, 9))
                .await
                .unwrap();
            assert_eq!(lines.len(), many);
        }
    });
}

#[test]
fn raising_one_outlives_the_agreement_for_whoever_is_assigned() {
    on_both(async |d| {
        let at = office(d).await;
        let officer = d.staff("Non", Role::ProgrammeOfficer, at.of.site).await;
        let on = Object::Family(at.of.family);
        assert_eq!(d.refusal(&officer.actor, Action::RaiseConcern, on).await, GIVEN);
        let end = |last: &'static str| async move {
            d.raw.run("update agreement set ends_on = $1", &[last.into()]).await;
        };
        end("2026-03-01").await;
        assert_eq!(
            d.refusal(&at.of.carer.actor, Action::RaiseConcern, on).await,
            GIVEN,
            "winding down"
        );
        assert_eq!(d.refusal(&at.of.carer.actor, Action::OpenFamily, on).await, REFUSED);
        assert_eq!(
            d.refusal(&officer.actor, Action::RaiseConcern, on).await,
            REFUSED,
            "not assigned"
        );
        raised(d, &at.of.carer, &at.of, new(&at.of, Whom::default())).await;
        end("2026-01-10").await;
        let raised = raised(d, &at.of.carer, &at.of, new(&at.of, Whom::default())).await;
        assert_eq!(listed(d, &at.of.carer).await.len(), 2, "lapsed, and still");
        assert_eq!(shown(d, &at.lead, raised.id).await.unread.len(), 3);
    });
}

#[test]
fn an_auditor_reads_the_headers_of_all_concerns_but_of_one_that_concerns_them() {
    on_both(async |d| {
        let at = office(d).await;
        let (olu, ama) = (d.somebody("Olu").await, d.somebody("Ama").await);
        for one in [&olu, &ama] {
            d.give(one.id, Role::Auditor, Uuid::nil()).await;
            d.give(one.id, Role::Auditor, at.of.site.uuid()).await;
        }
        d.assign(&olu, Role::ProgrammeOfficer, at.of.family, at.of.site, TODAY, None)
            .await;
        let raised = raised(d, &at.lead, &at.of, new(&at.of, about(&[&olu]))).await;
        for (who, sees) in [(&olu, false), (&ama, true)] {
            for object in [Object::System, Object::Site(at.of.site)] {
                for filter in [
                    Filter::default(),
                    Filter {
                        by: Some(at.lead.id),
                        ..Filter::default()
                    },
                ] {
                    let permit = d.may(&who.actor, Action::ReadJournalHeaders, object).await;
                    let read = d.store.read(permit, move |tx| headers(tx, &filter, None, 500));
                    let found = read.await.unwrap();
                    let is_there = found.iter().any(|header| header.book.uuid() == raised.id.uuid());
                    assert_eq!(is_there, sees, "{object:?} {filter:?}");
                }
            }
        }
    });
}

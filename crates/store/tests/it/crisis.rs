//! Calls for help as they are stored: what is kept, who reads, who signs, and that nothing that stood there goes.

use crate::session::{Supported, supported};
use crate::support::house::{GIVEN, REFUSED};
use crate::support::people::{Somebody, text};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::crisis::{
    Bounds, Caller, Crisis, Entry, Event, NewCrisis, Outcome, Refusal, Responded, Response, Told, time_to_response,
    write,
};
use domain::id::CrisisId;
use domain::role::Role;
use jiff::{SignedDuration, Timestamp};
use store::crisis::{self, CrisisShown};
use store::{Error, Tx};
use uuid::Uuid;

const TODAY: &str = "2026-03-10";

/// Why a crisis was not stored.
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

fn before(now: Timestamp, minutes: i64) -> Timestamp {
    now - SignedDuration::from_mins(minutes)
}

pub async fn written(d: &Deployment, by: &Somebody, of: &Supported, minutes_ago: i64) -> CrisisId {
    let permit = d.may(&by.actor, Action::WriteCrisis, Object::Family(of.family)).await;
    let (family, site) = (of.family, of.site);
    let unit = move |tx: &Tx| {
        let received_at = before(tx.now(), minutes_ago);
        let new = NewCrisis {
            received_at,
            caller: Some(Caller::Parent),
            asked: text("She asked me to come."),
            entries: vec![Entry::Responded(Responded {
                kind: Response::Call,
                at: received_at + SignedDuration::from_mins(4),
                words: Some(text("We spoke for an hour.")),
            })],
        };
        let bounds = Bounds {
            earliest: Timestamp::UNIX_EPOCH,
            now: tx.now(),
        };
        let event = write(new, bounds)?;
        Ok::<_, Why>(crisis::make(tx, (family, site), "en", &event)?)
    };
    d.store.write(permit, unit).await.expect("it is written down")
}

async fn change(
    d: &Deployment,
    by: &Somebody,
    action: Action,
    id: CrisisId,
    verb: impl Fn(&Tx, &Crisis) -> Result<Event, Refusal> + Send + Sync + 'static,
) -> Result<(), Why> {
    let permit = d.may(&by.actor, action, Object::Crisis(id)).await;
    let unit = move |tx: &Tx| {
        let crisis = crisis::load(tx, id)?;
        let event = verb(tx, &crisis)?;
        Ok(crisis::record(tx, &crisis, "en", &event)?)
    };
    d.store.write(permit, unit).await
}

async fn shown(d: &Deployment, by: &Somebody, id: CrisisId) -> CrisisShown {
    let permit = d.may(&by.actor, Action::OpenCrisis, Object::Crisis(id)).await;
    d.store.read(permit, move |tx| crisis::show(tx, id)).await.unwrap()
}

#[test]
fn what_comes_later_is_added_and_what_stood_there_is_kept() {
    on_both(async |d| {
        let of = supported(d).await;
        let id = written(d, &of.carer, &of, 60).await;
        for (outcome, words) in [
            (Outcome::GoesOn, "They are still up."),
            (Outcome::Calmer, "All asleep."),
        ] {
            let entry = Entry::Ended(outcome, Some(text(words)));
            let add = move |tx: &Tx, crisis: &Crisis| crisis.add(entry.clone(), tx.now());
            change(d, &of.carer, Action::AddToCrisis, id, add).await.unwrap();
        }
        let told = Entry::Told(vec![Told::Other, Told::Supervisor], None);
        let add = move |tx: &Tx, crisis: &Crisis| crisis.add(told.clone(), tx.now());
        change(d, &of.manager, Action::AddToCrisis, id, add).await.unwrap();
        let read = shown(d, &of.manager, id).await;
        assert_eq!(
            (read.entries.len(), read.crisis.entries, read.crisis.version),
            (4, 4, 4)
        );
        assert_eq!(read.outcome(), Some(Outcome::Calmer), "the last holds");
        assert_eq!(
            read.entries[1].words.as_deref(),
            Some("They are still up."),
            "and the first is kept"
        );
        assert_eq!(
            read.entries[3].what,
            crisis::What::Told(vec![Told::Supervisor, Told::Other])
        );
        let first = read.first_response().map(store::clock::instant);
        let took = time_to_response(read.crisis.received_at, first);
        assert_eq!(took, Some(SignedDuration::from_mins(4)), "worked out");
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
fn whoever_supervises_and_the_familys_social_worker_are_told_that_something_waits() {
    on_both(async |d| {
        let of = supported(d).await;
        let worker = d.staff("Sioned", Role::FamilyWorker, of.site).await;
        let supervisor = d.staff("Rhian", Role::Supervisor, of.site).await;
        let lead = d.staff("Elin", Role::SafeguardingLead, of.site).await;
        for (who, role) in [(&worker, Role::FamilyWorker), (&supervisor, Role::Supervisor)] {
            d.assign(who, role, of.family, of.site, TODAY, None).await;
        }
        let id = written(d, &of.carer, &of, 30).await;
        let sql =
            "select account_id from outbox where kind = 'urgent_to_read' and object_id is null order by account_id";
        let to: Vec<Uuid> = d.raw.rows(sql, &[]).await.iter().map(|row| row[0].id()).collect();
        let mut both = vec![worker.id.uuid(), supervisor.id.uuid()];
        both.sort_unstable();
        assert_eq!(to, both);
        assert_eq!(crisis::to_sign(&d.store, supervisor.id).await.unwrap().len(), 1);
        assert!(crisis::to_sign(&d.store, worker.id).await.unwrap().is_empty());
        let on = Object::Crisis(id);
        assert_eq!(d.refusal(&worker.actor, Action::OpenCrisis, on).await, GIVEN);
        assert_eq!(d.refusal(&lead.actor, Action::OpenCrisis, on).await, GIVEN);
        for (who, action) in [
            (&worker, Action::AddToCrisis),
            (&worker, Action::SignCrisis),
            (&of.carer, Action::SignCrisis),
            (&lead, Action::AddToCrisis),
        ] {
            assert_eq!(d.refusal(&who.actor, action, on).await, REFUSED, "{action:?}");
        }
        let by = supervisor.id;
        let sign = move |tx: &Tx, crisis: &Crisis| crisis.sign(by, tx.today(), Some(text("Thank you")));
        change(d, &supervisor, Action::SignCrisis, id, sign).await.unwrap();
        let again = change(d, &supervisor, Action::SignCrisis, id, sign).await;
        assert!(matches!(again, Err(Why::Refused(Refusal::SignedAlready { .. }))));
        let read = shown(d, &worker, id).await;
        assert_eq!(read.signed_by.as_deref(), Some("Rhian"));
        assert_eq!(read.signed_words.as_deref(), Some("Thank you"));
        assert!(crisis::to_sign(&d.store, supervisor.id).await.unwrap().is_empty());
    });
}

#[test]
fn a_family_kept_from_somebody_keeps_its_calls_for_help_from_them() {
    on_both(async |d| {
        let of = supported(d).await;
        let supervisor = d.staff("Rhian", Role::Supervisor, of.site).await;
        d.assign(&supervisor, Role::Supervisor, of.family, of.site, TODAY, None)
            .await;
        let (family, person, who) = (of.family, of.people[0], supervisor.id);
        d.house(move |tx| store::account::standing::protect(tx, family, person, who))
            .await;
        let id = written(d, &of.carer, &of, 30).await;
        assert_eq!(
            d.raw
                .rows("select 1 from outbox where kind = 'urgent_to_read'", &[])
                .await
                .len(),
            0
        );
        assert!(crisis::to_sign(&d.store, supervisor.id).await.unwrap().is_empty());
        let on = Object::Crisis(id);
        assert_eq!(d.refusal(&supervisor.actor, Action::OpenCrisis, on).await, REFUSED);
    });
}

#[test]
fn a_page_of_the_timeline_is_read_from_a_place_and_withholds_words_from_whoever_may_not_read_them() {
    on_both(async |d| {
        let of = supported(d).await;
        for minutes in [90, 60, 30] {
            written(d, &of.carer, &of, minutes).await;
        }
        let family = of.family;
        let page = d.house(move |tx| crisis::page(tx, family, None, 2, true)).await;
        assert_eq!(page.len(), 2);
        assert!(page[1].at < page[0].at, "newest first");
        assert_eq!(page[0].asked.as_deref(), Some("She asked me to come."));
        assert_eq!(page[0].first_response, Some(page[0].at + 4 * 60 * 1_000_000));
        let last = (page[1].at, page[1].id.uuid());
        let rest = d.house(move |tx| crisis::page(tx, family, Some(last), 9, false)).await;
        assert_eq!(rest.len(), 1);
        assert_eq!(rest[0].asked, None);
    });
}

#[test]
fn a_call_for_help_is_kept_through_the_wind_down_and_no_longer() {
    on_both(async |d| {
        let of = supported(d).await;
        let id = written(d, &of.carer, &of, 30).await;
        for (last, expected) in [("2026-03-01", GIVEN), ("2026-01-10", REFUSED)] {
            d.raw.run("update agreement set ends_on = $1", &[last.into()]).await;
            let (family, on) = (Object::Family(of.family), Object::Crisis(id));
            assert_eq!(d.refusal(&of.carer.actor, Action::WriteCrisis, family).await, expected);
            for action in [Action::OpenCrisis, Action::AddToCrisis] {
                assert_eq!(
                    d.refusal(&of.carer.actor, action, on).await,
                    expected,
                    "{last} {action:?}"
                );
            }
        }
    });
}

#[test]
fn calls_for_help_are_what_a_suggestion_to_step_up_counts() {
    on_both(async |d| {
        let of = supported(d).await;
        for minutes_ago in [60, 60 * 24 * 5] {
            written(d, &of.carer, &of, minutes_ago).await;
        }
        let family = of.family;
        let known = d.house(move |tx| store::due::known(tx, family, 60)).await;
        assert_eq!(known.urgent.len(), 2);
        assert!(
            known.urgent[1] < known.urgent[0],
            "the latest first: {:?}",
            known.urgent
        );
    });
}

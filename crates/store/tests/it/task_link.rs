//! A link for somebody outside: it works once, for some days, and leaves nothing behind.

use crate::support::people::{Somebody, child, day, refer};
use crate::support::raw::Cell;
use crate::support::{Deployment, on_both};
use domain::access::{Action, Actor, Denied, Object};
use domain::id::{SiteId, TaskLinkId};
use domain::role::Role;
use domain::send::Notice;
use store::task_link::{self, Asked};
use store::{Error, Tx};

const EMAIL: &str = "pennaeth@ysgol.example";

async fn ask(d: &Deployment, who: &Somebody, site: SiteId) -> Result<TaskLinkId, Error> {
    let permit = d.may(&who.actor, Action::Refer, Object::Site(site)).await;
    let unit = move |tx: &Tx| {
        let asked = Asked {
            site,
            name: "Mrs Prys, Ysgol y Bont",
            email: EMAIL,
            language: "cy",
            body: "worker=Mrs+Prys",
        };
        task_link::make(tx, &asked)?;
        Ok::<_, Error>(task_link::list(tx)?[0].id)
    };
    d.store.write(permit, unit).await
}

/// The secret as it leaves with the message.
async fn secret(d: &Deployment) -> [u8; 32] {
    let gone = store::outbox::claim(&d.store, 10).await.unwrap();
    let mut links = gone.into_iter().filter_map(|one| match one.to {
        Ok((to, Notice::OneTimeLink { secret, .. })) => Some((to, secret.0)),
        _ => None,
    });
    let (to, secret) = links.next_back().expect("a link is sent");
    assert_eq!(to, EMAIL);
    secret
}

async fn send(d: &Deployment, id: TaskLinkId, site: SiteId) -> Result<domain::id::ReferralId, Error> {
    let unit = move |tx: &Tx| task_link::send(tx, id, refer(site, vec![child("Ada Evans")]), day("2026-03-10"));
    let actor = Actor::TaskLink(id);
    d.store
        .act(&actor, Action::ReferByLink, Object::TaskLink(id), unit)
        .await
}

#[test]
fn what_is_typed_behind_a_link_is_kept_sealed_and_sent_once_in_the_name_of_whoever_asked() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
        d.staff("Megan", Role::ProgrammeManager, site).await;
        let id = ask(d, &worker, site).await.unwrap();
        let secret = secret(d).await;
        let found = task_link::find(&d.store, &secret).await.unwrap().unwrap();
        assert_eq!((found.id, found.language.as_str(), found.sent), (id, "cy", None));
        let mut wrong = secret;
        wrong[31] ^= 1;
        assert!(task_link::find(&d.store, &wrong).await.unwrap().is_none());

        let actor = Actor::TaskLink(id);
        let keep = move |tx: &Tx| {
            assert_eq!(task_link::open(tx, id)?, "worker=Mrs+Prys");
            task_link::keep(tx, id, "worries=Something+ordinary")
        };
        d.store
            .act(&actor, Action::ReferByLink, Object::TaskLink(id), keep)
            .await
            .unwrap();
        let row = d.raw.rows("select body, name, email from task_link", &[]).await;
        let holds = |bytes: &[u8], words: &str| bytes.windows(words.len()).any(|part| part == words.as_bytes());
        for (cell, words) in row[0].iter().zip(["ordinary", "Prys", "ysgol"]) {
            assert!(!holds(cell.bytes(), words), "{words} can be read");
        }

        let referral = send(d, id, site).await.unwrap();
        let permit = d
            .may(&worker.actor, Action::OpenReferral, Object::Referral(referral))
            .await;
        let shown = d
            .store
            .read(permit, move |tx| store::referral::show(tx, referral))
            .await
            .unwrap();
        assert_eq!(shown.referral.referred_by, worker.id);
        let found = task_link::find(&d.store, &secret).await.unwrap().unwrap();
        assert_eq!(found.sent, Some((shown.referral.reference, day("2026-03-17"))));
        let kinds = d
            .raw
            .rows("select kind, account_id from outbox order by kind", &[])
            .await;
        let by_worker = Cell::Bytes(worker.id.uuid().as_bytes().to_vec());
        let kinds: Vec<(&str, bool, bool)> = kinds
            .iter()
            .map(|row| (row[0].text(), row[1] == by_worker, row[1] == Cell::Null))
            .collect();
        let told = [
            ("one_time_link", false, true),
            ("referral_received", true, false),
            ("referral_received_outside", false, true),
            ("referral_to_decide", false, false),
        ];
        assert_eq!(kinds, told);

        // Used is used, for reading too, and what was typed is gone.
        assert!(matches!(send(d, id, site).await, Err(Error::Denied(Denied::Refused))));
        assert_eq!(
            d.raw
                .one("select count(*) from task_link where body is null", &[])
                .await
                .int(),
            1
        );
        assert_eq!(d.raw.one("select count(*) from referral", &[]).await.int(), 1);
    });
}

#[test]
fn of_many_who_send_at_once_by_one_link_one_is_stored() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
        let id = ask(d, &worker, site).await.unwrap();
        let sent = sent_at_once(d, id, site).await;
        assert_eq!(sent, 1);
        assert_eq!(d.raw.one("select count(*) from referral", &[]).await.int(), 1);
    });
}

async fn sent_at_once(d: &Deployment, id: TaskLinkId, site: SiteId) -> usize {
    let mut tasks = Vec::new();
    for _ in 0..20 {
        let store = d.store.clone();
        tasks.push(tokio::spawn(async move {
            let unit = move |tx: &Tx| task_link::send(tx, id, refer(site, vec![child("Ada Evans")]), day("2026-03-10"));
            let actor = Actor::TaskLink(id);
            store
                .act(&actor, Action::ReferByLink, Object::TaskLink(id), unit)
                .await
                .is_ok()
        }));
    }
    let mut sent = 0;
    for task in tasks {
        sent += usize::from(task.await.unwrap());
    }
    sent
}

#[test]
fn a_link_stops_after_its_days_and_everything_of_it_goes() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
        let id = ask(d, &worker, site).await.unwrap();
        let secret = secret(d).await;
        d.seconds_later(task_link::DAYS * 24 * 60 * 60 - 60);
        assert!(task_link::find(&d.store, &secret).await.unwrap().is_some());
        assert_eq!(store::maintain::tidy(&d.store).await.unwrap().links, 0);
        d.seconds_later(60);
        assert!(task_link::find(&d.store, &secret).await.unwrap().is_none());
        assert!(matches!(send(d, id, site).await, Err(Error::Denied(Denied::Refused))));
        assert_eq!(store::maintain::tidy(&d.store).await.unwrap().links, 1);
        assert_eq!(d.raw.one("select count(*) from task_link", &[]).await.int(), 0);
        let keys = d
            .raw
            .one("select count(*) from subject where id = $1", &[id.into()])
            .await;
        assert_eq!(keys.int(), 0);
    });
}

#[test]
fn a_link_is_its_makers_to_see_and_to_take_back_and_there_are_only_so_many() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
        let other = d.staff("Bethan", Role::FamilyWorker, site).await;
        let id = ask(d, &worker, site).await.unwrap();
        let secret = secret(d).await;
        let list = async |who: &Somebody| {
            let permit = d.may(&who.actor, Action::Refer, Object::Lists).await;
            d.store.read(permit, task_link::list).await.unwrap()
        };
        let own = list(&worker).await;
        assert_eq!(
            (own[0].id, own[0].name.as_str(), own[0].email.as_str()),
            (id, "Mrs Prys, Ysgol y Bont", EMAIL)
        );
        assert_eq!((own[0].until, own[0].is_begun), (day("2026-03-16"), false));
        assert!(list(&other).await.is_empty());
        let take_back = async |who: &Somebody| {
            let permit = d.may(&who.actor, Action::Refer, Object::Lists).await;
            d.store.write(permit, move |tx| task_link::take_back(tx, id)).await
        };
        assert!(matches!(take_back(&other).await, Err(Error::NotFound)));
        take_back(&worker).await.unwrap();
        assert!(task_link::find(&d.store, &secret).await.unwrap().is_none());
        for _ in 0..task_link::LINKS_MAX {
            ask(d, &worker, site).await.unwrap();
        }
        let refused = ask(d, &worker, site).await.unwrap_err();
        assert!(
            matches!(&refused, Error::Constraint(which) if which == "task_links_max"),
            "{refused}"
        );
        ask(d, &other, site).await.unwrap();
    });
}

#[test]
fn a_link_refers_only_to_the_area_it_was_made_for_and_never_to_a_family_on_record() {
    on_both(async |d| {
        let (site, there) = (d.site("Here").await, d.site("There").await);
        let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
        let known = d.family(&worker, site, "Cai Rees").await;
        let id = ask(d, &worker, site).await.unwrap();
        assert!(send(d, id, there).await.is_err());
        let follow = move |tx: &Tx| {
            let mut form = refer(site, vec![child("Ada Evans")]);
            form.follows = Some(known.id);
            task_link::send(tx, id, form, day("2026-03-10"))
        };
        let actor = Actor::TaskLink(id);
        let refused = d
            .store
            .act(&actor, Action::ReferByLink, Object::TaskLink(id), follow)
            .await;
        assert!(matches!(refused, Err(Error::NotFound)));
        assert_eq!(d.raw.one("select count(*) from referral", &[]).await.int(), 1);
        send(d, id, site).await.unwrap();
    });
}

//! Lists page by a key, leave nothing out and show nothing twice, and each reader sees their own part.

use crate::support::people::{Somebody, child, day, refer, refer_in};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::id::{FamilyId, ReferralId, SiteId};
use domain::referral::Priority;
use domain::role::Role;
use store::Tx;
use store::referral::{After, AfterWaiting};

async fn families(d: &Deployment, who: &Somebody, after: Option<FamilyId>, most: i64) -> Vec<(FamilyId, String)> {
    let permit = d.may(&who.actor, Action::ListFamilies, Object::Lists).await;
    let lines = d
        .store
        .read(permit, move |tx| store::family::list(tx, after, most))
        .await
        .unwrap();
    lines.into_iter().map(|line| (line.id, line.name)).collect()
}

async fn board(
    d: &Deployment,
    who: &Somebody,
    stage: &'static str,
    after: Option<After>,
    most: i64,
) -> Vec<(After, String)> {
    let permit = d.may(&who.actor, Action::ListReferrals, Object::Lists).await;
    let lines = d
        .store
        .read(permit, move |tx| store::referral::board(tx, stage, after, most))
        .await
        .unwrap();
    lines
        .into_iter()
        .map(|line| ((line.received_on, line.id), line.name))
        .collect()
}

async fn waiting(
    d: &Deployment,
    who: &Somebody,
    after: Option<AfterWaiting>,
    most: i64,
) -> Vec<(AfterWaiting, String)> {
    let permit = d.may(&who.actor, Action::ListWaiting, Object::Lists).await;
    let lines = d
        .store
        .read(permit, move |tx| store::referral::waiting(tx, after, most))
        .await
        .unwrap();
    lines.into_iter().map(|one| (one.place(), one.line.name)).collect()
}

/// Accepts a referral as the site's manager.
async fn accept(d: &Deployment, manager: &Somebody, id: ReferralId) {
    let permit = d
        .may(&manager.actor, Action::DecideReferral, Object::Referral(id))
        .await;
    let by = manager.id;
    let unit = move |tx: &Tx| {
        let referral = store::referral::load(tx, id)?;
        let event = referral.accept(by, tx.today()).expect("it waits for a decision");
        tx.record(&referral, &event, "en")
    };
    d.store.write(permit, unit).await.unwrap();
}

#[test]
fn families_come_newest_first_in_pages_without_a_gap_or_a_repeat() {
    on_both(async |d| {
        let (here, there) = (d.site("Here").await, d.site("There").await);
        let manager = d.staff("Megan", Role::ProgrammeManager, here).await;
        d.give(manager.id, Role::ProgrammeManager, there.uuid()).await;
        let mut expected = Vec::new();
        for n in 0..23 {
            d.seconds_later(1);
            let name = format!("Family{n}");
            let made = d
                .family(&manager, if n % 3 == 0 { there } else { here }, &format!("Ada {name}"))
                .await;
            expected.insert(0, (made.family, name));
        }
        let mut seen = Vec::new();
        let mut after = None;
        let sizes = loop {
            let page = families(d, &manager, after, 5).await;
            let Some((last, _)) = page.last() else { break seen.len() };
            after = Some(*last);
            seen.extend(page);
        };
        assert_eq!(sizes, 23);
        assert_eq!(seen, expected);
        d.raw
            .run(
                "update family set stage = 'closed' where id = $1",
                &[expected[0].0.into()],
            )
            .await;
        assert_eq!(
            families(d, &manager, None, 50).await,
            expected[1..],
            "one that is closed is not listed"
        );
    });
}

#[test]
fn a_worker_lists_only_the_families_and_referrals_they_work_with() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        let worker = d.staff("Wil", Role::FamilyWorker, site).await;
        let supervisor = d.staff("Sioned", Role::Supervisor, site).await;
        let carer = d.staff("Carys", Role::Carer, site).await;
        d.family(&manager, site, "Ada Evans").await;
        let own = d.family(&worker, site, "Bo Price").await;
        let other = d.family(&manager, site, "Cai Rees").await;
        for who in [&worker, &supervisor, &carer] {
            d.assign(who, Role::Supervisor, other.family, site, "2026-01-01", None)
                .await;
        }
        let names = |lines: Vec<(FamilyId, String)>| lines.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        let mut of_worker = names(families(d, &worker, None, 10).await);
        of_worker.sort();
        assert_eq!(of_worker, ["Price", "Rees"], "referred by them, or assigned");
        assert_eq!(names(families(d, &supervisor, None, 10).await), ["Rees"]);
        assert_eq!(names(families(d, &carer, None, 10).await), ["Rees"]);
        assert_eq!(families(d, &manager, None, 10).await.len(), 3);
        let mut ids: Vec<ReferralId> = board(d, &worker, "submitted", None, 10)
            .await
            .into_iter()
            .map(|(at, _)| at.1)
            .collect();
        ids.sort();
        let mut expected = vec![own.id, other.id];
        expected.sort();
        assert_eq!(ids, expected);
        assert_eq!(board(d, &supervisor, "submitted", None, 10).await.len(), 1);
        assert_eq!(board(d, &manager, "submitted", None, 10).await.len(), 3);
    });
}

/// Refers a family on a day of this month, at noon.
async fn referred_on(d: &Deployment, by: &Somebody, site: SiteId, name: &str, received: &str) -> ReferralId {
    d.seconds_later(1);
    let made = refer_in(&d.store, by, refer(site, vec![child(name)])).await;
    d.raw
        .run(
            "update referral set received_on = $1 where id = $2",
            &[received.into(), made.id.into()],
        )
        .await;
    made.id
}

#[test]
fn the_board_shows_one_stage_newest_first_in_pages_even_where_days_are_equal() {
    on_both(async |d| {
        let (here, there) = (d.site("Here").await, d.site("There").await);
        let manager = d.staff("Megan", Role::ProgrammeManager, here).await;
        d.give(manager.id, Role::ProgrammeOfficer, there.uuid()).await;
        let stranger = d.staff("Sam", Role::ProgrammeManager, there).await;
        let mut expected = Vec::new();
        for n in 0..14 {
            let received = ["2026-03-01", "2026-03-02"][usize::from(n >= 7)];
            let (by, site) = if n % 2 == 0 {
                (&manager, here)
            } else {
                (&stranger, there)
            };
            let id = referred_on(d, by, site, &format!("Ada Family{n}"), received).await;
            expected.push((day(received), id));
        }
        expected.sort();
        expected.reverse();
        let mut seen: Vec<After> = Vec::new();
        loop {
            let page = board(d, &manager, "submitted", seen.last().copied(), 4).await;
            if page.is_empty() {
                break;
            }
            seen.extend(page.into_iter().map(|(at, _)| at));
        }
        assert_eq!(seen, expected);
        assert_eq!(
            board(d, &stranger, "submitted", None, 50).await.len(),
            7,
            "of their own site"
        );
        let decided = expected
            .iter()
            .find(|(_, id)| seen.contains(&(day("2026-03-02"), *id)))
            .unwrap()
            .1;
        let site = d
            .raw
            .one("select site_id from referral where id = $1", &[decided.into()])
            .await
            .id();
        let by = if site == here.uuid() { &manager } else { &stranger };
        accept(d, by, decided).await;
        assert_eq!(board(d, &manager, "submitted", None, 50).await.len(), 13);
        assert_eq!(board(d, &manager, "waiting", None, 50).await.len(), 1);
        assert_eq!(board(d, &manager, "withdrawn", None, 50).await, []);
    });
}

#[test]
fn who_has_waited_longest_comes_first_on_the_waiting_list() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        let mut expected = Vec::new();
        for (n, since) in ["2026-02-03", "2026-01-05", "2026-02-03", "2025-12-24", "2026-03-01"]
            .into_iter()
            .enumerate()
        {
            let id = referred_on(d, &manager, site, &format!("Ada Family{n}"), "2025-12-01").await;
            accept(d, &manager, id).await;
            d.raw
                .run(
                    "update referral set waiting_since = $1 where id = $2",
                    &[since.into(), id.into()],
                )
                .await;
            expected.push((Priority::Usual, day(since), id));
        }
        expected.sort();
        let mut seen: Vec<AfterWaiting> = Vec::new();
        loop {
            let page = waiting(d, &manager, seen.last().copied(), 2).await;
            if page.is_empty() {
                break;
            }
            seen.extend(page.into_iter().map(|(at, _)| at));
        }
        assert_eq!(seen, expected);
        let supervisor = d.staff("Sioned", Role::Supervisor, site).await;
        let own = waiting(d, &supervisor, None, 10).await;
        assert_eq!(
            own,
            [],
            "a place on the whole site's list is not shown to those who see their own families only"
        );
    });
}

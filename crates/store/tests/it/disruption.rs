//! Days on which everybody of an area is kept at home let its families off and no other's, on both engines.

use crate::session::supported;
use crate::support::house::REFUSED;
use crate::support::people::{Somebody, day};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::disruption::{Cause, Disruption, NewDisruption};
use domain::id::{DisruptionId, SiteId};
use domain::role::Role;
use store::{Tx, disruption};

async fn set(d: &Deployment, by: &Somebody, site: SiteId, (from, to): (&str, &str)) -> DisruptionId {
    let permit = d.may(&by.actor, Action::SetDisruption, Object::Site(site)).await;
    let new = NewDisruption {
        from: day(from),
        to: day(to),
        cause: Cause::Flood,
    };
    let unit = move |tx: &Tx| {
        disruption::hold(tx, site)?;
        disruption::set(tx, site, new)
    };
    d.store.write(permit, unit).await.unwrap()
}

async fn now(d: &Deployment, by: &Somebody) -> Vec<Disruption> {
    let permit = d.may(&by.actor, Action::ListFamilies, Object::Lists).await;
    d.store.read(permit, disruption::now).await.unwrap()
}

#[test]
fn days_at_home_let_the_families_of_the_area_off_until_they_are_taken_back() {
    on_both(async |d| {
        let of = supported(d).await;
        let (site, family) = (of.site, of.family);
        let there = d.site("There").await;
        let other = d.staff("Mair", Role::ProgrammeManager, there).await;
        for stranger in [&other, &of.carer] {
            let refusal = d.refusal(&stranger.actor, Action::SetDisruption, Object::Site(site));
            assert_eq!(refusal.await, REFUSED);
        }
        let let_off = async || {
            let known = d.house(move |tx| store::due::known(tx, family, 30)).await;
            known.case.record.disrupted.len()
        };
        let kept = async || d.house(move |tx| store::due::kept(tx, family)).await;
        let before = kept().await;
        set(d, &other, there, ("2026-03-09", "2026-03-22")).await;
        assert_eq!((let_off().await, kept().await), (0, before), "another area's");
        let id = set(d, &of.manager, site, ("2026-03-09", "2026-03-22")).await;
        assert_eq!(let_off().await, 1);
        assert_ne!(kept().await, before, "no contact is due in those weeks");
        let [one] = now(d, &of.carer).await[..] else {
            panic!("one is on")
        };
        assert_eq!((one.id, one.cause, one.to), (id, Cause::Flood, day("2026-03-22")));
        assert_eq!(now(d, &other).await.len(), 1, "their own");
        let permit = d
            .may(&of.manager.actor, Action::SetDisruption, Object::Site(site))
            .await;
        let back = move |tx: &Tx| disruption::take_back(tx, &one);
        d.store.write(permit, back).await.unwrap();
        assert_eq!((let_off().await, kept().await), (0, before));
        assert!(now(d, &of.carer).await.is_empty());
        let all = d.house(move |tx| disruption::of_site(tx, site)).await;
        assert!(all[0].disruption.is_taken_back && all[0].by.as_deref() == Some("Megan"));
        let elsewhere = d.may(&other.actor, Action::SetDisruption, Object::Site(there)).await;
        let found = d.store.read(elsewhere, move |tx| disruption::load(tx, there, id)).await;
        assert!(matches!(found, Err(store::Error::NotFound)));
    });
}

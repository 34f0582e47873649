//! The second belt on a server: a unit of work sees no row of another site, even with a bad query.

use crate::likeness::{join, listed, say};
use crate::support::people::{child, day, living_at, refer, refer_in, text};
use crate::support::raw::{Cell, Raw};
use crate::support::{Engine, on};
use domain::access::{Action, Actor, Object, Permit};
use domain::family::Part;
use domain::id::AddressId;
use domain::role::Role;
use store::{Error, Tx};

/// Tables whose rows belong to a site.
const BELTED: [&str; 13] = [
    "family",
    "person",
    "address",
    "referral",
    "referral_entry",
    "assignment",
    "name_token",
    "break_glass",
    "alert",
    "likeness",
    "family_merge",
    "person_link",
    "person_move",
];

#[test]
fn a_unit_of_work_for_one_site_sees_no_row_of_another_even_with_a_bad_query() {
    on(Engine::Postgres, async |d| {
        let (here, there) = (d.site("Here").await, d.site("There").await);
        let manager = d.staff("Megan", Role::ProgrammeManager, here).await;
        let stranger = d.staff("Sam", Role::ProgrammeManager, there).await;
        let ours = d.family(&manager, here, "Ada Evans").await;
        let form = living_at("1 Hidden Row", false, refer(there, vec![child("Bo Price")]));
        let theirs = refer_in(&d.store, &stranger, form).await;
        let address = AddressId::from_uuid(d.raw.one("select id from address", &[]).await.id());
        let stored = d
            .raw
            .one("select id from person where family_id = $1", &[theirs.family.into()])
            .await;
        assert!(matches!(stored, Cell::Bytes(_)), "it is there");
        // The reading of the other family, by somebody whose permit is for one of their own.
        let bad = move |tx: &Tx| -> Result<(), Error> {
            assert!(matches!(store::family::load(tx, theirs.family), Err(Error::NotFound)));
            assert!(store::family::people(tx, theirs.family)?.is_empty());
            assert!(store::family::addresses(tx, theirs.family)?.is_empty());
            assert!(matches!(store::family::address(tx, address), Err(Error::NotFound)));
            assert!(matches!(store::referral::show(tx, theirs.id), Err(Error::NotFound)));
            assert!(matches!(store::referral::load(tx, theirs.id), Err(Error::NotFound)));
            assert!(store::family::load(tx, ours.family).is_ok(), "one's own is there");
            Ok(())
        };
        let permits: [Permit; 3] = [
            d.may(&manager.actor, Action::OpenFamily, Object::Family(ours.family))
                .await,
            d.may(&manager.actor, Action::DecideReferral, Object::Referral(ours.id))
                .await,
            d.may(&manager.actor, Action::ListFamilies, Object::Lists).await,
        ];
        for permit in permits {
            d.store.write(permit, bad).await.unwrap();
        }
        let permit = d
            .may(&manager.actor, Action::OpenFamily, Object::Family(ours.family))
            .await;
        d.store.read(permit, bad).await.unwrap();
    });
}

#[test]
fn a_unit_of_work_for_one_site_changes_no_row_of_another() {
    on(Engine::Postgres, async |d| {
        let (here, there) = (d.site("Here").await, d.site("There").await);
        let manager = d.staff("Megan", Role::ProgrammeManager, here).await;
        let stranger = d.staff("Sam", Role::ProgrammeManager, there).await;
        let ours = d.family(&manager, here, "Ada Evans").await;
        let theirs = d.family(&stranger, there, "Bo Price").await;
        let permit = d
            .may(&stranger.actor, Action::OpenReferral, Object::Referral(theirs.id))
            .await;
        let referral = d
            .store
            .read(permit, move |tx| store::referral::load(tx, theirs.id))
            .await
            .unwrap();
        let event = referral.accept(manager.id, day("2026-03-10")).unwrap();
        let permit = d
            .may(&manager.actor, Action::DecideReferral, Object::Referral(ours.id))
            .await;
        let changed = d
            .store
            .write(permit, move |tx| tx.record(&referral, &event, "en"))
            .await;
        assert!(matches!(changed, Err(Error::NotFound)), "{changed:?}");
        // Nor is a new one put there.
        let permit = d.may(&manager.actor, Action::Refer, Object::Site(here)).await;
        let form = refer(there, vec![child("Cai Rees")]);
        let made = d
            .store
            .write(permit, move |tx| {
                store::referral::make(tx, form.clone(), day("2026-03-10"))
            })
            .await;
        assert!(made.is_err(), "{made:?}");
        assert_eq!(d.raw.one("select count(*) from family", &[]).await, Cell::Int(2));
    });
}

#[test]
fn the_public_sees_no_family_at_all() {
    on(Engine::Postgres, async |d| {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        let made = d.family(&manager, site, "Ada Evans").await;
        let permit = d.may(&Actor::Public, Action::SeePublicPage, Object::Public).await;
        let bad = d
            .store
            .read(permit, move |tx| store::family::load(tx, made.family))
            .await;
        assert!(matches!(bad, Err(Error::NotFound)), "{:?}", bad.map(|_| ()));
    });
}

#[test]
fn the_role_the_software_has_sees_nothing_until_it_names_a_site() {
    on(Engine::Postgres, async |d| {
        let (here, there) = (d.site("Here").await, d.site("There").await);
        for (name, site) in [("Megan", here), ("Sam", there)] {
            let manager = d.staff(name, Role::ProgrammeManager, site).await;
            let supervisor = d.staff("Sioned", Role::Supervisor, site).await;
            let form = living_at("1 Hidden Row", true, refer(site, vec![child("Ada Evans")]));
            let made = refer_in(&d.store, &manager, form).await;
            d.assign(&manager, Role::Supervisor, made.family, site, "2026-01-01", None)
                .await;
            let permit = d
                .may(&manager.actor, Action::AddReferralEntry, Object::Referral(made.id))
                .await;
            let by = manager.id;
            let entry = move |tx: &Tx| {
                let referral = store::referral::load(tx, made.id)?;
                let event = referral
                    .add_entry(by, tx.today(), tx.today(), text("an entry"))
                    .expect("today is a day it may have");
                tx.record(&referral, &event, "en")
            };
            d.store.write(permit, entry).await.unwrap();
            let permit = d
                .may(&supervisor.actor, Action::AskBreakGlass, Object::Family(made.family))
                .await;
            let ask = move |tx: &Tx| {
                store::break_glass::ask(tx, made.family, store::break_glass::Code::Danger, &text("now")).map(|_| ())
            };
            d.store.write(permit, ask).await.unwrap();
        }
        for (name, site) in [("Nia", here), ("Nest", there)] {
            let manager = d.staff(name, Role::ProgrammeManager, site).await;
            let people = || vec![child("Bo Price"), child("Cai Price")];
            let first = d.refer(&manager, site, people()).await.family;
            d.refer(&manager, site, people()).await;
            let id = listed(d, &manager, "open").await[0].id;
            let moved = say(d, &manager, id, move |tx, asked| {
                let one = store::family::people(tx, first)?[0].id;
                let into = asked.question.move_person(first, Part::Child)?;
                store::likeness::move_person(tx, asked, one, first, into)?;
                Ok(())
            });
            moved.await.expect("a child is moved");
            join(d, &manager, id, first).await.expect("they are joined");
        }
        let owner = d.place.raw_as_owner().await;
        for table in BELTED {
            let all = d.raw.count(table).await;
            assert!(all >= 2, "{table} has rows of both sites");
            let mut seen = 0;
            for site in [here, there] {
                let site = site.uuid().to_string();
                let rows = count_as(&owner, &site, table).await;
                assert!(0 < rows && rows < all, "{table}: {rows} of {all}");
                let foreign = format!("{table} where site_id <> '{site}'");
                assert_eq!(count_as(&owner, &site, &foreign).await, 0, "{table}");
                seen += rows;
            }
            assert_eq!(seen, all, "{table}: each row is one site's");
            assert_eq!(count_as(&owner, "", table).await, 0, "{table} without a site");
            assert_eq!(owner.count(table).await, 0, "{table} when nothing was said");
            let both = format!("{},{}", here.uuid(), there.uuid());
            assert_eq!(count_as(&owner, &both, table).await, all, "{table} for both");
        }
    });
}

/// How many rows a query sees in a transaction of this site.
async fn count_as(raw: &Raw, site: &str, from: &str) -> i64 {
    let Raw::Server(client) = raw else { panic!("a server") };
    client
        .batch_execute(&format!("begin; select set_config('susd.site', '{site}', true)"))
        .await
        .unwrap();
    let count = raw.count(from).await;
    client.batch_execute("rollback").await.unwrap();
    count
}

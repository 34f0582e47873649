//! A family of which somebody was erased: what is left of it can still be read.

use crate::support::on_both;
use crate::support::people::{adult, child, living_at, refer, refer_in};
use domain::access::{Action, Object};
use domain::role::Role;
use store::{Error, Tx};

#[test]
fn the_page_of_a_family_opens_when_somebody_of_it_was_erased() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
        let mut form = living_at(
            "1 Heol y Bont",
            false,
            refer(site, vec![child("Ada Evans"), adult("Nia Evans")]),
        );
        form.homes[0].people.push(1);
        let made = refer_in(&d.store, &worker, form).await;
        let family = made.family;
        let read = async || {
            let permit = d.may(&worker.actor, Action::OpenFamily, Object::Family(family)).await;
            let unit = move |tx: &Tx| {
                let (found, _) = store::family::load(tx, family)?;
                let addresses = store::family::addresses(tx, family)?;
                Ok::<_, Error>((found.people, addresses, store::family::open_homes(tx, family)?))
            };
            d.store.read(permit, unit).await
        };
        let (people, addresses, homes) = read().await.unwrap();
        assert_eq!((people.len(), addresses.len(), homes[0].people.len()), (2, 2, 2));
        let gone = people[0].id;
        d.house(move |tx| store::erase::person(tx, gone)).await;
        let (people, addresses, homes) = read().await.unwrap();
        assert_eq!((people.len(), addresses.len(), homes[0].people.len()), (1, 1, 1));
    });
}

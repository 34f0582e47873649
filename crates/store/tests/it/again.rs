//! A family referred again keeps its record, and the same form sent twice is known for some minutes.

use crate::support::people::{Somebody, adult, child, day, living_at, refer, refer_in, text};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::family::{KeptAway, NewPerson, SafeContact, Ways};
use domain::id::{FamilyId, ReferralId, SiteId};
use domain::name::Name;
use domain::referral::{Event, Refer};
use domain::role::Role;
use std::collections::BTreeSet;
use store::referral::Made;
use store::{Error, Tx};

struct Before {
    site: SiteId,
    worker: Somebody,
    first: Made,
    refer: Refer,
}

/// A family of two that was referred, with a home, somebody kept away, and a hidden home of the adult.
async fn before(d: &Deployment) -> Before {
    let site = d.site("Here").await;
    let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
    let mut form = living_at(
        "1 Heol y Bont",
        false,
        refer(site, vec![child("Ada Evans"), adult("Nia Evans")]),
    );
    form.homes.push(domain::family::Home {
        address: Some(text("9 Stryd Gudd")),
        postcode: None,
        hidden: true,
        people: vec![1],
    });
    form.people[1].safe_contact = Some(SafeContact {
        address_hidden: true,
        no_message: true,
        ..SafeContact::default()
    });
    form.kept_away = vec![KeptAway {
        who: text("Dai Evans"),
        people: vec![0],
        ways: Ways {
            collect: true,
            ..Ways::default()
        },
    }];
    let first = refer_in(&d.store, &worker, form.clone()).await;
    Before {
        site,
        worker,
        first,
        refer: form,
    }
}

async fn withdraw(d: &Deployment, who: &Somebody, id: ReferralId) {
    let permit = d.may(&who.actor, Action::WithdrawReferral, Object::Referral(id)).await;
    let by = who.id;
    let unit = move |tx: &Tx| {
        let referral = store::referral::load(tx, id)?;
        let event = Event::Withdrawn {
            by,
            on: tx.today(),
            reason: None,
        };
        tx.record(&referral, &event, "en")
    };
    d.store.write(permit, unit).await.unwrap();
}

async fn try_again(d: &Deployment, who: &Somebody, again: Refer) -> Result<Made, Error> {
    let permit = d.may(&who.actor, Action::Refer, Object::Site(again.site)).await;
    let on = day("2026-03-10");
    let unit = move |tx: &Tx| store::referral::make(tx, again.clone(), on);
    d.store.write(permit, unit).await
}

async fn people(d: &Deployment, who: &Somebody, family: FamilyId) -> (Vec<domain::family::Person>, String) {
    let permit = d.may(&who.actor, Action::OpenFamily, Object::Family(family)).await;
    let unit = move |tx: &Tx| store::family::load(tx, family);
    let (family, name) = d.store.read(permit, unit).await.unwrap();
    (family.people, name)
}

/// The form of a family that is here, as it is filled in for whoever refers it again.
async fn known(d: &Deployment, was: &Before) -> Refer {
    let (people, _) = people(d, &was.worker, was.first.family).await;
    let mut again = was.refer.clone();
    again.follows = Some(was.first.id);
    again.shows_record = true;
    for (form, known) in again.people.iter_mut().zip(people) {
        form.id = Some(known.id);
    }
    again
}

#[test]
fn a_family_referred_again_is_the_same_record_with_what_is_said_now() {
    on_both(async |d| {
        let was = before(d).await;
        withdraw(d, &was.worker, was.first.id).await;
        let mut again = known(d, &was).await;
        again.people[0].name.surname = Some(Name::parse("Prys").unwrap());
        again.people.push(child("Bobi Prys"));
        again.homes = living_at("2 Heol Newydd", false, refer(was.site, Vec::new())).homes;
        again.kept_away[0].who = text("David Evans");
        let made = try_again(d, &was.worker, again).await.unwrap();
        assert_eq!(made.family, was.first.family);
        let (people, name) = people(d, &was.worker, made.family).await;
        let names: Vec<String> = people.iter().map(|person| person.name.spoken()).collect();
        assert_eq!(names, ["Ada Prys", "Nia Evans", "Bobi Prys"]);
        assert_eq!(name, "Prys, Evans");
        // The adult's hidden home was not on the form, and she is still hidden.
        assert!(people[1].safe_contact.as_ref().unwrap().address_hidden);
        let family = made.family;
        let permit = d
            .may(&was.worker.actor, Action::OpenFamily, Object::Family(family))
            .await;
        let unit = move |tx: &Tx| {
            Ok::<_, Error>((
                store::family::addresses(tx, family)?,
                store::family::safety(tx, family)?,
            ))
        };
        let (addresses, safety) = d.store.read(permit, unit).await.unwrap();
        let shown: BTreeSet<Option<&str>> = addresses.iter().map(|one| one.words.as_deref()).collect();
        assert_eq!(shown, BTreeSet::from([None, Some("2 Heol Newydd")]));
        assert_ne!(addresses[0].home_no, addresses[1].home_no);
        assert_eq!(safety.kept_away.len(), 1);
        assert_eq!(safety.kept_away[0].who.as_str(), "David Evans");
        // By the new name she is found, by the old one no more.
        for (query, found) in [("ada prys", 1), ("ada evans", 0), ("bobi", 1)] {
            let permit = d.may(&was.worker.actor, Action::SearchPeople, Object::Lists).await;
            let hits = d
                .store
                .read(permit, move |tx| store::family::search(tx, query))
                .await
                .unwrap();
            assert_eq!(hits.len(), found, "{query}");
        }
        let id = was.first.id;
        let permit = d
            .may(&was.worker.actor, Action::OpenReferral, Object::Referral(id))
            .await;
        let earlier = d
            .store
            .read(permit, move |tx| store::referral::show(tx, id))
            .await
            .unwrap();
        assert_eq!((earlier.follows, earlier.followed_by), (None, Some(made.id)));
        let permit = d
            .may(&was.worker.actor, Action::OpenReferral, Object::Referral(made.id))
            .await;
        let later = d
            .store
            .read(permit, move |tx| store::referral::show(tx, made.id))
            .await
            .unwrap();
        assert_eq!((later.follows, later.followed_by), (Some(id), None));
    });
}

#[test]
fn what_another_system_does_not_say_of_a_family_stays_and_what_a_form_left_out_goes() {
    on_both(async |d| {
        let was = before(d).await;
        withdraw(d, &was.worker, was.first.id).await;
        let mut again = known(d, &was).await;
        again.shows_record = false;
        (again.homes, again.kept_away) = (Vec::new(), Vec::new());
        again.people[1].safe_contact = None;
        again.people[1].name.forename = None;
        let second = try_again(d, &was.worker, again.clone()).await.unwrap();
        let safe = async || {
            let permit = d
                .may(&was.worker.actor, Action::OpenFamily, Object::Family(second.family))
                .await;
            let unit = move |tx: &Tx| {
                let kept_away = store::family::safety(tx, second.family)?.kept_away.len();
                Ok::<_, Error>((kept_away, store::family::addresses(tx, second.family)?.len()))
            };
            d.store.read(permit, unit).await.unwrap()
        };
        assert_eq!(safe().await, (1, 2), "nobody forgot by silence whom to keep away");
        let (people, _) = people(d, &was.worker, second.family).await;
        assert_eq!(people[1].name.spoken(), "Nia Evans");
        assert!(
            people[1]
                .safe_contact
                .as_ref()
                .is_some_and(|contact| contact.no_message)
        );
        withdraw(d, &was.worker, second.id).await;
        (again.follows, again.shows_record) = (Some(second.id), true);
        again.people[1].name.forename = Some(Name::parse("Nia").unwrap());
        try_again(d, &was.worker, again).await.unwrap();
        assert_eq!(
            safe().await,
            (0, 1),
            "the form showed it and it was taken out; the hidden home stays"
        );
    });
}

#[test]
fn nobody_is_referred_again_while_they_wait_or_from_another_family() {
    on_both(async |d| {
        let was = before(d).await;
        let again = known(d, &was).await;
        let refused = try_again(d, &was.worker, again.clone()).await.unwrap_err();
        assert!(
            matches!(&refused, Error::Constraint(which) if which == "referral_not_over"),
            "{refused}"
        );
        withdraw(d, &was.worker, was.first.id).await;
        let other = d.family(&was.worker, was.site, "Cai Rees").await;
        let (others, _) = people(d, &was.worker, other.family).await;
        let stranger = |change: &dyn Fn(&mut Refer)| {
            let mut form = again.clone();
            change(&mut form);
            form
        };
        for form in [
            stranger(&|form| form.people[0].id = Some(others[0].id)),
            stranger(&|form| form.people[0].part = domain::family::Part::Adult),
            stranger(&|form| {
                form.people.push(NewPerson {
                    id: form.people[0].id,
                    ..child("Twice Named")
                });
            }),
            stranger(&|form| form.follows = None),
        ] {
            let refused = try_again(d, &was.worker, form).await.unwrap_err();
            assert!(matches!(refused, Error::NotFound), "{refused}");
        }
        try_again(d, &was.worker, again.clone()).await.unwrap();
        // The second one waits now: there is no third beside it.
        let refused = try_again(d, &was.worker, again).await.unwrap_err();
        assert!(
            matches!(&refused, Error::Constraint(which) if which == "one_open_referral_a_family"),
            "{refused}"
        );
    });
}

#[test]
fn the_same_people_sent_again_within_ten_minutes_are_known_in_any_order_and_spelling() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
        let other = d.staff("Bethan", Role::FamilyWorker, site).await;
        let made = d
            .refer(&worker, site, vec![child("Siân Evans"), adult("Nia Evans")])
            .await;
        let asked = async |who: &Somebody, people: Vec<NewPerson>| {
            let permit = d.may(&who.actor, Action::Refer, Object::Site(site)).await;
            let form = refer(site, people);
            let unit = move |tx: &Tx| store::referral::just_sent(tx, None, &form);
            d.store.write(permit, unit).await.unwrap()
        };
        let swapped = || vec![adult("nia EVANS"), child("Sian Evans")];
        assert_eq!(asked(&worker, swapped()).await, Some(made.id));
        assert_eq!(asked(&other, swapped()).await, None, "somebody else may know no better");
        assert_eq!(asked(&worker, vec![child("Siân Evans")]).await, None);
        assert_eq!(
            asked(&worker, vec![child("Nia Evans"), adult("Siân Evans")]).await,
            None
        );
        d.seconds_later(9 * 60);
        assert_eq!(asked(&worker, swapped()).await, Some(made.id));
        d.seconds_later(2 * 60);
        assert_eq!(asked(&worker, swapped()).await, None);
        let tidied = store::maintain::tidy(&d.store).await.unwrap();
        assert_eq!(tidied.digests, 1);
        assert_eq!(store::maintain::tidy(&d.store).await.unwrap().digests, 0);
    });
}

#[test]
fn of_many_copies_sent_at_once_one_is_stored() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
        let mut tasks = Vec::new();
        for _ in 0..20 {
            let permit = d.may(&worker.actor, Action::Refer, Object::Site(site)).await;
            let store = d.store.clone();
            tasks.push(tokio::spawn(async move {
                let form = refer(site, vec![child("Ada Evans")]);
                let unit = move |tx: &Tx| match store::referral::just_sent(tx, None, &form)? {
                    Some(_) => Ok::<_, Error>(false),
                    None => store::referral::make(tx, form.clone(), day("2026-03-10")).map(|_| true),
                };
                store.write(permit, unit).await
            }));
        }
        let mut stored = 0;
        for task in tasks {
            stored += u32::from(task.await.unwrap().unwrap());
        }
        assert_eq!(stored, 1);
        assert_eq!(d.raw.one("select count(*) from referral", &[]).await.int(), 1);
    });
}

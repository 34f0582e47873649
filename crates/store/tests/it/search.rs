//! People are found by their names however these are typed, by those who may see them and nobody else.

use crate::support::people::{Somebody, adult, child, day};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::day::Birth;
use domain::id::PersonId;
use domain::name::Name;
use domain::role::Role;

/// The names found, in order.
async fn found(d: &Deployment, who: &Somebody, query: &str) -> Vec<String> {
    let permit = d.may(&who.actor, Action::SearchPeople, Object::Lists).await;
    let query = query.to_owned();
    let hits = d
        .store
        .read(permit, move |tx| store::family::search(tx, &query))
        .await
        .unwrap();
    let mut names: Vec<String> = hits.iter().map(|hit| hit.name.spoken()).collect();
    names.sort();
    names
}

#[test]
fn a_name_is_found_without_its_accents_capitals_and_apostrophes() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        let mut two_words = child("Anne-Marie");
        two_words.name.surname = Some(Name::parse("Mc Donald").unwrap());
        let people = vec![
            child("Siân Llŷr"),
            adult("Aoife O'Neill"),
            adult("Zoë Wałęsa-Jones"),
            two_words,
            child("Ng"),
        ];
        d.refer(&manager, site, people).await;
        for (queries, name) in [
            (
                &[
                    "Siân",
                    "Sian",
                    "sian",
                    "SIÂN",
                    "si",
                    "sia",
                    "llyr",
                    "Llŷr",
                    "LLYR",
                    "sian llyr",
                    "Llŷr Siân",
                ][..],
                "Siân Llŷr",
            ),
            (
                &[
                    "O'Neill",
                    "O’Neill",
                    "oneill",
                    "o neill",
                    "ONEILL",
                    "neill",
                    "o'n",
                    "aoife oneill",
                ][..],
                "Aoife O'Neill",
            ),
            (
                &[
                    "Zoe",
                    "walesa",
                    "Wałęsa",
                    "jones",
                    "walesa-jones",
                    "walesajones",
                    "zoë jones",
                ][..],
                "Zoë Wałęsa-Jones",
            ),
            (
                &[
                    "anne",
                    "marie",
                    "anne-marie",
                    "annemarie",
                    "mcdonald",
                    "mc donald",
                    "McDonald",
                    "donald",
                ][..],
                "Anne-Marie Mc Donald",
            ),
            (&["ng", "NG"][..], "Ng"),
        ] {
            for query in queries {
                assert_eq!(found(d, &manager, query).await, [name], "looking for {query}");
            }
        }
        for query in ["", "s", "o", "'", "sian neill", "xyz", "ian", "lyr", "%", "_i"] {
            assert_eq!(
                found(d, &manager, query).await,
                Vec::<String>::new(),
                "looking for {query:?}"
            );
        }
    });
}

#[test]
fn every_beginning_of_two_to_twelve_letters_finds_a_name_and_longer_ones_by_their_first_twelve() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        let long = "Llanfairpwllgwyngyll";
        d.refer(&manager, site, vec![child(long)]).await;
        for letters in 1..=long.len() {
            let hits = found(d, &manager, &long[..letters]).await.len();
            assert_eq!(hits, usize::from(letters >= 2), "by {letters} letters");
        }
        let same_twelve = format!("{}xyz", &long[..12]);
        assert_eq!(
            found(d, &manager, &same_twelve).await,
            [long],
            "what comes after the twelfth letter does not count"
        );
        let other_twelfth = format!("{}x", &long[..11]);
        assert_eq!(found(d, &manager, &other_twelfth).await, Vec::<String>::new());
    });
}

#[test]
fn the_name_somebody_goes_by_finds_them_too_with_their_year_and_family() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        let mut person = child("Margaret Rees");
        person.name.known_as = Some(Name::parse("Mags").unwrap());
        person.birth = Birth::On(day("2015-02-28"));
        let made = d.refer(&manager, site, vec![person]).await;
        let permit = d.may(&manager.actor, Action::SearchPeople, Object::Site(site)).await;
        let hits = d
            .store
            .read(permit, |tx| store::family::search(tx, "mags rees"))
            .await
            .unwrap();
        assert!(
            matches!(&hits[..], [hit] if hit.family == made.family && hit.birth_year == Some(2015)),
            "{hits:?}"
        );
        let reference = d.raw.one("select reference from family", &[]).await;
        assert_eq!(hits[0].reference, reference.text());
    });
}

#[test]
fn families_of_other_sites_and_families_protected_from_the_reader_are_never_found() {
    on_both(async |d| {
        let here = d.site("Here").await;
        let there = d.site("There").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, here).await;
        let their_manager = d.staff("Sam", Role::ProgrammeManager, there).await;
        let made = d.family(&manager, here, "Ada Evans").await;
        d.family(&their_manager, there, "Adam Ellis").await;
        assert_eq!(found(d, &manager, "ad").await, ["Ada Evans"]);
        assert_eq!(found(d, &their_manager, "ad").await, ["Adam Ellis"]);
        let person = PersonId::from_uuid(
            d.raw
                .one("select id from person where family_id = $1", &[made.family.into()])
                .await
                .id(),
        );
        let (family, from) = (made.family, manager.id);
        d.house(move |tx| store::account::standing::protect(tx, family, person, from))
            .await;
        assert_eq!(found(d, &manager, "ada").await, Vec::<String>::new());
        let permit = d.may(&manager.actor, Action::ListFamilies, Object::Lists).await;
        assert!(
            d.store
                .read(permit, |tx| store::family::list(tx, None, 10))
                .await
                .unwrap()
                .is_empty()
        );
        let permit = d.may(&manager.actor, Action::ListReferrals, Object::Lists).await;
        assert!(
            d.store
                .read(permit, |tx| store::referral::board(tx, "submitted", None, 10))
                .await
                .unwrap()
                .is_empty()
        );
        let other = d.staff("Meirion", Role::ProgrammeManager, here).await;
        assert_eq!(
            found(d, &other, "ada").await,
            ["Ada Evans"],
            "somebody else still finds her"
        );
    });
}

#[test]
fn a_worker_finds_only_people_of_families_they_work_with_now() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        let worker = d.staff("Wil", Role::FamilyWorker, site).await;
        let carer = d.staff("Carys", Role::Carer, site).await;
        d.family(&worker, site, "Ada Evans").await;
        let theirs = d.family(&manager, site, "Ada Price").await;
        let once = d.family(&manager, site, "Ada Rees").await;
        assert_eq!(found(d, &worker, "ada").await, ["Ada Evans"]);
        assert_eq!(found(d, &carer, "ada").await, Vec::<String>::new());
        d.assign(&carer, Role::Carer, theirs.family, site, "2026-01-01", None)
            .await;
        d.assign(&carer, Role::Carer, once.family, site, "2026-01-01", Some("2026-03-10"))
            .await;
        assert_eq!(found(d, &carer, "ada").await, ["Ada Price"]);
        assert_eq!(found(d, &manager, "ada").await, ["Ada Evans", "Ada Price", "Ada Rees"]);
    });
}

#[test]
fn a_reference_finds_a_family_for_those_who_may_list_it() {
    on_both(async |d| {
        let here = d.site("Here").await;
        let there = d.site("There").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, here).await;
        let worker = d.staff("Wil", Role::FamilyWorker, here).await;
        let stranger = d.staff("Sam", Role::ProgrammeManager, there).await;
        let made = d.family(&manager, here, "Ada Evans").await;
        let reference = d.raw.one("select reference from family", &[]).await.text().to_owned();
        for (who, expected) in [(&manager, Some(made.family)), (&worker, None), (&stranger, None)] {
            let permit = d.may(&who.actor, Action::SearchPeople, Object::Lists).await;
            let reference = reference.clone();
            let found = d
                .store
                .read(permit, move |tx| store::family::by_reference(tx, &reference))
                .await
                .unwrap();
            assert_eq!(found, expected);
        }
    });
}

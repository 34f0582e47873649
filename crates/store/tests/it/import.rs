//! Referrals from a file: each family comes in once, and all of them go again while nothing was built on them.

use crate::support::people::{Somebody, child};
use crate::support::raw::Cell;
use crate::support::{Deployment, on_both};
use domain::access::{Action, Actor, Object};
use domain::id::{ImportId, SiteId};
use domain::import::ReadFamily;
use domain::name::Name;
use domain::referral::Refer;
use domain::role::Role;
use domain::text::Text;
use jiff::civil::date;
use store::import::{self, Import, Taken};
use store::{Error, Tx};

fn family(site: SiteId, number: &str, email: &str) -> ReadFamily {
    let refer = Refer {
        people: vec![child("Mali Hughes")],
        ..Refer::to(site)
    };
    ReadFamily {
        key: Text::parse(number).unwrap(),
        rows: vec![2],
        received_on: date(2026, 3, 1),
        refer,
        worker: Name::parse("Anwen Prys").ok(),
        worker_email: Text::parse(email).ok(),
        blocked: false,
    }
}

struct Office {
    site: SiteId,
    officer: Somebody,
}

async fn office(d: &Deployment) -> Office {
    let site = d.site("Bro Gwaun").await;
    let officer = d.staff("Nia Pritchard", Role::ProgrammeOfficer, site).await;
    Office { site, officer }
}

impl Office {
    async fn act<T: Send + 'static>(
        &self,
        d: &Deployment,
        unit: impl Fn(&Tx) -> Result<T, Error> + Send + Sync + 'static,
    ) -> Result<T, Error> {
        let object = Object::Site(self.site);
        d.store
            .act(&self.officer.actor, Action::ImportReferrals, object, unit)
            .await
    }

    /// An import whose families can be taken in.
    async fn import(&self, d: &Deployment) -> ImportId {
        let site = self.site;
        let begun = self.act(d, move |tx| {
            let id = import::begin(tx, site)?;
            import::set_columns(tx, id, &["family", ""])?;
            import::start_storing(tx, id, 2)?;
            Ok(id)
        });
        begun.await.unwrap()
    }

    async fn take(&self, d: &Deployment, id: ImportId, number: &str, email: &str) -> Taken {
        let (site, family) = (self.site, family(self.site, number, email));
        let taken = self.act(d, move |tx| {
            let taken = import::take_in(tx, id, site, &family)?;
            import::count(tx, id, i64::from(matches!(taken, Taken::In(_))), 0)?;
            Ok(taken)
        });
        taken.await.unwrap()
    }

    async fn find(&self, d: &Deployment, id: ImportId) -> Result<Import, Error> {
        self.act(d, move |tx| import::find(tx, id)).await
    }
}

#[test]
fn a_family_comes_in_once_whatever_the_spelling_of_its_number() {
    on_both(async |d| {
        let office = office(d).await;
        let id = office.import(d).await;
        let first = office.take(d, id, "F-011000", "nobody@example.org").await;
        let Taken::In(made) = first else { panic!("{first:?}") };
        let gone_on = office.take(d, id, "F-011000", "nobody@example.org").await;
        assert!(
            matches!(gone_on, Taken::Before),
            "broken off and gone on with: {gone_on:?}"
        );
        let next = office.import(d).await;
        for again in ["F-011000", "f011000", " F 011000 "] {
            let taken = office.take(d, next, again.trim(), "nobody@example.org").await;
            assert!(
                matches!(taken, Taken::Known { family, referral } if family == made.family && referral == made.id),
                "{again}: {taken:?}"
            );
        }
        assert_eq!(d.raw.count("referral").await, 1);
        let other = office.take(d, id, "F-011001", "nobody@example.org").await;
        assert!(matches!(other, Taken::In(_)));
        assert_eq!(office.find(d, id).await.unwrap().taken_in, 2, "the first and the other");
    });
}

#[test]
fn the_worker_a_file_names_refers_and_works_with_the_family_or_stands_on_it_in_words() {
    on_both(async |d| {
        let office = office(d).await;
        let anwen = d.staff("Anwen Prys", Role::FamilyWorker, office.site).await;
        let email = d
            .house(move |tx| {
                let email = "anwen.prys@authority.example";
                store::account::set_email(tx, anwen.id, email)?;
                Ok(email)
            })
            .await;
        let id = office.import(d).await;
        for (number, email, by, words) in [
            ("F1", email, anwen.id, None),
            (
                "F2",
                "other@authority.example",
                office.officer.id,
                Some("Anwen Prys, other@authority.example"),
            ),
        ] {
            let Taken::In(made) = office.take(d, id, number, email).await else {
                panic!("{number} is new")
            };
            let permit = d
                .may(&office.officer.actor, Action::OpenReferral, Object::Referral(made.id))
                .await;
            let shown = d.store.read(permit, move |tx| store::referral::show(tx, made.id)).await;
            let shown = shown.unwrap();
            assert_eq!(shown.referral.referred_by, by, "{number}");
            assert_eq!(shown.worker.as_deref(), words, "{number}");
        }
        assert_eq!(d.raw.count("assignment").await, 1, "who refers works with the family");
    });
}

#[test]
fn what_came_in_goes_again_and_leaves_nothing_but_the_journal() {
    on_both(async |d| {
        let office = office(d).await;
        let tables = [
            "family",
            "person",
            "referral",
            "name_token",
            "import_family",
            "identifier",
        ];
        let before = counts(d, &tables).await;
        let subjects = d.raw.count("subject").await;
        let id = office.import(d).await;
        for number in ["F1", "F2", "F3"] {
            office.take(d, id, number, "nobody@example.org").await;
        }
        office.act(d, move |tx| import::stored(tx, id)).await.unwrap();
        let mut gone = 0;
        loop {
            let some = office.act(d, move |tx| import::undo_some(tx, id, 2)).await.unwrap();
            gone += some;
            if some == 0 {
                break;
            }
        }
        assert_eq!(gone, 3);
        assert_eq!(counts(d, &tables).await, before);
        assert_eq!(
            d.raw.count("subject").await,
            subjects + 1,
            "the key of the file is there yet"
        );
        assert_eq!(d.raw.count("tombstone").await, 6, "a restore brings nobody back");
        assert_eq!(office.find(d, id).await.unwrap().stage, import::Stage::Undone);
        let again = office.import(d).await;
        let taken = office.take(d, again, "F1", "nobody@example.org").await;
        assert!(matches!(taken, Taken::In(_)), "and can come in again");
    });
}

async fn counts(d: &Deployment, tables: &[&str]) -> Vec<i64> {
    let mut all = Vec::new();
    for table in tables {
        all.push(d.raw.count(table).await);
    }
    all
}

#[test]
fn what_was_built_on_is_named_and_stays() {
    on_both(async |d| {
        let office = office(d).await;
        let id = office.import(d).await;
        let Taken::In(made) = office.take(d, id, "F1", "nobody@example.org").await else {
            panic!("it is new")
        };
        office.take(d, id, "F2", "nobody@example.org").await;
        let built_on = move |tx: &Tx| import::built_on(tx, id, 10);
        assert_eq!(office.act(d, built_on).await.unwrap(), Vec::<String>::new());
        let manager = d.staff("Gwil Tudor", Role::ProgrammeManager, office.site).await;
        let object = Object::Referral(made.id);
        let accepted = d.store.act(&manager.actor, Action::DecideReferral, object, move |tx| {
            let referral = store::referral::load(tx, made.id)?;
            let event = referral.accept(manager.id, tx.today()).expect("it can be accepted");
            tx.record(&referral, &event, "en")
        });
        accepted.await.unwrap();
        assert_eq!(office.act(d, built_on).await.unwrap().len(), 1);
    });
}

#[test]
fn a_file_is_sealed_is_its_bringers_alone_and_goes_in_time() {
    on_both(async |d| {
        let office = office(d).await;
        let id = office.import(d).await;
        let secret = b"Mali Hughes,\xff\x00,28/02/2015".repeat(9);
        let bytes = secret.clone();
        let kept = office.act(d, move |tx| {
            let import = import::find(tx, id)?;
            import::add_piece(tx, &import, 0, &bytes)
        });
        kept.await.unwrap();
        let piece = office.act(d, move |tx| import::piece(tx, id, 0)).await.unwrap();
        assert_eq!(piece.as_deref(), Some(secret.as_slice()));
        assert_eq!(office.act(d, move |tx| import::piece(tx, id, 1)).await.unwrap(), None);
        let Cell::Bytes(stored) = d.raw.one("select bytes from import_piece", &[]).await else {
            panic!("bytes")
        };
        assert!(!stored.windows(11).any(|window| window == b"Mali Hughes"));

        let colleague = d.staff("Elin Vaughan", Role::ProgrammeOfficer, office.site).await;
        let object = Object::Site(office.site);
        let theirs = d
            .store
            .act(&colleague.actor, Action::ImportReferrals, object, move |tx| {
                import::find(tx, id)
            })
            .await;
        assert!(matches!(theirs, Err(Error::NotFound)), "{theirs:?}");

        d.seconds_later(import::KEPT_DAYS * 24 * 60 * 60 + 1);
        store::maintain::tidy(&d.store).await.unwrap();
        assert_eq!(d.raw.count("import_piece").await, 0);
        assert_eq!(d.raw.count("import").await, 1, "what came in with it can still be told");
    });
}

#[test]
fn how_columns_were_read_is_remembered_for_the_area() {
    on_both(async |d| {
        let office = office(d).await;
        let site = office.site;
        assert_eq!(office.act(d, move |tx| import::recall(tx, site)).await.unwrap(), []);
        for memory in [&[("Enw", "forename")][..], &[("Enw", "surname"), ("Oed", "")]] {
            office
                .act(d, move |tx| import::remember(tx, site, memory))
                .await
                .unwrap();
        }
        let kept = office.act(d, move |tx| import::recall(tx, site)).await.unwrap();
        let pair = |heading: &str, key: &str| (heading.to_owned(), key.to_owned());
        assert_eq!(kept, [pair("Enw", "surname"), pair("Oed", "")]);
    });
}

#[test]
fn the_command_line_takes_families_in_and_reads_none() {
    on_both(async |d| {
        let office = office(d).await;
        let (site, one) = (office.site, family(office.site, "F1", "nobody@example.org"));
        let job = Actor::Job("import");
        let taken = d
            .store
            .act(&job, Action::ImportReferrals, Object::Site(site), move |tx| {
                import::take_in_from_console(tx, site, &one)
            })
            .await;
        assert!(matches!(taken, Ok(Taken::In(_))), "{taken:?}");
        let Ok(Taken::In(made)) = taken else { return };
        let refused = d
            .store
            .permit(&job, Action::OpenReferral, Object::Referral(made.id))
            .await;
        assert!(refused.is_err());
    });
}

#[test]
fn a_file_that_never_arrived_whole_goes_with_its_key_after_its_days() {
    on_both(async |d| {
        let office = office(d).await;
        let site = office.site;
        let id = office.act(d, move |tx| import::begin(tx, site)).await.unwrap();
        d.seconds_later(import::KEPT_DAYS * 24 * 60 * 60 - 60);
        assert_eq!(store::maintain::tidy(&d.store).await.unwrap().files, 0);
        d.seconds_later(120);
        assert_eq!(store::maintain::tidy(&d.store).await.unwrap().files, 1);
        assert_eq!(d.raw.count("import").await, 0);
        let keys = d
            .raw
            .one("select count(*) from subject where id = $1", &[id.into()])
            .await;
        assert_eq!(keys.int(), 0);
    });
}

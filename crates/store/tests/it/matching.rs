//! Offers, matches and cover as they are stored: who sees what when, and that a fifth family is impossible.

use crate::support::carers::{Not, decide, of_carer};
use crate::support::house::{GIVEN, REFUSED, open_family};
use crate::support::people::{Somebody, day};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::id::{FamilyId, HouseholdId, MatchId, PersonId, SiteId};
use domain::level::{Ladder, Level};
use domain::matching::{EndWhy, Refusal, Standing, Stop};
use domain::role::Role;
use store::{Error, Tx, household, matching};

const TODAY: &str = "2026-03-10";

async fn area(d: &Deployment) -> (SiteId, Somebody) {
    let site = d.site("Here").await;
    let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
    (site, manager)
}

async fn standing(d: &Deployment, by: &Somebody, family: FamilyId) -> Standing {
    let permit = d.may(&by.actor, Action::SeeWhoCould, Object::Family(family)).await;
    let read = d.store.read(permit, move |tx| matching::standing(tx, family)).await;
    read.unwrap().0
}

async fn end(d: &Deployment, by: &Somebody, id: MatchId, on: &str) {
    let permit = d.may(&by.actor, Action::EndMatch, Object::Match(id)).await;
    let (who, on) = (by.id, day(on));
    let unit = move |tx: &Tx| {
        let matched = matching::load(tx, id)?;
        let event = matched.end((who, on), tx.today(), EndWhy::CarerAsked, None)?;
        Ok::<_, Not>(matching::end(tx, &matched, &event)?)
    };
    d.store.write(permit, unit).await.unwrap();
}

#[test]
fn a_carer_sees_an_offer_of_theirs_and_the_family_once_it_is_decided() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let (carer, home) = d.carer(&manager, site, "Lowri Haf").await;
        let (other, _) = d.carer(&manager, site, "Menna Puw").await;
        let made = d.family(&manager, site, "Ada Evans").await;
        d.accept(&manager, made.id).await;
        let offer = d.offer(&manager, made.family, home).await.unwrap();
        let (on, family) = (Object::Offer(offer), Object::Family(made.family));
        assert_eq!(d.refusal(&carer.actor, Action::OpenOffer, on).await, GIVEN);
        assert_eq!(d.refusal(&other.actor, Action::OpenOffer, on).await, REFUSED);
        assert_eq!(d.refusal(&carer.actor, Action::OpenFamily, family).await, REFUSED);
        d.say_yes(&carer, offer).await;
        assert_eq!(d.refusal(&carer.actor, Action::OpenFamily, family).await, REFUSED);
        assert_eq!(d.refusal(&carer.actor, Action::DecideOffer, on).await, REFUSED);
        let id = d.decide(&manager, offer, day(TODAY)).await.unwrap();
        open_family(d, &carer.actor, made.family).await;
        assert_eq!(
            d.refusal(&carer.actor, Action::OpenOffer, on).await,
            REFUSED,
            "it is settled"
        );
        assert_eq!(d.refusal(&other.actor, Action::OpenFamily, family).await, REFUSED);
        let matched = Standing::Matched {
            id,
            household: home,
            from: day(TODAY),
        };
        assert_eq!(standing(d, &manager, made.family).await, matched);
        let stage = d
            .raw
            .one("select stage from referral where id = $1", &[made.id.into()])
            .await;
        assert_eq!(stage.text(), "matched");
        let steps = d
            .raw
            .rows("select to_level, stepped_on from step where from_level is null", &[])
            .await;
        assert_eq!((steps.len(), steps[0][0].int(), steps[0][1].text()), (1, 2, TODAY));
        let left = "select count(*) from waiting_event where fact = 'left'";
        assert_eq!(d.raw.one(left, &[]).await.int(), 1);
        // Access ends with the match.
        end(d, &manager, id, TODAY).await;
        assert_eq!(d.refusal(&carer.actor, Action::OpenFamily, family).await, REFUSED);
        let between = Standing::Between { since: day(TODAY) };
        assert_eq!(standing(d, &manager, made.family).await, between);
    });
}

#[test]
fn of_twenty_families_decided_for_one_household_at_once_four_are_matched() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let (carer, home) = d.carer(&manager, site, "Lowri Haf").await;
        let mut offers = Vec::new();
        for n in 0..20 {
            let (_, offer) = d.said_yes(&manager, site, &format!("Child{n} Evans"), home).await;
            offers.push(offer);
        }
        let mut tasks = Vec::new();
        for offer in offers {
            let permit = d.may(&manager.actor, Action::DecideOffer, Object::Offer(offer)).await;
            let (store, who) = (d.store.clone(), manager.id);
            tasks.push(tokio::spawn(async move {
                store.write(permit, move |tx| decide(tx, who, offer, day(TODAY))).await
            }));
        }
        let (mut matched, mut full) = (0, 0);
        for task in tasks {
            match task.await.unwrap() {
                Ok(_) => matched += 1,
                Err(Not::Allowed(Refusal::Stopped(Stop::Full { now: 4, max: 4 }))) => full += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((matched, full), (4, 16));
        let places = d.raw.rows("select place_no from matching order by place_no", &[]).await;
        let places: Vec<i64> = places.iter().map(|row| row[0].int()).collect();
        assert_eq!(places, [1, 2, 3, 4]);
        let works_with = "select count(*) from assignment where account_id = $1";
        assert_eq!(d.raw.one(works_with, &[carer.id.into()]).await.int(), 4);
    });
}

#[test]
fn of_twenty_households_decided_for_one_family_at_once_one_is_matched() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let made = d.family(&manager, site, "Ada Evans").await;
        d.accept(&manager, made.id).await;
        let mut offers = Vec::new();
        for n in 0..20 {
            let home = d.household(&manager, of_carer(site, &format!("Carer {n}"), None)).await;
            let offer = d.offer(&manager, made.family, home).await.unwrap();
            d.say_yes(&manager, offer).await;
            offers.push(offer);
        }
        let mut tasks = Vec::new();
        for offer in offers {
            let permit = d.may(&manager.actor, Action::DecideOffer, Object::Offer(offer)).await;
            let (store, who) = (d.store.clone(), manager.id);
            tasks.push(tokio::spawn(async move {
                store.write(permit, move |tx| decide(tx, who, offer, day(TODAY))).await
            }));
        }
        let mut matched = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(_) => matched += 1,
                // The others were taken back when the first was decided.
                Err(Not::Allowed(Refusal::OfferIs { stage: "withdrawn" })) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(matched, 1);
        let active = "select count(*) from matching where stage = 'active'";
        assert_eq!(d.raw.one(active, &[]).await.int(), 1);
    });
}

#[test]
fn the_schema_itself_refuses_a_fifth_family_and_a_second_match() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let (_, home) = d.carer(&manager, site, "Lowri Haf").await;
        let (_, offer) = d.said_yes(&manager, site, "Ada Evans", home).await;
        let id = d.decide(&manager, offer, day(TODAY)).await.unwrap();
        let copy = "insert into matching (id, family_id, household_id, referral_id, offer_id, site_id, starts_on, decided_on,
                decided_by, reason, stage, place_no, made_at, row_version)
            select $1, f.id, m.household_id, m.referral_id, m.offer_id, m.site_id, m.starts_on, m.decided_on, m.decided_by,
                m.reason, 'active', cast($2 as bigint), m.made_at, 1
            from matching m join family f on f.id = $3 where m.id = $4";
        let fresh = || crate::support::random_id();
        let family = d.raw.one("select family_id from matching", &[]).await.id();
        let other = d.family(&manager, site, "Bo Price").await.family;
        let tried = async |family: uuid::Uuid, place: i64| {
            let values = [fresh().into(), place.into(), family.into(), id.into()];
            d.raw.try_run(copy, &values).await
        };
        assert!(tried(family, 2).await.is_err(), "a family has one match");
        assert!(tried(other.uuid(), 1).await.is_err(), "the place is taken");
        assert!(tried(other.uuid(), 5).await.is_err(), "there is no fifth place");
        assert!(tried(other.uuid(), 2).await.is_ok());
        let fifth = "insert into place (household_id, place_no, site_id) values ($1, 5, $2)";
        assert!(d.raw.try_run(fifth, &[home.into(), site.into()]).await.is_err());
        let five = "update household set places = 5 where id = $1";
        assert!(d.raw.try_run(five, &[home.into()]).await.is_err());
    });
}

#[test]
fn nobody_is_offered_a_family_they_must_not_know_and_a_carer_who_said_no_reads_no_more() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let (carer, home) = d.carer(&manager, site, "Lowri Haf").await;
        let made = d.family(&manager, site, "Ada Evans").await;
        d.accept(&manager, made.id).await;
        let offer = d.offer(&manager, made.family, home).await.unwrap();
        let again = d.offer(&manager, made.family, home).await;
        assert!(matches!(again, Err(Not::Allowed(Refusal::OfferedAlready))), "{again:?}");
        let permit = d.may(&carer.actor, Action::AnswerOffer, Object::Offer(offer)).await;
        let who = carer.id;
        let unit = move |tx: &Tx| {
            let offer = matching::load_offer(tx, offer)?;
            let event = offer.decline((who, tx.today()), tx.today(), domain::matching::DeclineWhy::Far, None)?;
            Ok::<_, Not>(matching::answered(tx, &offer, &event)?)
        };
        d.store.write(permit, unit).await.unwrap();
        assert_eq!(
            d.refusal(&carer.actor, Action::OpenOffer, Object::Offer(offer)).await,
            REFUSED
        );
        let could = could(d, &manager, made.family, home).await;
        assert_eq!(could.said_no, Some(day(TODAY)));
        assert!(!could.does.must_not_know);
        let person = d.raw.one("select id from person", &[]).await.id();
        let (family, person, from) = (made.family, PersonId::from_uuid(person), carer.id);
        d.house(move |tx| store::account::standing::protect(tx, family, person, from))
            .await;
        let refused = d.offer(&manager, made.family, home).await;
        assert!(
            matches!(refused, Err(Not::Allowed(Refusal::Stopped(Stop::MustNotKnow)))),
            "{refused:?}"
        );
    });
}

async fn could(d: &Deployment, by: &Somebody, family: FamilyId, home: HouseholdId) -> matching::Could {
    let permit = d.may(&by.actor, Action::SeeWhoCould, Object::Family(family)).await;
    let ladder = Ladder::shipped();
    let all = d
        .store
        .read(permit, move |tx| matching::could(tx, family, tx.today(), &ladder))
        .await;
    let all = all.unwrap();
    all.into_iter().find(|one| one.line.household.id == home).unwrap()
}

#[test]
fn who_could_support_a_family_is_told_with_what_they_do_already() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let (_, home) = d.carer(&manager, site, "Lowri Haf").await;
        let (_, offer) = d.said_yes(&manager, site, "Bo Price", home).await;
        d.decide(&manager, offer, day(TODAY)).await.unwrap();
        let made = d.family(&manager, site, "Ada Evans").await;
        d.accept(&manager, made.id).await;
        let family = made.family;
        let permit = d.may(&manager.actor, Action::OfferFamily, Object::Family(family)).await;
        d.store
            .write(permit, move |tx| matching::set_drive(tx, family, home, 25))
            .await
            .unwrap();
        let one = could(d, &manager, family, home).await;
        assert_eq!((one.does.families, one.drive_minutes, one.stepped_up), (1, Some(25), 0));
        assert_eq!((one.has_met, one.said_no), (false, None));
        assert_eq!(one.line.families.len(), 1);
        assert_eq!(one.line.families[0].name.as_deref(), Some("Price"));
        assert_eq!(one.line.families[0].level.map(Level::number), Some(2));
        assert_eq!(one.line.household.members[0].name.as_str(), "Lowri Haf");
        // A household of another area is none of theirs.
        let elsewhere = d.site("Elsewhere").await;
        let stranger = d.staff("Nia", Role::ProgrammeManager, elsewhere).await;
        d.carer(&stranger, elsewhere, "Gareth Pugh").await;
        let permit = d.may(&manager.actor, Action::SeeWhoCould, Object::Family(family)).await;
        let ladder = Ladder::shipped();
        let all = d
            .store
            .read(permit, move |tx| matching::could(tx, family, tx.today(), &ladder))
            .await;
        assert_eq!(all.unwrap().len(), 1);
    });
}

#[test]
fn whoever_stands_in_works_with_the_family_on_those_days_only() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let (_, home) = d.carer(&manager, site, "Lowri Haf").await;
        let (other, second) = d.carer(&manager, site, "Menna Puw").await;
        let (family, offer) = d.said_yes(&manager, site, "Ada Evans", home).await;
        let id = d.decide(&manager, offer, day(TODAY)).await.unwrap();
        let permit = d.may(&manager.actor, Action::SetCover, Object::Match(id)).await;
        let who = manager.id;
        let unit = move |tx: &Tx| {
            let matched = matching::load(tx, id)?;
            let days = (day("2026-03-11"), day("2026-03-12"));
            let event = matched.cover((who, tx.today()), second, days, &[], &matching::covers(tx, id)?)?;
            Ok::<_, Not>(matching::cover(tx, &matched, &event)?)
        };
        d.store.write(permit, unit).await.unwrap();
        let asked = async || {
            d.refusal(&other.actor, Action::OpenFamily, Object::Family(family))
                .await
        };
        assert_eq!(asked().await, REFUSED, "the day before");
        d.seconds_later(24 * 3600);
        let other = Somebody {
            actor: d.sign_in(other.id).await,
            ..other.clone()
        };
        let asked = async |d: &Deployment| {
            d.refusal(&other.actor, Action::OpenFamily, Object::Family(family))
                .await
        };
        assert_eq!(asked(d).await, GIVEN, "the first day");
        let manager = Somebody {
            actor: d.sign_in(manager.id).await,
            ..manager.clone()
        };
        let does = could(d, &manager, family, home).await;
        assert_eq!(does.does.families, 0, "the family itself is not counted");
        let permit = d.may(&manager.actor, Action::SetCover, Object::Match(id)).await;
        let unit = move |tx: &Tx| {
            let matched = matching::load(tx, id)?;
            let covers = matching::covers(tx, id)?;
            let event = matched.end_cover(who, tx.today(), &covers[0])?;
            Ok::<_, Not>(matching::end_cover(tx, &covers[0], &event)?)
        };
        d.store.write(permit, unit).await.unwrap();
        assert_eq!(asked(d).await, REFUSED, "ended early");
        let left = d.raw.rows("select ends_on from cover", &[]).await;
        assert!(left.is_empty(), "one that ends on its first day never was");
    });
}

#[test]
fn a_match_that_ends_takes_its_cover_with_it_and_frees_the_place() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let (_, home) = d.carer(&manager, site, "Lowri Haf").await;
        let (_, second) = d.carer(&manager, site, "Menna Puw").await;
        let (family, offer) = d.said_yes(&manager, site, "Ada Evans", home).await;
        let id = d.decide(&manager, offer, day(TODAY)).await.unwrap();
        let permit = d.may(&manager.actor, Action::SetCover, Object::Match(id)).await;
        let who = manager.id;
        let unit = move |tx: &Tx| {
            let matched = matching::load(tx, id)?;
            let days = (day("2026-03-20"), day("2026-03-27"));
            let event = matched.cover((who, tx.today()), second, days, &[], &[])?;
            Ok::<_, Not>(matching::cover(tx, &matched, &event)?)
        };
        d.store.write(permit, unit).await.unwrap();
        let offer = d.offer(&manager, family, second).await.unwrap();
        d.say_yes(&manager, offer).await;
        end(d, &manager, id, TODAY).await;
        assert_eq!(d.raw.count("cover").await, 0);
        assert_eq!(
            d.raw
                .one("select count(*) from matching where place_no is not null", &[])
                .await
                .int(),
            0
        );
        // The family goes to another carer and keeps the level it has.
        let next = d.decide(&manager, offer, day(TODAY)).await.unwrap();
        assert_eq!(d.raw.count("step").await, 1);
        assert_ne!(next, id);
        let permit = d.may(&manager.actor, Action::OpenFamily, Object::Family(family)).await;
        let all = d
            .store
            .read(permit, move |tx| matching::of_family(tx, family))
            .await
            .unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(all[1].reason, "They get on");
    });
}

#[test]
fn a_household_keeps_its_families_when_it_has_fewer_places_and_another_carer() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let (carer, home) = d.carer(&manager, site, "Lowri Haf").await;
        let mut matches = Vec::new();
        for name in ["Ada Evans", "Bo Price", "Cai Rees"] {
            let (_, offer) = d.said_yes(&manager, site, name, home).await;
            matches.push(d.decide(&manager, offer, day(TODAY)).await.unwrap());
        }
        end(d, &manager, matches[0], TODAY).await;
        let partner = d.staff("Emyr Haf", Role::Carer, site).await;
        let mut new = of_carer(site, "Lowri Haf", Some(&carer));
        new.members.extend(of_carer(site, "Emyr Haf", Some(&partner)).members);
        let change = async |new: domain::household::NewHousehold| {
            let permit = d
                .may(&manager.actor, Action::ChangeHousehold, Object::Household(home))
                .await;
            let who = manager.id;
            let unit = move |tx: &Tx| {
                let known = household::load(tx, home)?;
                let does = matching::does(tx, home, FamilyId::from_uuid(uuid::Uuid::nil()), (tx.today(), None))?;
                let mut new = new.clone();
                new.members[0].id = Some(known.members[0].id);
                let event = known.change(who, tx.today(), &new, does.families)?;
                Ok::<_, Not>(household::record(tx, &known, &event, Some(&new))?)
            };
            d.store.write(permit, unit).await
        };
        let one = domain::household::NewHousehold {
            places: 1,
            ..new.clone()
        };
        let too_few = Not::Otherwise("supports 2 families, more than 1".into());
        assert_eq!(change(one).await, Err(too_few));
        change(domain::household::NewHousehold { places: 2, ..new })
            .await
            .unwrap();
        let places = d
            .raw
            .rows(
                "select place_no from matching where stage = 'active' order by place_no",
                &[],
            )
            .await;
        assert_eq!(places.iter().map(|row| row[0].int()).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(d.raw.count("place").await, 2);
        let families = d
            .raw
            .rows("select family_id from matching where stage = 'active'", &[])
            .await;
        for family in families {
            open_family(d, &partner.actor, FamilyId::from_uuid(family[0].id())).await;
        }
        let permit = d
            .may(&carer.actor, Action::OpenHousehold, Object::Household(home))
            .await;
        let shown = d.store.read(permit, move |tx| household::show(tx, home)).await.unwrap();
        assert_eq!(shown.household.members.len(), 2);
        assert_eq!(shown.household.version, 2);
    });
}

#[test]
fn another_area_sees_neither_household_nor_offer() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let elsewhere = d.site("Elsewhere").await;
        let stranger = d.staff("Nia", Role::ProgrammeManager, elsewhere).await;
        let (_, home) = d.carer(&manager, site, "Lowri Haf").await;
        let (_, offer) = d.said_yes(&manager, site, "Ada Evans", home).await;
        let asked = async |action, object| d.refusal(&stranger.actor, action, object).await;
        assert_eq!(asked(Action::OpenHousehold, Object::Household(home)).await, REFUSED);
        assert_eq!(asked(Action::OpenOffer, Object::Offer(offer)).await, REFUSED);
        assert_eq!(asked(Action::DecideOffer, Object::Offer(offer)).await, REFUSED);
        let permit = d.may(&stranger.actor, Action::ListHouseholds, Object::Lists).await;
        assert!(d.store.read(permit, household::list).await.unwrap().is_empty());
        let gone = household::load;
        let permit = d
            .may(&manager.actor, Action::OpenHousehold, Object::Household(home))
            .await;
        let nowhere = HouseholdId::from_uuid(crate::support::random_id());
        let missing = d.store.read(permit, move |tx| gone(tx, nowhere)).await;
        assert!(matches!(missing, Err(Error::NotFound)));
    });
}

#[test]
fn carers_and_whoever_asked_are_told_and_nobody_of_what_they_did_themselves() {
    on_both(async |d| {
        let (site, manager) = area(d).await;
        let (carer, home) = d.carer(&manager, site, "Lowri Haf").await;
        let worker = d.staff("Sioned", Role::FamilyWorker, site).await;
        let made = d.family(&worker, site, "Ada Evans").await;
        d.accept(&manager, made.id).await;
        let offer = d.offer(&manager, made.family, home).await.unwrap();
        d.say_yes(&carer, offer).await;
        d.decide(&manager, offer, day(TODAY)).await.unwrap();
        let sql = "select kind, account_id from outbox where kind in ('offer_made', 'offer_answered', 'match_made')";
        let mut told: Vec<(String, uuid::Uuid)> = d
            .raw
            .rows(sql, &[])
            .await
            .iter()
            .map(|row| (row[0].text().to_owned(), row[1].id()))
            .collect();
        let mut expected = [
            ("offer_made", carer.id),
            ("offer_answered", manager.id),
            ("match_made", carer.id),
            ("match_made", worker.id),
        ]
        .map(|(kind, who)| (kind.to_owned(), who.uuid()));
        told.sort();
        expected.sort();
        assert_eq!(told, expected);
    });
}

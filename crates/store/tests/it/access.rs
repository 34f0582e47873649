//! Who may do what, as the store itself loads the facts: relations, agreements, roles and their days.

use crate::support::people::{Somebody, day, text};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Actor, Denied, Object};
use domain::id::{AddressId, FamilyId, PersonId, SiteId};
use domain::role::Role;
use store::referral::Made;
use store::sign_in::Way;
use store::break_glass;
use uuid::Uuid;

const REFUSED: Option<Denied> = Some(Denied::Refused);
const GIVEN: Option<Denied> = None;

/// A site with a manager, and a family that manager referred.
struct House {
    site: SiteId,
    manager: Somebody,
    made: Made,
    person: PersonId,
}

impl House {
    async fn new(d: &Deployment) -> Self {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        let made = d.family(&manager, site, "Ada Evans").await;
        let person = PersonId::from_uuid(d.raw.one("select id from person", &[]).await.id());
        Self { site, manager, made, person }
    }

    fn family(&self) -> Object {
        Object::Family(self.made.family)
    }
}

/// The relation and reason of the newest entry in a family's book.
async fn last_entry(d: &Deployment, family: FamilyId) -> (String, String) {
    let sql = "select relation, reason_code from journal where book_id = $1 order by seq desc limit 1";
    let row = d.raw.rows(sql, &[family.into()]).await.remove(0);
    (row[0].text().to_owned(), row[1].text().to_owned())
}

async fn open_family(d: &Deployment, actor: &Actor, family: FamilyId) {
    let permit = d.may(actor, Action::OpenFamily, Object::Family(family)).await;
    d.store.read(permit, move |tx| store::family::load(tx, family)).await.map(|_| ()).unwrap();
}

#[test]
fn who_referred_a_family_opens_it_as_their_own() {
    on_both(async |d| {
        let house = House::new(d).await;
        let worker = d.staff("Wil", Role::FamilyWorker, house.site).await;
        assert_eq!(d.refusal(&worker.actor, Action::OpenFamily, house.family()).await, REFUSED, "the manager's is not his");
        let made = d.family(&worker, house.site, "Bo Price").await;
        open_family(d, &worker.actor, made.family).await;
        assert_eq!(last_entry(d, made.family).await, ("own".into(), String::new()));
        assert_eq!(d.refusal(&worker.actor, Action::OpenFamily, house.family()).await, REFUSED);
        // Once somebody else has taken the family over, it is no longer their own.
        d.assign(&worker, Role::FamilyWorker, made.family, house.site, "2026-01-01", Some("2026-03-01")).await;
        assert_eq!(d.refusal(&worker.actor, Action::OpenFamily, Object::Family(made.family)).await, REFUSED);
    });
}

#[test]
fn somebody_assigned_opens_a_family_on_the_days_they_are() {
    on_both(async |d| {
        let house = House::new(d).await;
        let today = "2026-03-10";
        for (from, until, expected) in [
            ("2026-03-11", None, REFUSED),
            (today, None, GIVEN),
            ("2026-01-01", Some("2026-03-11"), GIVEN),
            ("2026-01-01", Some(today), REFUSED),
            ("2024-06-01", Some("2025-03-01"), REFUSED),
        ] {
            let carer = d.staff("Carys", Role::Carer, house.site).await;
            assert_eq!(d.refusal(&carer.actor, Action::OpenFamily, house.family()).await, REFUSED, "not assigned");
            d.assign(&carer, Role::Carer, house.made.family, house.site, from, until).await;
            let answer = d.refusal(&carer.actor, Action::OpenFamily, house.family()).await;
            assert_eq!(answer, expected, "assigned from {from} until {until:?}");
            if expected == GIVEN {
                open_family(d, &carer.actor, house.made.family).await;
                assert_eq!(last_entry(d, house.made.family).await.0, "assigned");
            }
        }
    });
}

#[test]
fn who_was_assigned_is_so_formerly_for_two_years_and_one_family_is_not_another() {
    on_both(async |d| {
        let house = House::new(d).await;
        // A manager opens every family of the site, so the entry shows how they stand to it.
        for (until, relation) in [("2026-02-01", "formerly"), ("2024-03-11", "formerly"), ("2024-03-01", "same_site")] {
            let once = d.staff("Olwen", Role::ProgrammeManager, house.site).await;
            d.assign(&once, Role::Supervisor, house.made.family, house.site, "2023-01-01", Some(until)).await;
            open_family(d, &once.actor, house.made.family).await;
            assert_eq!(last_entry(d, house.made.family).await.0, relation, "assigned until {until}");
            let other = d.family(&house.manager, house.site, "Bo Price").await;
            open_family(d, &once.actor, other.family).await;
            assert_eq!(last_entry(d, other.family).await.0, "same_site", "nobody was assigned to that one");
        }
    });
}

#[test]
fn a_family_member_sees_their_own_part_on_the_days_they_are_one_and_nothing_else() {
    on_both(async |d| {
        let house = House::new(d).await;
        let (family, person) = (house.made.family, house.person);
        let parent = d.staff("Ada", Role::Parent, house.site).await;
        let own_part = async |expected, when: &str| {
            for object in [Object::Family(family), Object::Person(person)] {
                assert_eq!(d.refusal(&parent.actor, Action::SeeOwnPart, object).await, expected, "{when}");
            }
            assert_eq!(d.refusal(&parent.actor, Action::OpenFamily, Object::Family(family)).await, REFUSED, "{when}");
        };
        own_part(REFUSED, "before they are one").await;
        let id = parent.id;
        d.house(move |tx| store::account::standing::add_member(tx, family, person, id, day("2026-03-10"))).await;
        own_part(GIVEN, "from the first day").await;
        d.house(move |tx| store::account::standing::end_member(tx, family, id, day("2026-03-10"))).await;
        own_part(REFUSED, "from the day it ended").await;
        let other = d.family(&house.manager, house.site, "Bo Price").await;
        assert_eq!(d.refusal(&parent.actor, Action::SeeOwnPart, Object::Family(other.family)).await, REFUSED);
    });
}

#[test]
fn staff_who_are_related_to_a_family_are_strangers_to_its_record() {
    on_both(async |d| {
        let house = House::new(d).await;
        let (family, person, id) = (house.made.family, house.person, house.manager.id);
        assert_eq!(d.refusal(&house.manager.actor, Action::OpenFamily, house.family()).await, GIVEN);
        d.house(move |tx| store::account::standing::add_member(tx, family, person, id, day("2026-01-01"))).await;
        for action in [Action::OpenFamily, Action::OpenFamilyHistory, Action::SeeSafety] {
            assert_eq!(d.refusal(&house.manager.actor, action, house.family()).await, REFUSED, "{action:?}");
        }
    });
}

#[test]
fn a_family_protected_from_somebody_is_not_there_for_them_whatever_else_they_may_do() {
    on_both(async |d| {
        let house = House::new(d).await;
        let (family, person) = (house.made.family, house.person);
        let manager = d.staff("Meirion", Role::ProgrammeManager, house.site).await;
        d.assign(&manager, Role::Supervisor, family, house.site, "2026-01-01", None).await;
        open_family(d, &manager.actor, family).await;
        let from = manager.id;
        d.house(move |tx| store::account::standing::protect(tx, family, person, from)).await;
        for (action, object) in [
            (Action::OpenFamily, house.family()),
            (Action::SeeWhoLooked, house.family()),
            (Action::AskBreakGlass, house.family()),
            (Action::OpenReferral, Object::Referral(house.made.id)),
            (Action::DecideReferral, Object::Referral(house.made.id)),
        ] {
            assert_eq!(d.refusal(&manager.actor, action, object).await, REFUSED, "{action:?}");
        }
        assert_eq!(d.refusal(&house.manager.actor, Action::OpenFamily, house.family()).await, GIVEN, "another may");
        d.house(move |tx| store::account::standing::unprotect(tx, family, person, from)).await;
        assert_eq!(d.refusal(&manager.actor, Action::OpenFamily, house.family()).await, GIVEN);
    });
}

async fn break_glass(d: &Deployment, who: &Somebody, family: FamilyId) {
    let permit = d.may(&who.actor, Action::AskBreakGlass, Object::Family(family)).await;
    let ask = move |tx: &store::Tx| break_glass::ask(tx, family, break_glass::Code::Danger, &text("a child may be hurt"));
    d.store.write(permit, ask).await.map(|_| ()).unwrap();
}

#[test]
fn an_urgent_opening_lasts_four_hours_for_one_person_and_one_family() {
    on_both(async |d| {
        let house = House::new(d).await;
        let other = d.family(&house.manager, house.site, "Bo Price").await;
        let supervisor = d.staff("Sioned", Role::Supervisor, house.site).await;
        let colleague = d.staff("Steffan", Role::Supervisor, house.site).await;
        let open = async |who: &Somebody, family| d.refusal(&who.actor, Action::OpenFamily, Object::Family(family)).await;
        assert_eq!(open(&supervisor, house.made.family).await, REFUSED);
        break_glass(d, &supervisor, house.made.family).await;
        assert_eq!(open(&colleague, house.made.family).await, REFUSED, "not for a colleague");
        assert_eq!(open(&supervisor, other.family).await, REFUSED, "nor for another family");
        let export = d.refusal(&supervisor.actor, Action::ExportFamily, house.family()).await;
        assert_eq!(export, REFUSED, "nor to take it out");
        open_family(d, &supervisor.actor, house.made.family).await;
        assert_eq!(last_entry(d, house.made.family).await, ("same_site".into(), "break_glass".into()));
        d.seconds_later(4 * 60 * 60 - 1);
        assert_eq!(open(&supervisor, house.made.family).await, GIVEN);
        d.seconds_later(1);
        assert_eq!(open(&supervisor, house.made.family).await, REFUSED, "after four hours");
    });
}

#[test]
fn an_agreement_switches_access_on_and_off_by_date() {
    on_both(async |d| {
        let house = House::new(d).await;
        let carer = d.staff("Carys", Role::Carer, house.site).await;
        d.assign(&carer, Role::Carer, house.made.family, house.site, "2026-01-01", None).await;
        let team = d.staff("Tegid", Role::TeamManager, house.site).await;
        let asked = [
            (&house.manager, Action::OpenFamily),
            (&carer, Action::OpenFamily),
            (&carer, Action::SeeSafety),
            (&team, Action::OpenFamily),
            (&team, Action::ExportFamily),
        ];
        // Today is 10 March; the wind-down of this site is thirty days.
        for (from, to, expected) in [
            ("2026-03-10", "2026-03-10", [GIVEN, GIVEN, GIVEN, GIVEN, GIVEN]),
            ("2026-03-11", "2026-12-31", [REFUSED, REFUSED, REFUSED, GIVEN, REFUSED]),
            ("2025-01-01", "2026-03-09", [REFUSED, REFUSED, GIVEN, GIVEN, REFUSED]),
            ("2025-01-01", "2026-02-08", [REFUSED, REFUSED, GIVEN, GIVEN, REFUSED]),
            ("2025-01-01", "2026-02-07", [REFUSED, REFUSED, REFUSED, GIVEN, REFUSED]),
        ] {
            d.raw.run("update agreement set starts_on = $1, ends_on = $2", &[from.into(), to.into()]).await;
            for ((who, action), expected) in asked.iter().zip(expected) {
                let answer = d.refusal(&who.actor, *action, house.family()).await;
                assert_eq!(answer, expected, "{action:?} under an agreement from {from} to {to}");
            }
        }
        d.raw.run("delete from agreement", &[]).await;
        assert_eq!(d.refusal(&house.manager.actor, Action::OpenFamily, house.family()).await, REFUSED, "without one");
        assert_eq!(d.refusal(&team.actor, Action::OpenFamily, house.family()).await, GIVEN, "its own part stays");
    });
}

#[test]
fn one_of_two_agreements_in_force_is_enough() {
    on_both(async |d| {
        let house = House::new(d).await;
        d.agreement(house.site, "2025-01-01", "2025-06-30").await;
        d.agreement(house.site, "2027-01-01", "2027-06-30").await;
        assert_eq!(d.refusal(&house.manager.actor, Action::OpenFamily, house.family()).await, GIVEN);
        // A second role at the same site changes nothing of that.
        d.give(house.manager.id, Role::TeamManager, house.site.uuid()).await;
        assert_eq!(d.refusal(&house.manager.actor, Action::DecideReferral, Object::Referral(house.made.id)).await, GIVEN);
    });
}

#[test]
fn a_role_counts_where_and_while_it_is_held() {
    on_both(async |d| {
        let house = House::new(d).await;
        let elsewhere = d.site("Elsewhere").await;
        let stranger = d.staff("Sam", Role::ProgrammeManager, elsewhere).await;
        assert_eq!(d.refusal(&stranger.actor, Action::OpenFamily, house.family()).await, REFUSED, "another site's manager");
        assert_eq!(d.refusal(&stranger.actor, Action::Refer, Object::Site(house.site)).await, REFUSED);
        let set = async |change: &str| {
            d.raw.script(&format!("update role_held set {change}")).await;
            d.refusal(&house.manager.actor, Action::OpenFamily, house.family()).await
        };
        assert_eq!(set("stage = 'proposed'").await, REFUSED);
        assert_eq!(set("stage = 'ended'").await, REFUSED);
        assert_eq!(set("stage = 'held', starts_on = '2026-03-11'").await, REFUSED, "from tomorrow");
        assert_eq!(set("starts_on = '2026-03-10'").await, GIVEN, "from today");
        assert_eq!(set("ends_on = '2026-03-11'").await, GIVEN, "until tomorrow");
        assert_eq!(set("ends_on = '2026-03-10'").await, REFUSED, "until today");
    });
}

#[test]
fn a_role_for_the_whole_house_counts_at_every_site_and_opens_no_content() {
    on_both(async |d| {
        let house = House::new(d).await;
        let elsewhere = d.site("Elsewhere").await;
        let their_manager = d.staff("Sam", Role::ProgrammeManager, elsewhere).await;
        let other = d.family(&their_manager, elsewhere, "Bo Price").await;
        let auditor = d.somebody("Aled").await;
        d.give(auditor.id, Role::Auditor, Uuid::nil()).await;
        let administrator = d.somebody("Alun").await;
        d.give(administrator.id, Role::Administrator, Uuid::nil()).await;
        for family in [house.made.family, other.family] {
            let on = Object::Family(family);
            assert_eq!(d.refusal(&auditor.actor, Action::SeeWhoLooked, on).await, GIVEN);
            assert_eq!(d.refusal(&auditor.actor, Action::OpenFamily, on).await, REFUSED);
            for action in [Action::SeeWhoLooked, Action::OpenFamily, Action::SeeSafety, Action::AskBreakGlass] {
                assert_eq!(d.refusal(&administrator.actor, action, on).await, REFUSED, "{action:?}");
            }
        }
        break_glass(d, &auditor, other.family).await;
        open_family(d, &auditor.actor, other.family).await;
        assert_eq!(last_entry(d, other.family).await, ("same_site".into(), "break_glass".into()));
        assert_eq!(d.refusal(&administrator.actor, Action::ListAccounts, Object::System).await, GIVEN);
        let elsewhere = d.refusal(&house.manager.actor, Action::ListAccounts, Object::System).await;
        assert_eq!(elsewhere, REFUSED, "a role at a site is none for the whole house");
    });
}

#[test]
fn urgent_openings_at_every_site_are_listed_to_who_answers_for_the_whole_house() {
    on_both(async |d| {
        let house = House::new(d).await;
        let supervisor = d.staff("Sioned", Role::Supervisor, house.site).await;
        break_glass(d, &supervisor, house.made.family).await;
        let auditor = d.somebody("Aled").await;
        d.give(auditor.id, Role::Auditor, Uuid::nil()).await;
        let lead = d.staff("Lowri", Role::SafeguardingLead, house.site).await;
        for who in [&auditor, &lead] {
            let permit = d.may(&who.actor, Action::ListBreakGlass, Object::Lists).await;
            let list = |tx: &store::Tx| break_glass::list(tx, break_glass::Wanted::ToReview, None, 10);
            assert_eq!(d.store.read(permit, list).await.unwrap().len(), 1);
        }
    });
}

#[test]
fn what_was_proven_long_ago_or_with_one_factor_is_asked_for_again() {
    on_both(async |d| {
        let house = House::new(d).await;
        let export = async |actor: &Actor| d.refusal(actor, Action::ExportFamily, house.family()).await;
        assert_eq!(export(&house.manager.actor).await, GIVEN, "just proven");
        let now = d.store.now().as_microsecond();
        let set = "update sign_in set proved_at = $1";
        let ten_minutes = 10 * 60 * 1_000_000;
        d.raw.run(set, &[(now - ten_minutes).into()]).await;
        assert_eq!(export(&house.manager.actor).await, GIVEN, "ten minutes ago");
        d.raw.run(set, &[(now - ten_minutes - 1).into()]).await;
        assert_eq!(export(&house.manager.actor).await, Some(Denied::SecondFactor), "nothing to prove it with is enrolled");
        d.raw.run("update account set code_confirmed = 1", &[]).await;
        assert_eq!(export(&house.manager.actor).await, Some(Denied::StepUp));
        assert_eq!(d.refusal(&house.manager.actor, Action::OpenFamily, house.family()).await, GIVEN, "two are enough here");
        let entered = store::sign_in::start(&d.store, house.manager.id, Way::Password, "a browser").await.unwrap();
        let one = Actor::Account { id: house.manager.id, sign_in: entered.id };
        assert_eq!(d.refusal(&one, Action::OpenFamily, house.family()).await, Some(Denied::StepUp), "one is not");
        let stranger = Object::Family(FamilyId::from_uuid(Uuid::nil()));
        assert_eq!(d.refusal(&one, Action::OpenFamily, stranger).await, REFUSED, "and tells nothing of what is not there");
        assert_eq!(d.refusal(&Actor::Public, Action::OpenFamily, house.family()).await, Some(Denied::SignIn));
    });
}

#[test]
fn a_closed_family_is_read_and_no_longer_changed() {
    on_both(async |d| {
        let house = House::new(d).await;
        d.raw.run("update family set stage = 'closed'", &[]).await;
        assert_eq!(d.refusal(&house.manager.actor, Action::OpenFamily, house.family()).await, GIVEN);
        let decide = d.refusal(&house.manager.actor, Action::DecideReferral, Object::Referral(house.made.id)).await;
        assert_eq!(decide, REFUSED);
    });
}

#[test]
fn an_address_of_somebody_protected_is_opened_one_at_a_time_with_a_reason() {
    on_both(async |d| {
        let house = House::new(d).await;
        let refer = crate::support::people::refer(house.site, vec![crate::support::people::child("Bo Price")]);
        let homes = vec![(0, text("1 Hidden Row"), true)];
        let made = crate::support::people::refer_in(&d.store, &house.manager, refer, homes).await;
        let id = AddressId::from_uuid(d.raw.one("select id from address", &[]).await.id());
        let supervisor = d.staff("Sioned", Role::Supervisor, house.site).await;
        let on = Object::Address(id);
        assert_eq!(d.refusal(&supervisor.actor, Action::OpenProtectedAddress, on).await, REFUSED, "not assigned");
        d.assign(&supervisor, Role::Supervisor, made.family, house.site, "2026-01-01", None).await;
        let asked = d.refusal(&supervisor.actor, Action::OpenProtectedAddress, on).await;
        assert_eq!(asked, Some(Denied::ReasonNeeded));
        let permit = d
            .store
            .permit_because(&supervisor.actor, Action::OpenProtectedAddress, on, Some(domain::access::ReasonCode::Visit))
            .await
            .unwrap();
        let words = d.store.read(permit, move |tx| store::family::address(tx, id)).await.unwrap();
        assert_eq!(words, "1 Hidden Row");
        assert_eq!(last_entry(d, made.family).await, ("assigned".into(), "visit".into()));
        let permit = d.may(&house.manager.actor, Action::OpenFamily, Object::Family(made.family)).await;
        let known = d.store.read(permit, move |tx| store::family::addresses(tx, made.family)).await.unwrap();
        assert!(matches!(&known[..], [one] if one.is_protected() && one.words.is_none()), "its family's page has no words");
    });
}

#[test]
fn a_site_s_token_acts_in_its_own_site_for_what_it_was_made_for() {
    use domain::access::{Scopes, TokenScope};
    on_both(async |d| {
        let house = House::new(d).await;
        let elsewhere = d.site("Elsewhere").await;
        let token = |site, scope| Actor::SiteToken {
            id: domain::id::TokenId::from_uuid(crate::support::random_id()),
            site,
            scopes: Scopes::EMPTY.with(scope),
        };
        let refers = token(house.site, TokenScope::Refer);
        assert_eq!(d.refusal(&refers, Action::Refer, Object::Site(house.site)).await, GIVEN);
        assert_eq!(d.refusal(&refers, Action::Refer, Object::Site(elsewhere)).await, REFUSED);
        assert_eq!(d.refusal(&refers, Action::OpenReferral, Object::Referral(house.made.id)).await, REFUSED);
        let reads = token(house.site, TokenScope::ReadReferrals);
        assert_eq!(d.refusal(&reads, Action::OpenReferral, Object::Referral(house.made.id)).await, GIVEN);
        let reads_elsewhere = token(elsewhere, TokenScope::ReadReferrals);
        assert_eq!(d.refusal(&reads_elsewhere, Action::OpenReferral, Object::Referral(house.made.id)).await, REFUSED);
        d.raw.run("delete from agreement", &[]).await;
        assert_eq!(d.refusal(&refers, Action::Refer, Object::Site(house.site)).await, REFUSED, "without an agreement");
    });
}

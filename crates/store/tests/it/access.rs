//! Who may do what at which site and when, as the store loads it: agreements, roles, proof and tokens.

use crate::support::house::{GIVEN, House, REFUSED, last_entry, open_family, urgently};
use crate::support::{on_both, random_id};
use domain::access::{Action, Actor, Denied, Object, Scopes, TokenScope};
use domain::id::{FamilyId, TokenId};
use domain::role::Role;
use store::break_glass;
use store::sign_in::Way;
use uuid::Uuid;

#[test]
fn an_agreement_switches_access_on_and_off_by_date() {
    on_both(async |d| {
        let house = House::new(d).await;
        let carer = d.staff("Carys", Role::Carer, house.site).await;
        d.assign(&carer, Role::Carer, house.made.family, house.site, "2026-01-01", None)
            .await;
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
            d.raw
                .run(
                    "update agreement set starts_on = $1, ends_on = $2",
                    &[from.into(), to.into()],
                )
                .await;
            for ((who, action), expected) in asked.iter().zip(expected) {
                let answer = d.refusal(&who.actor, *action, house.family()).await;
                assert_eq!(answer, expected, "{action:?} under an agreement from {from} to {to}");
            }
        }
        d.raw.run("delete from agreement", &[]).await;
        assert_eq!(
            d.refusal(&house.manager.actor, Action::OpenFamily, house.family())
                .await,
            REFUSED,
            "without one"
        );
        assert_eq!(
            d.refusal(&team.actor, Action::OpenFamily, house.family()).await,
            GIVEN,
            "its own part stays"
        );
    });
}

#[test]
fn one_of_two_agreements_in_force_is_enough() {
    on_both(async |d| {
        let house = House::new(d).await;
        d.agreement(house.site, "2025-01-01", "2025-06-30").await;
        d.agreement(house.site, "2027-01-01", "2027-06-30").await;
        assert_eq!(
            d.refusal(&house.manager.actor, Action::OpenFamily, house.family())
                .await,
            GIVEN
        );
        // A second role at the same site changes nothing of that.
        d.give(house.manager.id, Role::TeamManager, house.site.uuid()).await;
        assert_eq!(
            d.refusal(
                &house.manager.actor,
                Action::DecideReferral,
                Object::Referral(house.made.id)
            )
            .await,
            GIVEN
        );
    });
}

#[test]
fn a_role_counts_where_and_while_it_is_held() {
    on_both(async |d| {
        let house = House::new(d).await;
        let elsewhere = d.site("Elsewhere").await;
        let stranger = d.staff("Sam", Role::ProgrammeManager, elsewhere).await;
        assert_eq!(
            d.refusal(&stranger.actor, Action::OpenFamily, house.family()).await,
            REFUSED,
            "another site's manager"
        );
        assert_eq!(
            d.refusal(&stranger.actor, Action::Refer, Object::Site(house.site))
                .await,
            REFUSED
        );
        let set = async |change: &str| {
            d.raw.script(&format!("update role_held set {change}")).await;
            d.refusal(&house.manager.actor, Action::OpenFamily, house.family())
                .await
        };
        assert_eq!(set("stage = 'proposed'").await, REFUSED);
        assert_eq!(set("stage = 'ended'").await, REFUSED);
        assert_eq!(
            set("stage = 'held', starts_on = '2026-03-11'").await,
            REFUSED,
            "from tomorrow"
        );
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
            for action in [
                Action::SeeWhoLooked,
                Action::OpenFamily,
                Action::SeeSafety,
                Action::AskBreakGlass,
            ] {
                assert_eq!(d.refusal(&administrator.actor, action, on).await, REFUSED, "{action:?}");
            }
        }
        urgently(d, &auditor, other.family).await;
        open_family(d, &auditor.actor, other.family).await;
        assert_eq!(
            last_entry(d, other.family).await,
            ("same_site".into(), "break_glass".into())
        );
        assert_eq!(
            d.refusal(&administrator.actor, Action::ListAccounts, Object::System)
                .await,
            GIVEN
        );
        let elsewhere = d
            .refusal(&house.manager.actor, Action::ListAccounts, Object::System)
            .await;
        assert_eq!(elsewhere, REFUSED, "a role at a site is none for the whole house");
    });
}

#[test]
fn urgent_openings_at_every_site_are_listed_to_who_answers_for_the_whole_house() {
    on_both(async |d| {
        let house = House::new(d).await;
        let supervisor = d.staff("Sioned", Role::Supervisor, house.site).await;
        urgently(d, &supervisor, house.made.family).await;
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
        assert_eq!(
            export(&house.manager.actor).await,
            Some(Denied::SecondFactor),
            "nothing to prove it with is enrolled"
        );
        d.raw.run("update account set code_confirmed = 1", &[]).await;
        assert_eq!(export(&house.manager.actor).await, Some(Denied::StepUp));
        assert_eq!(
            d.refusal(&house.manager.actor, Action::OpenFamily, house.family())
                .await,
            GIVEN,
            "two are enough here"
        );
        let entered = store::sign_in::start(&d.store, house.manager.id, Way::Password, "a browser")
            .await
            .unwrap();
        let one = Actor::Account {
            id: house.manager.id,
            sign_in: entered.id,
        };
        assert_eq!(
            d.refusal(&one, Action::OpenFamily, house.family()).await,
            Some(Denied::StepUp),
            "one is not"
        );
        let stranger = Object::Family(FamilyId::from_uuid(Uuid::nil()));
        assert_eq!(
            d.refusal(&one, Action::OpenFamily, stranger).await,
            REFUSED,
            "and tells nothing of what is not there"
        );
        assert_eq!(
            d.refusal(&Actor::Public, Action::OpenFamily, house.family()).await,
            Some(Denied::SignIn)
        );
    });
}

#[test]
fn a_closed_family_is_read_and_no_longer_changed() {
    on_both(async |d| {
        let house = House::new(d).await;
        d.raw.run("update family set stage = 'closed'", &[]).await;
        assert_eq!(
            d.refusal(&house.manager.actor, Action::OpenFamily, house.family())
                .await,
            GIVEN
        );
        let decide = d
            .refusal(
                &house.manager.actor,
                Action::DecideReferral,
                Object::Referral(house.made.id),
            )
            .await;
        assert_eq!(decide, REFUSED);
    });
}

#[test]
fn a_site_s_token_acts_in_its_own_site_for_what_it_was_made_for() {
    on_both(async |d| {
        let house = House::new(d).await;
        let elsewhere = d.site("Elsewhere").await;
        let token = |site, scope| Actor::SiteToken {
            id: TokenId::from_uuid(random_id()),
            site,
            scopes: Scopes::EMPTY.with(scope),
        };
        let refers = token(house.site, TokenScope::Refer);
        assert_eq!(d.refusal(&refers, Action::Refer, Object::Site(house.site)).await, GIVEN);
        assert_eq!(
            d.refusal(&refers, Action::Refer, Object::Site(elsewhere)).await,
            REFUSED
        );
        assert_eq!(
            d.refusal(&refers, Action::OpenReferral, Object::Referral(house.made.id))
                .await,
            REFUSED
        );
        let reads = token(house.site, TokenScope::ReadReferrals);
        assert_eq!(
            d.refusal(&reads, Action::OpenReferral, Object::Referral(house.made.id))
                .await,
            GIVEN
        );
        let reads_elsewhere = token(elsewhere, TokenScope::ReadReferrals);
        assert_eq!(
            d.refusal(&reads_elsewhere, Action::OpenReferral, Object::Referral(house.made.id))
                .await,
            REFUSED
        );
        d.raw.run("delete from agreement", &[]).await;
        assert_eq!(
            d.refusal(&refers, Action::Refer, Object::Site(house.site)).await,
            REFUSED,
            "without an agreement"
        );
    });
}

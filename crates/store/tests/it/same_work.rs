//! A refusal costs the same whether the record is somebody else's or not there: the same statements, in the same order.

use crate::support::people::{Somebody, child, living_at, refer, refer_in};
use crate::support::raw::Raw;
use crate::support::{Deployment, Engine, on, random_id};
use domain::access::{Action, Denied, Object};
use domain::id::{AddressId, FamilyId, PersonId, ReferralId};
use domain::role::Role;
use testkit::postgres::StatementLog;

async fn refused(
    d: &Deployment,
    statements: &StatementLog,
    who: &Somebody,
    action: Action,
    object: Object,
) -> Vec<String> {
    let before = statements.mark().unwrap();
    assert_eq!(
        d.refusal(&who.actor, action, object).await,
        Some(Denied::Refused),
        "{action:?} on {object:?}"
    );
    statements.since(before).unwrap()
}

#[test]
fn a_refusal_runs_the_same_statements_for_a_record_that_is_foreign_and_one_that_is_absent() {
    on(Engine::Postgres, async |d| {
        let (here, there) = (d.site("Here").await, d.site("There").await);
        let owner = d.staff("Megan", Role::ProgrammeManager, here).await;
        // One works elsewhere, one at the same site without being assigned to this family.
        let strangers = [
            d.staff("Sam", Role::Supervisor, there).await,
            d.staff("Sioned", Role::Supervisor, here).await,
        ];
        let form = living_at("1 Hidden Row", true, refer(here, vec![child("Ada Evans")]));
        let made = refer_in(&d.store, &owner, form).await;
        let person = PersonId::from_uuid(d.raw.one("select id from person", &[]).await.id());
        let address = AddressId::from_uuid(d.raw.one("select id from address", &[]).await.id());
        let database = d.place.database.as_ref().expect("a server");
        let statements = StatementLog::of(database).unwrap();
        // Connections made from now on are written down.
        let end = "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = $1";
        end_all(&d.raw, end, database.name()).await;
        while store::setup::ready(&d.store).await.is_err() {}
        let absent = random_id();
        let pairs = [
            (
                Action::OpenFamily,
                Object::Family(made.family),
                Object::Family(FamilyId::from_uuid(absent)),
            ),
            (
                Action::OpenReferral,
                Object::Referral(made.id),
                Object::Referral(ReferralId::from_uuid(absent)),
            ),
            (
                Action::SeeOwnPart,
                Object::Person(person),
                Object::Person(PersonId::from_uuid(absent)),
            ),
            (
                Action::OpenProtectedAddress,
                Object::Address(address),
                Object::Address(AddressId::from_uuid(absent)),
            ),
        ];
        for stranger in &strangers {
            for (action, foreign, absent) in pairs {
                let for_foreign = refused(d, &statements, stranger, action, foreign).await;
                let for_absent = refused(d, &statements, stranger, action, absent).await;
                assert!(for_foreign.len() > 5, "the statements are seen: {for_foreign:?}");
                assert_eq!(
                    for_foreign, for_absent,
                    "{action:?}: foreign on the left, absent on the right"
                );
            }
        }
    });
}

async fn end_all(raw: &Raw, sql: &str, role: &str) {
    let Raw::Server(client) = raw else { panic!("a server") };
    client
        .query(&sql.replace("$1", &format!("'{role}'")), &[])
        .await
        .unwrap();
}

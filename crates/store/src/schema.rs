//! Migrations: two folders with the same numbers, forward only, and the
//! catalogue they must both arrive at.

use crate::error::{Error, Result};
use rusqlite::Connection;

/// One step of the schema, for both engines.
pub struct Migration {
    /// Its number, from 1 without gaps.
    pub number: i64,
    /// What it is about.
    pub name: &'static str,
    /// The text for the embedded engine.
    pub sqlite: &'static str,
    /// The text for PostgreSQL.
    pub postgres: &'static str,
}

macro_rules! migration {
    ($number:literal, $name:literal) => {
        Migration {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }
    };
}

/// Every migration, in order. One that was released is never edited.
pub const MIGRATIONS: &[Migration] = &[
    migration!(1, "0001_house"),
    migration!(2, "0002_referral"),
    migration!(3, "0003_people_in_full"),
    migration!(4, "0004_referral_in_full"),
    migration!(5, "0005_import"),
    migration!(6, "0006_likeness"),
    migration!(7, "0007_outbox"),
    migration!(8, "0008_task_link"),
    migration!(9, "0009_beside"),
    migration!(10, "0010_matching"),
    migration!(11, "0011_session"),
    migration!(12, "0012_plan"),
    migration!(13, "0013_review"),
    migration!(14, "0014_concern"),
    migration!(15, "0015_session_indexes"),
    migration!(16, "0016_contribution"),
    migration!(17, "0017_closing"),
    migration!(18, "0018_session_present"),
    migration!(19, "0019_practice"),
    migration!(20, "0020_parts_in_order"),
    migration!(21, "0021_disruption"),
];

/// The newest version this program knows.
pub fn newest() -> i64 {
    MIGRATIONS.last().map_or(0, |migration| migration.number)
}

const MAKE_VERSION_TABLE: &str =
    "create table if not exists schema_version (number bigint primary key, name text not null)";
const MAKE_VERSION_TABLE_LITE: &str =
    "create table if not exists schema_version (number integer primary key, name text not null) strict";

/// Brings a file up to the newest version; each migration is one transaction.
pub fn migrate_sqlite(conn: &mut Connection) -> Result<i64> {
    let failed = |e: rusqlite::Error| Error::Unavailable(e.to_string());
    let version = |conn: &Connection| {
        conn.query_row("select coalesce(max(number), 0) from schema_version", [], |row| {
            row.get::<_, i64>(0)
        })
    };
    conn.execute_batch(MAKE_VERSION_TABLE_LITE).map_err(failed)?;
    let at = version(conn).map_err(failed)?;
    for migration in pending(at)? {
        let tx = conn
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(failed)?;
        if version(&tx).map_err(failed)? >= migration.number {
            // Another program that started at the same moment was first.
            continue;
        }
        let step = |e| Error::Statement {
            statement: migration.name,
            cause: format!("{e}"),
        };
        tx.execute_batch(migration.sqlite).map_err(step)?;
        tx.execute(
            "insert into schema_version (number, name) values (?1, ?2)",
            (migration.number, migration.name),
        )
        .map_err(step)?;
        tx.commit().map_err(step)?;
    }
    Ok(at)
}

/// Brings a PostgreSQL database up to the newest version; each migration is one transaction.
pub(crate) async fn migrate_postgres(client: &mut deadpool_postgres::Object) -> Result<i64> {
    let failed = |e: tokio_postgres::Error| super::kernel::postgres::unavailable(&e);
    client
        .batch_execute("select pg_advisory_lock(7378)")
        .await
        .map_err(failed)?;
    client.batch_execute(MAKE_VERSION_TABLE).await.map_err(failed)?;
    let row = client
        .query_one("select coalesce(max(number), 0) from schema_version", &[])
        .await
        .map_err(failed)?;
    let at: i64 = row.get(0);
    let steps = pending(at);
    if let Ok(steps) = &steps {
        for migration in *steps {
            let step = |e: tokio_postgres::Error| Error::Statement {
                statement: migration.name,
                cause: e.as_db_error().map_or_else(|| e.to_string(), ToString::to_string),
            };
            let tx = client.transaction().await.map_err(failed)?;
            // A migration that moves rows moves those of every site.
            let every_site = "select set_config('susd.site', '*', true)";
            tx.batch_execute(every_site).await.map_err(failed)?;
            tx.batch_execute(migration.postgres).await.map_err(step)?;
            let values: [&(dyn tokio_postgres::types::ToSql + Sync); 2] = [&migration.number, &migration.name];
            tx.execute("insert into schema_version (number, name) values ($1, $2)", &values)
                .await
                .map_err(step)?;
            tx.commit().await.map_err(step)?;
        }
    }
    client
        .batch_execute("select pg_advisory_unlock(7378)")
        .await
        .map_err(failed)?;
    steps.map(|_| at)
}

/// The migrations a database at version `at` still needs.
fn pending(at: i64) -> Result<&'static [Migration]> {
    if at > newest() {
        return Err(Error::Newer {
            found: at,
            known: newest(),
        });
    }
    let first = MIGRATIONS.partition_point(|migration| migration.number <= at);
    Ok(&MIGRATIONS[first..])
}

/// Unique indexes by the columns the embedded engine names when one refuses.
///
/// That engine says which columns collided, a server says which constraint; the
/// rest of the program knows the constraint's name only.
const UNIQUE: &[(&str, &str)] = &[
    ("account.email_token", "account_email_once"),
    ("passkey.credential", "passkey_credential_once"),
    ("sign_in.secret_hash", "sign_in_secret_once"),
    (
        "role_held.account_id, role_held.site_id, role_held.role",
        "role_held_once",
    ),
    ("api_token.secret_hash", "api_token_secret_once"),
    ("once.actor_id, once.once_key", "once_pkey"),
    ("journal.book_id, journal.seq", "journal_entry_once"),
    ("subject.id", "subject_once"),
    ("family.reference", "family_reference_once"),
    ("referral.reference", "referral_reference_once"),
    ("referral.family_id", "one_open_referral_a_family"),
    ("task_link.secret_hash", "task_link_secret_once"),
    ("likeness.one_family_id, likeness.other_family_id", "likeness_once"),
    ("family_merge.from_family_id", "family_merged_once"),
    ("household.reference", "household_reference_once"),
    (
        "household_member.household_id, household_member.account_id",
        "household_member_once",
    ),
    ("offer.family_id, offer.household_id", "one_pending_offer_a_household"),
    ("session.id", "session_once"),
    ("plan.family_id, plan.version_no", "plan_one_of_each_version"),
    ("plan_goal.plan_id, plan_goal.goal_id", "plan_goal_once"),
    ("extension.family_id", "extension_one_waits"),
    ("review.id", "review_once"),
    (
        "contribution.review_id, contribution.giver_id, contribution.version_no",
        "contribution_once",
    ),
    ("closing.referral_id", "closing_once"),
    (
        "follow_up.referral_id, follow_up.which, follow_up.version_no",
        "follow_up_once",
    ),
    ("set_aside.family_id, set_aside.rule, set_aside.facts", "set_aside_once"),
    ("crisis.id", "crisis_once"),
    ("matching.family_id", "one_active_match_a_family"),
    ("matching.household_id, matching.place_no", "one_active_match_a_place"),
];

/// The name of the constraint an engine's message is about, or the message where it has no name.
pub(crate) fn constraint_name(message: &str) -> String {
    let about = message.split_once(": ").map_or(message, |(_, about)| about);
    UNIQUE
        .iter()
        .find(|(columns, _)| *columns == about)
        .map_or(about, |(_, name)| name)
        .to_owned()
}

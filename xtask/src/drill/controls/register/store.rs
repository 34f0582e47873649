//! What the database and the kernel hold: facts looked up, constraints, versions, keys that make a form happen once.

use crate::drill::controls::fault::{Fault, it};

const FACTS: &str = "crates/store/src/permit/mod.rs";
const ASKER: &str = "crates/store/src/permit/asker.rs";
const FILE: &str = "crates/store/migrations/sqlite/0002_referral.sql";
const SERVER: &str = "crates/store/migrations/postgres/0002_referral.sql";

pub const FAULTS: &[Fault] = &[
    Fault {
        control: "the log does not fill the disk while somebody writes without a pause",
        file: "crates/store/src/kernel/wal.rs",
        find: "if self.empty_above < self.bytes() {",
        replace: "if self.bytes() == u64::MAX {",
        caught_by: it(
            "store",
            "log::the_log_is_copied_back_while_somebody_writes_without_a_pause",
        ),
    },
    Fault {
        control: "the log begins anew while many write without a pause",
        file: "crates/store/src/kernel/wal.rs",
        find: "> LOG_PAGES_MAX {",
        replace: "> u64::MAX - 1 {",
        caught_by: it(
            "store",
            "snapshot::the_log_begins_anew_however_many_read_and_write_at_once",
        ),
    },
    Fault {
        control: "readers let go of their snapshots while the log begins anew",
        file: "crates/store/src/kernel/reader.rs",
        find: " || self.readers.0.lets_go.load(Ordering::Acquire)",
        replace: "",
        caught_by: it(
            "store",
            "snapshot::the_log_begins_anew_however_many_read_and_write_at_once",
        ),
    },
    Fault {
        control: "who a family is protected from is looked up",
        file: FACTS,
        find: "facts.protected = row.int(6)? > 0;",
        replace: "",
        caught_by: it(
            "store",
            "relation::a_family_protected_from_somebody_is_not_there_for_them_whatever_else_they_may_do",
        ),
    },
    Fault {
        control: "an urgent opening that ran out opens nothing",
        file: FACTS,
        find: "and g.ends_at > $4)\n        from x left join family f on f.id = x.id\",",
        replace: "and g.ends_at > 0 * $4)\n        from x left join family f on f.id = x.id\",",
        caught_by: it(
            "store",
            "relation::an_urgent_opening_lasts_four_hours_for_one_person_and_one_family",
        ),
    },
    Fault {
        control: "a proof grows old",
        file: ASKER,
        find: "\"two\" if now.as_microsecond() - proved_at <= FRESH_MICROS => Proof::Fresh,",
        replace: "\"two\" if *proved_at <= now.as_microsecond() => Proof::Fresh,",
        caught_by: it(
            "store",
            "access::what_was_proven_long_ago_or_with_one_factor_is_asked_for_again",
        ),
    },
    Fault {
        control: "membership of a family counts before an assignment",
        file: FACTS,
        find: "    if row.int(4)? > 0 {\n",
        replace: "    if false {\n",
        caught_by: it(
            "store",
            "relation::staff_who_are_related_to_a_family_are_strangers_to_its_record",
        ),
    },
    Fault {
        control: "a file of referrals is seen only by who brought it",
        file: "crates/store/src/import/mod.rs",
        find: "from import i where i.id = $1 and i.made_by = $2",
        replace: "from import i where i.id = $1 and $2 = $2",
        caught_by: it(
            "store",
            "import::a_file_is_sealed_is_its_bringers_alone_and_goes_in_time",
        ),
    },
    Fault {
        control: "a stale version is refused",
        file: "crates/store/src/referral/record.rs",
        find: "where id = $11 and row_version = $12",
        replace: "where id = $11 and row_version >= 0 * $12",
        caught_by: it("store", "unit::a_stale_version_is_refused_and_changes_nothing"),
    },
    Fault {
        control: "one open referral for a family, on a file",
        file: FILE,
        find: "create unique index one_open_referral_a_family",
        replace: "create index one_open_referral_a_family",
        caught_by: it(
            "store",
            "unit::twenty_at_once_who_open_a_second_referral_for_one_family_make_one",
        ),
    },
    Fault {
        control: "one open referral for a family, on a server",
        file: SERVER,
        find: "create unique index one_open_referral_a_family",
        replace: "create index one_open_referral_a_family",
        caught_by: it(
            "store",
            "unit::twenty_at_once_who_open_a_second_referral_for_one_family_make_one",
        ),
    },
    Fault {
        control: "sending twice stores once",
        file: "crates/store/src/once.rs",
        find: "Some((hash, status, location)) if hash == once.body_hash => Err(Error::AlreadyDone { location, status }),",
        replace: "Some((hash, ..)) if hash == once.body_hash => Ok(()),",
        caught_by: it("store", "unit::the_same_form_sent_twenty_times_at_once_is_stored_once"),
    },
    Fault {
        control: "row-level security binds the owner of the tables",
        file: SERVER,
        find: "alter table family force row level security;\n",
        replace: "",
        caught_by: it(
            "store",
            "catalogue::every_table_with_a_site_of_families_has_row_level_security",
        ),
    },
    Fault {
        control: "row-level security knows the site of a family",
        file: SERVER,
        find: "create policy family_site on family using (site_is_open(site_id));",
        replace: "create policy family_site on family using (site_id is not null);",
        caught_by: it(
            "store",
            "belt::a_unit_of_work_for_one_site_sees_no_row_of_another_even_with_a_bad_query",
        ),
    },
    Fault {
        control: "a refusal does the same work for what is not there",
        file: FACTS,
        find: "Object::Referral(id) => Some(one(&FAMILY_OF_REFERRAL, id.into())?.unwrap_or(id.uuid())),",
        replace: "Object::Referral(id) => one(&FAMILY_OF_REFERRAL, id.into())?,",
        caught_by: it(
            "store",
            "same_work::a_refusal_runs_the_same_statements_for_a_record_that_is_foreign_and_one_that_is_absent",
        ),
    },
    Fault {
        control: "nobody finds a family that is protected from them",
        file: "crates/store/src/family/search.rs",
        find: "and p.family_id not in (select x.family_id from protected_from x where x.from_account_id = $3)",
        replace: "and $3 is not null",
        caught_by: it(
            "store",
            "search::families_of_other_sites_and_families_protected_from_the_reader_are_never_found",
        ),
    },
    Fault {
        control: "two people for a role, as the schema holds it",
        file: "crates/store/migrations/sqlite/0001_house.sql",
        find: "constraint role_needs_two_people check (decided_by is null or decided_by <> proposed_by)",
        replace: "constraint role_needs_two check (decided_by is null or decided_by <> account_id)",
        caught_by: it("store", "catalogue::both_engines_have_the_same_catalogue"),
    },
    Fault {
        control: "a database of another key is not opened",
        file: "crates/store/src/setup.rs",
        find: "if found.key_name != key_name {",
        replace: "if false {",
        caught_by: it("store", "trouble::another_key_does_not_open_the_database"),
    },
    Fault {
        control: "a key is tried before anybody relies on it",
        file: "crates/store/src/setup.rs",
        find: "store.job(\"open\", |tx| tx.site_keys(HOUSE).map(|_| ())).await?;",
        replace: "",
        caught_by: it(
            "store",
            "trouble::a_key_that_only_has_the_right_name_does_not_open_the_database",
        ),
    },
    Fault {
        control: "a demonstration stays one",
        file: "crates/store/src/setup.rs",
        find: "if found.kind != kind.key() {",
        replace: "if false {",
        caught_by: it(
            "store",
            "trouble::a_demonstration_is_not_opened_for_real_families_nor_the_other_way",
        ),
    },
    Fault {
        control: "a database of a newer version is not touched",
        file: "crates/store/src/schema.rs",
        find: "    if at > newest() {\n",
        replace: "    if at > i64::MAX - 1 {\n",
        caught_by: it(
            "store",
            "migrations::a_database_of_a_newer_version_is_refused_and_not_touched",
        ),
    },
    Fault {
        control: "a unit that passed a refused statement over is not said to be stored",
        file: "crates/store/src/kernel/tx.rs",
        find: "if answer.is_ok() && self.refused.get() {",
        replace: "if false {",
        caught_by: it(
            "store",
            "unit::a_unit_that_passes_a_refused_statement_over_is_not_stored_and_not_said_to_be",
        ),
    },
    Fault {
        control: "what is due next is kept by the unit of work that writes a visit down",
        file: "crates/store/src/session/record.rs",
        find: "    crate::due::keep(tx, family)?;\n    Ok(id)\n",
        replace: "    Ok(id)\n",
        caught_by: it(
            "store",
            "due::what_is_due_next_stands_beside_the_family_after_any_verb_and_any_days_later",
        ),
    },
    Fault {
        control: "a family's holiday is never counted against anybody",
        file: "crates/domain/src/contact/week.rs",
        find: "    let excuses = week.why.iter().filter(|why| why.is_excused());\n",
        replace: "    let excuses = week.why.iter().filter(|why| !why.is_excused());\n",
        caught_by: it("domain", "contact::each_clause_of_the_weekly_rule"),
    },
];

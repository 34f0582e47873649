//! Every statement is understood by both engines and means the same columns there.

use crate::support::raw::Raw;
use crate::support::{Engine, Place, runtime};
use std::collections::BTreeSet;
use std::path::Path;
use store::Statement;
use tokio_postgres::types::Type;

/// What one engine says the columns of a statement are: their names, and their types where it knows them.
type Columns = Vec<(String, Option<String>)>;

#[test]
fn every_statement_is_prepared_on_both_engines_and_has_the_same_columns() {
    runtime().block_on(async {
        let (file, server) = (Place::new(Engine::Sqlite), Place::new(Engine::Postgres));
        for place in [&file, &server] {
            store::setup::migrate(&place.location).await.unwrap();
        }
        let (Raw::File(lite), Raw::Server(pg)) = (file.raw_as_owner().await, server.raw_as_owner().await) else {
            panic!("a file and a server")
        };
        let lite = lite.into_inner().unwrap();
        let mut problems = Vec::new();
        for statement in store::statements::all() {
            let here = on_sqlite(&lite, statement);
            let there = on_postgres(&pg, statement).await;
            match (here, there) {
                (Ok(here), Ok(there)) => problems.extend(differences(statement, &here, &there)),
                (here, there) => problems.extend([here.err(), there.err()].into_iter().flatten()),
            }
        }
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    });
}

fn on_sqlite(connection: &rusqlite::Connection, statement: &Statement) -> Result<Columns, String> {
    let told = |e: rusqlite::Error| format!("{} on SQLite: {e}", statement.name);
    let prepared = connection.prepare(statement.sql).map_err(told)?;
    let wanted = numbers(statement.sql).into_iter().max().unwrap_or_default();
    if prepared.parameter_count() != wanted {
        return Err(format!(
            "{} has {} parameters and uses {wanted}",
            statement.name,
            prepared.parameter_count()
        ));
    }
    let names: Vec<String> = prepared.column_names().map(ToOwned::to_owned).collect();
    if !statement.sql.starts_with("select") && !statement.sql.starts_with("with") {
        return Ok(names.into_iter().map(|name| (name, None)).collect());
    }
    // A view tells the type of each of its columns, as far as it is a table's.
    let mut seen = with_nulls(statement.sql);
    seen.insert_str(0, "create temp view seen as ");
    connection.execute_batch(&seen).map_err(told)?;
    let mut info = connection
        .prepare("select type from pragma_table_xinfo('seen') order by cid")
        .map_err(told)?;
    let types: Vec<String> = info
        .query_map([], |row| row.get(0))
        .and_then(Iterator::collect)
        .map_err(told)?;
    drop(info);
    connection.execute_batch("drop view seen").map_err(told)?;
    let columns = names
        .into_iter()
        .zip(types)
        .map(|(name, of)| (name, Some(of.to_lowercase()).filter(|of| !of.is_empty())));
    Ok(columns.collect())
}

async fn on_postgres(client: &tokio_postgres::Client, statement: &Statement) -> Result<Columns, String> {
    let name = statement.name;
    let prepared = client.prepare(statement.postgres_sql()).await;
    let prepared = prepared.map_err(|e| {
        format!(
            "{name} on PostgreSQL: {}",
            e.as_db_error()
                .map_or_else(|| e.to_string(), |db| db.message().to_owned())
        )
    })?;
    // The kernel writes whole numbers as eight bytes and ids as sixteen, so nothing else may be expected of it.
    let bindable = [Type::INT8, Type::TEXT, Type::BYTEA, Type::UUID];
    if let Some(other) = prepared.params().iter().find(|of| !bindable.contains(of)) {
        return Err(format!("{name}: PostgreSQL expects a parameter of type {other}"));
    }
    let columns = prepared.columns().iter().map(|column| {
        let of = match *column.type_() {
            Type::INT8 | Type::INT4 => "integer",
            Type::BYTEA | Type::UUID => "blob",
            Type::TEXT => "text",
            ref other => {
                return Err(format!(
                    "{name}: column {} is of type {other} on PostgreSQL",
                    column.name()
                ));
            }
        };
        Ok((column.name().to_owned(), Some(of.to_owned())))
    });
    columns.collect()
}

fn differences(statement: &Statement, here: &Columns, there: &Columns) -> Vec<String> {
    let name = statement.name;
    if here.len() != there.len() {
        return vec![format!(
            "{name}: {} columns on SQLite, {} on PostgreSQL",
            here.len(),
            there.len()
        )];
    }
    let mut found = Vec::new();
    for ((ours, our_type), (theirs, their_type)) in here.iter().zip(there) {
        // The name of an expression is the engine's own; that of a column is ours.
        let is_column = ours
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if is_column && ours != theirs {
            found.push(format!("{name}: column {ours} is called {theirs} on PostgreSQL"));
        }
        if our_type.is_some() && our_type != their_type {
            found.push(format!(
                "{name}: column {ours} is {our_type:?} on SQLite and {their_type:?} on PostgreSQL"
            ));
        }
    }
    found
}

/// The numbers of the parameters, in the order they stand in.
fn numbers(sql: &str) -> Vec<usize> {
    let digits = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    sql.split('$')
        .skip(1)
        .filter_map(|rest| digits(rest).parse().ok())
        .collect()
}

fn with_nulls(sql: &str) -> String {
    let mut parts = sql.split('$');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str("null");
        text.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    text
}

#[test]
fn parameters_are_numbered_in_the_order_of_their_first_use() {
    let mut late = BTreeSet::new();
    for statement in store::statements::all() {
        for sql in [statement.sql, statement.postgres_sql()] {
            let mut newest = 0;
            for number in numbers(sql) {
                if newest + 1 < number {
                    late.insert(format!("{}: ${number} comes before ${}", statement.name, newest + 1));
                }
                newest = newest.max(number);
            }
        }
    }
    assert_eq!(late, BTreeSet::new());
}

#[test]
fn the_server_is_asked_with_the_same_parameters_as_the_file() {
    for statement in store::statements::all() {
        let all = |sql| numbers(sql).into_iter().collect::<BTreeSet<_>>();
        assert_eq!(all(statement.sql), all(statement.postgres_sql()), "{}", statement.name);
    }
}

#[test]
fn statements_are_in_lower_case_and_name_their_columns() {
    for statement in store::statements::all() {
        for sql in [statement.sql, statement.postgres_sql()] {
            // What stands between quotes is a value.
            let written: String = sql.split('\'').step_by(2).collect();
            assert!(
                !written.chars().any(char::is_uppercase),
                "{} has capitals",
                statement.name
            );
            assert!(
                !written.contains("select *") && !written.contains(".*"),
                "{} names no columns",
                statement.name
            );
            assert!(!written.contains(';'), "{} is more than one statement", statement.name);
        }
    }
}

#[test]
fn no_two_statements_have_one_name() {
    let mut names = BTreeSet::new();
    for statement in store::statements::all() {
        assert!(names.insert(statement.name), "{} is there twice", statement.name);
    }
}

#[test]
fn no_file_with_statements_is_left_out() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    files_with_statements(&src, &src, &mut found);
    let listed: BTreeSet<String> = store::statements::FILES
        .iter()
        .map(|(file, _)| (*file).to_owned())
        .collect();
    assert_eq!(
        found, listed,
        "add a line to src/statements.rs for each file with statements"
    );
}

fn files_with_statements(src: &Path, folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_with_statements(src, &path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            if text.lines().any(|line| line.starts_with("statements! {")) {
                found.insert(path.strip_prefix(src).unwrap().to_string_lossy().into_owned());
            }
        }
    }
}

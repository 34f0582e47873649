//! The data register and the live schema say the same, both ways.

use crate::catalogue::catalogue;
use crate::support::{Engine, Place, runtime};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::Error;
use store::register::{About, Export, Form, Keep, Register};

/// Every column of the live schema with its type, by table and name.
fn live() -> BTreeMap<(String, String), String> {
    runtime().block_on(async {
        let place = Place::new(Engine::Sqlite);
        store::setup::migrate(&place.location).await.unwrap();
        let found = catalogue(Engine::Sqlite, &place.raw().await).await;
        let columns = found.into_iter().flat_map(|(table, it)| {
            it.columns
                .into_iter()
                .map(move |(column, of, _)| ((table.clone(), column), of))
        });
        columns.collect()
    })
}

#[test]
fn the_register_has_every_column_of_the_schema_and_no_other() {
    let register = Register::read().unwrap();
    let said: BTreeSet<(String, String)> = register
        .columns()
        .map(|(table, name, _)| (table.to_owned(), name.to_owned()))
        .collect();
    let live: BTreeSet<(String, String)> = live().into_keys().collect();
    let unsaid: Vec<_> = live.difference(&said).collect();
    let gone: Vec<_> = said.difference(&live).collect();
    assert!(unsaid.is_empty(), "say in register.toml what these hold: {unsaid:?}");
    assert!(gone.is_empty(), "these are no more: {gone:?}");
}

#[test]
fn every_sealed_column_is_a_blob_and_no_text_column_holds_free_words() {
    let register = Register::read().unwrap();
    for ((table, name), of) in live() {
        let column = register.column(&table, &name).unwrap();
        assert_eq!(
            column.sealed,
            column.form == Form::Words,
            "{table}.{name}: words are sealed, and nothing else is"
        );
        if column.sealed {
            assert_eq!(of, "blob", "{table}.{name} is sealed");
        }
        let fits = match column.form {
            Form::Code | Form::Codes | Form::Day | Form::Reference | Form::PublicName | Form::Path => of == "text",
            Form::Instant | Form::Number => of == "integer",
            Form::Id | Form::Key | Form::Words => of == "blob",
            // A password's hash is a text, with its settings in it.
            Form::Hash => of == "blob" || (table == "account" && name == "password"),
        };
        assert!(fits, "{table}.{name} is of type {of} and said to be {:?}", column.form);
    }
}

#[test]
fn what_is_sealed_is_about_somebody_and_what_is_about_somebody_goes() {
    let register = Register::read().unwrap();
    for (table, name, column) in register.columns() {
        assert!(!column.holds.trim().is_empty(), "{table}.{name} says what it holds");
        assert!(
            !column.sealed || column.about != About::Nobody,
            "{table}.{name} is sealed, so it is about somebody"
        );
        let about_family = matches!(column.about, About::Person | About::Family);
        assert!(
            !about_family || column.keep != Keep::House,
            "{table}.{name} is about a family, so it is not kept for good"
        );
        assert!(
            !column.sealed || !column.export.contains(&Export::Evaluator),
            "{table}.{name}: no words in an extract"
        );
        assert!(
            !column.sealed || column.keep != Keep::House,
            "{table}.{name} is sealed, so it goes one day"
        );
    }
}

#[test]
fn nothing_that_opens_or_proves_anything_is_ever_exported() {
    let register = Register::read().unwrap();
    for (table, name, column) in register.columns() {
        let secret =
            name.contains("secret") || name.contains("password") || name.ends_with("_key") && column.form == Form::Key;
        let token = name.contains("token") && column.form == Form::Hash;
        if secret || token {
            assert!(column.export.is_empty(), "{table}.{name} must stay here");
        }
    }
}

#[test]
fn what_the_code_seals_the_register_calls_sealed() {
    let register = Register::read().unwrap();
    let mut places = BTreeSet::new();
    sealed_places(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut places);
    assert!(
        places.contains(&("referral_message".to_owned(), "words".to_owned())),
        "the places are found: {places:?}"
    );
    for (table, name) in places {
        // A part is sealed for its place in the book, and a draft for its form.
        let name = if table == "journal_part" || table == "draft" {
            "body".to_owned()
        } else {
            name
        };
        let column = register.column(&table, &name);
        assert!(
            column.is_some_and(|column| column.sealed),
            "{table}.{name} is sealed by the code"
        );
    }
}

/// Each `"table", "column"` that stands in a call that seals or opens.
fn sealed_places(folder: &Path, found: &mut BTreeSet<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sealed_places(&path, found);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for call in text.split(".seal(").skip(1).chain(text.split(".seal_opt(").skip(1)) {
            let call = call.split(';').next().unwrap_or_default();
            let quoted: Vec<&str> = call.split('"').skip(1).step_by(2).take(2).collect();
            if let [table, column] = quoted[..] {
                found.insert((table.to_owned(), column.to_owned()));
            }
        }
    }
}

#[test]
fn a_register_that_cannot_be_read_says_where() {
    let line = |text: &str| match Register::parse(text) {
        Err(Error::File { path, cause }) => format!("{path}: {cause}"),
        other => panic!("{other:?}"),
    };
    let good = "holds = \"x\", about = \"person\", export = [], keep = \"family\", sealed = true, form = \"words\"";
    assert!(Register::parse(&format!("[person]\nname = {{ {good} }}\n")).is_ok());
    let told = line(&format!(
        "[person]\nname = {{ {good} }}\nbirth = {{ {} }}\n",
        good.replace("words", "poetry")
    ));
    assert!(
        told.starts_with("register.toml: line 3") && told.contains("poetry"),
        "{told}"
    );
    let told = line("[person]\nname = { holds = \"x\" }\n");
    assert!(told.contains("line 2") && told.contains("about"), "{told}");
    let told = line(&format!("[person]\nname = {{ {good}, colour = \"red\" }}\n"));
    assert!(told.contains("colour"), "{told}");
}

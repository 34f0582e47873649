//! Checks that the versions of a message take the same arguments and have every plural form of their language.

use super::message::{Choice, Piece, When};
use super::plural;

/// A message in one language.
pub struct Version<'a> {
    /// The language.
    pub tag: &'a str,
    /// The plural forms the language counts with.
    pub forms: &'a [&'static str],
    /// The file it is in.
    pub path: &'a str,
    /// What it says.
    pub pieces: &'a [Piece],
}

/// What a message is told.
pub struct Argument {
    /// Its name.
    pub name: String,
    /// Whether it is a number that is counted with; if not, it is text.
    pub count: bool,
}

/// The most arguments a message may have.
const ARGUMENTS_MAX: usize = 6;

/// What one version uses.
#[derive(Default)]
struct Used {
    /// Its arguments, in the order they are first used.
    names: Vec<String>,
    /// Its choices.
    choices: Vec<Choice>,
}

/// Checks the versions against the first and returns the arguments; faults are told with the file they are in.
pub fn check(versions: &[Version], tell: &mut impl FnMut(&str, String)) -> Vec<Argument> {
    let mut counted = Vec::new();
    for version in versions {
        counts(version.pieces, &mut counted);
    }
    let mut all = Vec::new();
    for version in versions {
        let mut used = Used::default();
        uses(version.pieces, &mut used);
        for choice in &used.choices {
            let found = if counted.contains(&choice.by) {
                plural_fault(choice, version)
            } else {
                word_fault(choice)
            };
            if let Some(fault) = found.or_else(|| choice_fault(choice)) {
                tell(version.path, fault);
            }
        }
        if ARGUMENTS_MAX < used.names.len() {
            let many = used.names.len();
            tell(
                version.path,
                format!("has {many} arguments; {ARGUMENTS_MAX} is the most"),
            );
        }
        all.push((version.path, used));
    }
    let (first_path, first) = &all[0];
    for (path, other) in &all[1..] {
        for fault in differences(first, first_path, other, &counted) {
            tell(path, fault);
        }
    }
    let count = |name: &String| Argument {
        name: name.clone(),
        count: counted.contains(name),
    };
    first.names.iter().map(count).collect()
}

/// What one version uses otherwise than the first.
fn differences(first: &Used, path: &str, other: &Used, counted: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    for name in first.names.iter().filter(|name| !other.names.contains(name)) {
        faults.push(format!("does not use ${name}, which {path} uses"));
    }
    for name in other.names.iter().filter(|name| !first.names.contains(name)) {
        faults.push(format!("uses ${name}, which {path} does not"));
    }
    for choice in &first.choices {
        let by = &choice.by;
        let Some(same) = other.choices.iter().find(|other| other.by == *by) else {
            faults.push(format!("does not choose its text by ${by}, as {path} does"));
            continue;
        };
        if !counted.contains(by) && keys(same) != keys(choice) {
            faults.push(format!(
                "chooses by ${by} between {}, but {path} between {}",
                keys(same).join(", "),
                keys(choice).join(", ")
            ));
        }
    }
    faults
}

/// The words of a choice, sorted.
fn keys(choice: &Choice) -> Vec<String> {
    let mut keys: Vec<_> = choice.arms.iter().map(|arm| arm.when.written()).collect();
    keys.sort();
    keys
}

/// Adds the arguments that are counted with: those a plural is chosen by, and those inside `NUMBER`.
fn counts(pieces: &[Piece], names: &mut Vec<String>) {
    let plural = |when: &When| match when {
        When::Exactly(_) => true,
        When::Named(name) => plural::is_form(name),
    };
    for piece in pieces {
        match piece {
            Piece::Count(name) => names.push(name.clone()),
            Piece::Choice(choice) => {
                if choice.arms.iter().all(|arm| plural(&arm.when)) {
                    names.push(choice.by.clone());
                }
                for arm in &choice.arms {
                    counts(&arm.pieces, names);
                }
            }
            Piece::Text(_) | Piece::Place(_) | Piece::Refer(_) => {}
        }
    }
}

/// Adds the arguments in the order they are first used, and the choices made by them.
fn uses(pieces: &[Piece], used: &mut Used) {
    for piece in pieces {
        let name = match piece {
            Piece::Place(name) | Piece::Count(name) => name,
            Piece::Choice(choice) => &choice.by,
            Piece::Text(_) | Piece::Refer(_) => continue,
        };
        if !used.names.contains(name) {
            used.names.push(name.clone());
        }
        if let Piece::Choice(choice) = piece {
            used.choices.push(choice.clone());
            for arm in &choice.arms {
                uses(&arm.pieces, used);
            }
        }
    }
}

/// What is wrong with a choice between plural forms.
fn plural_fault(choice: &Choice, version: &Version) -> Option<String> {
    let (by, tag, forms) = (&choice.by, version.tag, version.forms);
    let keys = keys(choice);
    let missing: Vec<_> = forms
        .iter()
        .filter(|form| !keys.iter().any(|key| key == *form))
        .copied()
        .collect();
    if !missing.is_empty() {
        return Some(format!(
            "counts ${by} without the plural form {}; `{tag}` needs {}",
            missing.join(", "),
            forms.join(", ")
        ));
    }
    let stranger = keys
        .iter()
        .find(|key| key.parse::<u64>().is_err() && !forms.contains(&key.as_str()))?;
    Some(format!(
        "counts ${by} with [{stranger}], a form that `{tag}` does not have"
    ))
}

/// What is wrong with a choice between words.
fn word_fault(choice: &Choice) -> Option<String> {
    let number = choice.arms.iter().find(|arm| matches!(arm.when, When::Exactly(_)))?;
    let number = number.when.written();
    Some(format!(
        "chooses by ${} between words and the number {number}",
        choice.by
    ))
}

/// What is wrong with any choice: a key stands twice, or the default is not `other`.
fn choice_fault(choice: &Choice) -> Option<String> {
    let keys = keys(choice);
    let twice = keys.iter().zip(keys.iter().skip(1)).find(|(one, next)| one == next);
    if let Some((key, _)) = twice {
        return Some(format!("has [{key}] twice in the choice by ${}", choice.by));
    }
    let default = choice.arms.iter().find(|arm| arm.default).map(|arm| arm.when.written());
    let wrong = default.as_deref() != Some("other");
    wrong.then(|| format!("must have *[other] as the default of the choice by ${}", choice.by))
}

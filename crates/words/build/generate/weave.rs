//! Puts the languages side by side: every language has every message, in the same file, and what it refers to.

use std::collections::BTreeMap;

use super::FIRST;
use super::check::{self, Argument, Version};
use super::message::{Mark, Message, Piece, shown};
use super::plural;
use super::read::File;

/// Every message in every language.
pub struct Woven {
    /// The languages; the first is the one the messages are first written in.
    pub tags: Vec<String>,
    /// The messages, by their keys.
    pub messages: Vec<Said>,
}

/// One message in every language.
pub struct Said {
    /// Its key.
    pub key: String,
    /// The word of its file.
    pub word: String,
    /// Its arguments, in the order the first language uses them.
    pub arguments: Vec<Argument>,
    /// What it says, one for each language, in their order.
    pub texts: Vec<Vec<Piece>>,
    /// Who has checked it, one for each language, in their order.
    pub marks: Vec<Mark>,
}

/// One language.
struct Language {
    /// Its tag.
    tag: String,
    /// The plural forms it counts with.
    forms: Vec<&'static str>,
    /// Its messages by key.
    messages: BTreeMap<String, Placed>,
}

/// A message and where it is written.
#[derive(Clone)]
struct Placed {
    path: String,
    word: String,
    message: Message,
}

/// Joins the languages, or says everything that keeps them apart.
pub fn weave(files: Vec<File>) -> Result<Woven, Vec<String>> {
    let mut faults = Vec::new();
    let mut languages = by_language(files, &mut faults);
    if languages.first().is_none_or(|language| language.tag != FIRST) {
        faults.push(format!("locales/{FIRST} has no messages"));
    }
    if faults.is_empty() {
        all_there(&languages, &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    for language in &mut languages {
        resolve(language, &mut faults);
    }
    let messages = languages[0]
        .messages
        .keys()
        .map(|key| said(key, &languages, &mut faults))
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Woven {
        tags: languages.into_iter().map(|language| language.tag).collect(),
        messages,
    })
}

/// Gathers the files into languages, the first language in front.
fn by_language(files: Vec<File>, faults: &mut Vec<String>) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for File {
        tag,
        word,
        path,
        messages,
    } in files
    {
        let place = languages
            .iter()
            .position(|language| language.tag == tag)
            .unwrap_or_else(|| {
                let forms = plural::forms(&tag).unwrap_or_else(|fault| {
                    faults.push(fault);
                    Vec::new()
                });
                languages.push(Language {
                    tag,
                    forms,
                    messages: BTreeMap::new(),
                });
                languages.len() - 1
            });
        for message in messages {
            let key = message.key.clone();
            let placed = Placed {
                path: path.clone(),
                word: word.clone(),
                message,
            };
            if let Some(other) = languages[place].messages.insert(key.clone(), placed) {
                faults.push(format!("{path}: `{key}` is also in {}", other.path));
            }
        }
    }
    languages.sort_by_key(|language| language.tag != FIRST);
    languages
}

/// Every language has every message, in the file of the same name, and no more.
fn all_there(languages: &[Language], faults: &mut Vec<String>) {
    let first = &languages[0].messages;
    for Language { tag, messages, .. } in &languages[1..] {
        for (key, Placed { path, word, message }) in first {
            match messages.get(key) {
                None => faults.push(format!(
                    "locales/{tag}/{word}.ftl: `{key}` is missing in `{tag}`; {path} says: {}",
                    shown(&message.pieces)
                )),
                Some(other) if other.word != *word => faults.push(format!(
                    "{}: `{key}` belongs in locales/{tag}/{word}.ftl, as in {path}",
                    other.path
                )),
                Some(_) => {}
            }
        }
        for (key, extra) in messages.iter().filter(|(key, _)| !first.contains_key(*key)) {
            faults.push(format!("{}: `{key}` is in `{tag}` but not in `{FIRST}`", extra.path));
        }
    }
}

/// Puts the text of a message that is referred to in the place of the reference.
fn resolve(language: &mut Language, faults: &mut Vec<String>) {
    let before = language.messages.clone();
    for Placed { path, message, .. } in language.messages.values_mut() {
        let mut seen = vec![message.key.clone()];
        match resolved(&message.pieces, &before, &mut seen) {
            Ok(pieces) => message.pieces = pieces,
            Err(fault) => faults.push(format!("{path}: `{}` {fault}", message.key)),
        }
    }
}

fn resolved(
    pieces: &[Piece],
    messages: &BTreeMap<String, Placed>,
    seen: &mut Vec<String>,
) -> Result<Vec<Piece>, String> {
    let mut all = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Refer(key) => {
                let Some(other) = messages.get(key) else {
                    return Err(format!("refers to `{key}`, which does not exist"));
                };
                if seen.contains(key) {
                    return Err(format!("refers to `{key}`, which leads back to itself"));
                }
                seen.push(key.clone());
                all.extend(resolved(&other.message.pieces, messages, seen)?);
                seen.pop();
            }
            Piece::Choice(choice) => {
                let mut choice = choice.clone();
                for arm in &mut choice.arms {
                    arm.pieces = resolved(&arm.pieces, messages, seen)?;
                }
                all.push(Piece::Choice(choice));
            }
            Piece::Text(_) | Piece::Place(_) | Piece::Count(_) => all.push(piece.clone()),
        }
    }
    Ok(all)
}

/// One message in all languages, checked.
fn said(key: &str, languages: &[Language], faults: &mut Vec<String>) -> Said {
    let versions: Vec<_> = languages
        .iter()
        .map(|language| {
            let placed = &language.messages[key];
            Version {
                tag: &language.tag,
                forms: &language.forms,
                path: &placed.path,
                pieces: &placed.message.pieces,
            }
        })
        .collect();
    let arguments = check::check(&versions, &mut |path, fault| {
        faults.push(format!("{path}: `{key}` {fault}"));
    });
    let all = || languages.iter().map(|language| &language.messages[key]);
    Said {
        key: key.to_owned(),
        word: languages[0].messages[key].word.clone(),
        arguments,
        texts: all().map(|placed| placed.message.pieces.clone()).collect(),
        marks: all().map(|placed| placed.message.mark.clone()).collect(),
    }
}

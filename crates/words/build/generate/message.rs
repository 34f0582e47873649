//! What a message is, once read: text, places for arguments, and choices between texts.

use std::fmt::Write as _;

/// One message in one language.
#[derive(Clone)]
pub struct Message {
    /// Its key: `referral-received`.
    pub key: String,
    /// What it says.
    pub pieces: Vec<Piece>,
    /// Who has checked it.
    pub mark: Mark,
}

/// How far a translation has come.
#[derive(Clone, PartialEq)]
pub enum Mark {
    /// Nobody has checked it.
    Draft,
    /// Word for word from the list of terms.
    Term,
    /// A person has checked it.
    Reviewed {
        /// Who.
        by: String,
        /// The day, as `2026-11-21`.
        on: String,
    },
}

/// A part of a message.
#[derive(Clone)]
pub enum Piece {
    /// Words.
    Text(String),
    /// An argument shown as it is given.
    Place(String),
    /// An argument that is a number, shown with its thousands apart.
    Count(String),
    /// Another message of the same language, said here.
    Refer(String),
    /// One of several texts.
    Choice(Choice),
}

/// A choice between texts by one argument.
#[derive(Clone)]
pub struct Choice {
    /// The argument that decides.
    pub by: String,
    /// The texts, in the order they are written.
    pub arms: Vec<Arm>,
}

/// One text of a choice.
#[derive(Clone)]
pub struct Arm {
    /// When it is said.
    pub when: When,
    /// Whether it is said when no other fits.
    pub default: bool,
    /// The text.
    pub pieces: Vec<Piece>,
}

/// When a text of a choice is said.
#[derive(Clone, PartialEq, Eq)]
pub enum When {
    /// For exactly this number.
    Exactly(u64),
    /// For this plural form, or for this word.
    Named(String),
}

impl When {
    /// As it is written between the brackets.
    pub fn written(&self) -> String {
        match self {
            Self::Exactly(number) => number.to_string(),
            Self::Named(name) => name.clone(),
        }
    }
}

/// The message as a translator would read it on one line.
pub fn shown(pieces: &[Piece]) -> String {
    let mut line = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => line.push_str(text),
            Piece::Place(name) | Piece::Count(name) => {
                write!(line, "{{{name}}}").expect("writing to a string cannot fail");
            }
            Piece::Refer(key) => write!(line, "{{{key}}}").expect("writing to a string cannot fail"),
            Piece::Choice(choice) => {
                let arms: Vec<String> = choice
                    .arms
                    .iter()
                    .map(|arm| format!("[{}] {}", arm.when.written(), shown(&arm.pieces)))
                    .collect();
                line.push_str(&arms.join(" "));
            }
        }
    }
    line.replace('\n', " ")
}

//! The small shapes the shared parts of a page take (`parts/*.html`).

use std::borrow::Cow;

/// A link.
#[derive(Clone, Debug)]
pub struct Link {
    /// Where it goes.
    pub href: String,
    /// What it says.
    pub text: String,
}

/// One item of a menu.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// Where it goes.
    pub href: String,
    /// What it says.
    pub text: String,
    /// Whether it is where the reader is.
    pub current: bool,
    /// How many wait there.
    pub count: Option<u64>,
}

/// A box of a form.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// The name it is sent under.
    pub name: String,
    /// Its id in the page.
    pub id: String,
    /// What was typed.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// A day as three boxes.
#[derive(Clone, Debug, Default)]
pub struct DateField {
    /// The name it is sent under, before `_day`, `_month` and `_year`.
    pub name: String,
    /// The id of the first box.
    pub id: String,
    /// What was typed.
    pub day: String,
    /// What was typed.
    pub month: String,
    /// What was typed.
    pub year: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// One of several answers.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is said.
    pub label: String,
    /// More about it.
    pub hint: Option<String>,
    /// Whether it was chosen.
    pub checked: bool,
}

/// One line of the error summary.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The box it is about.
    pub href: String,
    /// What is wrong.
    pub text: String,
}

/// One fact.
#[derive(Clone, Debug)]
pub struct SummaryRow {
    /// What it is.
    pub key: String,
    /// The fact.
    pub value: String,
    /// Its language, where it is not the page's.
    pub lang: Option<&'static str>,
    /// How to change it.
    pub change: Option<Link>,
}

/// A fact that is only read.
pub fn row(key: &str, value: impl Into<String>) -> SummaryRow {
    SummaryRow {
        key: key.to_owned(),
        value: value.into(),
        lang: None,
        change: None,
    }
}

/// Somebody's own words.
#[derive(Clone, Debug)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Their language, where it is not the page's.
    pub lang: Option<&'static str>,
    /// Whose they are.
    pub who: String,
}

/// A paragraph of a timeline.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The words.
    pub text: String,
    /// Their language, where it is not the page's.
    pub lang: Option<&'static str>,
}

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct TimelineItem {
    /// When.
    pub when: String,
    /// What.
    pub title: Cow<'static, str>,
    /// By whom.
    pub by: String,
    /// The words.
    pub paragraphs: Vec<Paragraph>,
    /// Somebody's own words.
    pub quote: Option<Quote>,
    /// Something said softly under it.
    pub note: String,
    /// Where there is more.
    pub link: Option<Link>,
    /// How it is drawn: `visit`, `voice`, `step`, `urgent`, `seen`.
    pub kind: &'static str,
}

/// One thing to do.
#[derive(Clone, Debug)]
pub struct Task {
    /// What it is.
    pub text: String,
    /// Where it is done.
    pub href: Option<String>,
    /// More about it.
    pub hint: String,
    /// How it stands, in words.
    pub state: String,
    /// How the state looks: `""`, `strong`, `warm` or `quiet`.
    pub look: &'static str,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What it is.
    pub caption: String,
    /// Its headings.
    pub heads: Vec<String>,
    /// Its rows; as many cells as headings.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// The words.
    pub text: String,
    /// Where it goes.
    pub href: Option<String>,
    /// The look of a tag, when it is one.
    pub tag: Option<&'static str>,
    /// Its language, where it is not the page's.
    pub lang: Option<&'static str>,
    /// How it is set: `""`, `number`, or `whole` on one line.
    pub set: &'static str,
}

impl Cell {
    /// A cell of plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A cell that links.
    pub fn link(href: String, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            href: Some(href),
            ..Self::default()
        }
    }

    /// A cell of a number.
    pub fn number(number: i64) -> Self {
        Self {
            set: "number",
            ..Self::text(number.to_string())
        }
    }

    /// A cell that is never broken over two lines: a reference, a length of time.
    pub fn whole(text: impl Into<String>) -> Self {
        Self {
            set: "whole",
            ..Self::text(text)
        }
    }

    /// A cell with a tag: `""`, `strong`, `warm` or `quiet`.
    pub fn tag(text: impl Into<String>, look: &'static str) -> Self {
        Self {
            text: text.into(),
            tag: Some(look),
            ..Self::default()
        }
    }
}

/// The way to newer and older lines.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    /// The first page, when this is not it.
    pub newer: Option<String>,
    /// The next page.
    pub older: Option<String>,
}

/// One of a household's places.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// `taken`, `held` (offered, and not agreed yet) or `free`.
    pub state: &'static str,
    /// Who is in it, or that it is free.
    pub title: String,
    /// Where there is more.
    pub href: Option<String>,
    /// A line under it.
    pub text: String,
    /// What can be done there.
    pub acts: Vec<Link>,
    /// The support level of the family in it.
    pub level: Option<u8>,
    /// The level in words.
    pub level_words: String,
}

impl Place {
    /// A place nobody is in.
    pub fn free(words: &str) -> Self {
        Self {
            state: "free",
            title: words.to_owned(),
            ..Self::default()
        }
    }
}

/// One bar of the support level over time, in the units of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// The level, 0 to 4.
    pub level: u8,
}

/// A family's banner.
#[derive(Clone, Debug, Default)]
pub struct FamilyBanner {
    /// How staff call it.
    pub name: String,
    /// What people say aloud for it.
    pub reference: String,
    /// A line under it.
    pub line: String,
    /// The support level, once there is one.
    pub level: Option<u8>,
    /// The level in words.
    pub level_words: String,
    /// What must be known first.
    pub marks: Vec<Mark>,
}

/// A mark on a banner.
#[derive(Clone, Debug)]
pub struct Mark {
    /// What it says.
    pub text: String,
    /// How it looks.
    pub look: &'static str,
}

/// A day as three boxes; `typed` gives what stands in the box of a name.
pub fn date_field(name: &str, typed: impl Fn(&str) -> String, error: Option<String>) -> DateField {
    let part = |part: &str| typed(&format!("{name}_{part}"));
    DateField {
        name: name.to_owned(),
        id: name.replace('_', "-"),
        day: part("day"),
        month: part("month"),
        year: part("year"),
        error,
    }
}

/// A box, with what is wrong with it if anything is.
pub fn field(name: &str, value: impl Into<String>, error: Option<String>) -> Field {
    Field {
        name: name.to_owned(),
        id: name.replace('_', "-"),
        value: value.into(),
        error,
    }
}

/// One of several answers.
pub fn choice(value: &str, label: &str, checked: bool) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        checked,
    }
}

/// One of several answers with more about it.
pub fn hinted(value: &str, label: &str, hint: &str, checked: bool) -> Choice {
    Choice {
        hint: Some(hint.to_owned()),
        ..choice(value, label, checked)
    }
}

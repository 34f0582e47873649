//! Which column of a file holds what: guessed from the headings, put right by a person, remembered.

use std::collections::HashMap;

use super::field::{Field, REQUIRED};
use super::fold::fold;

/// Which column holds what. Each field has one column at most; a column without a field is not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    columns: Vec<Option<Field>>,
}

/// Why columns cannot be read like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MappingProblem {
    /// There is no field with this key.
    #[error("column {column} names no field")]
    NoSuchField {
        /// The column, from 0.
        column: usize,
    },
    /// Two columns are said to hold the same.
    #[error("columns {first} and {second} are both {}", field.key())]
    Twice {
        /// What both are said to hold.
        field: Field,
        /// The first of them, from 0.
        first: usize,
        /// The second.
        second: usize,
    },
    /// Something without which no family can be read has no column.
    #[error("there is no column for {}", fields.first().map_or("", |field| field.key()))]
    Missing {
        /// The fields, any one of which would do.
        fields: &'static [Field],
    },
    /// The file has another number of columns.
    #[error("the file has {headings} columns, {columns} were described")]
    OtherWidth {
        /// How many the file has.
        headings: usize,
        /// How many were described.
        columns: usize,
    },
}

impl Mapping {
    /// Takes what a person said of each column.
    ///
    /// # Errors
    /// A field is named twice.
    pub fn new(columns: Vec<Option<Field>>) -> Result<Self, MappingProblem> {
        for (second, field) in columns.iter().enumerate() {
            let first = columns[..second].iter().position(|earlier| earlier == field);
            if let Some((field, first)) = field.zip(first) {
                return Err(MappingProblem::Twice { field, first, second });
            }
        }
        Ok(Self { columns })
    }

    /// Guesses from the headings. What is in brackets may be left out of a heading; of two columns
    /// with one meaning the first is taken.
    pub fn guess<H: AsRef<str>>(headings: &[H]) -> Self {
        Self::recall::<H, &str, &str>(headings, &[])
    }

    /// What was remembered of each heading (its key, or nothing for a column that is not to be
    /// read), and a guess for headings that are new. A file whose columns changed places is so read right.
    pub fn recall<H: AsRef<str>, R: AsRef<str>, K: AsRef<str>>(headings: &[H], remembered: &[(R, K)]) -> Self {
        let known = known_headings();
        let remembered: HashMap<String, &str> = remembered
            .iter()
            .map(|(heading, key)| (fold(heading.as_ref()), key.as_ref()))
            .collect();
        let mut columns: Vec<Option<Field>> = vec![None; headings.len()];
        let mut taken = [false; Field::COUNT];
        let mut take = |column: &mut Option<Field>, field: Option<Field>| {
            if let Some(field) = field.filter(|field| !taken[*field as usize]) {
                taken[field as usize] = true;
                *column = Some(field);
            }
        };
        let folded: Vec<String> = headings.iter().map(|heading| fold(heading.as_ref())).collect();
        for (column, heading) in columns.iter_mut().zip(&folded) {
            take(column, remembered.get(heading).and_then(|key| Field::from_key(key)));
        }
        for ((column, heading), written) in columns.iter_mut().zip(&folded).zip(headings) {
            if !remembered.contains_key(heading) {
                let without = fold(&without_brackets(written.as_ref()));
                take(column, known.get(heading).or_else(|| known.get(&without)).copied());
            }
        }
        Self { columns }
    }

    /// What to remember: each heading with the key of its field, or with nothing.
    pub fn memory<'h, H: AsRef<str>>(&self, headings: &'h [H]) -> Vec<(&'h str, &'static str)> {
        headings.iter().map(AsRef::as_ref).zip(self.keys()).collect()
    }

    /// Reads what [`Mapping::keys`] gives: one key for each column, nothing for one that is not read.
    ///
    /// # Errors
    /// A key is of no field, or a field is named twice.
    pub fn from_keys<K: AsRef<str>>(keys: &[K]) -> Result<Self, MappingProblem> {
        let mut columns = Vec::with_capacity(keys.len());
        for (column, key) in keys.iter().enumerate() {
            let field = Field::from_key(key.as_ref());
            if field.is_none() && !key.as_ref().is_empty() {
                return Err(MappingProblem::NoSuchField { column });
            }
            columns.push(field);
        }
        Self::new(columns)
    }

    /// The key of each column's field, nothing for a column that is not read.
    pub fn keys(&self) -> Vec<&'static str> {
        let keys = self.columns.iter().map(|field| field.map_or("", Field::key));
        keys.collect()
    }

    /// What each column holds.
    pub fn columns(&self) -> &[Option<Field>] {
        &self.columns
    }

    /// The column that holds this, from 0.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Some(field))
    }

    /// The columns that are not read, from 0.
    pub fn unmapped(&self) -> Vec<usize> {
        let empty = self.columns.iter().enumerate().filter(|(_, field)| field.is_none());
        empty.map(|(column, _)| column).collect()
    }

    /// What has no column, though no family can be read without it: of each line any field would do.
    pub fn missing(&self) -> Vec<&'static [Field]> {
        let has = |fields: &&[Field]| fields.iter().any(|field| self.column(*field).is_some());
        REQUIRED.iter().copied().filter(|fields| !has(fields)).collect()
    }
}

/// Every heading we know, folded, and what is under it.
fn known_headings() -> HashMap<String, Field> {
    let each = |field: Field| field.headings().iter().map(move |heading| (fold(heading), field));
    Field::ALL.into_iter().flat_map(each).collect()
}

/// The heading without what stands in round or square brackets.
fn without_brackets(heading: &str) -> String {
    let mut depth = 0_u32;
    let outside = heading.chars().filter(|c| match c {
        '(' | '[' => {
            depth = depth.saturating_add(1);
            false
        }
        ')' | ']' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    outside.collect()
}

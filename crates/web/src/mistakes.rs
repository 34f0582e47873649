//! What is wrong with a form: every mistake at once, in the order of the page.

use crate::page::Problem;

/// The mistakes of one form, each with the name of its box.
#[derive(Clone, Debug, Default)]
pub struct Mistakes {
    found: Vec<(String, String)>,
}

impl Mistakes {
    /// Notes a mistake in a box.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.found.push((name.into(), text.into()));
    }

    /// Whether there is any.
    pub fn any(&self) -> bool {
        !self.found.is_empty()
    }

    /// What is wrong with one box.
    pub fn of(&self, name: &str) -> Option<String> {
        self.found
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, text)| text.clone())
    }

    /// The error summary.
    pub fn summary(&self) -> Vec<Problem> {
        let line = |(name, text): &(String, String)| Problem {
            href: format!("#{}", name.replace('_', "-")),
            text: text.clone(),
        };
        self.found.iter().map(line).collect()
    }
}

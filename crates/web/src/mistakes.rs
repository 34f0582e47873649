//! What is wrong with a form: every mistake at once, in the order of the page.

use crate::page::Problem;

/// The mistakes of one form, each with the name of its box.
#[derive(Clone, Debug, Default)]
pub struct Mistakes {
    found: Vec<(String, String)>,
}

impl Mistakes {
    /// One mistake in one box.
    pub fn one(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            found: vec![(name.into(), text.into())],
        }
    }

    /// Notes a mistake in a box.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.found.push((name.into(), text.into()));
    }

    /// Says of a box something else than before.
    pub fn put(&mut self, name: &str, text: impl Into<String>) {
        self.found.retain(|(known, _)| known != name);
        self.add(name, text);
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

    /// Those of some boxes only.
    #[must_use]
    pub fn of_boxes(&self, wanted: impl Fn(&str) -> bool) -> Self {
        let found = self.found.iter().filter(|(name, _)| wanted(name));
        Self {
            found: found.cloned().collect(),
        }
    }

    /// Each mistake with the name of its box, in the order of the page.
    pub fn each(&self) -> impl Iterator<Item = (&str, &str)> {
        self.found.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The error summary.
    pub fn summary(&self) -> Vec<Problem> {
        self.summary_at(|name| format!("#{}", name.replace('_', "-")))
    }

    /// The error summary of a form on several pages: `href` says where each box is.
    pub fn summary_at(&self, href: impl Fn(&str) -> String) -> Vec<Problem> {
        let line = |(name, text): &(String, String)| Problem {
            href: href(name),
            text: text.clone(),
        };
        self.found.iter().map(line).collect()
    }
}

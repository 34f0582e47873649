//! An answer, as somebody in front of the browser sees it.

use super::html::{self, Form};
use axum::http::{HeaderMap, StatusCode};

/// An answer.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The address it came from.
    pub path: String,
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: String,
    /// The same as it came, for files.
    pub bytes: Vec<u8>,
}

impl Seen {
    /// A header's text; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("our headers are plain ASCII"))
    }

    /// Where it sends the browser; empty when it does not.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The page's title.
    pub fn title(&self) -> String {
        html::inside(&self.body, "title")
    }

    /// The page's heading.
    pub fn heading(&self) -> String {
        html::inside(&self.body, "h1")
    }

    /// All that is to be read on the page.
    pub fn text(&self) -> String {
        html::text(&self.body)
    }

    /// Whether these words stand on the page.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// What the element of this id says.
    pub fn by_id(&self, id: &str) -> String {
        html::by_id(&self.body, id)
    }

    /// The lines of the error summary.
    pub fn problems(&self) -> Vec<String> {
        html::problems(&self.body)
    }

    /// The form with this id, filled in as the page has it.
    pub fn form(&self, id: &str) -> Form {
        let found = html::forms(&self.body).into_iter().find(|form| form.id == id);
        self.placed(
            found.unwrap_or_else(|| panic!("no form {id} at {} ({}):\n{}", self.path, self.status, self.text())),
        )
    }

    /// The first form that posts to an address with this in it.
    pub fn form_to(&self, part: &str) -> Form {
        let found = html::forms(&self.body)
            .into_iter()
            .find(|form| form.action.contains(part));
        self.placed(found.unwrap_or_else(|| panic!("no form to {part} at {}:\n{}", self.path, self.text())))
    }

    /// Whether there is a form that posts to an address with this in it.
    pub fn has_form_to(&self, part: &str) -> bool {
        html::forms(&self.body).iter().any(|form| form.action.contains(part))
    }

    /// A form without an address of its own posts to the page's.
    fn placed(&self, mut form: Form) -> Form {
        if form.action.is_empty() {
            form.action.clone_from(&self.path);
        }
        form
    }
}

//! A fact with the version it was written in, as it is serialised.

use super::Fact;
use serde::{Deserialize, Serialize};

/// The version written now.
const VERSION: u16 = 1;

/// A fact with the version it was written in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The version of the form.
    pub v: u16,
    /// What happened.
    #[serde(flatten)]
    pub fact: Fact,
}

impl Fact {
    /// The fact as it is sealed.
    #[expect(
        clippy::missing_panics_doc,
        reason = "texts, numbers and lists of them always serialise"
    )]
    pub fn write(self) -> String {
        let body = Body { v: VERSION, fact: self };
        serde_json::to_string(&body).expect("a fact has only texts, numbers and lists, which always serialise")
    }

    /// Reads a fact that was opened; `None` for one a newer program wrote.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str::<Body>(text).ok().map(|body| body.fact)
    }
}

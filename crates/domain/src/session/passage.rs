//! What is written of a session, paragraph by paragraph. Each is the family's until it is given to one person: a child's
//! record holds what is about that child, and nothing of another's.

use crate::id::PersonId;
use crate::text::Text;

keyed! {
    /// What a paragraph answers, in the order it is asked. Source: programme.md 4.8.
    Prompt {
        /// What went well.
        WentWell = "went_well",
        /// What happened.
        Happened = "happened",
        /// What was said, in their words.
        Said = "said",
        /// What I did.
        Did = "did",
        /// What I think of it: apart from the facts.
        View = "view",
        /// What next.
        Next = "next",
        /// A short answer to what the kind of support asks first.
        First = "first",
        /// A short answer to what the kind of support asks second.
        Second = "second",
    }
}

impl Prompt {
    /// The prompts every session has, in order.
    pub const EVERY: [Self; 6] = [
        Self::WentWell,
        Self::Happened,
        Self::Said,
        Self::Did,
        Self::View,
        Self::Next,
    ];

    /// The prompt of the kind's own question at a place in its list.
    pub fn asked(place: usize) -> Option<Self> {
        [Self::First, Self::Second].get(place).copied()
    }

    /// Whether it is somebody's opinion and not what happened.
    pub const fn is_opinion(self) -> bool {
        matches!(self, Self::View)
    }
}

/// One paragraph of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it answers.
    pub prompt: Prompt,
    /// The words.
    pub words: Text,
    /// The one person it is about, once it was given to them; else it is the family's.
    pub person: Option<PersonId>,
    /// Whether it names somebody outside the family.
    pub names_outsider: bool,
}

/// An answer as paragraphs: an empty line stands between one and the next.
pub fn paragraphs(prompt: Prompt, answer: &Text) -> impl Iterator<Item = Passage> {
    let even = answer.as_str().replace("\r\n", "\n");
    let parts: Vec<Text> = even.split("\n\n").filter_map(|part| Text::parse(part).ok()).collect();
    parts.into_iter().map(move |words| Passage {
        prompt,
        words,
        person: None,
        names_outsider: false,
    })
}

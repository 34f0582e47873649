//! What somebody brings to a review: written before it is held, and put right without losing what stood there.

use super::{Refusal, Review, Stage};
use crate::id::PersonId;
use crate::plan::Viewer;
use crate::text::Text;

/// What somebody brings, as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Who brings it.
    pub by: Viewer,
    /// The one person it is about, where it is about one: it stands with them.
    pub about: Option<PersonId>,
    /// The words.
    pub words: Text,
}

impl Review {
    /// Whether somebody who has given it so often before can still give it: before the review is held anybody can, after it
    /// whoever puts right what they gave.
    pub const fn takes_words(&self, given: u32) -> bool {
        match self.stage {
            Stage::Planned => true,
            Stage::Held => 0 < given,
            Stage::CalledOff => false,
        }
    }

    /// Takes what somebody brings. `given` is how often they gave it before, `read_at` how often they had when the form was
    /// drawn; `people` are the family's. What one person of the family brings is about that person.
    ///
    /// # Errors
    /// The review was called off, or was held and nothing was given before; somebody is of another family; or it was changed
    /// since the form was drawn.
    pub fn contribute(
        &self,
        mut new: Contribution,
        (given, read_at): (u32, u32),
        people: &[PersonId],
    ) -> Result<Contribution, Refusal> {
        if !self.takes_words(given) {
            let stage = self.stage.key();
            return Err(Refusal::IsAlready { stage });
        }
        if given != read_at {
            return Err(Refusal::ChangedMeanwhile);
        }
        if let Viewer::Person(person) = new.by {
            new.about = Some(person);
        }
        if new.about.is_some_and(|person| !people.contains(&person)) {
            return Err(Refusal::NotOfTheFamily);
        }
        Ok(new)
    }
}

//! What somebody says to a plan: that they agree, that they do not, or something to it. Every view stays beside the others.

use super::Plan;
use crate::id::{AccountId, PersonId};
use crate::text::Text;

keyed! {
    /// How somebody stands to a plan.
    Stance {
        /// They agree: they sign it.
        Agrees = "agrees",
        /// They do not agree with all of it.
        Disagrees = "disagrees",
        /// They say something to it and have not decided.
        Comments = "comments",
    }
}

/// Who says something to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Somebody of the family, with somebody who supports them beside them.
    Person(PersonId),
    /// Somebody of the team, from their own account.
    Account(AccountId),
}

/// A view as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewView {
    /// The version it is about.
    pub version: u32,
    /// Who.
    pub by: Viewer,
    /// How they stand to it.
    pub stance: Stance,
    /// Their words.
    pub words: Option<Text>,
}

/// Why a view cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ViewRefusal {
    /// Another version stands now, and they should read that one first.
    #[error("version {now} stands now")]
    NotTheNewest {
        /// The version that stands.
        now: u32,
    },
    /// The person is not of the family.
    #[error("somebody of another family")]
    NotOfTheFamily,
    /// Only words can be added, and there are none.
    #[error("nothing was said")]
    NothingSaid,
}

impl Plan {
    /// Takes somebody's view of this version, which is the newest. `people` are the family's.
    ///
    /// # Errors
    /// It is about an earlier version, somebody is not of the family, or a comment says nothing.
    pub fn view(&self, new: NewView, people: &[PersonId]) -> Result<NewView, ViewRefusal> {
        if new.version != self.version {
            return Err(ViewRefusal::NotTheNewest { now: self.version });
        }
        if let Viewer::Person(person) = new.by
            && !people.contains(&person)
        {
            return Err(ViewRefusal::NotOfTheFamily);
        }
        if new.stance == Stance::Comments && new.words.is_none() {
            return Err(ViewRefusal::NothingSaid);
        }
        Ok(new)
    }
}

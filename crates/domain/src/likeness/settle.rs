//! What a person says of two families that may be one: the same, not the same, or one person stands in the wrong one.
//!
//! Nothing is spliced. The record that is not kept stays where it is and is read, no more; each book says where the other
//! is; and all of it can be undone while nothing stands in the way.

use crate::family::Part;
use crate::id::{FamilyId, ReferralId};
use crate::referral::Stage as ReferralStage;

/// Where the question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody has said.
    Open,
    /// They are one family.
    Joined {
        /// Whose record is kept.
        kept: FamilyId,
    },
    /// They are two families.
    KeptApart,
}

impl Stage {
    /// The name of every stage, in the order a list shows them.
    pub const KEYS: [&'static str; 3] = ["open", "joined", "kept_apart"];

    /// The stage's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Joined { .. } => "joined",
            Self::KeptApart => "kept_apart",
        }
    }
}

/// One of the two families, as far as settling needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The family.
    pub family: FamilyId,
    /// Whether its record was joined to another.
    pub is_joined: bool,
    /// Its referral that is not decided against, withdrawn or merged, with where that stands.
    pub open_referral: Option<(ReferralId, ReferralStage)>,
    /// How many children its record has.
    pub children: usize,
}

/// Two families that may be one, and what was said of them so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Where it stands.
    pub stage: Stage,
    /// The two.
    pub sides: [Side; 2],
}

/// What joining two records does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joining {
    /// The record that stays where it is and is read, no more.
    pub from: FamilyId,
    /// The record that is kept.
    pub into: FamilyId,
    /// Where both have an open referral: the one that is merged, and the one it is merged into.
    pub merges: Option<(ReferralId, ReferralId)>,
}

/// Why something cannot be said of two families as things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody has settled it.
    #[error("it is {stage}")]
    AlreadySettled {
        /// The key of where it stands.
        stage: &'static str,
    },
    /// There is nothing to undo.
    #[error("nobody has settled it")]
    NotSettled,
    /// It is neither of the two families.
    #[error("it is neither of the two")]
    NotOfThese,
    /// One of the records was joined to another.
    #[error("the record was joined to another")]
    Joined {
        /// The record.
        family: FamilyId,
    },
    /// Only the other family has an open referral, which would be lost from sight.
    #[error("the referral of the other is open")]
    ReferralOpen {
        /// Whose referral it is.
        family: FamilyId,
    },
    /// A carer supports the other family already.
    #[error("a carer supports the other")]
    Supported {
        /// The family.
        family: FamilyId,
    },
    /// A family keeps at least one child.
    #[error("the last child of the family")]
    LastChild,
    /// Since they were joined, the family was referred again.
    #[error("referred again since")]
    ReferredAgain {
        /// The family.
        family: FamilyId,
    },
}

impl Question {
    /// Says that they are one family, and whose record is kept.
    ///
    /// The record with the open referral is the one that is kept, so that nothing that waits goes out of sight; where both
    /// have one, that of the other is merged.
    ///
    /// # Errors
    /// It was settled, one of them was joined before, only the other has an open referral, or a carer supports the other.
    pub fn join(&self, kept: FamilyId) -> Result<Joining, Refusal> {
        self.unsettled()?;
        let (into, from) = self.kept_first(kept)?;
        let merges = match (from.open_referral, into.open_referral) {
            (Some((_, ReferralStage::Matched { .. })), _) => return Err(Refusal::Supported { family: from.family }),
            (Some(_), None) => return Err(Refusal::ReferralOpen { family: from.family }),
            (Some((merged, _)), Some((kept, _))) => Some((merged, kept)),
            (None, _) => None,
        };
        Ok(Joining {
            from: from.family,
            into: into.family,
            merges,
        })
    }

    /// Says that they are two families.
    ///
    /// # Errors
    /// It was settled.
    pub const fn keep_apart(&self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Open => Ok(()),
            stage => Err(Refusal::AlreadySettled { stage: stage.key() }),
        }
    }

    /// Takes back what was said, whichever it was. `merged` is the referral that joining merged, if it did.
    ///
    /// # Errors
    /// Nobody has said anything, or the record that was not kept has another open referral by now.
    pub fn undo(&self, merged: Option<ReferralId>) -> Result<(), Refusal> {
        let kept = match self.stage {
            Stage::Open => return Err(Refusal::NotSettled),
            Stage::KeptApart => return Ok(()),
            Stage::Joined { kept } => kept,
        };
        let (_, from) = self.kept_first(kept)?;
        match (merged, from.open_referral) {
            (Some(_), Some(_)) => Err(Refusal::ReferredAgain { family: from.family }),
            _ => Ok(()),
        }
    }

    /// Moves somebody out of one of the families into the other, or back; gives where to.
    ///
    /// # Errors
    /// One of the records was joined, or they are the last child of theirs: then the records are one and can be joined.
    pub fn move_person(&self, from: FamilyId, part: Part) -> Result<FamilyId, Refusal> {
        let (from, to) = self.kept_first(from)?;
        for side in [from, to] {
            if side.is_joined {
                return Err(Refusal::Joined { family: side.family });
            }
        }
        if part == Part::Child && from.children <= 1 {
            return Err(Refusal::LastChild);
        }
        Ok(to.family)
    }

    /// The side of this family, then the other.
    fn kept_first(&self, family: FamilyId) -> Result<(&Side, &Side), Refusal> {
        match &self.sides {
            [one, other] if one.family == family => Ok((one, other)),
            [one, other] if other.family == family => Ok((other, one)),
            _ => Err(Refusal::NotOfThese),
        }
    }

    fn unsettled(&self) -> Result<(), Refusal> {
        self.keep_apart()?;
        match self.sides.iter().find(|side| side.is_joined) {
            Some(side) => Err(Refusal::Joined { family: side.family }),
            None => Ok(()),
        }
    }
}

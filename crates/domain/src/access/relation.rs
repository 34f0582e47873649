//! How an actor stands to a record.

/// For how many days somebody reads what they wrote themselves after they worked with the family.
///
/// Source: details.md 2.
pub const OWN_TEXT_DAYS: u16 = 30;

/// How an actor stands to a record, as the dated facts say.
///
/// Strongest last: none, same site, formerly, assigned, own. A family member stands apart: it is
/// no stronger or weaker, and beats all others (see [`Relation::strongest`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Nothing joins them.
    None,
    /// The actor has a role in the record's programme area.
    SameSite,
    /// The actor was assigned until a while ago, at most 24 months.
    Formerly {
        /// How many days ago that ended.
        days: u16,
    },
    /// The record is about the actor's own family.
    FamilyMember,
    /// The actor works with the family now.
    Assigned,
    /// The actor made the record and still works with the family.
    Own,
}

impl Relation {
    /// The relation's name in the journal.
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::SameSite => "same_site",
            Self::Formerly { .. } => "formerly",
            Self::FamilyMember => "family_member",
            Self::Assigned => "assigned",
            Self::Own => "own",
        }
    }

    /// Whether the actor works with the family now.
    pub const fn is_assigned(self) -> bool {
        matches!(self, Self::Assigned | Self::Own)
    }

    /// Whether the actor works with the family, or did until at most [`OWN_TEXT_DAYS`] ago.
    pub const fn is_or_was_lately(self) -> bool {
        match self {
            Self::Formerly { days } => days <= OWN_TEXT_DAYS,
            other => other.is_assigned(),
        }
    }

    /// Whether the actor belongs to the record's programme area and not to the family. Staff who
    /// are related to a family are strangers to its record.
    pub const fn is_at_site(self) -> bool {
        matches!(
            self,
            Self::SameSite | Self::Formerly { .. } | Self::Assigned | Self::Own
        )
    }

    /// The relation that counts where several hold.
    #[must_use]
    pub fn strongest(self, other: Self) -> Self {
        if other.strength() < self.strength() {
            self
        } else {
            other
        }
    }

    const fn strength(self) -> u8 {
        match self {
            Self::None => 0,
            Self::SameSite => 1,
            Self::Formerly { .. } => 2,
            Self::Assigned => 3,
            Self::Own => 4,
            Self::FamilyMember => 5,
        }
    }
}

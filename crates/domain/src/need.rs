//! The nine areas of need a family may want support with.
//!
//! Source: role pack for the carer (public job adverts), programme.md 4.4.

use jiff::civil::Date;

/// One area of need. Its name is in the words, under its key.
#[derive(Debug, PartialEq, Eq)]
pub struct Need {
    /// Its name in the database and the interface. Never reused.
    pub key: &'static str,
    /// The day from which it is no longer offered; referrals that have it keep it.
    pub retired: Option<Date>,
}

/// Every area of need, in the order people read them.
pub const NEEDS: &[Need] = &[
    Need {
        key: "routines",
        retired: None,
    },
    Need {
        key: "budgeting",
        retired: None,
    },
    Need {
        key: "healthy_living",
        retired: None,
    },
    Need {
        key: "wellbeing",
        retired: None,
    },
    Need {
        key: "behaviour",
        retired: None,
    },
    Need {
        key: "access_to_support",
        retired: None,
    },
    Need {
        key: "family_relationships",
        retired: None,
    },
    Need {
        key: "dealing_with_crisis",
        retired: None,
    },
    Need {
        key: "play_and_stimulation",
        retired: None,
    },
];

/// The area of need with this key, retired or not.
pub fn need(key: &str) -> Option<&'static Need> {
    NEEDS.iter().find(|need| need.key == key)
}

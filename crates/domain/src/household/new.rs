//! Writing a household down: what the form must give, and everything that stands against it at once.

use super::{
    About, Approval, CARERS_PER_HOUSEHOLD_MAX, CHILD_AGE_MAX, FAMILIES_PER_HOUSEHOLD_MAX, MEMBERS_MAX, NewMember, Part,
    Ready, WEEKENDS_MAX,
};
use crate::family::LanguageTag;
use crate::id::{AccountId, SiteId};
use crate::need::Need;
use jiff::civil::Date;

/// A household as a form gives it, new or changed, after every field was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewHousehold {
    /// The programme area.
    pub site: SiteId,
    /// Who lives there.
    pub members: Vec<NewMember>,
    /// The supervising social worker.
    pub supervisor: Option<AccountId>,
    /// The authority's approval.
    pub approval: Approval,
    /// How many families it supports at a time.
    pub places: u8,
    /// How many weekends a month it offers for stays.
    pub weekends: u8,
    /// The languages its carers speak.
    pub languages: Vec<LanguageTag>,
    /// The areas of need its carers know well.
    pub skills: Vec<&'static Need>,
    /// Whether it takes a new family.
    pub ready: Ready,
    /// What the home is like, and what the carers would rather do.
    pub about: About,
}

/// Why a household cannot be written down like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HouseholdProblem {
    /// Nobody in it is a carer.
    #[error("no carer is named")]
    NoCarer,
    /// More are carers than are approved together.
    #[error("{carers} carers, at most {max}")]
    TooManyCarers {
        /// How many were given.
        carers: usize,
        /// How many are approved together.
        max: usize,
    },
    /// There are more people than fit.
    #[error("{members} people, at most {max}")]
    TooManyMembers {
        /// How many were given.
        members: usize,
        /// How many fit.
        max: usize,
    },
    /// One account stands beside two carers.
    #[error("member {member} has the account of another")]
    SameAccount {
        /// The place of the second in the form, from 0.
        member: usize,
    },
    /// Somebody who is no carer has an account beside them.
    #[error("member {member} is no carer and has an account")]
    AccountOfAdult {
        /// The place of the person in the form, from 0.
        member: usize,
    },
    /// It offers no place, or more than a household may.
    #[error("{places} places, from 1 to {max}")]
    Places {
        /// How many were given.
        places: u8,
        /// How many a household may offer.
        max: u8,
    },
    /// It offers more weekends than a month has.
    #[error("{weekends} weekends, at most {max}")]
    Weekends {
        /// How many were given.
        weekends: u8,
        /// How many a month has.
        max: u8,
    },
    /// The approval ends before it begins.
    #[error("approved until {to}, before it begins on {from}")]
    ApprovalEndsBeforeItBegins {
        /// The first day given.
        from: Date,
        /// The last day given.
        to: Date,
    },
    /// The terms allow no child.
    #[error("approved for no child")]
    NoChildAllowed,
    /// The terms name ages that are none, or the oldest before the youngest.
    #[error("approved for ages {youngest} to {oldest}")]
    Ages {
        /// The youngest given, in whole years.
        youngest: u8,
        /// The oldest given.
        oldest: u8,
    },
    /// It is supervised by one of its own carers.
    #[error("supervised by its own carer")]
    OwnSupervisor,
}

/// Everything that stands against a household written down like this, in the order of the page; empty when it is in
/// order.
pub fn problems(household: &NewHousehold) -> Vec<HouseholdProblem> {
    let mut found = of_members(&household.members);
    let accounts = household.members.iter().filter_map(|member| member.account);
    if household
        .supervisor
        .is_some_and(|supervisor| accounts.clone().any(|account| account == supervisor))
    {
        found.push(HouseholdProblem::OwnSupervisor);
    }
    found.extend(of_approval(&household.approval));
    let (places, max) = (household.places, FAMILIES_PER_HOUSEHOLD_MAX);
    if places == 0 || max < places {
        found.push(HouseholdProblem::Places { places, max });
    }
    let (weekends, max) = (household.weekends, WEEKENDS_MAX);
    if max < weekends {
        found.push(HouseholdProblem::Weekends { weekends, max });
    }
    found
}

fn of_members(members: &[NewMember]) -> Vec<HouseholdProblem> {
    let mut found = Vec::new();
    let carers = members.iter().filter(|member| member.part == Part::Carer).count();
    if carers == 0 {
        found.push(HouseholdProblem::NoCarer);
    }
    if CARERS_PER_HOUSEHOLD_MAX < carers {
        let max = CARERS_PER_HOUSEHOLD_MAX;
        found.push(HouseholdProblem::TooManyCarers { carers, max });
    }
    if MEMBERS_MAX < members.len() {
        let (members, max) = (members.len(), MEMBERS_MAX);
        found.push(HouseholdProblem::TooManyMembers { members, max });
    }
    for (member, one) in members.iter().enumerate() {
        let Some(account) = one.account else { continue };
        if one.part != Part::Carer {
            found.push(HouseholdProblem::AccountOfAdult { member });
        }
        if members[..member].iter().any(|earlier| earlier.account == Some(account)) {
            found.push(HouseholdProblem::SameAccount { member });
        }
    }
    found
}

fn of_approval(approval: &Approval) -> Vec<HouseholdProblem> {
    let mut found = Vec::new();
    let from = approval.from;
    if let Some(to) = approval.to.filter(|to| *to < from) {
        found.push(HouseholdProblem::ApprovalEndsBeforeItBegins { from, to });
    }
    if approval.terms.children_max == Some(0) {
        found.push(HouseholdProblem::NoChildAllowed);
    }
    if let Some((youngest, oldest)) = approval.terms.ages
        && (oldest < youngest || CHILD_AGE_MAX < oldest)
    {
        found.push(HouseholdProblem::Ages { youngest, oldest });
    }
    found
}

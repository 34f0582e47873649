//! What a list may show: the sites, and how much of each.

use super::Facts;
use super::action::Action;
use super::object::{Object, ObjectKind};
use super::rules::{self, Near};
use crate::agreement::AgreementState;
use crate::id::SiteId;
use crate::role::{Role, RoleSet};

/// How much of a site a list may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Only what the actor works with now.
    Own,
    /// All of it.
    All,
}

/// What a list may show. A site that is not in it is not shown at all.
///
/// Protected persons and closed records are left out by whoever makes the list, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Each site once, and how much of it.
    pub sites: Vec<(SiteId, Reach)>,
}

impl Scope {
    /// One record's site.
    pub(super) fn one(site: Option<SiteId>) -> Self {
        Self {
            sites: site.into_iter().map(|site| (site, Reach::All)).collect(),
        }
    }

    /// How much of this site may be shown, if any.
    pub fn reach(&self, site: SiteId) -> Option<Reach> {
        self.sites
            .iter()
            .find(|(known, _)| *known == site)
            .map(|(_, reach)| *reach)
    }
}

/// The sites a list is asked for; `None` if the object is not a list.
pub(super) fn asked(action: Action, object: Object, facts: &Facts) -> Option<Vec<(SiteId, RoleSet, AgreementState)>> {
    match object {
        Object::Lists => Some(facts.sites.clone()),
        Object::Site(site) if action.kinds().contains(&ObjectKind::Lists) => {
            Some(vec![(site, facts.roles, facts.agreement)])
        }
        _ => None,
    }
}

/// What of it may be shown, and the first role that allows it; `None` if nothing may.
pub(super) fn shown(action: Action, asked: &[(SiteId, RoleSet, AgreementState)]) -> Option<(Role, Scope)> {
    let mut by_role = None;
    let mut sites = Vec::new();
    for (site, roles, agreement) in asked {
        let reaches = roles
            .iter()
            .filter_map(|role| reach(role, action, *agreement).map(|reach| (reach, role)));
        // The widest reach; of two roles with the same, the first in reading order.
        let widest = reaches.reduce(|kept, next| if kept.0 < next.0 { next } else { kept });
        if let Some((reach, role)) = widest {
            by_role = by_role.or(Some(role));
            sites.push((*site, reach));
        }
    }
    by_role.map(|role| (role, Scope { sites }))
}

/// How much of a site somebody in this role sees: all of it, what they work with, or nothing. What a list shows, and who may
/// open a record at all.
pub fn reach(role: Role, action: Action, agreement: AgreementState) -> Option<Reach> {
    match rules::near(role, action, agreement)? {
        Near::Role | Near::Site => Some(Reach::All),
        Near::Assigned | Near::Author => Some(Reach::Own),
        Near::Member => None,
    }
}

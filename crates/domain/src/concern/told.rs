//! To whom a concern goes at once.

use crate::id::AccountId;
use crate::role::Role;

/// The roles a concern goes to. Source: programme.md 4.9.
const FIRST: [Role; 4] = [
    Role::FamilyWorker,
    Role::TeamManager,
    Role::Supervisor,
    Role::SafeguardingLead,
];

/// Who is told of a concern: those who answer for the family and the area, each once, and nobody who is kept from it.
///
/// `office` is who holds which role for this family or its area, `kept` whoever it concerns or the family is protected from.
/// Whoever raised it knows. Where nobody else is left, the programme's managers are told, so that no concern goes to nobody.
/// Assumption: the programme's managers; the specification does not say who reads one that concerns all others.
pub fn goes_to(office: &[(AccountId, Role)], kept: &[AccountId], author: AccountId) -> Vec<AccountId> {
    let of = |roles: &[Role]| {
        let held = office.iter().filter(|(_, role)| roles.contains(role));
        let may = held
            .map(|(account, _)| *account)
            .filter(|account| !kept.contains(account));
        let mut told: Vec<AccountId> = may.filter(|account| *account != author).collect();
        told.sort_unstable();
        told.dedup();
        told
    };
    let told = of(&FIRST);
    if told.is_empty() {
        of(&[Role::ProgrammeManager])
    } else {
        told
    }
}

//! What a reader may do with a family, as the links of its page.

use super::show::Loaded;
use crate::page::{Link, link};
use crate::paths;
use crate::visit::Visit;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use store::Rights;

/// What a carer comes here for: urgent first.
pub(super) fn leads(visit: &Visit, id: FamilyId, rights: &Rights) -> Vec<Link> {
    let w = visit.w();
    let lead = |action: Action| match action {
        Action::WriteCrisis => link(visit.href(&paths::crisis_new(id)), w.crisis_write_title()),
        _ => link(visit.href(&paths::session_new(id)), w.session_write_title()),
    };
    let allowed = rights.allowed(Object::Family(id), &[Action::WriteCrisis, Action::AddSession]);
    allowed.into_iter().map(lead).collect()
}

/// What the reader may do about support: step it, close it, or read what is known after it.
fn of_support(visit: &Visit, id: FamilyId, loaded: &Loaded, rights: &Rights) -> Vec<Link> {
    if loaded.moments.steps.is_empty() {
        return Vec::new();
    }
    let w = visit.w();
    let after = || visit.href(&paths::after(id));
    let ended = loaded.ended().is_some();
    let asked = [Action::StepSupport, Action::CloseSupport, Action::OpenPlan];
    let allowed = rights.allowed(Object::Family(id), &asked).into_iter();
    let act = |action: Action| match action {
        Action::OpenPlan if ended => Some(link(after(), w.closing_after_title())),
        Action::OpenPlan => Some(link(format!("{}#care", after()), w.care_episode_heading())),
        _ if ended => None,
        Action::CloseSupport => Some(link(visit.href(&paths::close(id)), w.closing_act())),
        _ => Some(link(visit.href(&paths::family_step(id)), w.step_act())),
    };
    allowed.filter_map(act).collect()
}

/// What the reader may do here.
pub(super) fn acts(visit: &Visit, id: FamilyId, loaded: &Loaded, rights: &Rights) -> Vec<Link> {
    let w = visit.w();
    let mut acts = Vec::new();
    acts.extend(of_support(visit, id, loaded, rights));
    if let Some(newest) = loaded.referrals.first().map(|one| one.id)
        && !rights
            .allowed(Object::Referral(newest), &[Action::AddReferralEntry])
            .is_empty()
    {
        acts.push(link(
            visit.href(&paths::referral_entry(newest)),
            w.referral_entry_title(),
        ));
    }
    let pages = [
        Action::RaiseConcern,
        Action::ListConcerns,
        Action::SeeWhoCould,
        Action::ExportFamily,
        Action::OpenFamilyHistory,
        Action::SeeWhoLooked,
    ];
    acts.push(link(visit.href(&paths::family_handover(id)), w.handover_act()));
    for action in rights.allowed(Object::Family(id), &pages) {
        acts.push(match action {
            Action::RaiseConcern => link(visit.href(&paths::concern_new(id)), w.concern_new_title()),
            Action::ListConcerns => link(visit.href(&paths::concerns_of(id)), w.concern_list_title()),
            Action::SeeWhoCould => link(visit.href(&paths::family_carer(id)), w.matching_carer_title()),
            Action::ExportFamily => link(visit.href(&paths::family_summary(id)), w.handover_summary_act()),
            Action::SeeWhoLooked => link(visit.href(&paths::family_looked(id)), w.family_looked_title()),
            _ => link(visit.href(&paths::family_history(id)), w.family_history_title()),
        });
    }
    if !rights.allowed(Object::Family(id), &[Action::ExportFamily]).is_empty() {
        acts.push(link(visit.href(&paths::family_files(id)), w.files_title()));
    }
    acts.push(link(visit.href(&paths::family_who(id)), w.family_see_title()));
    acts
}

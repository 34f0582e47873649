//! Who may do what: for each role, each action and how near to the record somebody must be.
//!
//! One function for each role, so that a role's whole reach is read on one screen. What is not
//! written here is refused. Source: details.md 2, the table of roles and records.

use super::Action;
use crate::agreement::AgreementState;
use crate::role::Role;

/// How near an actor must be to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Near {
    /// The role is enough.
    Role,
    /// In the record's programme area, and not of the family.
    Site,
    /// Working with the family now.
    Assigned,
    /// Having written it, while they work with the family or lately did.
    Author,
    /// Of the family.
    Member,
}

/// Where the agreement leaves the parties.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Everything agreed may be done.
    Full,
    /// What keeps people safe, for those already assigned.
    Winding,
    /// Each side keeps what is its own.
    Off,
}

/// How near somebody in this role must be to do this; `None` if they may not, however near.
pub(super) fn near(role: Role, action: Action, agreement: AgreementState) -> Option<Near> {
    let standing = match agreement {
        AgreementState::InForce => Standing::Full,
        AgreementState::WindDown { .. } => Standing::Winding,
        AgreementState::None | AgreementState::NotYet | AgreementState::Lapsed => Standing::Off,
    };
    if action == Action::ReviewWords {
        return role.is_staff().then_some(Near::Role);
    }
    match role {
        Role::Carer => carer(action, standing),
        Role::Supervisor => supervisor(action, standing),
        Role::FamilyWorker => family_worker(action, standing),
        Role::TeamManager => team_manager(action, standing),
        Role::SafeguardingLead => safeguarding_lead(action),
        Role::ProgrammeManager => programme_manager(action, standing),
        Role::ProgrammeOfficer => programme_officer(action, standing),
        Role::Parent => parent(action, standing),
        Role::Child => child(action, standing),
        Role::Evaluator | Role::Funder | Role::Commissioner => None,
        Role::Auditor => auditor(action),
        Role::Administrator => administrator(action),
    }
}

/// Whether somebody who works with a family in this role may do this to its record: what a paper made for them may hold.
pub fn assigned_may(role: Role, action: Action, agreement: AgreementState) -> bool {
    matches!(
        near(role, action, agreement),
        Some(Near::Role | Near::Site | Near::Assigned)
    )
}

/// Whether somebody in this role may open a record urgently, without the usual relation.
///
/// Roles that read families in their work, and the auditor; a carer rings the rota instead.
pub fn may_break_glass(role: Role, agreement: AgreementState) -> bool {
    match role {
        Role::Supervisor | Role::FamilyWorker | Role::TeamManager | Role::SafeguardingLead | Role::Auditor => true,
        Role::ProgrammeManager | Role::ProgrammeOfficer => agreement == AgreementState::InForce,
        Role::Carer
        | Role::Parent
        | Role::Child
        | Role::Evaluator
        | Role::Funder
        | Role::Commissioner
        | Role::Administrator => false,
    }
}

fn carer(action: Action, standing: Standing) -> Option<Near> {
    use Action as A;
    match (standing, action) {
        (
            Standing::Full,
            A::OpenFamily
            | A::SearchPeople
            | A::OpenOffer
            | A::AnswerOffer
            | A::StepSupport
            | A::HoldReview
            | A::PrepareReview
            | A::ContributeToReview
            | A::AddSession
            | A::OpenSession
            | A::ChangeSession
            | A::OpenPlan
            | A::ChangePlan
            | A::AgreePlan,
        )
        | (
            Standing::Full | Standing::Winding,
            A::ListFamilies | A::SeeSafety | A::OpenProtectedAddress | A::WriteCrisis | A::OpenCrisis | A::AddToCrisis,
        )
        | (
            _,
            A::ListHouseholds
            | A::OpenHousehold
            | A::SetAvailability
            | A::RaiseConcern
            | A::ListConcerns
            | A::OpenConcern
            | A::AddToConcern,
        ) => Some(Near::Assigned),
        (Standing::Full, A::OpenOwnText) => Some(Near::Author),
        _ => None,
    }
}

fn supervisor(action: Action, standing: Standing) -> Option<Near> {
    use Action as A;
    match (standing, action) {
        (
            _,
            A::ListReferrals
            | A::OpenReferral
            | A::ListWaiting
            | A::ListFamilies
            | A::OpenFamily
            | A::SeeSafety
            | A::OpenFamilyHistory
            | A::SeeWhoLooked
            | A::OpenProtectedAddress
            | A::SearchPeople
            | A::ListHouseholds
            | A::OpenHousehold
            | A::ChangeHousehold
            | A::SetAvailability
            | A::OpenSession
            | A::CountersignSession
            | A::OpenPlan
            | A::PrepareReview
            | A::RaiseConcern
            | A::ListConcerns
            | A::OpenConcern
            | A::AddToConcern
            | A::DecideConcern
            | A::WriteCrisis
            | A::OpenCrisis
            | A::AddToCrisis
            | A::SignCrisis,
        )
        | (
            Standing::Full,
            A::OpenOffer
            | A::AnswerOffer
            | A::StepSupport
            | A::HoldReview
            | A::ContributeToReview
            | A::AgreePlan
            | A::ExportFamilies,
        ) => Some(Near::Assigned),
        (_, A::AskBreakGlass) => Some(Near::Site),
        _ => None,
    }
}

fn family_worker(action: Action, standing: Standing) -> Option<Near> {
    use Action as A;
    match (standing, action) {
        (Standing::Full, A::Refer | A::ImportReferrals) | (_, A::AskBreakGlass) => Some(Near::Site),
        (Standing::Full, A::ExportFamily | A::ExportFamilies | A::AgreePlan | A::ContributeToReview)
        | (
            _,
            A::OpenPlan
            | A::PrepareReview
            | A::ListReferrals
            | A::OpenReferral
            | A::WithdrawReferral
            | A::AddReferralEntry
            | A::RecordAfter
            | A::ListWaiting
            | A::ListFamilies
            | A::OpenFamily
            | A::SeeSafety
            | A::OpenProtectedAddress
            | A::SearchPeople
            | A::RaiseConcern
            | A::ListConcerns
            | A::OpenConcern
            | A::OpenCrisis,
        ) => Some(Near::Assigned),
        _ => None,
    }
}

/// What the two who answer for the authority's part of a whole area both read, agreement or not.
fn whole_area(action: Action) -> Option<Near> {
    use Action as A;
    match action {
        A::ListReferrals
        | A::OpenReferral
        | A::ListWaiting
        | A::ListFamilies
        | A::OpenFamily
        | A::SeeSafety
        | A::OpenFamilyHistory
        | A::SeeWhoLooked
        | A::OpenProtectedAddress
        | A::SearchPeople
        | A::ListHouseholds
        | A::OpenHousehold
        | A::OpenSession
        | A::OpenPlan
        | A::PrepareReview
        | A::RaiseConcern
        | A::ListConcerns
        | A::OpenConcern
        | A::AddToConcern
        | A::DecideConcern
        | A::OpenCrisis
        | A::AskBreakGlass => Some(Near::Site),
        A::OpenSite | A::ListAgreements | A::SetNumbers => Some(Near::Role),
        _ => None,
    }
}

fn team_manager(action: Action, standing: Standing) -> Option<Near> {
    use Action as A;
    match (standing, action) {
        (
            Standing::Full,
            A::ExportFamily | A::ExportFamilies | A::ExportWaiting | A::SeeWhoCould | A::OpenOffer | A::AgreeExtension,
        )
        | (_, A::RecordHousehold | A::ChangeHousehold | A::RecordAfter) => Some(Near::Site),
        (Standing::Full, A::MakeToken) | (_, A::SetDisruption) => Some(Near::Role),
        _ => whole_area(action),
    }
}

fn safeguarding_lead(action: Action) -> Option<Near> {
    match action {
        Action::ListBreakGlass | Action::ReviewBreakGlass => Some(Near::Role),
        _ => whole_area(action),
    }
}

fn programme_manager(action: Action, standing: Standing) -> Option<Near> {
    use Action as A;
    match (standing, action) {
        (
            Standing::Full,
            A::DecideReferral
            | A::WithdrawReferral
            | A::ExportFamily
            | A::ExportFamilies
            | A::ExportWaiting
            | A::RecordHousehold
            | A::ChangeHousehold
            | A::DecideOffer
            | A::EndMatch
            | A::CloseSupport
            | A::ApproveExtension,
        ) => Some(Near::Site),
        (Standing::Full, A::MakeToken | A::SetLadder | A::SetNumbers) => Some(Near::Role),
        _ => programme_officer(action, standing),
    }
}

fn programme_officer(action: Action, standing: Standing) -> Option<Near> {
    use Action as A;
    match (standing, action) {
        (
            Standing::Full,
            A::Refer
            | A::ImportReferrals
            | A::ListReferrals
            | A::OpenReferral
            | A::AddReferralEntry
            | A::ListWaiting
            | A::ListLikeness
            | A::SettleLikeness
            | A::ListHouseholds
            | A::OpenHousehold
            | A::SetAvailability
            | A::SeeWhoCould
            | A::OfferFamily
            | A::OpenOffer
            | A::AnswerOffer
            | A::SetCover
            | A::StepSupport
            | A::HoldReview
            | A::PrepareReview
            | A::AddSession
            | A::OpenSession
            | A::ChangeSession
            | A::OpenPlan
            | A::ChangePlan
            | A::AgreePlan
            | A::RecordAfter
            | A::ListFamilies
            | A::OpenFamily
            | A::SeeSafety
            | A::OpenFamilyHistory
            | A::SeeWhoLooked
            | A::SearchPeople
            | A::RaiseConcern
            | A::ListConcerns
            | A::OpenConcern
            | A::AddToConcern
            | A::DecideConcern
            | A::WriteCrisis
            | A::OpenCrisis
            | A::AddToCrisis
            | A::AskBreakGlass,
        ) => Some(Near::Site),
        (
            Standing::Winding,
            A::ListFamilies
            | A::SeeSafety
            | A::RaiseConcern
            | A::ListConcerns
            | A::OpenConcern
            | A::AddToConcern
            | A::DecideConcern
            | A::WriteCrisis
            | A::OpenCrisis
            | A::AddToCrisis,
        ) => Some(Near::Assigned),
        (_, A::OpenSite | A::ListAgreements) | (Standing::Full, A::SetDisruption) => Some(Near::Role),
        _ => None,
    }
}

fn parent(action: Action, standing: Standing) -> Option<Near> {
    match (standing, action) {
        (Standing::Full | Standing::Winding, Action::SeeWhoLooked) => Some(Near::Member),
        _ => child(action, standing),
    }
}

fn child(action: Action, standing: Standing) -> Option<Near> {
    match (standing, action) {
        (Standing::Full | Standing::Winding, Action::SeeOwnPart) => Some(Near::Member),
        _ => None,
    }
}

fn auditor(action: Action) -> Option<Near> {
    use Action as A;
    match action {
        A::ReadJournalHeaders
        | A::MakeCheckpoint
        | A::ListBreakGlass
        | A::ReviewBreakGlass
        | A::ListAccounts
        | A::OpenAccount
        | A::ConfirmRole
        | A::OpenSite
        | A::ListAgreements => Some(Near::Role),
        A::SeeWhoLooked | A::AskBreakGlass => Some(Near::Site),
        _ => None,
    }
}

fn administrator(action: Action) -> Option<Near> {
    use Action as A;
    match action {
        A::ListAccounts
        | A::OpenAccount
        | A::InviteAccount
        | A::ProposeRole
        | A::ConfirmRole
        | A::EndRole
        | A::EndSignIn
        | A::ChangeContact
        | A::MakeSite
        | A::OpenSite
        | A::ListAgreements
        | A::RecordAgreement
        | A::ListMessages
        | A::SendAgain
        | A::SetSending
        | A::SetLadder
        | A::SetNumbers
        | A::MakeCheckpoint
        | A::ReadMetrics => Some(Near::Role),
        _ => None,
    }
}

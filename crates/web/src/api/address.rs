//! The addresses of the API, built here only. They have no language: the call says which one its reader wants.

use domain::id::{ConcernId, CrisisId, EntryId, FamilyId, ImportId, LikenessId, ReferralId, SessionId};

/// The description of the interface.
pub const DOCUMENT: &str = "/api/openapi.json";
/// Who the token acts as.
pub const ME: &str = "/api/v1/me";
/// The programme areas the token works in.
pub const SITES: &str = "/api/v1/sites";
/// One nation's words and law.
pub const PACK: &str = "/api/v1/packs/{nation}";
/// Referrals.
pub const REFERRALS: &str = "/api/v1/referrals";
/// One referral.
pub const REFERRAL: &str = "/api/v1/referrals/{id}";
/// Accepting a referral.
pub const ACCEPT: &str = "/api/v1/referrals/{id}/accept";
/// Not accepting a referral.
pub const NOT_ACCEPT: &str = "/api/v1/referrals/{id}/not_accept";
/// Withdrawing a referral.
pub const WITHDRAW: &str = "/api/v1/referrals/{id}/withdraw";
/// Asking for something before a referral is decided.
pub const ASK: &str = "/api/v1/referrals/{id}/ask";
/// Answering what was asked.
pub const ANSWER: &str = "/api/v1/referrals/{id}/answer";
/// How soon a waiting family should have a carer.
pub const PRIORITY: &str = "/api/v1/referrals/{id}/priority";
/// That a family was told where things stand.
pub const TELL: &str = "/api/v1/referrals/{id}/tell";
/// What happened to a family that was not taken.
pub const OUTCOME: &str = "/api/v1/referrals/{id}/outcome";
/// What was written on a referral.
pub const ENTRIES: &str = "/api/v1/referrals/{id}/entries";
/// The waiting list.
pub const WAITING: &str = "/api/v1/waiting";
/// Families that may be one.
pub const LIKENESSES: &str = "/api/v1/likeness";
/// Two families that may be one.
pub const LIKENESS: &str = "/api/v1/likeness/{id}";
/// Saying that they are one.
pub const LIKENESS_JOIN: &str = "/api/v1/likeness/{id}/join";
/// Saying that they are two.
pub const LIKENESS_APART: &str = "/api/v1/likeness/{id}/keep_apart";
/// Taking back what was said.
pub const LIKENESS_UNDO: &str = "/api/v1/likeness/{id}/undo";
/// Moving somebody to the other family.
pub const LIKENESS_MOVE: &str = "/api/v1/likeness/{id}/move";
/// Moving somebody back.
pub const LIKENESS_BACK: &str = "/api/v1/likeness/{id}/move_back";
/// Files of referrals.
pub const IMPORTS: &str = "/api/v1/imports";
/// One file of referrals.
pub const IMPORT: &str = "/api/v1/imports/{id}";
/// What there is to look at in it.
pub const IMPORT_FAULTS: &str = "/api/v1/imports/{id}/faults";
/// The rows that stay out.
pub const IMPORT_ROWS: &str = "/api/v1/imports/{id}/rows";
/// How its columns are read.
pub const IMPORT_COLUMNS: &str = "/api/v1/imports/{id}/columns";
/// Taking it in.
pub const IMPORT_TAKE: &str = "/api/v1/imports/{id}/take";
/// Taking it back.
pub const IMPORT_UNDO: &str = "/api/v1/imports/{id}/undo";
/// Throwing it away.
pub const IMPORT_DISCARD: &str = "/api/v1/imports/{id}/discard";
/// Families.
pub const FAMILIES: &str = "/api/v1/families";
/// One family.
pub const FAMILY: &str = "/api/v1/families/{id}";
/// What was done with a family's record.
pub const HISTORY: &str = "/api/v1/families/{id}/history";
/// Who has looked at a family's record.
pub const LOOKED: &str = "/api/v1/families/{id}/looked";
/// How a family's support stands.
pub const SUPPORT: &str = "/api/v1/families/{id}/support";
/// Offering a family to a household.
pub const OFFERS: &str = "/api/v1/families/{id}/offers";
/// A family's plan.
pub const PLAN: &str = "/api/v1/families/{id}/plan";
/// Marks of a family's goals.
pub const MARKS: &str = "/api/v1/families/{id}/marks";
/// Goals of a family.
pub const GOALS: &str = "/api/v1/families/{id}/goals";
/// A next step of a goal.
pub const NEXT_STEPS: &str = "/api/v1/families/{id}/goals/steps";
/// How a next step of a goal stands.
pub const NEXT_STEP_STANDS: &str = "/api/v1/families/{id}/goals/steps/set";
/// The end of a goal.
pub const GOAL_END: &str = "/api/v1/families/{id}/goals/end";
/// What somebody of the family says to the plan.
pub const PLAN_VIEWS: &str = "/api/v1/families/{id}/plan/views";
/// What the caller says to the plan.
pub const PLAN_VIEW: &str = "/api/v1/families/{id}/plan/view";
/// More time than the plan says.
pub const EXTENSIONS: &str = "/api/v1/families/{id}/extensions";
/// The programme's answer.
pub const EXTENSION_PROGRAMME: &str = "/api/v1/families/{id}/extensions/programme";
/// The authority's answer.
pub const EXTENSION_AUTHORITY: &str = "/api/v1/families/{id}/extensions/authority";
/// What a family's people agree to.
pub const CONSENTS: &str = "/api/v1/families/{id}/consents";
/// Concerns about a family.
pub const CONCERNS_OF_FAMILY: &str = "/api/v1/families/{id}/concerns";
/// Concerns.
pub const CONCERNS: &str = "/api/v1/concerns";
/// One concern.
pub const CONCERN: &str = "/api/v1/concerns/{id}";
/// What is added to a concern.
pub const CONCERN_ADD: &str = "/api/v1/concerns/{id}/entries";
/// What is done about a concern.
pub const CONCERN_DECIDE: &str = "/api/v1/concerns/{id}/decide";
/// One visit.
pub const SESSION: &str = "/api/v1/sessions/{id}";
/// What became of a planned visit.
pub const SESSION_OUTCOME: &str = "/api/v1/sessions/{id}/outcome";
/// Putting right what was written of a visit.
pub const SESSION_RIGHT: &str = "/api/v1/sessions/{id}/right";
/// Whose one paragraph of a visit is.
pub const SESSION_GIVE: &str = "/api/v1/sessions/{id}/give";
/// Whether a paragraph of a visit names somebody outside the family.
pub const SESSION_MARK: &str = "/api/v1/sessions/{id}/mark";
/// Signing a visit.
pub const SESSION_SIGN: &str = "/api/v1/sessions/{id}/sign";
/// One call for help.
pub const CRISIS: &str = "/api/v1/crises/{id}";
/// What is added to a call for help.
pub const CRISIS_ADD: &str = "/api/v1/crises/{id}/entries";
/// Signing a call for help.
pub const CRISIS_SIGN: &str = "/api/v1/crises/{id}/sign";
/// Calling a planned review off.
pub const REVIEW_OFF: &str = "/api/v1/families/{id}/reviews/off";
/// Putting right what was written of a review.
pub const REVIEW_RIGHT: &str = "/api/v1/families/{id}/reviews/right";
/// What the caller brings to a review.
pub const REVIEW_BRING: &str = "/api/v1/families/{id}/reviews/bring";
/// What somebody of the family brings to a review.
pub const REVIEW_BRING_FOR: &str = "/api/v1/families/{id}/reviews/bring_for";
/// Setting a suggestion aside.
pub const SUGGESTIONS_ASIDE: &str = "/api/v1/families/{id}/suggestions/aside";
/// Times a family's children are in care.
pub const CARE: &str = "/api/v1/families/{id}/care";
/// Taking an offer back.
pub const OFFER_BACK: &str = "/api/v1/offers/{id}/take_back";
/// The end of somebody standing in.
pub const MATCH_COVER_END: &str = "/api/v1/matches/{id}/cover/end";
/// Writing down a household of an area.
pub const SITE_CARERS: &str = "/api/v1/sites/{id}/carers";
/// Days on which something outside keeps everybody of an area at home.
pub const SITE_DISRUPTIONS: &str = "/api/v1/sites/{id}/disruptions";
/// Taking such days back.
pub const SITE_DISRUPTION_BACK: &str = "/api/v1/sites/{id}/disruptions/take_back";
/// Changing what is written of a household.
pub const CARER_CHANGE: &str = "/api/v1/carers/{id}/change";
/// Taking a household off the list.
pub const CARER_CLOSE: &str = "/api/v1/carers/{id}/close";
/// When a household is away.
pub const CARER_AWAY: &str = "/api/v1/carers/{id}/away";
/// Taking a time away back.
pub const CARER_AWAY_BACK: &str = "/api/v1/carers/{id}/away/take_back";
/// Whether a household takes a new family.
pub const CARER_READY: &str = "/api/v1/carers/{id}/ready";
/// The end of a match.
pub const MATCH_END: &str = "/api/v1/matches/{id}/end";
/// Who stands in.
pub const MATCH_COVER: &str = "/api/v1/matches/{id}/cover";
/// Visits to a family.
pub const SESSIONS: &str = "/api/v1/families/{id}/sessions";
/// Steps of a family's support.
pub const STEPS: &str = "/api/v1/families/{id}/steps";
/// Reviews of a family.
pub const REVIEWS: &str = "/api/v1/families/{id}/reviews";
/// Calls for help of a family.
pub const CRISES: &str = "/api/v1/families/{id}/crises";
/// The end of a family's support.
pub const CLOSING: &str = "/api/v1/families/{id}/closing";
/// What is known of a family later.
pub const FOLLOW_UPS: &str = "/api/v1/families/{id}/follow_ups";
/// What a carer says to an offer.
pub const OFFER_ANSWER: &str = "/api/v1/offers/{id}/answer";
/// Deciding for the household that said yes.
pub const OFFER_MATCH: &str = "/api/v1/offers/{id}/match";
/// Carers' households.
pub const CARERS: &str = "/api/v1/carers";
/// What is due.
pub const DUE: &str = "/api/v1/due";
/// Finding people.
pub const SEARCH: &str = "/api/v1/search";
/// What a problem means.
pub const PROBLEM: &str = "/problems/{code}";

/// One referral.
pub fn referral(id: ReferralId) -> String {
    format!("{REFERRALS}/{id}")
}

/// Two families that may be one.
pub fn likeness(id: LikenessId) -> String {
    format!("{LIKENESSES}/{id}")
}

/// One entry of a referral, in the list of them.
pub fn entry(referral: ReferralId, id: EntryId) -> String {
    format!("{REFERRALS}/{referral}/entries#{id}")
}

/// One file of referrals.
pub fn import(id: ImportId) -> String {
    format!("{IMPORTS}/{id}")
}

/// How a family's support stands.
pub fn support(id: FamilyId) -> String {
    format!("{FAMILIES}/{id}/support")
}

/// One visit.
pub fn session(id: SessionId) -> String {
    format!("/api/v1/sessions/{id}")
}

/// One call for help.
pub fn crisis(id: CrisisId) -> String {
    format!("/api/v1/crises/{id}")
}

/// One concern.
pub fn concern(id: ConcernId) -> String {
    format!("{CONCERNS}/{id}")
}

/// What a problem means.
pub fn problem(code: &str) -> String {
    format!("/problems/{code}")
}

//! The addresses of the API, built here only. They have no language: the call says which one its reader wants.

use domain::id::{EntryId, FamilyId, ImportId, LikenessId, ReferralId};

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
/// Concerns about a family.
pub const CONCERNS: &str = "/api/v1/families/{id}/concerns";
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

/// What a problem means.
pub fn problem(code: &str) -> String {
    format!("/problems/{code}")
}

//! Every address of a page, built here only. The language is put in front by the visit.

mod after;
mod safety;

pub use after::*;
pub use safety::*;

use domain::id::{
    AccountId, AddressId, BreakGlassId, FamilyId, GoalId, GrantId, HouseholdId, ImportId, LikenessId, MatchId, OfferId,
    ReferralDraftId, ReferralId, ReviewId, SessionId, SiteId, TaskLinkId,
};

/// The front page, or the person's own.
pub const HOME: &str = "/";
/// Signing in.
pub const SIGN_IN: &str = "/sign-in";
/// Proving again who one is.
pub const AGAIN: &str = "/sign-in/again";
/// Setting up a second way of proving who one is.
pub const SECOND: &str = "/account/second";
/// Signing out.
pub const SIGN_OUT: &str = "/sign-out";
/// One press in the demonstration.
pub const DEMO_SIGN_IN: &str = "/demo/sign-in";
/// One's own account.
pub const ACCOUNT: &str = "/account";
/// Help.
pub const HELP: &str = "/help";
/// The accessibility statement.
pub const ACCESSIBILITY: &str = "/accessibility";
/// What is done with what is written.
pub const PRIVACY: &str = "/privacy";
/// What we do not do.
pub const NOT_DONE: &str = "/what-we-do-not-do";
/// Where leaving quickly goes: a page everybody looks at, and no trace of ours.
pub const EXIT: &str = "https://www.bbc.co.uk/weather";
/// The referrals board.
pub const REFERRALS: &str = "/referrals";
/// Referring a family.
pub const REFER: &str = "/referrals/new";
/// The families not taken of which is asked what happened after.
pub const OUTCOMES: &str = "/referrals/outcomes";
/// Whom the reader has asked to refer by a link.
pub const TASK_LINKS: &str = "/referrals/links";
/// Asking somebody else.
pub const TASK_LINK_NEW: &str = "/referrals/links/new";
/// The waiting list.
pub const WAITING: &str = "/waiting";
/// The waiting list as a file.
pub const WAITING_CSV: &str = "/waiting.csv";
/// Carers' households.
pub const CARERS: &str = "/carers";
/// Writing a household down.
pub const CARER_NEW: &str = "/carers/new";
/// Families that may be one.
pub const LIKENESS: &str = "/likeness";
/// Families.
pub const FAMILIES: &str = "/families";
/// What is due about families.
pub const DUE: &str = "/due";
/// How families of an area stand, and what needs a decision.
pub const BOARD: &str = "/board";
/// The week of whoever supervises carers.
pub const WEEK: &str = "/week";
/// Finding visits.
pub const SEARCH_VISITS: &str = "/search/visits";
/// Finding people.
pub const SEARCH: &str = "/search";
/// People with an account.
pub const PEOPLE: &str = "/people";
/// Inviting somebody.
pub const INVITE: &str = "/people/new";
/// Information sharing agreements.
pub const AGREEMENTS: &str = "/agreements";
/// Urgent openings.
pub const BREAK_GLASS: &str = "/break-glass";
/// Asking to open a record urgently, by its reference.
pub const BREAK_GLASS_ASK: &str = "/break-glass/ask";
/// What one has done oneself.
pub const ACTS: &str = "/account/acts";
/// What the service sends.
pub const MESSAGES: &str = "/messages";
/// The journal's headers.
pub const JOURNAL: &str = "/journal";
/// Welsh that waits for a person to check it.
pub const WORDS: &str = "/words";

/// One referral.
pub fn referral(id: ReferralId) -> String {
    format!("/referrals/{id}")
}

/// Referrals from a file.
pub const IMPORT: &str = "/import";

/// One file of them.
pub fn import(id: ImportId) -> String {
    format!("/import/{id}")
}

/// The rows of it that stay out.
pub fn import_rows(id: ImportId) -> String {
    format!("/import/{id}/rows.csv")
}

/// A referral on its way.
pub fn referral_draft(id: ReferralDraftId) -> String {
    format!("/referrals/drafts/{id}")
}

/// Deleting it.
pub fn referral_draft_delete(id: ReferralDraftId) -> String {
    format!("/referrals/drafts/{id}/delete")
}

/// What happens next with a referral just sent.
pub fn referral_sent(id: ReferralId) -> String {
    format!("/referrals/{id}/sent")
}

/// Deciding a referral.
pub fn referral_decide(id: ReferralId) -> String {
    format!("/referrals/{id}/decide")
}

/// Asking for more before a referral is decided.
pub fn referral_ask(id: ReferralId) -> String {
    format!("/referrals/{id}/ask")
}

/// Answering what was asked.
pub fn referral_answer(id: ReferralId) -> String {
    format!("/referrals/{id}/answer")
}

/// A family’s place on the waiting list.
pub fn referral_priority(id: ReferralId) -> String {
    format!("/referrals/{id}/priority")
}

/// Keeping what a family was told.
pub fn referral_tell(id: ReferralId) -> String {
    format!("/referrals/{id}/tell")
}

/// Keeping what happened to a family that was not taken.
pub fn referral_outcome(id: ReferralId) -> String {
    format!("/referrals/{id}/outcome")
}

/// Writing an entry on a referral.
pub fn referral_entry(id: ReferralId) -> String {
    format!("/referrals/{id}/entry")
}

/// Withdrawing a referral.
pub fn referral_withdraw(id: ReferralId) -> String {
    format!("/referrals/{id}/withdraw")
}

/// Two families that may be one.
pub fn likeness(id: LikenessId) -> String {
    format!("/likeness/{id}")
}

/// One carer's household.
pub fn carer(id: HouseholdId) -> String {
    format!("/carers/{id}")
}

/// Changing what is written of a household.
pub fn carer_change(id: HouseholdId) -> String {
    format!("/carers/{id}/change")
}

/// Taking a household off the list.
pub fn carer_close(id: HouseholdId) -> String {
    format!("/carers/{id}/close")
}

/// Saying when a household is away.
pub fn carer_away(id: HouseholdId) -> String {
    format!("/carers/{id}/away")
}

/// Saying whether a household takes a new family.
pub fn carer_ready(id: HouseholdId) -> String {
    format!("/carers/{id}/ready")
}

/// Who could support a family.
pub fn who_could(id: FamilyId) -> String {
    format!("/families/{id}/carers")
}

/// A family's carer: now, before, and what was offered.
pub fn family_carer(id: FamilyId) -> String {
    format!("/families/{id}/carer")
}

/// Keeping how far it is from a household to a family.
pub fn drive(id: FamilyId) -> String {
    format!("/families/{id}/drive")
}

/// Offering a family to a household.
pub fn offer_to(id: FamilyId, household: HouseholdId) -> String {
    format!("/families/{id}/offer?carer={household}")
}

/// One offer.
pub fn offer(id: OfferId) -> String {
    format!("/offers/{id}")
}

/// Deciding for the household that said yes.
pub fn offer_decide(id: OfferId) -> String {
    format!("/offers/{id}/match")
}

/// Ending a match.
pub fn match_end(id: MatchId) -> String {
    format!("/matches/{id}/end")
}

/// Letting another household stand in.
pub fn match_cover(id: MatchId) -> String {
    format!("/matches/{id}/cover")
}

/// A family's support level over time.
pub fn family_level(id: FamilyId) -> String {
    format!("/families/{id}/level")
}

/// Stepping a family's support up or down.
pub fn family_step(id: FamilyId) -> String {
    format!("/families/{id}/step")
}

/// Setting a suggestion to step aside.
pub fn suggestion_aside(id: FamilyId) -> String {
    format!("/families/{id}/suggestions/aside")
}

/// Planning a review.
pub fn review_plan(id: FamilyId) -> String {
    format!("/families/{id}/reviews/plan")
}

/// Writing a review down.
pub fn review_write(id: FamilyId) -> String {
    format!("/families/{id}/reviews/write")
}

/// One review.
pub fn review(id: FamilyId, review: ReviewId) -> String {
    format!("/families/{id}/reviews/{review}")
}

/// What is done with one review: `prepare`, `bring`, `held`, `plan`, `off` or `right`; `review.pdf` is it on paper.
pub fn review_act(id: FamilyId, review: ReviewId, act: &str) -> String {
    format!("/families/{id}/reviews/{review}/{act}")
}

/// Days on which something outside keeps everybody of a programme area at home.
pub fn disruptions(id: SiteId) -> String {
    format!("/sites/{id}/disruptions")
}

/// How support is given in a programme area.
pub fn practice(id: SiteId) -> String {
    format!("/sites/{id}/practice")
}

/// What the support levels of a programme area mean.
pub fn ladder(id: SiteId) -> String {
    format!("/sites/{id}/levels")
}

/// Choosing what kind of visit is written down.
pub fn session_new(id: FamilyId) -> String {
    format!("/families/{id}/sessions/new")
}

/// Writing a visit of this kind down.
pub fn session_write(id: FamilyId, kind: &str) -> String {
    format!("/families/{id}/sessions/write?kind={kind}")
}

/// Planning a visit.
pub fn session_plan(id: FamilyId) -> String {
    format!("/families/{id}/sessions/plan")
}

/// One visit.
pub fn session(id: SessionId) -> String {
    format!("/sessions/{id}")
}

/// Saying what became of a planned visit.
pub fn session_then(id: SessionId) -> String {
    format!("/sessions/{id}/then")
}

/// Changing the plan of a visit.
pub fn session_move(id: SessionId) -> String {
    format!("/sessions/{id}/plan")
}

/// Putting right what was written of a visit.
pub fn session_right(id: SessionId) -> String {
    format!("/sessions/{id}/right")
}

/// Giving a paragraph of a visit to one person.
pub fn session_give(id: SessionId) -> String {
    format!("/sessions/{id}/give")
}

/// Saying whether a paragraph names somebody outside the family.
pub fn session_mark(id: SessionId) -> String {
    format!("/sessions/{id}/mark")
}

/// Signing a visit.
pub fn session_sign(id: SessionId) -> String {
    format!("/sessions/{id}/sign")
}

/// One family.
pub fn family(id: FamilyId) -> String {
    format!("/families/{id}")
}

/// What was done with a family's record.
pub fn family_history(id: FamilyId) -> String {
    format!("/families/{id}/history")
}

/// Who has looked at a family's record.
pub fn family_looked(id: FamilyId) -> String {
    format!("/families/{id}/looked")
}

/// Who may open a family's record.
pub fn family_who(id: FamilyId) -> String {
    format!("/families/{id}/who")
}

/// A family's lists as files.
pub fn family_files(id: FamilyId) -> String {
    format!("/families/{id}/files")
}

/// What whoever steps in reads of a family.
pub fn family_handover(id: FamilyId) -> String {
    format!("/families/{id}/handover")
}

/// A family on two pages.
pub fn family_summary(id: FamilyId) -> String {
    format!("/families/{id}/summary.pdf")
}

/// What whoever steps in reads of each family of a carer.
pub fn carer_handover(id: HouseholdId) -> String {
    format!("/carers/{id}/handover")
}

/// A family's own part, as its members see it.
pub fn family_own(id: FamilyId) -> String {
    format!("/families/{id}/own")
}

/// A protected address.
pub fn address(id: AddressId) -> String {
    format!("/addresses/{id}")
}

/// When people of a programme area are left alone.
pub fn quiet_hours(id: SiteId) -> String {
    format!("/messages/hours/{id}")
}

/// The form behind a one-time link. `secret` is base64url, 43 characters.
pub fn one_time(secret: &str) -> String {
    format!("/link/{secret}")
}

/// Asking somebody else to go on with a draft.
pub fn task_link_with_draft(id: ReferralDraftId) -> String {
    format!("{TASK_LINK_NEW}?draft={id}")
}

/// Taking a link back.
pub fn task_link_take_back(id: TaskLinkId) -> String {
    format!("{TASK_LINKS}/{id}/take_back")
}

/// Referring a family again after this referral.
pub fn referral_again(id: ReferralId) -> String {
    format!("/referrals/{id}/again")
}

/// The letters for the adults of a family, from its referral.
pub fn referral_letter(id: ReferralId) -> String {
    format!("/referrals/{id}/letter")
}

/// One account, as an administrator sees it.
pub fn person_account(id: AccountId) -> String {
    format!("/people/{id}")
}

/// Proposing a role for an account.
pub fn propose_role(id: AccountId) -> String {
    format!("/people/{id}/roles/new")
}

/// A proposed or held role.
pub fn grant(id: GrantId) -> String {
    format!("/roles/{id}")
}

/// A site's agreements.
pub fn site_agreements(id: SiteId) -> String {
    format!("/agreements/{id}")
}

/// One urgent opening, to be reviewed.
pub fn break_glass(id: BreakGlassId) -> String {
    format!("/break-glass/{id}")
}

/// An address with something to say once it is reached.
pub fn saying(path: &str, key: &str) -> String {
    let join = if path.contains('?') { '&' } else { '?' };
    format!("{path}{join}said={key}")
}

/// A family's plan.
pub fn plan(id: FamilyId) -> String {
    format!("/families/{id}/plan")
}

/// What each of a family has agreed to.
pub fn consents(id: FamilyId) -> String {
    format!("/families/{id}/plan/consents")
}

/// Writing down that somebody says something else to one of the four.
pub fn consent_change(id: FamilyId) -> String {
    format!("/families/{id}/plan/consents/change")
}

/// Writing a version of a family's plan.
pub fn plan_write(id: FamilyId) -> String {
    format!("/families/{id}/plan/write")
}

/// Two versions of a family's plan side by side: the one after `version`, and the one before it.
pub fn plan_compare(id: FamilyId, version: u32) -> String {
    format!("/families/{id}/plan/compare?version={version}")
}

/// Saying what one thinks of a family's plan.
pub fn plan_sign(id: FamilyId) -> String {
    format!("/families/{id}/plan/sign")
}

/// More time than a family's plan says.
pub fn plan_extend(id: FamilyId) -> String {
    format!("/families/{id}/plan/extend")
}

/// A family's goals.
pub fn goals(id: FamilyId) -> String {
    format!("/families/{id}/goals")
}

/// One goal of a family: marking it, its next steps, its end.
pub fn goal(id: FamilyId, goal: GoalId) -> String {
    format!("/families/{id}/goals/one?goal={goal}")
}

/// An address with where to go afterwards.
pub fn then(path: &str, next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("{path}?next={next}")
}

/// Where to go afterwards, if it is a plain path of ours: never another host, never a scheme.
pub fn safe_next(next: Option<&str>) -> Option<&str> {
    next.filter(|next| {
        next.starts_with('/')
            && !next.starts_with("//")
            && !next.contains('\\')
            && next.chars().all(|c| c.is_ascii_graphic())
    })
}

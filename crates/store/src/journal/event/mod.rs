//! What a part of an entry says, as it is serialised and sealed.
//!
//! These mirror the domain's events and are kept for ever: a variant is never
//! changed once released, a new one takes a new name.

mod after;
mod body;
mod plan;
mod safety;
mod support;

pub use after::AfterFact;
pub use body::Body;
pub use plan::PlanFact;
pub use safety::SafetyFact;
pub use support::SupportFact;

use serde::{Deserialize, Serialize};

/// What happened, as far as it concerns one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// A person was named in a referral.
    PersonNamed {
        /// Their name, as written.
        name: String,
        /// `child` or `adult`.
        part: String,
        /// The day, month or year of birth, as far as it was given.
        birth: Option<String>,
    },
    /// A referral was made for the family.
    ReferralMade {
        /// The referral's reference.
        reference: String,
        /// The derived reason.
        reason: String,
        /// Keys of the areas of need.
        needs: Vec<String>,
        /// What is going well, in words.
        going_well: Option<String>,
        /// What worries people, in words.
        worries: Option<String>,
        /// The other services that help, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        services: Option<String>,
        /// What has made help hard to get before, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hard_before: Option<String>,
    },
    /// Something was asked before the referral was decided.
    InformationAsked {
        /// The day.
        on: String,
        /// What was asked.
        words: String,
    },
    /// What was asked was answered.
    InformationGiven {
        /// The day.
        on: String,
        /// The answer.
        words: String,
    },
    /// It was decided how soon a waiting family should have a carer, and what it waits for.
    PrioritySet {
        /// The day.
        on: String,
        /// How soon.
        priority: String,
        /// Keys of what it waits for.
        waits_for: Vec<String>,
        /// Why, in words.
        words: Option<String>,
    },
    /// The family was told where things stand.
    FamilyTold {
        /// The day.
        on: String,
        /// By letter, call, message or visit.
        how: String,
        /// What was said, in words.
        words: Option<String>,
        /// The day by which they hear again.
        next_on: Option<String>,
    },
    /// The authority said what became of a child of a family that was not taken.
    OutcomeTold {
        /// The day.
        on: String,
        /// Where the child lives.
        lives: String,
        /// The day they first came into care.
        entered_care_on: Option<String>,
        /// More, in words.
        words: Option<String>,
    },
    /// The referral was found not to be the same request after all.
    ReferralUnmerged {
        /// The day.
        on: String,
    },
    /// The referral was found to be the same request as another.
    ReferralMerged {
        /// The day.
        on: String,
        /// The referral that is kept.
        into: String,
    },
    /// The referral was accepted.
    ReferralAccepted {
        /// The day.
        on: String,
    },
    /// The referral was not accepted.
    ReferralNotAccepted {
        /// The day.
        on: String,
        /// The coded reason.
        why: String,
        /// The reason in words.
        words: Option<String>,
    },
    /// The referral was withdrawn.
    ReferralWithdrawn {
        /// The day.
        on: String,
        /// The reason in words.
        words: Option<String>,
    },
    /// An entry was written on the referral.
    EntryAdded {
        /// The entry.
        entry: String,
        /// The day it is about.
        on: String,
        /// The words.
        words: String,
    },
    /// A role was proposed for, given to or taken from an account.
    RoleChanged {
        /// The role's key.
        role: String,
        /// The site.
        site: String,
        /// `proposed`, `held`, `declined` or `ended`.
        stage: String,
    },
    /// An account's name, address for mail, language or way of signing in was changed.
    AccountChanged {
        /// Which of them, as a word.
        what: String,
    },
    /// Somebody opened a record they are not assigned to, in need.
    GlassBroken {
        /// The reason in words.
        words: String,
    },
    /// Somebody looked at a break-glass opening afterwards.
    GlassReviewed {
        /// `justified` or `not_justified`.
        finding: String,
        /// What they found, in words.
        words: Option<String>,
    },
    /// A programme area was begun.
    SiteMade {
        /// Its name in English.
        name: String,
        /// The nation pack it works under.
        nation: String,
    },
    /// How many families a programme area can support at once was set.
    SitePlacesSet {
        /// The number of families.
        places: u32,
    },
    /// It was set when people of a programme area are left alone, and which number families ring.
    SiteSendingSet {
        /// When the quiet hours begin, as `21:00`.
        quiet_from: String,
        /// When they end.
        quiet_to: String,
        /// The number, as it is printed.
        ring: Option<String>,
    },
    /// A duty was given to an account, or ended.
    DutyChanged {
        /// The duty's key.
        duty: String,
        /// The site.
        site: String,
        /// `held` or `ended`.
        stage: String,
    },
    /// Somebody was asked to work with the family, or stopped.
    AssignmentChanged {
        /// The account.
        account: String,
        /// The role they do it in.
        role: String,
        /// The first day.
        from: String,
        /// The first day they no longer do, if it ended.
        until: Option<String>,
    },
    /// A person of the family got an account that shows them their own part, or lost it.
    MembershipChanged {
        /// The account.
        account: String,
        /// The first day.
        from: String,
        /// The first day it no longer holds, if it ended.
        until: Option<String>,
    },
    /// A person is protected from somebody, or no longer is.
    ProtectionChanged {
        /// The account they are protected from.
        from: String,
        /// Whether it holds now.
        holds: bool,
    },
    /// An information sharing agreement was recorded for a programme area.
    AgreementRecorded {
        /// The agreement.
        agreement: String,
        /// The first day it holds.
        from: String,
        /// The last day it holds.
        to: String,
    },
    /// The record was joined to another that is of the same family.
    FamiliesJoined {
        /// The day.
        on: String,
        /// The other record's reference.
        with: String,
        /// Whether this is the record that is kept.
        kept: bool,
    },
    /// The record is apart again from one it had been joined to.
    FamiliesParted {
        /// The day.
        on: String,
        /// The other record's reference.
        from: String,
    },
    /// The record looked like another, and is of another family.
    FamilyKeptApart {
        /// The day.
        on: String,
    },
    /// It was asked anew whether the record and another are of one family.
    LikenessReopened {
        /// The day.
        on: String,
    },
    /// A person was moved from one family to another, or back.
    PersonMoved {
        /// The day.
        on: String,
        /// Their name, as written.
        name: String,
        /// The reference of the family they left.
        from: String,
        /// The reference of the family they came to.
        into: String,
    },
    /// A carer's household was written down, or what is written of it was changed.
    HouseholdWritten {
        /// Its reference.
        reference: String,
        /// Its people, as written.
        people: Vec<String>,
        /// How many families it supports at a time.
        places: u8,
        /// The first day of its approval.
        approved_from: String,
        /// The last day of its approval.
        approved_to: Option<String>,
    },
    /// A household says when it is away, or takes that back.
    AwayChanged {
        /// The first day.
        from: String,
        /// The last day.
        to: String,
        /// Why.
        why: String,
        /// Whether it holds.
        holds: bool,
    },
    /// A household says whether it takes a new family.
    ReadyChanged {
        /// Whether.
        ready: String,
        /// From when.
        from: Option<String>,
        /// How many weekends a month it offers.
        weekends: u8,
    },
    /// A household takes part no more.
    HouseholdClosed {
        /// The last day it did.
        on: String,
    },
    /// The family was offered to a household.
    FamilyOffered {
        /// The day.
        on: String,
        /// The household.
        household: String,
        /// Roughly where the family lives, as it was said.
        place: String,
        /// What to know before a visit, as it was said.
        visiting: Option<String>,
        /// Why this carer, in words.
        words: String,
    },
    /// An offer was answered or taken back.
    OfferAnswered {
        /// The day.
        on: String,
        /// The household.
        household: String,
        /// Why not, where the carer said no.
        why: Option<String>,
        /// More about why, in words.
        words: Option<String>,
    },
    /// A household supports the family.
    FamilyMatched {
        /// The first day.
        from: String,
        /// The household.
        household: String,
        /// The support level it begins with.
        level: Option<u8>,
        /// Why this household, in words.
        words: String,
    },
    /// A match ended.
    MatchEnded {
        /// The last day.
        on: String,
        /// The household.
        household: String,
        /// Why.
        why: String,
        /// More about why, in words.
        words: Option<String>,
    },
    /// Another household stands in, or stops.
    CoverChanged {
        /// The household.
        household: String,
        /// The first day.
        from: String,
        /// The last day.
        to: String,
        /// Whether it holds.
        holds: bool,
    },
    /// It was typed how long the drive to a household takes.
    DriveTyped {
        /// The household.
        household: String,
        /// In minutes.
        minutes: u16,
    },
    /// Why a role was proposed, and from when it should hold.
    RoleAsked {
        /// The first day it should hold.
        from: String,
        /// Why the person needs it, in words.
        words: String,
    },
    /// What happened in the family's support.
    #[serde(untagged)]
    Support(SupportFact),
    /// What happened to the family's plan and goals.
    #[serde(untagged)]
    Plan(PlanFact),
    /// What keeps people safe: concerns, calls for help, numbers to ring.
    #[serde(untagged)]
    Safety(SafetyFact),
    /// How support ended, and what is known later.
    #[serde(untagged)]
    After(AfterFact),
}

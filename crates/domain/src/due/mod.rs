//! What is due about one family, and whose it is. It is worked out and not queued: what is moved leaves no reminder behind.
//!
//! The day of each follows from what happened, never from today, so that the earliest can stand beside the family and stay
//! true as days pass; today only says how it stands.

use crate::contact::{Record, monday_of, next_contact};
use crate::review::next_review;
use jiff::ToSpan;
use jiff::civil::Date;

/// How many days after a visit it should be signed at the latest.
///
/// Assumption: 7; no number is published.
pub const SIGN_DAYS_MAX: i32 = 7;

/// How many days after a call for help it should be signed at the latest.
///
/// Assumption: 3, sooner than a visit; no number is published.
pub const SIGN_CALL_DAYS_MAX: i32 = 3;

/// What is known of one family.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its contact, its steps and its ladders.
    pub record: Record,
    /// Whether support goes on: it has a carer or is between two, and nobody has closed it.
    pub is_supported: bool,
    /// The days of the visits that are planned.
    pub visits: Vec<Date>,
    /// The days of the visits that wait to be signed.
    pub to_sign: Vec<Date>,
    /// The days of the calls for help that wait to be signed.
    pub calls_to_sign: Vec<Date>,
    /// The days for which reviews and support meetings are planned.
    pub meetings: Vec<Date>,
    /// The last review held; support meetings are none.
    pub reviewed: Option<Date>,
    /// The days by which follow-ups are due that are not written down.
    pub follow_ups: Vec<Date>,
}

keyed! {
    /// What is due.
    DueKind {
        /// A planned visit is to take place, and to be written down.
        Visit = "visit",
        /// A planned review or support meeting is to be held, and to be written down.
        Meeting = "meeting",
        /// A level that is only for a while comes to its end.
        LevelEnd = "level_end",
        /// The family should be seen by then: its level says so.
        Contact = "contact",
        /// A review should be held by then.
        Review = "review",
        /// A visit should be signed by then.
        Signature = "signature",
        /// What was written of a call for help should be signed by then.
        CallSignature = "call_signature",
        /// The authority says by then where each child lives, 12 or 24 months after the referral.
        FollowUp = "follow_up",
    }
}

impl DueKind {
    /// Whether somebody should sign something.
    pub const fn is_signature(self) -> bool {
        matches!(self, Self::Signature | Self::CallSignature)
    }
}

keyed! {
    /// Who does something about it.
    Whose {
        /// The family support foster carer.
        Carer = "carer",
        /// The supervising social worker.
        Supervisor = "supervisor",
        /// The programme team.
        Programme = "programme",
        /// The family's social worker.
        FamilyWorker = "family_worker",
    }
}

impl DueKind {
    /// Whose it is. Assumption: our own reading of who does what all day (programme.md 3).
    pub const fn whose(self) -> Whose {
        match self {
            Self::Visit | Self::Contact => Whose::Carer,
            Self::LevelEnd | Self::Signature | Self::CallSignature => Whose::Supervisor,
            Self::Meeting | Self::Review => Whose::Programme,
            Self::FollowUp => Whose::FamilyWorker,
        }
    }
}

keyed! {
    /// How a day stands to today.
    Stands {
        /// It is over.
        Overdue = "overdue",
        /// It is today.
        Today = "today",
        /// It is in this week, Monday to Sunday.
        ThisWeek = "this_week",
        /// It is later.
        Later = "later",
    }
}

impl Stands {
    /// How a day stands to today.
    pub fn on(day: Date, today: Date) -> Self {
        let monday_next = monday_of(today).saturating_add(1.week());
        match day {
            day if day < today => Self::Overdue,
            day if day == today => Self::Today,
            day if day < monday_next => Self::ThisWeek,
            _ => Self::Later,
        }
    }
}

/// Something that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The last day for it.
    pub on: Date,
    /// What.
    pub kind: DueKind,
    /// How it stands today.
    pub stands: Stands,
}

/// By when what happened on a day should be signed.
pub fn sign_by(kind: DueKind, day: Date) -> Date {
    let days = if kind == DueKind::CallSignature {
        SIGN_CALL_DAYS_MAX
    } else {
        SIGN_DAYS_MAX
    };
    day.saturating_add(days.days())
}

/// By when the next review is to be held; none where support has not begun or is over.
pub fn review_due(case: &Case) -> Option<Date> {
    let next = next_review(&case.record.steps, &case.record.ladders, case.reviewed);
    next.filter(|_| case.is_supported)
}

/// Everything that is due about a family, the earliest first.
pub fn due(case: &Case, today: Date) -> Vec<Due> {
    let each = |kind: DueKind, days: &[Date]| days.iter().map(move |day| (kind, *day)).collect::<Vec<_>>();
    let mut all = each(DueKind::Visit, &case.visits);
    all.extend(each(DueKind::Meeting, &case.meetings));
    all.extend(each(DueKind::FollowUp, &case.follow_ups));
    for (kind, days) in [
        (DueKind::Signature, &case.to_sign),
        (DueKind::CallSignature, &case.calls_to_sign),
    ] {
        all.extend(days.iter().map(|day| (kind, sign_by(kind, *day))));
    }
    if case.is_supported {
        let end = case.record.steps.all().last().and_then(|step| step.expected_end);
        all.extend(end.map(|end| (DueKind::LevelEnd, end)));
        all.extend(next_contact(&case.record).map(|day| (DueKind::Contact, day)));
        all.extend(review_due(case).map(|day| (DueKind::Review, day)));
    }
    let due = all.into_iter().map(|(kind, on)| Due {
        on,
        kind,
        stands: Stands::on(on, today),
    });
    let mut due: Vec<Due> = due.collect();
    due.sort_unstable();
    due
}

/// What is kept beside a family: the earliest but for signatures, which whoever supervises has in a list of their own, and
/// behind which nothing of the family's should be hidden.
pub fn next(case: &Case, today: Date) -> Option<Due> {
    due(case, today).into_iter().find(|due| !due.kind.is_signature())
}

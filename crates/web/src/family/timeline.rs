//! A family's timeline: visits, calls for help, steps, notes and what happened to its referrals, newest first, a page at a time.

use super::moment::{Placed, crisis, note, plan, referral_items, review, session, step};
use crate::page::{NavItem, Pager, TimelineItem};
use crate::paths;
use crate::visit::Visit;
use domain::id::FamilyId;
use domain::referral::Referral;
use domain::session::Stage as Became;
use jiff::civil::Date;
use store::Tx;
use store::crisis::CrisisLine;
use store::plan::VersionLine;
use store::referral::Written;
use store::review::ReviewLine;
use store::session::SessionLine;
use store::step::StepShown;
use uuid::Uuid;

/// How many moments a page of the timeline shows.
const PAGE: usize = 30;

/// What is shown of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    /// Everything.
    All,
    /// Visits only.
    Visits,
    /// Steps only.
    Steps,
    /// Reviews only.
    Reviews,
    /// Calls for help only.
    Crises,
    /// Versions of the plan only.
    Plans,
    /// Notes only.
    Notes,
}

impl Filter {
    const ALL: [Self; 7] = [
        Self::All,
        Self::Visits,
        Self::Crises,
        Self::Steps,
        Self::Reviews,
        Self::Plans,
        Self::Notes,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Visits => "visits",
            Self::Crises => "crises",
            Self::Steps => "steps",
            Self::Reviews => "reviews",
            Self::Plans => "plans",
            Self::Notes => "notes",
        }
    }

    /// What the address asks for; everything where it asks for nothing we know.
    pub fn of(visit: &Visit) -> Self {
        let asked = visit.query_value("show").unwrap_or_default();
        let found = Self::ALL.into_iter().find(|filter| filter.key() == asked);
        found.unwrap_or(Self::All)
    }

    fn wants(self, one: Self) -> bool {
        self == Self::All || self == one
    }

    /// The ways to look at the timeline.
    pub fn picks(self, visit: &Visit, id: FamilyId) -> Vec<NavItem> {
        let here = visit.href(&paths::family(id));
        let one = |filter: Self| NavItem {
            href: if filter == Self::All {
                here.clone()
            } else {
                format!("{here}?show={}", filter.key())
            },
            text: visit
                .w()
                .named("session-filter", filter.key())
                .unwrap_or_default()
                .to_owned(),
            current: filter == self,
            count: None,
        };
        Self::ALL.map(one).into()
    }
}

/// Where a page of the timeline begins: before this moment.
pub(super) type Before = Option<(i64, Uuid)>;

/// Reads where the address says the page begins.
pub(super) fn before(visit: &Visit) -> Before {
    let text = visit.query_value("before")?;
    let (at, id) = text.split_once('_')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}

/// What is read of the timeline, in the unit of work of the page.
pub(super) struct Moments {
    filter: Filter,
    before: Before,
    entries: Vec<Written>,
    sessions: Vec<SessionLine>,
    reviews: Vec<ReviewLine>,
    crises: Vec<CrisisLine>,
    plans: Vec<VersionLine>,
    pub steps: Vec<StepShown>,
}

/// What of the timeline the reader may read the words of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reads {
    /// What was written of visits.
    pub visits: bool,
    /// What was written of calls for help.
    pub crises: bool,
    /// The plan.
    pub plans: bool,
}

/// Reads one page's moments, and one more of each kind to know whether there is another page.
pub(super) fn load(
    tx: &Tx,
    family: FamilyId,
    (filter, before): (Filter, Before),
    reads: Reads,
) -> store::Result<Moments> {
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let entries = if filter.wants(Filter::Notes) {
        store::referral::entries(tx, family, before, most)?
    } else {
        Vec::new()
    };
    let sessions = if filter.wants(Filter::Visits) {
        store::session::page(tx, family, before, most, reads.visits)?
    } else {
        Vec::new()
    };
    let crises = if filter.wants(Filter::Crises) {
        store::crisis::page(tx, family, before, most, reads.crises)?
    } else {
        Vec::new()
    };
    let reviews = if filter.wants(Filter::Reviews) {
        store::review::page(tx, family, before, most)?
    } else {
        Vec::new()
    };
    Ok(Moments {
        filter,
        before,
        entries,
        sessions,
        reviews,
        crises,
        // A plan has a few versions in a year.
        plans: if reads.plans && filter.wants(Filter::Plans) {
            store::plan::versions(tx, family)?
        } else {
            Vec::new()
        },
        steps: store::step::of_family(tx, family)?,
    })
}

impl Moments {
    /// Whether there are visits among them whose words this reader may not read.
    pub fn withholds(&self, with_words: bool) -> bool {
        !with_words && self.sessions.iter().any(|line| line.stage == Became::Done)
    }
}

/// The moments of the page, and on the first page what happened to each referral; and the way to other pages.
pub(super) fn draw(
    visit: &Visit,
    family: FamilyId,
    read: Moments,
    referrals: &[Referral],
) -> (Vec<TimelineItem>, Pager) {
    let (w, first_page) = (visit.w(), read.before.is_none());
    let Moments { filter, before, .. } = read;
    let mut placed: Vec<Placed> = Vec::new();
    placed.extend(read.entries.into_iter().map(|entry| note(visit, entry)));
    placed.extend(read.sessions.into_iter().map(|line| session(visit, line)));
    placed.extend(read.reviews.into_iter().map(|line| review(visit, line)));
    placed.extend(read.crises.into_iter().map(|line| crisis(visit, line)));
    let plans = read.plans.into_iter().map(|line| plan(visit, family, line));
    placed.extend(plans.filter(|(place, ..)| before.is_none_or(|before| *place < before)));
    if filter.wants(Filter::Steps) {
        let steps = read.steps.into_iter().map(|one| step(w, one));
        placed.extend(steps.filter(|(place, ..)| before.is_none_or(|before| *place < before)));
    }
    placed.sort_by_key(|(place, ..)| std::cmp::Reverse(*place));
    let is_more = PAGE < placed.len();
    placed.truncate(PAGE);
    let last = placed.last().map(|(place, ..)| *place).filter(|_| is_more);
    let mut dated: Vec<(Date, TimelineItem)> = placed.into_iter().map(|(_, day, item)| (day, item)).collect();
    if first_page && filter == Filter::All {
        for referral in referrals {
            dated.extend(referral_items(visit, referral));
        }
    }
    // Stable, so that what happened on one day keeps its order.
    dated.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let here = visit.href(&paths::family(family));
    let shown = if filter == Filter::All {
        String::new()
    } else {
        format!("show={}", filter.key())
    };
    let joined = |more: &str| match (shown.as_str(), more) {
        ("", "") => here.clone(),
        ("", query) | (query, "") => format!("{here}?{query}"),
        (shown, more) => format!("{here}?{shown}&{more}"),
    };
    let pages = Pager {
        newer: (!first_page).then(|| joined("")),
        older: last.map(|(at, id)| joined(&format!("before={at}_{id}"))),
    };
    (dated.into_iter().map(|(_, item)| item).collect(), pages)
}

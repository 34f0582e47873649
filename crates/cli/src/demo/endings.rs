//! How support ends in the demonstration, and what the authority says later.

use super::cast::Area;
use anyhow::{Context, Result};
use domain::access::{Action, Actor, Object};
use domain::care_episode::{EpisodeKind, Source};
use domain::closing::{ChildNow, NewClosing, Reason, close as decide};
use domain::follow_up::{ChildThen, NewFollowUp};
use domain::goal::Ending;
use domain::id::{AccountId, FamilyId};
use domain::referral::Lives;
use domain::text::Text;
use jiff::ToSpan;
use store::{Store, Tx, closing, follow_up};

/// On which days support ended with the families that had it longest, counted from today: the first half a year ago, the
/// second some weeks ago, the last this week.
const ENDED: [i32; 3] = [-190, -40, -3];

/// The first family that has had a carer since before this day has a hard time these weeks, and support goes on.
pub const HARD_TIME: i32 = -30;

/// After how many days with a carer support can have ended.
const LONG_ENOUGH: i32 = 120;

/// The families whose support has ended: each with its household, and the day. Those that somebody else's story needs are
/// left out.
pub fn of_area(area: &Area, matched: &[(usize, usize, i32)]) -> Vec<(usize, usize, i32)> {
    let begun = |(family, _, after): &(usize, usize, i32)| after - area.family(*family).days_ago;
    let is_needed = |family: usize| {
        let known = area.getting_to_know.iter().any(|(one, _)| *one == family);
        // Every third has a review to come.
        known || family % 3 == 2
    };
    let hard = matched.iter().position(|one| begun(one) < HARD_TIME);
    let free = matched
        .iter()
        .enumerate()
        .filter(|(at, one)| Some(*at) != hard && !is_needed(one.0));
    let mut free: Vec<&(usize, usize, i32)> = free.map(|(_, one)| one).collect();
    free.sort_by_key(|one| begun(one));
    let mut ended: Vec<(usize, usize, i32)> = Vec::new();
    for on in ENDED {
        let fits = |one: &&&(usize, usize, i32)| {
            begun(one) + LONG_ENOUGH < on && ended.iter().all(|(family, ..)| *family != one.0)
        };
        let next = free.iter().find(fits).map(|one| (one.0, one.1, on));
        ended.extend(next);
    }
    ended
}

/// After how many days the authority says where each child lives.
pub const LATER_DAYS: i32 = 366;

/// What was achieved, in Welsh and in English.
const ACHIEVED: [&str; 2] = [
    "Mae’r boreau’n eich rhai chi nawr. Mae’r plant yn yr ysgol bob dydd, ac rydych chi’n gwybod pwy i’w ffonio cyn i \
     bethau fynd yn anodd. Chi wnaeth hynny.",
    "The mornings are yours now. The children are in school every day, and you know whom to ring before things get hard. \
     You did that.",
];

/// Closes a family's support today.
pub async fn close(
    store: &Store,
    (manager, by): (&Actor, AccountId),
    family: FamilyId,
    (area, is_last): (usize, bool),
) -> Result<()> {
    let may = store
        .permit(manager, Action::CloseSupport, Object::Family(family))
        .await?;
    let language = if area == 0 { "cy" } else { "en" };
    let in_care = area == 2 && is_last;
    let unit = move |tx: &Tx| -> Result<()> {
        let known = closing::known(tx, family)?;
        let (children, goals) = known.ids();
        let today = tx.today();
        let now = |(at, child): (usize, &domain::id::PersonId)| ChildNow {
            child: *child,
            lives: if in_care && at == 0 {
                Lives::InCare
            } else {
                Lives::AtHome
            },
            care: (in_care && at == 0).then(|| (EpisodeKind::Agreed, today.saturating_sub(9.days()))),
        };
        let ending = |at: usize| if at % 3 == 2 { Ending::LetGo } else { Ending::Reached };
        let new = NewClosing {
            on: today,
            reason: if in_care { Reason::EnteredCare } else { Reason::GoalsMet },
            words: None,
            achieved: Text::parse(ACHIEVED[usize::from(area != 0)])?,
            children: children.iter().enumerate().map(now).collect(),
            goals: goals.iter().enumerate().map(|(at, goal)| (*goal, ending(at))).collect(),
        };
        let event = decide(new, by, today, known.bounds((&children, &goals)))?;
        closing::close(tx, &known, language, &event)?;
        Ok(())
    };
    store.write(may, unit).await
}

/// The family's social worker says where each child lives, a year after the referral.
pub async fn follow(store: &Store, worker: &Actor, family: FamilyId) -> Result<()> {
    let may = store
        .permit(worker, Action::RecordAfter, Object::Family(family))
        .await?;
    let unit = move |tx: &Tx| -> Result<()> {
        let (known, _) = store::family::load(tx, family)?;
        let later = follow_up::of_family(tx, family)?;
        let later = later.first().context("the family was supported")?;
        let (which, _) = later.open()[0];
        let home = |child: &domain::family::Person| ChildThen {
            child: child.id,
            lives: Lives::AtHome,
            care: None,
        };
        let new = NewFollowUp {
            which,
            on: tx.today(),
            children: known.children().map(home).collect(),
            source: Source::Authority,
            words: Text::parse_optional("Closed to children’s services since the summer.")?,
        };
        let new = follow_up::decide(tx, &known, (later.referral, false), new)??;
        follow_up::make(tx, &known, later.referral, "en", &new)?;
        Ok(())
    };
    store.write(may, unit).await
}

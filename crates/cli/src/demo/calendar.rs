//! What happens in each area of the demo and when.

use super::after::lines;
use super::carers::{HOMES, matches, waiting};
use super::seed::World;
use super::{endings, plans, reviews, visits};
use anyhow::Result;
use domain::role::Role;
use jiff::Timestamp;
use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::Rng;

/// One thing that happens.
#[derive(Clone, Copy)]
pub enum Event {
    /// An agreement is signed: its place in the area's list.
    Agreement(usize),
    /// A family is referred.
    Referred(usize),
    /// Something happens to its referral: the family, and which.
    Then(usize, usize),
    /// The programme manager sees that a family is here already, and joins its record to the one there was.
    Same(usize),
    /// A carer's household is written down: its place in the area's list.
    Household(usize),
    /// A family gets a carer: the family, and the household.
    Matched(usize, usize),
    /// A carer writes down the visit of a week: the family, the household, and the how manieth it is.
    Visited(usize, usize, usize),
    /// The safeguarding lead sets the numbers to ring.
    Numbers,
    /// Somebody of a family rings late and the carer goes: which waits to be signed.
    Rang(usize, usize),
    /// A carer raises a concern: the family, the household, and whether it was reported, read and decided.
    Raised(usize, usize, bool),
    /// A carer plans the next visit.
    PlansVisit(usize, usize),
    /// Support steps up or down: the family, the household, and which of the steps it is.
    Stepped(usize, usize, usize),
    /// The planning meeting was, and the plan is written: the family, the household, and whether it is the second version.
    Planned(usize, usize, bool),
    /// Those of the family and the carer say what they think of the plan.
    SaidToPlan(usize, usize),
    /// The family's goals are marked, the how manieth time.
    Marked(usize, usize, usize),
    /// Somebody asks for more time than planned.
    AskedLonger(usize, usize),
    /// A review is held and written down by the carer: the family, the household, and the how manieth it is.
    Reviewed(usize, usize, usize),
    /// A carer plans the next review.
    PlansReview(usize, usize),
    /// Whoever supervises the carers signs what waits.
    Signs,
    /// The programme manager closes a family's support; whether it is the last that was.
    Closed(usize, bool),
    /// The family's social worker says where each child lives, a year after the referral.
    FollowedUp(usize),
    /// A family that waits is offered to a household, which has not answered, or has said yes or no.
    Offered(usize, usize, Option<bool>),
    /// Somebody in a family gets an account.
    Joined(usize),
    /// A worker begins a referral and leaves it half way: the worker's place, and how far it got.
    Begun(usize, &'static str),
    /// A worker asks somebody outside to refer by a link: the place in the area's list.
    AskedOutside(usize),
    /// Somebody is protected: the place in the area's list.
    Protected(usize),
    /// Somebody opens a family urgently: who, which, and whether somebody reviews it the next day.
    Glass(usize, usize, bool),
    /// An administrator proposes a role that nobody has confirmed yet.
    Proposed(usize, Role),
}

/// Everything that happens in one area, each with its instant.
pub fn of_area(world: &World, at: usize, dice: &mut ChaCha12Rng) -> Result<Vec<(Timestamp, usize, Event)>> {
    let area = world.places[at].area;
    let mut events = Vec::new();
    let mut add = |instant, event| events.push((instant, at, event));
    let mut time = |days: i32| {
        let (hour, minute) = (9 + (dice.next_u32() % 8) as i8, (dice.next_u32() % 60) as i8);
        world.instant(days, hour, minute)
    };
    for (n, (from, _)) in area.agreements.iter().enumerate() {
        add(world.instant(from - 2, 8, 30)?, Event::Agreement(n));
    }
    for (n, story) in area.families().enumerate() {
        let day = in_force(area.agreements, -story.days_ago);
        let referred = time(day)?;
        add(referred, Event::Referred(n));
        for (m, (after, _)) in lines(n, story).iter().enumerate() {
            let day = in_force(area.agreements, (after - story.days_ago).min(0));
            add(time(day)?.max(referred), Event::Then(n, m));
        }
    }
    for n in 0..HOMES[at].len() {
        add(world.instant(-600, 14, 5)?, Event::Household(n));
    }
    add(world.instant(-599, 9, 30)?, Event::Numbers);
    let matched = matches(at, area);
    let ended = endings::of_area(area, &matched);
    for (family, home, after) in &matched {
        let day = in_force(area.agreements, (after - area.family(*family).days_ago).min(0));
        add(time(day)?, Event::Matched(*family, *home));
        let last = ended.iter().find(|(one, ..)| one == family).map(|(.., on)| *on);
        let goes_on = |on: i32| last.is_none_or(|last| on < last);
        for (on, event) in weeks(area.agreements, day, (*family, *home)) {
            if goes_on(on) {
                add(world.instant(on, 17, 10)?, event);
            }
        }
    }
    for (family, _, on) in &ended {
        add(world.instant(*on, 18, 30)?, Event::Closed(*family, -7 < *on));
        let later = endings::LATER_DAYS - area.family(*family).days_ago;
        if later < 0 {
            add(world.instant(later, 10, 20)?, Event::FollowedUp(*family));
        }
    }
    add(world.instant(-21, 18, 0)?, Event::Signs);
    let long = matched
        .iter()
        .find(|(family, _, after)| after - area.family(*family).days_ago < endings::HARD_TIME);
    if let Some((family, home, _)) = long.filter(|_| in_force(area.agreements, -2) == -2) {
        // Two within two weeks: a rule suggests to look at the level.
        for day in [-24, -9, -2] {
            add(world.instant(day, 22, 40)?, Event::Rang(*family, *home));
        }
        for (day, decided) in [(-20, true), (-1, false)] {
            add(world.instant(day, 18, 25)?, Event::Raised(*family, *home, decided));
        }
    }
    let waits = |n: &usize| matched.iter().all(|(family, ..)| family != n);
    for (family, answer) in waiting(area)
        .into_iter()
        .filter(waits)
        .zip([None, Some(true), Some(false)])
    {
        add(world.instant(-1, 13, 10)?, Event::Offered(family, 0, answer));
    }
    for (n, member) in area.members.iter().enumerate() {
        add(time(21 - area.family(member.family).days_ago)?, Event::Joined(n));
    }
    for (n, (family, ..)) in area.protected.iter().enumerate() {
        add(time(1 - area.family(*family).days_ago)?, Event::Protected(n));
    }
    for (who, days, boxes) in area.begun {
        add(world.instant(-days, 16, 20)?, Event::Begun(*who, boxes));
    }
    for (n, (_, days, ..)) in area.asked.iter().enumerate() {
        add(world.instant(-days, 11, 5)?, Event::AskedOutside(n));
    }
    match at {
        0 => {
            add(world.instant(-2, 19, 40)?, Event::Glass(6, 7, false));
            let (family, days) = super::wales::JOINED;
            add(world.instant(-days, 11, 15)?, Event::Same(family));
        }
        1 => add(world.instant(-95, 22, 5)?, Event::Glass(1, 5, true)),
        _ => add(world.instant(-4, 10, 15)?, Event::Proposed(10, Role::ProgrammeManager)),
    }
    Ok(events)
}

/// What a family's weeks with its carer hold, from the day it is matched on: each with the day.
fn weeks(agreements: &[(i32, i32)], matched: i32, (family, home): (usize, usize)) -> Vec<(i32, Event)> {
    let holds = |day: i32| agreements.iter().any(|(from, to)| (*from..=*to).contains(&day));
    let days = (0..visits::WEEKS).zip((matched + 4..0).step_by(7));
    let days: Vec<(usize, i32)> = days.filter(|(_, day)| holds(*day)).collect();
    let mut events: Vec<(i32, Event)> = Vec::new();
    for (week, day) in &days {
        if *week == 1 || *week == plans::AGAIN {
            events.push((*day, Event::Planned(family, home, *week != 1)));
        }
        // In every third family nobody has said anything to the newest version yet.
        if *week == 2 || (*week == plans::AGAIN + 1 && !family.is_multiple_of(3)) {
            events.push((*day, Event::SaidToPlan(family, home)));
        }
        if let Some(n) = plans::MARKED.iter().position(|marked| marked == week) {
            events.push((*day, Event::Marked(family, home, n)));
        }
        if *week == 44 {
            events.push((*day, Event::AskedLonger(family, home)));
        }
        events.push((*day, Event::Visited(family, home, *week + family)));
        // Two of three families have a hard time.
        let stair = visits::STAIRS.iter().position(|stair| stair.week == *week);
        if let Some(n) = stair.filter(|_| family % 3 != 1) {
            events.push((*day, Event::Stepped(family, home, n)));
        }
        // With every fourth family the later reviews were forgotten, so that some are overdue.
        let forgotten = family % 4 == 1 && reviews::FORGOTTEN_DAYS < *day;
        if !forgotten && 0 < *week && week.is_multiple_of(reviews::EVERY_WEEKS) {
            events.push((*day, Event::Reviewed(family, home, week / reviews::EVERY_WEEKS)));
        }
    }
    if matched < -1 && holds(-1) {
        events.push((-1, Event::PlansVisit(family, home)));
        if family % 3 == 2 {
            events.push((-1, Event::PlansReview(family, home)));
        }
    }
    events
}

/// The day itself, or the first after it on which an agreement holds: nobody is referred or decided without one.
fn in_force(agreements: &[(i32, i32)], day: i32) -> i32 {
    let holds = |day: &i32| agreements.iter().any(|(from, to)| from <= day && day <= to);
    (day..=0).find(holds).unwrap_or(day)
}

//! What the record says for a review, in words: the same on the page of whoever prepares it and on each reader's paper.

use super::show::{decided_words, kind_words};
use crate::family::people::{first_name, name};
use crate::goal::{Track, track};
use crate::household::level_words;
use crate::page::{Quote, SummaryRow, row};
use domain::contact::{Tally, tally, weeks_of};
use domain::family::Family;
use domain::goal::{Marked, Movement};
use domain::id::{CrisisId, PersonId};
use domain::plan::Viewer;
use domain::review::{Became, Shows, Since, WEEKS_MAX, became, moved};
use domain::step::Step;
use jiff::civil::Date;
use store::goal::GoalShown;
use store::review::{ContributionShown, Prepared, ReviewShown};
use store::step::StepShown;
use words::{Lang, Words};

/// One goal: whose, in which words, and how it moved.
pub(super) struct GoalPart {
    pub heading: String,
    pub quote: Quote,
    pub track: Option<Track>,
    pub marks: Vec<SummaryRow>,
}

/// One change of the level.
pub(super) struct StepPart {
    pub text: String,
    pub reason: Option<String>,
}

/// What the last review decided, and what became of it.
pub(super) struct LastPart {
    pub heading: String,
    pub became: Vec<SummaryRow>,
    pub next: Option<Quote>,
}

/// What somebody brings.
pub(super) struct BroughtPart {
    pub quote: Quote,
    pub note: String,
    pub before: Vec<(String, Quote)>,
}

/// What the record says, part by part; what a reader may not see is not in it.
pub(super) struct Parts {
    pub since: String,
    pub goals: Vec<GoalPart>,
    pub contact: Vec<SummaryRow>,
    pub steps: Vec<StepPart>,
    pub said: Option<Vec<Quote>>,
    pub urgent: Option<Vec<(CrisisId, String)>>,
    pub last: Option<LastPart>,
    pub brought: Vec<BroughtPart>,
}

/// In which language it is written, and what its reader may see.
#[derive(Clone, Copy)]
pub(super) struct For {
    pub lang: Lang,
    pub shows: Shows,
    pub today: Date,
}

impl For {
    pub const fn w(self) -> Words {
        Words::new(self.lang)
    }

    /// The tag of a language that is not the reader's.
    pub fn foreign(self, tag: &str) -> Option<&'static str> {
        Lang::from_tag(tag).filter(|lang| *lang != self.lang).map(Lang::tag)
    }
}

/// Draws what the record says for one reader.
pub(super) fn parts(of: For, prepared: &Prepared) -> Parts {
    let (w, period) = (of.w(), prepared.period);
    let said = prepared.said.as_ref().filter(|_| of.shows.said);
    let urgent = prepared.calls.as_ref().filter(|_| of.shows.urgent);
    let from = w.day(period.from);
    Parts {
        since: if period.since_review {
            w.review_since_review(&from)
        } else {
            w.review_since_begun(&from)
        },
        goals: prepared
            .goals
            .iter()
            .filter_map(|one| goal(of, prepared, one))
            .collect(),
        contact: contact(of, prepared),
        steps: prepared.steps.iter().map(|one| step(of, one)).collect(),
        said: said.map(|_| spoken(of, prepared)),
        urgent: urgent.map(|calls| {
            let one = |call: &store::crisis::CrisisLine| {
                let at = store::clock::london_time(store::clock::instant(call.at));
                let title = w.crisis_title(&w.day_time(at));
                let ended = call.outcome.and_then(|how| w.named("crisis-outcome", how.key()));
                (
                    call.id,
                    ended.map_or(title.clone(), |ended| format!("{title} · {ended}")),
                )
            };
            calls.iter().map(one).collect()
        }),
        last: prepared.last.as_ref().map(|last| last_review(of, prepared, last)),
        brought: brought(of, &prepared.family, &prepared.brought),
    }
}

fn called(w: Words, family: &Family, id: PersonId) -> String {
    let person = family.people.iter().find(|person| person.id == id);
    person.map_or_else(
        || w.likeness_person_elsewhere().to_owned(),
        |person| first_name(w, person),
    )
}

fn goal(of: For, prepared: &Prepared, one: &GoalShown) -> Option<GoalPart> {
    let (w, period) = (of.w(), prepared.period);
    // One that was over at the last review was told there.
    let is_over = one.goal.ended.is_some_and(|(on, _)| !period.covers(on));
    if is_over || !of.shows.holds(Some(one.goal.owner)) {
        return None;
    }
    let mark =
        |marked: Marked| w.review_goal_mark(&w.goal_now(u64::from(marked.mark.number())), &w.day_short(marked.on));
    let way = |movement: Movement| w.named("review-moved", movement.key()).unwrap_or_default();
    let mut marks = Vec::new();
    if let Some(moved) = moved(&one.goal, period) {
        marks.push(row(w.review_goal_first(), mark(moved.first)));
        marks.extend(moved.at_review.map(|at| row(w.review_goal_at_review(), mark(at))));
        marks.push(row(w.review_goal_now(), mark(moved.now)));
        marks.extend(
            moved
                .since_first()
                .map(|how| row(w.review_goal_since_first(), way(how))),
        );
        marks.extend(
            moved
                .since_review()
                .map(|how| row(w.review_goal_since_review(), way(how))),
        );
    }
    Some(GoalPart {
        heading: w.goal_whose(&called(w, &prepared.family, one.goal.owner)),
        quote: Quote {
            text: one.words.clone(),
            lang: of.foreign(&one.language),
            who: String::new(),
        },
        // Drawn as it stands; how it moved is said below, and a paper says it all in words.
        track: track(w, &one.goal).map(|track| Track { since: None, ..track }),
        marks,
    })
}

/// Attendance against plan, each sort by itself.
fn contact(of: For, prepared: &Prepared) -> Vec<SummaryRow> {
    let (w, period) = (of.w(), prepared.period);
    let weeks = weeks_of(
        &prepared.known.case.record,
        (period.from, period.to),
        of.today,
        WEEKS_MAX,
    );
    let all: Tally = tally(&weeks);
    let number = |number: u32| w.number(u64::from(number));
    let mut rows = vec![
        row(w.review_contact_intended(), number(all.intended)),
        row(w.review_contact_met(), number(all.met)),
        row(w.review_contact_done(), number(all.done)),
    ];
    for (name, count) in [
        (w.review_contact_waived(), all.waived),
        (w.review_contact_excused(), all.excused),
        (w.review_contact_missed(), all.missed),
        (w.review_contact_open(), all.open),
    ] {
        if 0 < count {
            rows.push(row(name, number(count)));
        }
    }
    if of.shows.reasons && !all.why.is_empty() {
        let why = all.why.iter().map(|(why, times)| {
            let words = w.named("session-why", why.key()).unwrap_or_default();
            w.review_contact_times(words, u64::from(*times))
        });
        rows.push(row(w.review_contact_why(), why.collect::<Vec<_>>().join(" · ")));
    }
    rows
}

fn step(of: For, one: &StepShown) -> StepPart {
    let w = of.w();
    let level = level_words(w, one.step.to);
    let what = match one.step.from {
        None => w.step_event_opening(&level),
        Some(from) if from < one.step.to => w.step_event_up(&level),
        Some(_) => w.step_event_down(&level),
    };
    StepPart {
        text: w.review_step_on(&w.day_short(one.step.on), &what),
        reason: of.shows.reasons.then(|| one.reason.clone()),
    }
}

/// What was said at visits, in the language it was said in.
fn spoken(of: For, prepared: &Prepared) -> Vec<Quote> {
    let w = of.w();
    let said = prepared.said.iter().flatten();
    // What names somebody outside the family goes to nobody of it.
    let held = said.filter(|one| of.shows.holds(one.person) && (of.shows.only.is_none() || !one.names_outsider));
    let one = |said: &store::session::SaidShown| {
        let day = w.day_short(said.on);
        Quote {
            text: said.words.clone(),
            lang: of.foreign(&said.language),
            who: said.person.map_or_else(
                || day.clone(),
                |person| format!("{} · {day}", called(w, &prepared.family, person)),
            ),
        }
    };
    held.map(one).collect()
}

fn last_review(of: For, prepared: &Prepared, last: &ReviewShown) -> LastPart {
    let w = of.w();
    let steps: Vec<Step> = prepared.steps.iter().map(|one| one.step).collect();
    let since = Since {
        period: prepared.period,
        steps: &steps,
        extensions: &prepared.extensions,
        is_supported: prepared.known.case.is_supported,
    };
    let became = became(&last.review.decided, since)
        .into_iter()
        .map(|(decision, became)| {
            let decided = decided_words(w, &[decision]);
            row(&decided, became_words(w, became))
        });
    let next = last.said.as_ref().and_then(|said| said.next.as_ref());
    LastPart {
        heading: w.review_title(kind_words(w, last.review.kind), &w.day_short(last.review.on)),
        became: became.collect(),
        // Who was there then is not asked here, so a paper for somebody of the family leaves the words out.
        next: next.filter(|_| of.shows.only.is_none()).map(|words| Quote {
            text: words.as_str().to_owned(),
            lang: of.foreign(&last.language),
            who: String::new(),
        }),
    }
}

fn became_words(w: Words, became: Became) -> String {
    match became {
        Became::SameLevel => w.review_became_same_level().to_owned(),
        Became::Stepped { on, to } => w.step_since(&level_words(w, to), &w.day_short(on)),
        Became::NotAsked => w.review_became_not_asked().to_owned(),
        Became::Waits { to } => w.review_became_waits(&w.day_short(to)),
        Became::Extended { to } => w.review_became_extended(&w.day_short(to)),
        Became::NotExtended => w.review_became_not_extended().to_owned(),
        Became::Open => w.review_became_open().to_owned(),
        Became::Closed => w.review_became_closed().to_owned(),
    }
}

/// What people bring, as far as this reader may see it: all of it, or what stands with them.
pub(super) fn brought(of: For, family: &Family, all: &[ContributionShown]) -> Vec<BroughtPart> {
    let held = all.iter().filter(|one| of.shows.holds(one.about));
    held.map(|one| one_brought(of, family, one)).collect()
}

fn one_brought(of: For, family: &Family, one: &ContributionShown) -> BroughtPart {
    let w = of.w();
    let on = |at: i64| w.day_short(store::clock::london_day(store::clock::instant(at)));
    let account = one.name.as_deref().unwrap_or_default();
    let whole = |id: PersonId| {
        let person = family.people.iter().find(|person| person.id == id);
        person.map_or_else(|| w.likeness_person_elsewhere().to_owned(), |person| name(w, person))
    };
    let who = match (one.by, one.role) {
        (Viewer::Person(person), _) => w.plan_view_beside(&whole(person), &on(one.at), account),
        (Viewer::Account(_), role) => {
            let role = role.and_then(|role| w.named("role", role.key())).unwrap_or_default();
            w.review_brought_by(account, role, &on(one.at))
        }
    };
    let about = one.about.filter(|person| one.by != Viewer::Person(*person));
    let quote = |text: &str, who: String| Quote {
        text: text.to_owned(),
        lang: of.foreign(&one.language),
        who,
    };
    let earlier = one.before.iter();
    BroughtPart {
        quote: quote(&one.words, who),
        note: about
            .map(|person| w.session_given_to(&called(w, family, person)))
            .unwrap_or_default(),
        before: earlier
            .map(|(at, words)| (on(*at), quote(words, String::new())))
            .collect(),
    }
}

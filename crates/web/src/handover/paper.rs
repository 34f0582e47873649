//! A family on two pages at most, for whoever takes it along into their own system: made for that reader, of what that reader
//! may see.

use super::one::{Loaded, Reads};
use crate::App;
use crate::error::{Answer, PageError};
use crate::family::people::{first_name, line, name};
use crate::household::level_words;
use crate::referral::stage_words;
use crate::table::short_paper_answer;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::contact::{Tally, tally, weeks};
use domain::due::review_due;
use domain::id::FamilyId;
use jiff::civil::Date;
use reports::{Block, Depth, Document, Fact, Lines};
use store::crisis::CrisisLine;
use store::due::SESSIONS_FOR_WEEKS;
use store::goal::GoalShown;
use store::review::ReviewShown;
use words::{Lang, Words};

/// How many pages it has at most.
///
/// Source: programme.md 3, "a two-page summary".
const PAGES_MAX: usize = 2;

/// Over how many weeks it looks back: as many as lie between two reviews (details.md 6).
const WEEKS: u8 = 13;

/// How much of each part is said, fuller first: what does not fit on two pages is said more shortly.
const ROOMS: [Room; 4] = [
    Room {
        people: 12,
        goals: 12,
        steps: 6,
        calls: 6,
        chars: 600,
    },
    Room {
        people: 10,
        goals: 8,
        steps: 4,
        calls: 4,
        chars: 360,
    },
    Room {
        people: 8,
        goals: 5,
        steps: 3,
        calls: 3,
        chars: 180,
    },
    Room {
        people: 6,
        goals: 3,
        steps: 2,
        calls: 2,
        chars: 90,
    },
];

/// How much of each part is said. Units: lines, and characters of what somebody wrote.
#[derive(Clone, Copy)]
struct Room {
    people: usize,
    goals: usize,
    steps: usize,
    calls: usize,
    chars: usize,
}

/// What stands on it besides what whoever steps in reads.
struct More {
    loaded: Loaded,
    stage: Option<String>,
    referred_on: Option<Date>,
    goals: Vec<GoalShown>,
    last: Option<ReviewShown>,
    calls: Vec<CrisisLine>,
}

impl More {
    fn read(tx: &store::Tx, id: FamilyId, reads: Reads, today: Date) -> Result<Self, store::Error> {
        let mut loaded = Loaded::read(tx, id, reads)?;
        loaded.known = store::due::known(tx, id, SESSIONS_FOR_WEEKS)?;
        let referrals = store::referral::stages_of_family(tx, loaded.family.site, id)?;
        let first = today.saturating_sub(jiff::Span::new().weeks(i64::from(WEEKS)));
        let from = store::clock::london_instant(first.to_datetime(jiff::civil::Time::midnight()));
        Ok(Self {
            stage: referrals.first().map(|one| one.stage.key().to_owned()),
            referred_on: referrals.first().map(|one| one.received_on),
            goals: if reads.plan {
                store::goal::of_family(tx, id)?
            } else {
                Vec::new()
            },
            last: if reads.plan {
                store::review::last_held(tx, id)?
            } else {
                None
            },
            calls: if reads.crises {
                store::crisis::between(tx, id, (from.as_microsecond(), i64::MAX))?
            } else {
                Vec::new()
            },
            loaded,
        })
    }
}

/// The file.
pub async fn file(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::ExportFamily, Object::Family(id))
        .await?;
    let reads = Reads::of(&rights, id);
    let today = store::clock::london_day(app.store().now());
    let more = app
        .store()
        .read(permit, move |tx| More::read(tx, id, reads, today))
        .await?;
    let who = visit.who.as_ref().ok_or(PageError::SignIn)?;
    let (lang, reader) = (visit.lang, who.name.clone());
    let papers = ROOMS.map(|room| paper(&more, lang, &reader, (room, today)));
    short_paper_answer("summary.pdf", papers.into(), PAGES_MAX).await
}

fn paper(more: &More, lang: Lang, reader: &str, (room, today): (Room, Date)) -> Document {
    let w = Words::new(lang);
    let loaded = &more.loaded;
    let mut blocks = vec![Block::Summary(standing(w, more, today))];
    blocks.push(Block::part(w.family_people()));
    blocks.push(Block::List(people(w, loaded, room, today)));
    blocks.extend(goals(w, lang, more, room));
    blocks.push(Block::part(w.review_contact()));
    blocks.push(Block::paragraph(w.handover_weeks(u64::from(WEEKS))));
    blocks.push(Block::Summary(contact(w, loaded, today)));
    blocks.extend(steps(w, loaded, room));
    blocks.extend(calls(w, more, room));
    blocks.extend(last_review(w, lang, more, room));
    if let Some(plan) = &loaded.plan
        && let Some(words) = &plan.hard_time
    {
        blocks.push(Block::part(w.plan_hard_time()));
        blocks.push(Block::Paragraph(said(words, &plan.language, lang, room)));
    }
    Document {
        lang,
        title: w.handover_summary_title(&w.family_title(&loaded.name)),
        reader: reader.to_owned(),
        made_on: today,
        blocks,
    }
}

/// Where the family stands, its level, its carer, what comes next.
fn standing(w: Words, more: &More, today: Date) -> Vec<Fact> {
    let (loaded, case) = (&more.loaded, &more.loaded.known.case);
    let mut facts = vec![Fact::new(w.family_reference(), loaded.family.reference.to_string())];
    if let (Some(stage), Some(on)) = (&more.stage, more.referred_on) {
        facts.push(Fact::new(w.referral_board_column_received(), w.day_short(on)));
        facts.push(Fact::new(w.referral_board_column_state(), stage_words(w, stage)));
    }
    let step = case.record.steps.on(today).filter(|_| case.is_supported);
    let level = step.map_or_else(|| w.family_level_none().to_owned(), |step| crate::step::since(w, step));
    facts.push(Fact::new(w.contact_column_level(), level));
    if !loaded.carers.is_empty() {
        let carers: Vec<&str> = loaded.carers.iter().map(String::as_str).collect();
        facts.push(Fact::new(w.household_carers(), w.list(&carers)));
    }
    let mut day = |head: &str, day: Option<Date>| {
        facts.extend(day.map(|day| Fact::new(head.to_owned(), w.day_short(day))));
    };
    day(w.board_last_visit(), loaded.visits.first().map(|line| line.when.on));
    day(
        w.board_next_visit(),
        case.visits.iter().copied().filter(|on| today <= *on).min(),
    );
    day(w.board_review_by(), review_due(case));
    day(
        w.board_planned_end(),
        loaded.plan.as_ref().map(|plan| plan.plan.planned_end),
    );
    facts
}

fn people(w: Words, loaded: &Loaded, room: Room, today: Date) -> Vec<Lines> {
    let all = || loaded.family.children().chain(loaded.family.adults());
    let mut lines: Vec<Lines> = all()
        .take(room.people)
        .map(|person| w.handover_person(&name(w, person), &line(w, person, today)).into())
        .collect();
    let left = all().count().saturating_sub(room.people);
    lines.extend((0 < left).then(|| w.handover_more(u64::try_from(left).unwrap_or_default()).into()));
    lines
}

/// The goals there are now, each with its first mark and its last.
fn goals(w: Words, lang: Lang, more: &More, room: Room) -> Vec<Block> {
    let open = || more.goals.iter().filter(|one| one.goal.ended.is_none());
    if open().next().is_none() {
        return Vec::new();
    }
    let mut blocks = vec![Block::part(w.goal_title())];
    for one in open().take(room.goals) {
        let owner = more
            .loaded
            .family
            .people
            .iter()
            .find(|person| person.id == one.goal.owner);
        let whose = owner.map_or_else(
            || w.likeness_person_elsewhere().to_owned(),
            |person| first_name(w, person),
        );
        blocks.push(Block::Heading(Depth::Section, w.goal_whose(&whose)));
        let marks = (one.goal.marks.first(), one.goal.marks.last());
        let now = |mark: domain::goal::Mark| w.goal_now(u64::from(mark.number()));
        let by = match marks {
            (Some(first), Some(last)) if first.on < last.on => {
                w.handover_goal_marks(&now(first.mark), &now(last.mark), &w.day_short(last.on))
            }
            (_, Some(last)) => w.handover_goal_mark(&now(last.mark), &w.day_short(last.on)),
            _ => String::new(),
        };
        blocks.push(Block::quotation(said(&one.words, &one.language, lang, room), by));
    }
    let left = open().count().saturating_sub(room.goals);
    blocks.extend((0 < left).then(|| Block::paragraph(w.handover_more(u64::try_from(left).unwrap_or_default()))));
    blocks
}

/// What the level meant over the last weeks, and what took place, each sort by itself.
fn contact(w: Words, loaded: &Loaded, today: Date) -> Vec<Fact> {
    let all: Tally = tally(&weeks(&loaded.known.case.record, today, WEEKS));
    let number = |number: u32| w.number(u64::from(number));
    [
        (w.review_contact_intended(), all.intended, true),
        (w.review_contact_met(), all.met, true),
        (w.review_contact_done(), all.done, true),
        (w.review_contact_waived(), all.waived, false),
        (w.review_contact_excused(), all.excused, false),
        (w.review_contact_missed(), all.missed, false),
        (w.review_contact_open(), all.open, false),
    ]
    .into_iter()
    .filter(|(_, count, always)| *always || 0 < *count)
    .map(|(head, count, _)| Fact::new(head, number(count)))
    .collect()
}

/// The latest steps, the earliest of them first.
fn steps(w: Words, loaded: &Loaded, room: Room) -> Vec<Block> {
    let all = loaded.known.case.record.steps.all();
    if all.is_empty() {
        return Vec::new();
    }
    let latest = &all[all.len().saturating_sub(room.steps)..];
    let line = |step: &domain::step::Step| {
        let level = level_words(w, step.to);
        let what = match step.way() {
            domain::step::Way::Opening => w.step_event_opening(&level),
            domain::step::Way::Up => w.step_event_up(&level),
            domain::step::Way::Down => w.step_event_down(&level),
        };
        Lines::from(w.review_step_on(&w.day_short(step.on), &what))
    };
    vec![
        Block::part(w.step_level_title()),
        Block::List(latest.iter().map(line).collect()),
    ]
}

/// The calls for help of the last weeks: how many, and the latest.
fn calls(w: Words, more: &More, room: Room) -> Vec<Block> {
    if !more.loaded.reads.crises {
        return Vec::new();
    }
    let mut blocks = vec![Block::part(w.review_urgent())];
    if more.calls.is_empty() {
        blocks.push(Block::paragraph(w.review_urgent_none()));
        return blocks;
    }
    blocks.push(Block::paragraph(
        w.handover_calls_count(u64::try_from(more.calls.len()).unwrap_or_default()),
    ));
    let latest = more.calls.iter().rev().take(room.calls);
    let line = |call: &CrisisLine| {
        let at = store::clock::london_time(store::clock::instant(call.at));
        let ended = call.outcome.and_then(|how| w.named("crisis-outcome", how.key()));
        let title = w.crisis_title(&w.day_time(at));
        Lines::from(format!("{title} · {}", ended.unwrap_or_else(|| w.handover_call_open())))
    };
    blocks.push(Block::List(latest.map(line).collect()));
    blocks
}

fn last_review(w: Words, lang: Lang, more: &More, room: Room) -> Vec<Block> {
    let Some(last) = &more.last else {
        return Vec::new();
    };
    let decided = crate::review::decided_words(w, &last.review.decided);
    let mut blocks = vec![
        Block::part(w.handover_last_review()),
        Block::paragraph(w.review_step_on(&w.day_short(last.review.on), &decided)),
    ];
    if let Some(next) = last.said.as_ref().and_then(|said| said.next.as_ref()) {
        blocks.push(Block::Paragraph(said(next.as_str(), &last.language, lang, room)));
    }
    blocks
}

/// What somebody wrote, as far as there is room, with its language where that is not the paper's.
fn said(words: &str, language: &str, paper: Lang, room: Room) -> Lines {
    let mut text: String = words.chars().take(room.chars).collect();
    if text.len() < words.len() {
        text.truncate(text.trim_end().len());
        text.push('…');
    }
    match Lang::from_tag(language).filter(|lang| *lang != paper) {
        Some(lang) => Lines::in_language(text, lang.tag()),
        None => text.into(),
    }
}

//! The letter at the end of support, made for one reader in the language they read: it names what was achieved.

use super::lived::called;
use super::{lived_line, reason_words};
use crate::App;
use crate::error::{Answer, PageError};
use crate::family::people::name;
use crate::household::level_words;
use crate::table::paper_answer;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::agreement::AgreementState;
use domain::family::Family;
use domain::follow_up::Which;
use domain::goal::Marked;
use domain::id::{ClosingId, FamilyId, PersonId};
use domain::review::{Reader, Shows, has_a_paper};
use domain::role::Role;
use domain::step::Step;
use jiff::civil::Date;
use reports::{Block, Depth, Document, Fact, Lines};
use store::Tx;
use store::closing::ClosingShown;
use store::goal::GoalShown;
use store::review::Colleague;
use words::{Lang, Words};

/// What a letter is made of.
struct Loaded {
    family: Family,
    name: String,
    closing: ClosingShown,
    received: Date,
    team: Vec<Colleague>,
    goals: Vec<GoalShown>,
    steps: Vec<Step>,
    visits: u64,
    agreement: AgreementState,
    ring: Option<String>,
}

/// Who reads, by which name, and in which language.
struct Reads {
    reader: Reader,
    name: String,
    lang: Lang,
}

impl Loaded {
    fn read(tx: &Tx, id: FamilyId, closing: ClosingId) -> Result<Option<Self>, store::Error> {
        let all = store::closing::of_family(tx, id)?;
        let Some(closing) = all.into_iter().find(|one| one.id == closing) else {
            return Ok(None);
        };
        let (family, name) = store::family::load(tx, id)?;
        let days = (closing.begun, closing.on);
        let steps = store::step::steps(tx, id)?;
        let within = steps.all().iter().filter(|step| days.0 <= step.on && step.on <= days.1);
        Ok(Some(Self {
            team: store::closing::team(tx, id, closing.on)?,
            received: store::referral::show(tx, closing.referral)?.referral.received_on,
            goals: store::goal::of_family(tx, id)?,
            steps: within.copied().collect(),
            visits: store::session::done_between(tx, id, days)?,
            agreement: store::agreement::standing(tx, family.site)?.state,
            ring: store::site::sending(tx, family.site)?.ring,
            family,
            name,
            closing,
        }))
    }
}

/// The reader an address names; nobody but who has a letter of this family.
fn reader(visit: &Visit, loaded: &Loaded, today: Date) -> Option<Reads> {
    let asked = visit.query_value("for")?;
    let (key, id) = asked.split_once(':')?;
    if key == "person" {
        let id: PersonId = id.parse().ok()?;
        let person = loaded.family.people.iter().find(|person| person.id == id)?;
        let reads = person.languages.read.as_ref();
        let lang = reads.and_then(|tag| Lang::from_tag(tag.as_str())).unwrap_or(visit.lang);
        return has_a_paper(person, today).then(|| Reads {
            reader: Reader::Person(id),
            name: name(Words::new(lang), person),
            lang,
        });
    }
    let role = Role::from_key(key)?;
    let mut team = loaded.team.iter();
    let colleague = team.find(|one| one.role == role && one.account.to_string() == id)?;
    Some(Reads {
        reader: Reader::Account(colleague.account, role),
        name: colleague.name.clone(),
        lang: Lang::from_tag(&colleague.language).unwrap_or(visit.lang),
    })
}

/// The file.
pub async fn file(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenPlan, Object::Family(id))
        .await?;
    let asked = visit.query_value("closing").and_then(|asked| asked.parse().ok());
    let closing: ClosingId = asked.ok_or(PageError::NotFound)?;
    let loaded = app
        .store()
        .read(permit, move |tx| Loaded::read(tx, id, closing))
        .await?;
    let loaded = loaded.ok_or(PageError::NotFound)?;
    let today = store::clock::london_day(app.store().now());
    let reads = reader(&visit, &loaded, today).ok_or(PageError::NotFound)?;
    paper_answer("letter.pdf", letter(&loaded, &reads, today)).await
}

fn letter(loaded: &Loaded, reads: &Reads, today: Date) -> Document {
    let (w, closing) = (Words::new(reads.lang), &loaded.closing);
    let shows = Shows::of_reader(reads.reader, loaded.agreement, false);
    let said = |words: &str| in_language(words, &closing.language, reads.lang);
    let mut blocks = vec![
        Block::paragraph(w.family_title(&loaded.name)),
        Block::paragraph(w.closing_letter_went(&w.day_short(closing.begun), &w.day_short(closing.on))),
        Block::paragraph(
            w.named("closing-letter-reason", closing.reason.key())
                .unwrap_or_default()
                .to_owned(),
        ),
    ];
    if let Some(words) = closing.words.as_ref().filter(|_| shows.reasons) {
        blocks.push(Block::part(reason_words(w, closing.reason)));
        blocks.push(Block::Paragraph(said(words)));
    }
    blocks.push(Block::part(w.closing_letter_achieved()));
    blocks.push(Block::Paragraph(said(&closing.achieved)));
    blocks.extend(goals(w, loaded, reads, shows));
    blocks.extend(together(w, loaded));
    if shows.only.is_none() && !closing.children.is_empty() {
        blocks.push(Block::part(w.closing_letter_children()));
        let lived = closing.children.iter().map(|now| {
            let line = lived_line(w, now.lives, now.care);
            Fact::new(called(w, &loaded.family, now.child), line)
        });
        blocks.push(Block::Summary(lived.collect()));
    }
    blocks.extend(what_comes(w, loaded));
    Document {
        lang: reads.lang,
        title: w.closing_letter_title().to_owned(),
        reader: reads.name.clone(),
        made_on: today,
        blocks,
    }
}

/// The goals of this time of support that the reader may see: how each began, how it ended, what it came to.
fn goals(w: Words, loaded: &Loaded, reads: &Reads, shows: Shows) -> Vec<Block> {
    let closing = &loaded.closing;
    let of_time =
        |one: &&GoalShown| one.goal.since <= closing.on && one.goal.ended.is_none_or(|(on, _)| closing.begun <= on);
    let mut all = loaded
        .goals
        .iter()
        .filter(of_time)
        .filter(|one| shows.holds(Some(one.goal.owner)))
        .peekable();
    let mut blocks = Vec::new();
    if all.peek().is_some() {
        blocks.push(Block::part(w.closing_letter_goals()));
    }
    for one in all {
        let heading = w.goal_whose(&called(w, &loaded.family, one.goal.owner));
        blocks.push(Block::Heading(Depth::Section, heading));
        blocks.push(Block::quotation(in_language(&one.words, &one.language, reads.lang), ""));
        let mark = |marked: &Marked| w.goal_now(u64::from(marked.mark.number()));
        let mut facts = Vec::new();
        let marks: Vec<&Marked> = one.goal.marks.iter().filter(|marked| marked.on <= closing.on).collect();
        if let (Some(first), Some(last)) = (marks.first(), marks.last()) {
            facts.push(Fact::new(w.closing_letter_goal_began(), mark(first)));
            facts.push(Fact::new(w.closing_letter_goal_ended(), mark(last)));
        }
        if let Some((_, how)) = one.goal.ended {
            let how = w.named("closing-goal-ending", how.key()).unwrap_or_default();
            facts.push(Fact::new(w.closing_letter_goal_came_to(), how));
        }
        if !facts.is_empty() {
            blocks.push(Block::Summary(facts));
        }
    }
    blocks
}

/// How often somebody came, and how much support there was.
fn together(w: Words, loaded: &Loaded) -> Vec<Block> {
    let mut facts = vec![Fact::new(w.closing_letter_visits(), w.number(loaded.visits))];
    if let (Some(first), Some(last)) = (loaded.steps.first(), loaded.steps.last()) {
        facts.push(Fact::new(w.closing_letter_level_first(), level_words(w, first.to)));
        facts.push(Fact::new(w.closing_letter_level_last(), level_words(w, last.to)));
    }
    vec![Block::part(w.closing_letter_together()), Block::Summary(facts)]
}

/// What is asked later, and how to come back.
fn what_comes(w: Words, loaded: &Loaded) -> Vec<Block> {
    let later = Which::ALL.iter().map(|which| {
        let month = w.month_year(which.due_on(loaded.received));
        Lines::from(w.closing_letter_later_on(&month))
    });
    let back = match &loaded.ring {
        Some(number) => w.closing_letter_come_back(number),
        None => w.closing_letter_come_back_worker().to_owned(),
    };
    vec![
        Block::part(w.closing_letter_now()),
        Block::paragraph(w.closing_letter_later()),
        Block::List(later.collect()),
        Block::paragraph(back),
    ]
}

/// Words with the tag of their language, where it is not the paper's.
fn in_language(words: &str, language: &str, paper: Lang) -> Lines {
    match Lang::from_tag(language).filter(|lang| *lang != paper) {
        Some(lang) => Lines::in_language(words, lang.tag()),
        None => words.into(),
    }
}

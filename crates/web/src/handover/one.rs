//! One family as somebody reads it who steps in: read in one unit of work, and put into words.

use crate::App;
use crate::error::Answer;
use crate::family::people::{Cards, PersonCard};
use crate::household::level_words;
use crate::page::{Link, Paragraph, Task, link};
use crate::paths;
use crate::ring::Ring;
use crate::session::{kind_words, when_words};
use crate::visit::Visit;
use domain::access::{Action, Object};
use domain::due::{Stands, due};
use domain::family::Family;
use domain::id::FamilyId;
use domain::ring::Number;
use domain::session::Stage;
use jiff::ToSpan;
use jiff::civil::Date;
use store::Rights;
use store::crisis::CrisisLine;
use store::due::{Known, SESSIONS_FOR_DUE};
use store::family::{KnownAddress, Safety};
use store::plan::PlanShown;
use store::session::SessionLine;
use words::Lang;

/// How many visits are told of.
const VISITS: usize = 3;

/// How many visits and attempts are read to find them.
const VISITS_READ: i64 = 12;

/// How many days ahead are said to be due.
///
/// Assumption: 7; whoever steps in does so for days, and the next week is somebody's own.
const AHEAD_DAYS: i32 = 7;

/// What of a family its reader may read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reads {
    pub visits: bool,
    pub crises: bool,
    pub plan: bool,
}

impl Reads {
    pub fn of(rights: &Rights, id: FamilyId) -> Self {
        let may = |action| !rights.allowed(Object::Family(id), &[action]).is_empty();
        Self {
            visits: may(Action::OpenSession),
            crises: may(Action::OpenCrisis),
            plan: may(Action::OpenPlan),
        }
    }
}

/// What is read of a family.
pub(super) struct Loaded {
    pub family: Family,
    pub name: String,
    pub addresses: Vec<KnownAddress>,
    pub safety: Safety,
    pub numbers: Vec<Number>,
    pub carers: Vec<String>,
    pub plan: Option<PlanShown>,
    pub known: Known,
    pub visits: Vec<SessionLine>,
    pub calls: Vec<CrisisLine>,
    pub reads: Reads,
}

impl Loaded {
    /// Reads it, and nothing the reader may not.
    pub fn read(tx: &store::Tx, id: FamilyId, reads: Reads) -> Result<Self, store::Error> {
        let (family, name) = store::family::load(tx, id)?;
        let mut visits = store::session::page(tx, id, None, VISITS_READ, reads.visits)?;
        visits.retain(|line| line.stage == Stage::Done);
        visits.truncate(VISITS);
        Ok(Self {
            addresses: store::family::addresses(tx, id)?,
            safety: store::family::safety(tx, id)?,
            numbers: store::ring::numbers(tx, family.site)?,
            carers: store::household::carers_of(tx, id)?,
            plan: if reads.plan {
                store::plan::show(tx, id, None)?
            } else {
                None
            },
            known: store::due::known(tx, id, SESSIONS_FOR_DUE)?,
            visits,
            calls: store::crisis::since(tx, id, i64::MAX)?,
            reads,
            family,
            name,
        })
    }
}

/// One family, drawn.
pub(super) struct One {
    pub name: String,
    pub link: Link,
    pub reference: String,
    pub level: Option<u8>,
    pub level_words: String,
    pub line: String,
    pub hard_time: Vec<Paragraph>,
    pub may_plan: bool,
    pub ring: Ring,
    pub people: Vec<PersonCard>,
    pub visits: Vec<Headline>,
    pub withheld: bool,
    pub due: Vec<Task>,
    pub calls: Vec<Task>,
}

/// What is said first of a visit.
pub(super) struct Headline {
    pub title: String,
    pub by: String,
    pub words: Vec<Paragraph>,
    pub link: Option<Link>,
}

/// Reads and draws a family for whoever may open it.
pub(super) async fn one(app: &App, visit: &Visit, id: FamilyId) -> Answer<One> {
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenFamily, Object::Family(id))
        .await?;
    let reads = Reads::of(&rights, id);
    let loaded = app.store().read(permit, move |tx| Loaded::read(tx, id, reads)).await?;
    Ok(draw(app, visit, loaded))
}

fn draw(app: &App, visit: &Visit, loaded: Loaded) -> One {
    let (w, id) = (visit.w(), loaded.family.id);
    let now = app.store().now();
    let today = store::clock::london_day(now);
    let step = loaded.known.case.record.steps.on(today).copied();
    let step = step.filter(|_| loaded.known.case.is_supported);
    let carers: Vec<&str> = loaded.carers.iter().map(String::as_str).collect();
    let tongue = |tag: &str| Lang::from_tag(tag).filter(|lang| *lang != visit.lang).map(Lang::tag);
    let hard_time = loaded.plan.as_ref().and_then(|plan| {
        let lang = tongue(&plan.language);
        let words = plan.hard_time.as_ref()?;
        Some(crate::family::paragraphs(words.clone(), lang))
    });
    One {
        link: link(visit.href(&paths::family(id)), &w.family_title(&loaded.name)),
        reference: loaded.family.reference.to_string(),
        level: step.map(|step| step.to.number()),
        level_words: step.map(|step| level_words(w, step.to)).unwrap_or_default(),
        line: match (step, carers.is_empty()) {
            (None, _) => w.family_level_none().to_owned(),
            (Some(step), true) => crate::step::since(w, &step),
            (Some(step), false) => w.family_level_with(&w.list(&carers), &w.day_short(step.on)),
        },
        hard_time: hard_time.unwrap_or_default(),
        may_plan: loaded.reads.plan,
        people: Cards {
            visit,
            family: &loaded.family,
            addresses: &loaded.addresses,
            safety: &loaded.safety,
            packs: app.store().packs(),
            today,
        }
        .all(),
        withheld: !loaded.reads.visits && !loaded.visits.is_empty(),
        due: ahead(visit, &loaded, today),
        calls: loaded
            .calls
            .iter()
            .map(|call| open_call(visit, call, loaded.reads))
            .collect(),
        visits: loaded
            .visits
            .into_iter()
            .map(|line| headline(visit, line, &tongue))
            .collect(),
        ring: Ring::new(visit, loaded.numbers, store::clock::london_time(now)),
        name: w.family_title(&loaded.name),
    }
}

/// What is due within a week, and what is overdue, the earliest first.
fn ahead(visit: &Visit, loaded: &Loaded, today: Date) -> Vec<Task> {
    let w = visit.w();
    let last = today.saturating_add(AHEAD_DAYS.days());
    let soon = due(&loaded.known.case, today).into_iter().filter(|due| due.on <= last);
    let task = |one: domain::due::Due| Task {
        text: crate::due::line(w, (one.kind, one.on), today),
        href: None,
        hint: w
            .named("due-whose", one.kind.whose().key())
            .unwrap_or_default()
            .to_owned(),
        state: match one.stands {
            Stands::Overdue => w.due_overdue_title(),
            Stands::Today => w.due_today_title(),
            Stands::ThisWeek | Stands::Later => "",
        }
        .to_owned(),
        look: if one.stands == Stands::Overdue { "warm" } else { "" },
    };
    soon.map(task).collect()
}

fn open_call(visit: &Visit, call: &CrisisLine, reads: Reads) -> Task {
    let w = visit.w();
    let at = store::clock::london_time(store::clock::instant(call.at));
    Task {
        text: w.crisis_title(&w.day_time(at)),
        href: reads.crises.then(|| visit.href(&paths::crisis(call.id))),
        hint: String::new(),
        state: w.handover_call_open().to_owned(),
        look: "warm",
    }
}

/// A visit by when it was, what it was and who wrote of it, with the first that was written.
fn headline(visit: &Visit, line: SessionLine, tongue: &impl Fn(&str) -> Option<&'static str>) -> Headline {
    let w = visit.w();
    let lang = tongue(&line.language);
    let is_open = !line.passages.is_empty();
    let first = line.passages.into_iter().next().map(|passage| passage.words);
    let title = format!("{} · {}", when_words(w, line.when), kind_words(w, line.kind));
    Headline {
        words: first
            .map(|words| crate::family::paragraphs(words.into(), lang))
            .unwrap_or_default(),
        by: line.by.unwrap_or_default(),
        link: is_open.then(|| link(visit.href(&paths::session(line.id)), w.session_open())),
        title,
    }
}

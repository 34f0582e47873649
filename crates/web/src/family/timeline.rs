//! A family's timeline: visits, calls for help, steps, notes and what happened to its referrals, newest first, a page at a time.

use crate::household::level_words;
use crate::page::{NavItem, Pager, Paragraph, Quote, TimelineItem, link};
use crate::paths;
use crate::session::{kind_words, prompt_words, when_words};
use crate::step::voice_words;
use crate::visit::Visit;
use domain::crisis::time_to_response;
use domain::id::FamilyId;
use domain::referral::{Referral, Stage};
use domain::review::Stage as HeldOrNot;
use domain::session::{Passage, Prompt, Stage as Became};
use jiff::civil::{Date, time};
use store::Tx;
use store::crisis::CrisisLine;
use store::referral::Written;
use store::review::ReviewLine;
use store::session::SessionLine;
use store::step::StepShown;
use uuid::Uuid;
use words::{Lang, Words};

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
    /// Notes only.
    Notes,
}

impl Filter {
    const ALL: [Self; 6] = [
        Self::All,
        Self::Visits,
        Self::Crises,
        Self::Steps,
        Self::Reviews,
        Self::Notes,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Visits => "visits",
            Self::Crises => "crises",
            Self::Steps => "steps",
            Self::Reviews => "reviews",
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
    pub steps: Vec<StepShown>,
}

/// What of the timeline the reader may read the words of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reads {
    /// What was written of visits.
    pub visits: bool,
    /// What was written of calls for help.
    pub crises: bool,
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
        steps: store::step::of_family(tx, family)?,
    })
}

impl Moments {
    /// Whether there are visits among them whose words this reader may not read.
    pub fn withholds(&self, with_words: bool) -> bool {
        !with_words && self.sessions.iter().any(|line| line.stage == Became::Done)
    }
}

/// Something with its place in the order, and the day it is about.
type Placed = ((i64, Uuid), Date, TimelineItem);

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

fn tongue(visit: &Visit, language: &str) -> Option<&'static str> {
    let lang = Lang::from_tag(language).filter(|lang| *lang != visit.lang);
    lang.map(Lang::tag)
}

fn note(visit: &Visit, entry: Written) -> Placed {
    let w = visit.w();
    let item = TimelineItem {
        when: w.day(entry.happened_on),
        title: w.referral_event_entry_added().into(),
        by: entry.by.unwrap_or_default(),
        paragraphs: paragraphs(entry.words, tongue(visit, &entry.language)),
        quote: None,
        note: String::new(),
        link: None,
        kind: "visit",
    };
    ((entry.at, entry.id.uuid()), entry.happened_on, item)
}

/// The words of a note, an empty line between one paragraph and the next.
fn paragraphs(words: String, lang: Option<&'static str>) -> Vec<Paragraph> {
    let paragraph = |text: String| Paragraph { text, lang };
    // Most notes are of one paragraph, and one letter is found faster than two.
    if words.contains('\n') {
        words.split("\n\n").map(|text| paragraph(text.to_owned())).collect()
    } else {
        vec![paragraph(words)]
    }
}

fn session(visit: &Visit, line: SessionLine) -> Placed {
    let w = visit.w();
    let lang = tongue(visit, &line.language);
    let kind = kind_words(w, line.kind);
    let title = match line.stage {
        Became::Done => kind.into(),
        Became::Planned => w.session_line_planned(kind).into(),
        Became::Cancelled { .. } => w.session_line_cancelled(kind).into(),
        Became::Missed { .. } => w.session_line_missed(kind).into(),
    };
    let why = line.stage.why().and_then(|why| w.named("session-why", why.key()));
    let mut notes: Vec<&str> = why.into_iter().collect();
    notes.extend(line.is_put_right.then(|| w.session_line_put_right()));
    notes.extend(line.waits_to_be_signed.then(|| w.session_to_sign()));
    let is_said = |passage: &&Passage| passage.prompt == Prompt::Said;
    let said: Vec<&str> = line
        .passages
        .iter()
        .filter(is_said)
        .map(|one| one.words.as_str())
        .collect();
    let quote = (!said.is_empty()).then(|| Quote {
        text: said.join("\n\n"),
        lang,
        who: prompt_words(w, line.kind, Prompt::Said).to_owned(),
    });
    let is_open = !line.passages.is_empty();
    let told = line
        .passages
        .into_iter()
        .filter(|passage| passage.prompt != Prompt::Said);
    let item = TimelineItem {
        when: when_words(w, line.when),
        title,
        by: line.by.unwrap_or_default(),
        paragraphs: told
            .map(|passage| Paragraph {
                text: passage.words.into(),
                lang,
            })
            .collect(),
        quote,
        note: notes.join(" · "),
        link: is_open.then(|| link(visit.href(&paths::session(line.id)), w.session_open())),
        kind: if line.kind.signed { "urgent" } else { "visit" },
    };
    ((line.at, line.id.uuid()), line.when.on, item)
}

fn review(visit: &Visit, line: ReviewLine) -> Placed {
    let w = visit.w();
    let (id, on) = (line.review.id, line.review.on);
    let lang = tongue(visit, &line.language);
    let kind = crate::review::kind_words(w, line.review.kind);
    let title = match line.review.stage {
        HeldOrNot::CalledOff => w.review_line_called_off(kind).into(),
        HeldOrNot::Held | HeldOrNot::Planned => kind.into(),
    };
    let decided = &line.review.decided;
    let decided = (!decided.is_empty()).then(|| w.review_line_decided(&crate::review::decided_words(w, decided)));
    let mut notes: Vec<String> = decided.into_iter().collect();
    notes.extend(line.is_put_right.then(|| w.session_line_put_right().to_owned()));
    let theirs = line.said.as_ref().and_then(|said| said.theirs.as_ref());
    let quote = theirs.map(|words| Quote {
        text: words.as_str().to_owned(),
        lang,
        who: w.review_theirs().to_owned(),
    });
    let said = line.said.into_iter().flat_map(|said| [Some(said.said), said.next]);
    let item = TimelineItem {
        when: w.day(on),
        title,
        by: line.by.unwrap_or_default(),
        paragraphs: said
            .flatten()
            .flat_map(|words| paragraphs(words.as_str().to_owned(), lang))
            .collect(),
        quote,
        note: notes.join(" · "),
        link: Some(link(
            visit.href(&paths::review(line.review.family, id)),
            w.review_open(),
        )),
        kind: "voice",
    };
    ((line.at, id.uuid()), on, item)
}

fn crisis(visit: &Visit, line: CrisisLine) -> Placed {
    let w = visit.w();
    let received = store::clock::instant(line.at);
    let took = time_to_response(received, line.first_response.map(store::clock::instant));
    let took = crate::crisis::took_words(w, took).map(|took| w.crisis_line_took(&took));
    let caller = line.caller.and_then(|caller| w.named("crisis-caller", caller.key()));
    let outcome = line
        .outcome
        .and_then(|outcome| w.named("crisis-outcome", outcome.key()));
    let to_sign = line.waits_to_be_signed.then(|| w.session_to_sign());
    let notes = [caller, took.as_deref(), outcome, to_sign];
    let when = store::clock::london_time(received);
    let lang = tongue(visit, &line.language);
    let item = TimelineItem {
        when: w.day_time(when),
        title: w.crisis_write_title().into(),
        by: line.by.unwrap_or_default(),
        link: line
            .asked
            .is_some()
            .then(|| link(visit.href(&paths::crisis(line.id)), w.crisis_open())),
        paragraphs: line.asked.map_or_else(Vec::new, |asked| paragraphs(asked, lang)),
        quote: None,
        note: notes.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        kind: "urgent",
    };
    ((line.at, line.id.uuid()), when.date(), item)
}

fn step(w: Words, one: StepShown) -> Placed {
    let step = one.step;
    let level = level_words(w, step.to);
    let agreed: Vec<&str> = one.agreed_by.iter().map(|voice| voice_words(w, *voice)).collect();
    let until = step.expected_end.map(|end| w.step_event_until(&w.day_short(end)));
    let agreed = (!agreed.is_empty()).then(|| w.step_event_agreed(&w.list(&agreed)));
    let title = match step.way() {
        domain::step::Way::Opening => w.step_event_opening(&level),
        domain::step::Way::Up => w.step_event_up(&level),
        domain::step::Way::Down => w.step_event_down(&level),
    };
    let item = TimelineItem {
        when: w.day(step.on),
        title: title.into(),
        by: one.by.unwrap_or_default(),
        paragraphs: paragraphs(one.reason, None),
        quote: None,
        note: until.into_iter().chain(agreed).collect::<Vec<_>>().join(" · "),
        link: None,
        kind: "step",
    };
    let noon = store::clock::london_instant(step.on.to_datetime(time(12, 0, 0, 0)));
    ((noon.as_microsecond(), step.id.uuid()), step.on, item)
}

fn referral_items(visit: &Visit, referral: &Referral) -> Vec<(Date, TimelineItem)> {
    let w = visit.w();
    let item = |day: Date, title: &'static str, kind: &'static str| {
        let item = TimelineItem {
            when: w.day(day),
            title: title.into(),
            by: String::new(),
            paragraphs: Vec::new(),
            quote: None,
            note: referral.reference.to_string(),
            link: None,
            kind,
        };
        (day, item)
    };
    let mut items = Vec::new();
    match &referral.stage {
        Stage::Waiting { since, .. } => items.push(item(*since, w.referral_event_accepted(), "step")),
        Stage::NotAccepted { on, .. } => items.push(item(*on, w.referral_event_not_accepted(), "step")),
        Stage::Withdrawn { on, .. } => items.push(item(*on, w.referral_event_withdrawn(), "step")),
        Stage::Closed { on } => {
            let (day, mut ended) = item(*on, w.closing_line(), "step");
            ended.link = Some(link(
                visit.href(&paths::after(referral.family)),
                w.closing_after_title(),
            ));
            items.push((day, ended));
        }
        Stage::Submitted { .. } | Stage::InformationAsked { .. } | Stage::Matched { .. } | Stage::Merged { .. } => {}
    }
    items.push(item(referral.received_on, w.referral_event_made(), "seen"));
    items
}

//! One concern: what was written, what came later, and who has read it when.

use crate::App;
use crate::error::Answer;
use crate::family::people::name;
use crate::page::{Link, Page, Paragraph, SummaryRow, TimelineItem, link, row, show};
use crate::paths;
use crate::ring::Ring;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::concern::{Origin, Safety, Stage};
use domain::family::Family;
use domain::id::{ConcernId, PersonId};
use domain::ring::Number;
use jiff::Timestamp;
use store::concern::{ConcernShown, EntryShown};
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "concern/show.html")]
struct Shown {
    page: Page,
    heading: String,
    name: String,
    stage: &'static str,
    look: &'static str,
    danger: bool,
    acts: Vec<Link>,
    facts: Vec<SummaryRow>,
    what: Vec<Paragraph>,
    safety_words: Option<Paragraph>,
    entries: Vec<TimelineItem>,
    readers: Vec<String>,
    unread: String,
    ring: Ring,
}

struct Loaded {
    shown: ConcernShown,
    family: Family,
    name: String,
    numbers: Vec<Number>,
}

/// The page. That it is opened stands in the concern's book, and so among its readers.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ConcernId>) -> Answer {
    let w = visit.w();
    let object = Object::Concern(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenConcern, object)
        .await?;
    let read = app.store().read(permit, move |tx| {
        let shown = store::concern::show(tx, id)?;
        let (family, name) = store::family::load(tx, shown.concern.family)?;
        let numbers = store::ring::numbers(tx, family.site)?;
        Ok::<_, store::Error>(Loaded {
            shown,
            family,
            name,
            numbers,
        })
    });
    let Loaded {
        shown,
        family,
        name,
        numbers,
    } = read.await?;
    let now = app.store().now();
    let may = rights.allowed(object, &[Action::AddToConcern, Action::DecideConcern]);
    let heading = w.concern_title(&day_time(w, shown.concern.raised_at));
    let (stage, look) = stage_words(w, shown.concern.stage);
    let lang = tongue(&visit, &shown.language);
    let page = Shown {
        name: w.family_title(&name),
        stage,
        look,
        danger: shown.safety == Safety::Danger && shown.concern.stage == Stage::Open,
        acts: acts(&visit, id, &may),
        facts: facts(&visit, &shown, &family, now),
        what: paragraphs(&shown.what, lang),
        safety_words: shown.safety_words.clone().map(|text| Paragraph { text, lang }),
        entries: shown.entries.iter().map(|one| entry(&visit, one)).collect(),
        readers: readers(w, &shown),
        unread: w.list(&shown.unread.iter().map(String::as_str).collect::<Vec<_>>()),
        ring: Ring::new(&visit, numbers, store::clock::london_time(now)),
        page: Page::new(&app, &visit, &heading).back_to(visit.href(paths::CONCERNS), w.concern_list_title()),
        heading,
    };
    Ok(show(&page, &page.page))
}

/// A stage in words, and how it looks.
pub(super) fn stage_words(w: Words, stage: Stage) -> (&'static str, &'static str) {
    let words = w.named("concern-stage", stage.key()).unwrap_or_default();
    let look = if stage == Stage::Open { "warm" } else { "quiet" };
    (words, look)
}

fn day_time(w: Words, at: Timestamp) -> String {
    w.day_time(store::clock::london_time(at))
}

fn tongue(visit: &Visit, language: &str) -> Option<&'static str> {
    let lang = Lang::from_tag(language).filter(|lang| *lang != visit.lang);
    lang.map(Lang::tag)
}

fn paragraphs(words: &str, lang: Option<&'static str>) -> Vec<Paragraph> {
    let paragraph = |text: &str| Paragraph {
        text: text.to_owned(),
        lang,
    };
    words.split("\n\n").map(paragraph).collect()
}

fn acts(visit: &Visit, id: ConcernId, may: &[Action]) -> Vec<Link> {
    let w = visit.w();
    let mut acts = Vec::new();
    if may.contains(&Action::DecideConcern) {
        acts.push(link(visit.href(&paths::concern_decide(id)), w.concern_decide_title()));
    }
    if may.contains(&Action::AddToConcern) {
        let add = visit.href(&paths::concern_add(id));
        for (key, text) in [
            ("reported", w.concern_add_reported()),
            ("written", w.concern_add_written()),
            ("note", w.concern_add_note()),
        ] {
            acts.push(link(format!("{add}?what={key}"), text));
        }
    }
    acts
}

fn facts(visit: &Visit, shown: &ConcernShown, family: &Family, now: Timestamp) -> Vec<SummaryRow> {
    let w = visit.w();
    let named = |of: &str, key: &str| w.named(of, key).unwrap_or_default().to_owned();
    let people = |ids: &[PersonId]| -> Vec<String> {
        let known = family.people.iter().filter(|person| ids.contains(&person.id));
        known.map(|person| name(w, person)).collect()
    };
    let listed = |names: &[String]| w.list(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut rows = vec![
        row(
            w.concern_raised_by(),
            shown.by.clone().unwrap_or_else(|| w.site_not_known().to_owned()),
        ),
        row(w.concern_at_risk(), named("concern-risk", shown.at_risk.key())),
    ];
    let about = people(&shown.people);
    if !about.is_empty() {
        rows.push(row(w.concern_people(), listed(&about)));
    }
    rows.push(row(w.concern_safety(), named("concern-safety", shown.safety.key())));
    let mut whom = people(&shown.whom);
    whom.extend(shown.whom_accounts.iter().cloned());
    whom.extend(shown.somebody.clone());
    if !whom.is_empty() {
        rows.push(row(w.concern_whom(), whom.join("\n")));
    }
    if let Some(origin) = shown.origin {
        rows.push(came_from(visit, origin));
    }
    if let Some(due) = shown.concern.written_due {
        let is_done = shown.entries.iter().any(|entry| entry.kind == "written");
        let due_words = day_time(w, due);
        let said = match (is_done, due < now) {
            (true, _) => w.concern_written_done().to_owned(),
            (false, true) => w.concern_written_late(&due_words),
            (false, false) => w.concern_written_due(&due_words),
        };
        rows.push(row(w.concern_written(), said));
    }
    rows
}

fn came_from(visit: &Visit, origin: Origin) -> SummaryRow {
    let w = visit.w();
    let (said, href) = match origin {
        Origin::Session(id) => (w.journal_object_session(), paths::session(id)),
        Origin::Crisis(id) => (w.journal_object_crisis(), paths::crisis(id)),
    };
    SummaryRow {
        change: Some(link(visit.href(&href), w.concern_origin_open())),
        ..row(w.concern_origin(), said)
    }
}

fn readers(w: Words, shown: &ConcernShown) -> Vec<String> {
    let line = |reader: &store::concern::Reader| {
        let name = reader.name.clone().unwrap_or_else(|| w.site_not_known().to_owned());
        w.concern_reader(&name, &day_time(w, store::clock::instant(reader.at)))
    };
    shown.readers.iter().map(line).collect()
}

/// Something that came later.
fn entry(visit: &Visit, entry: &EntryShown) -> TimelineItem {
    let w = visit.w();
    let lang = tongue(visit, &entry.language);
    let code = entry.code.as_deref().unwrap_or_default();
    let title = match entry.kind.as_str() {
        "decided" => w.named("concern-decision", code).unwrap_or_default(),
        kind => w.named("concern-entry", kind).unwrap_or_default(),
    };
    let happened = entry.happened_at.map(|at| day_time(w, store::clock::instant(at)));
    let how = (entry.kind == "reported")
        .then(|| w.named("concern-how", code))
        .flatten();
    let reference = entry.reference.as_ref().map(|words| w.concern_entry_reference(words));
    let note = [happened, how.map(ToOwned::to_owned), reference];
    let said = [&entry.agency, &entry.name, &entry.words].into_iter().flatten();
    TimelineItem {
        when: day_time(w, store::clock::instant(entry.made_at)),
        title: title.into(),
        by: entry.by.clone().unwrap_or_default(),
        paragraphs: said.flat_map(|words| paragraphs(words, lang)).collect(),
        quote: None,
        note: note.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        link: None,
        kind: if entry.kind == "decided" { "step" } else { "seen" },
    }
}

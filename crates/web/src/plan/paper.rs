//! The plan on paper, made for one reader: what stands on the page, as a PDF that a screen reader can read.

use super::body::{Body, body, whole_name};
use super::show::Loaded;
use crate::App;
use crate::error::{Answer, PageError};
use crate::family::people::name;
use crate::page::{Link, Quote, SummaryRow, link};
use crate::paths;
use crate::table::paper_answer;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::family::{Family, Person};
use domain::id::FamilyId;
use domain::plan::Viewer;
use domain::review::has_a_paper;
use jiff::civil::Date;
use reports::{Block, Depth, Document, Fact, Lines, Quotation};
use store::plan::{PlanShown, ViewShown};
use words::{Lang, Words};

/// The papers made for one of the family each.
pub(super) fn links(visit: &Visit, family: &Family, today: Date) -> Vec<Link> {
    let here = visit.href(&format!("{}.pdf", paths::plan(family.id)));
    let people = family.people.iter().filter(|person| has_a_paper(person, today));
    let one = |person: &Person| link(format!("{here}?for={}", person.id), &name(visit.w(), person));
    people.map(one).collect()
}

/// The file: for whoever asks, or, with `?for=`, for one of the family.
pub async fn file(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenPlan, Object::Family(id))
        .await?;
    let loaded = app.store().read(permit, move |tx| Loaded::read(tx, id, None)).await?;
    let shown = loaded.shown.as_ref().ok_or(PageError::NotFound)?;
    let today = store::clock::london_day(app.store().now());
    let paper = match visit.query_value("for") {
        None => paper(&visit, &loaded, shown, today)?,
        Some(person) => {
            let mut people = loaded.family.people.iter();
            let person = people.find(|one| one.id.to_string() == person && has_a_paper(one, today));
            paper_for(&visit, &loaded, shown, (person.ok_or(PageError::NotFound)?, today))
        }
    };
    paper_answer("plan.pdf", paper).await
}

fn paper(visit: &Visit, loaded: &Loaded, shown: &PlanShown, today: Date) -> Answer<Document> {
    let w = visit.w();
    let body = body(visit, &loaded.family, shown, loaded.fits.ends, &loaded.goals);
    let who = visit.who.as_ref().ok_or(PageError::SignIn)?;
    let on = store::clock::london_day(store::clock::instant(shown.at));
    let version = w.plan_version_by(
        u64::from(shown.plan.version),
        &w.day_short(on),
        shown.by.as_deref().unwrap_or_default(),
    );
    let mut blocks = vec![
        Block::paragraph(w.family_title(&loaded.name)),
        Block::paragraph(version),
    ];
    blocks.extend(said(w, &body));
    blocks.push(Block::part(w.plan_views_title()));
    if shown.views.is_empty() {
        blocks.push(Block::paragraph(w.plan_views_none()));
    }
    blocks.extend(shown.views.iter().map(|view| viewed(visit, loaded, view)));
    Ok(Document {
        lang: visit.lang,
        title: w.plan_title().to_owned(),
        reader: who.name.clone(),
        made_on: today,
        blocks,
    })
}

/// The plan for one of the family, in the language they read: their goals, wishes and views and nobody else's, what is the
/// family's as a whole, and what they have agreed to.
fn paper_for(visit: &Visit, loaded: &Loaded, shown: &PlanShown, (person, today): (&Person, Date)) -> Document {
    let reads = person
        .languages
        .read
        .as_ref()
        .and_then(|tag| Lang::from_tag(tag.as_str()));
    let theirs = visit.read_in(reads.unwrap_or(visit.lang));
    let w = theirs.w();
    let mut own = shown.clone();
    own.goals.retain(|(_, owner, _)| *owner == person.id);
    own.wishes.retain(|(who, _)| *who == person.id);
    own.views.retain(|view| view.by == Viewer::Person(person.id));
    let body = body(&theirs, &loaded.family, &own, loaded.fits.ends, &loaded.goals);
    let on = store::clock::london_day(store::clock::instant(shown.at));
    let by = shown.by.as_deref().unwrap_or_default();
    let version = w.plan_version_by(u64::from(shown.plan.version), &w.day_short(on), by);
    let mut blocks = vec![
        Block::paragraph(w.family_title(&loaded.name)),
        Block::paragraph(version),
    ];
    blocks.extend(said(w, &body));
    blocks.push(Block::part(w.consent_own_title()));
    let four = super::consent::four(w, person, &loaded.consents);
    blocks.push(Block::Summary(four.iter().map(fact).collect()));
    blocks.push(Block::paragraph(w.consent_own_later()));
    if !own.views.is_empty() {
        blocks.push(Block::part(w.plan_views_title()));
        blocks.extend(own.views.iter().map(|view| viewed(&theirs, loaded, view)));
    }
    Document {
        lang: theirs.lang,
        title: w.plan_title().to_owned(),
        reader: name(w, person),
        made_on: today,
        blocks,
    }
}

/// What the version says, in the order of the page.
fn said(w: Words, body: &Body) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !body.goals.is_empty() {
        blocks.push(Block::part(w.plan_goals()));
    }
    for goal in &body.goals {
        blocks.push(Block::Heading(Depth::Section, goal.heading.clone()));
        blocks.push(quotation(&goal.quote));
        if let Some(track) = &goal.track {
            let since = track.since.iter().map(String::as_str);
            let marks: Vec<&str> = std::iter::once(track.now.as_str()).chain(since).collect();
            blocks.push(Block::paragraph(marks.join(" · ")));
        }
    }
    if !body.wishes.is_empty() {
        blocks.push(Block::part(w.plan_wishes()));
        blocks.extend(body.wishes.iter().map(quotation));
    }
    blocks.push(Block::part(w.plan_support()));
    blocks.push(Block::Summary(body.support.iter().map(fact).collect()));
    for (heading, words) in [
        (w.plan_hard_time(), &body.hard_time),
        (w.plan_more(), &body.more),
        (w.plan_change(), &body.change),
    ] {
        if let Some(words) = words {
            blocks.push(Block::part(heading));
            blocks.push(Block::Paragraph(lines(words.clone(), body.lang)));
        }
    }
    blocks.push(Block::part(w.plan_when()));
    blocks.push(Block::Summary(body.when.iter().map(fact).collect()));
    blocks
}

fn viewed(visit: &Visit, loaded: &Loaded, view: &ViewShown) -> Block {
    let w = visit.w();
    let on = w.day_short(store::clock::london_day(store::clock::instant(view.at)));
    let account = view.name.as_deref().unwrap_or_default();
    let by = match view.by {
        Viewer::Person(person) => w.plan_view_beside(&whole_name(w, &loaded.family, person), &on, account),
        Viewer::Account(_) => w.plan_view_by(account, &on),
    };
    let stance = w.named("plan-stance", view.stance.key()).unwrap_or_default();
    let lang = Lang::from_tag(&view.language).filter(|lang| *lang != visit.lang);
    match &view.words {
        Some(words) => Block::Quotation(Quotation {
            said: lines(words.clone(), lang.map(Lang::tag)),
            by: format!("{stance} · {by}"),
        }),
        None => Block::paragraph(format!("{stance} · {by}")),
    }
}

fn quotation(quote: &Quote) -> Block {
    Block::Quotation(Quotation {
        said: lines(quote.text.clone(), quote.lang),
        by: quote.who.clone(),
    })
}

fn fact(row: &SummaryRow) -> Fact {
    Fact {
        name: row.key.clone(),
        value: row.value.clone().into(),
    }
}

fn lines(words: String, lang: Option<&str>) -> Lines {
    match lang {
        Some(tag) => Lines::in_language(words, tag),
        None => words.into(),
    }
}

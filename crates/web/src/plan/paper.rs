//! The plan on paper, made for one reader: what stands on the page, as a PDF that a screen reader can read.

use super::body::{Body, body, whole_name};
use super::show::Loaded;
use crate::App;
use crate::error::{Answer, PageError};
use crate::page::{Quote, SummaryRow};
use crate::table::paper_answer;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use domain::plan::Viewer;
use reports::{Block, Depth, Document, Fact, Lines, Quotation};
use store::plan::{PlanShown, ViewShown};
use words::{Lang, Words};

/// The file.
pub async fn file(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenPlan, Object::Family(id))
        .await?;
    let loaded = app.store().read(permit, move |tx| Loaded::read(tx, id, None)).await?;
    let shown = loaded.shown.as_ref().ok_or(PageError::NotFound)?;
    let today = store::clock::london_day(app.store().now());
    let paper = paper(&visit, &loaded, shown, today)?;
    paper_answer("plan.pdf", paper).await
}

fn paper(visit: &Visit, loaded: &Loaded, shown: &PlanShown, today: jiff::civil::Date) -> Answer<Document> {
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

/// What the version says, in the order of the page.
fn said(w: Words, body: &Body) -> Vec<Block> {
    let mut blocks = vec![Block::part(w.plan_goals())];
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

//! A second person reads why a record was opened in an emergency and what was opened, and says what they found.

use super::{code_words, when};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Cell, Choice, Field, Page, Problem, SummaryRow, Table, field, row, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::break_glass::{BreakGlassRefusal, Finding, Review};
use domain::id::BreakGlassId;
use domain::text::{TEXT_CHARS_MAX, Text};
use store::break_glass::{NotReviewed, Shown as Glass};
use store::once::Once;
use words::Words;

#[derive(Template)]
#[template(path = "break_glass/review.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    facts: Vec<SummaryRow>,
    opened: Table,
    nothing_opened: bool,
    reviewed: Option<String>,
    came_second: bool,
    yours: String,
    finding: Field,
    findings: Vec<Choice>,
    note: Field,
}

async fn load(app: &App, visit: &Visit, id: BreakGlassId) -> Answer<Glass> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ReviewBreakGlass, Object::BreakGlass(id))
        .await?;
    Ok(app
        .store()
        .read(permit, move |tx| store::break_glass::show(tx, id))
        .await?)
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<BreakGlassId>) -> Answer {
    let glass = load(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &glass, &form, &Mistakes::default(), false))
}

fn read(form: &Form, w: Words) -> Result<(Finding, Option<Text>), Mistakes> {
    let mut mistakes = Mistakes::default();
    let finding = Finding::from_key(form.get("finding"));
    if finding.is_none() {
        mistakes.add("finding", w.break_glass_problem_finding());
    }
    let note = Text::parse_optional(form.get("note")).map_err(|_| {
        let max = u64::try_from(TEXT_CHARS_MAX).unwrap_or_default();
        mistakes.add("note", w.break_glass_problem_reason_long(max));
    });
    // What was not right is followed up, so it is said what was found.
    if finding == Some(Finding::NotJustified) && note == Ok(None) {
        mistakes.add("note", w.break_glass_problem_note());
    }
    match (finding, note, mistakes.any()) {
        (Some(finding), Ok(note), false) => Ok((finding, note)),
        _ => Err(mistakes),
    }
}

/// Stores the review.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<BreakGlassId>, form: Form) -> Answer {
    let glass = load(&app, &visit, id).await?;
    let (finding, note) = match read(&form, visit.w()) {
        Ok(read) => read,
        Err(mistakes) => return Ok(draw(&app, &visit, &glass, &form, &mistakes, false)),
    };
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ReviewBreakGlass, Object::BreakGlass(id))
        .await?;
    let me = visit.account()?.account;
    let href = paths::saying(&visit.href(paths::BREAK_GLASS), "break-glass-reviewed");
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let (path, to) = (visit.path.clone(), href.clone());
    let stored = app
        .store()
        .write(permit, move |tx| {
            tx.not_done_before(Some(&once))?;
            store::break_glass::review(tx, id, finding, note.clone())?;
            tx.done(Some(&once), 303, &to)?;
            store::draft::forget(tx, me, &path)?;
            Ok::<_, NotReviewed>(())
        })
        .await;
    match stored {
        Ok(()) => Ok(see(&href)),
        // Somebody reviewed it first: the page shows theirs, and what was typed here.
        Err(
            NotReviewed::Refused(BreakGlassRefusal::AlreadyReviewed) | NotReviewed::Store(store::Error::Stale { .. }),
        ) => {
            let now = load(&app, &visit, id).await?;
            Ok(draw(&app, &visit, &now, &form, &Mistakes::default(), true))
        }
        Err(NotReviewed::Refused(_)) => Err(crate::error::PageError::Refused),
        Err(NotReviewed::Store(error)) => Err(error.into()),
    }
}

fn draw(app: &App, visit: &Visit, glass: &Glass, form: &Form, mistakes: &Mistakes, came_second: bool) -> Response {
    let w = visit.w();
    let mut page = Page::new(app, visit, w.break_glass_review_title())
        .back_to(visit.href(paths::BREAK_GLASS), w.break_glass_list_title())
        .with_mistakes(mistakes.any());
    if came_second {
        page = page.status(StatusCode::CONFLICT);
    }
    if matches!(glass.glass.review, Review::Awaited) {
        page = page.of_form();
    }
    let choice = |finding: Finding, label: &str| Choice {
        value: finding.key().to_owned(),
        label: label.to_owned(),
        hint: None,
        checked: form.get("finding") == finding.key(),
    };
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        facts: facts(w, glass),
        opened: opened(w, glass),
        nothing_opened: glass.opened.is_empty(),
        reviewed: reviewed(w, glass),
        came_second,
        yours: form.get("note").to_owned(),
        finding: typed("finding"),
        findings: vec![
            choice(Finding::Justified, w.break_glass_review_right()),
            choice(Finding::NotJustified, w.break_glass_review_wrong()),
        ],
        note: typed("note"),
        page,
    };
    show(&shown, &shown.page)
}

fn facts(w: Words, glass: &Glass) -> Vec<SummaryRow> {
    let of = &glass.glass;
    let mut rows = vec![
        row(w.break_glass_column_record(), glass.reference.clone()),
        row(
            w.break_glass_column_who(),
            glass.name.clone().unwrap_or_else(|| w.site_not_known().to_owned()),
        ),
        row(w.break_glass_column_when(), when(w, of.asked_at.as_microsecond())),
        row(w.break_glass_until(), when(w, of.until.as_microsecond())),
        row(w.break_glass_ask_code(), code_words(w, &glass.code)),
        row(w.break_glass_column_reason(), of.reason.as_str()),
    ];
    if let Review::Done { finding, note, .. } = &of.review {
        let found = match finding {
            Finding::Justified => w.break_glass_review_right(),
            Finding::NotJustified => w.break_glass_review_wrong(),
        };
        rows.push(row(w.break_glass_column_review(), found));
        rows.extend(
            note.as_ref()
                .map(|note| row(w.break_glass_review_note(), note.as_str())),
        );
    }
    rows
}

fn reviewed(w: Words, glass: &Glass) -> Option<String> {
    let Review::Done { at, .. } = &glass.glass.review else {
        return None;
    };
    let who = glass.reviewer.as_deref().unwrap_or(w.site_not_known());
    Some(w.break_glass_state_reviewed(who, &when(w, at.as_microsecond())))
}

fn opened(w: Words, glass: &Glass) -> Table {
    let rows = glass.opened.iter().map(|one| {
        vec![
            Cell::text(when(w, one.at)),
            Cell::text(crate::journal::action_words(w, &one.action)),
            Cell::text(crate::journal::object_words(w, &one.object_kind)),
        ]
    });
    let heads = [
        w.journal_column_when(),
        w.journal_column_what(),
        w.journal_column_record(),
    ];
    Table {
        caption: w.break_glass_review_opened_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: rows.collect(),
    }
}

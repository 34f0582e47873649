//! One import: what its file holds and what to look at; how far it has come; what came of it.

use super::{file, found, in_order, is_stuck, read, said, with_file};
use crate::App;
use crate::error::Answer;
use crate::mistakes::Mistakes;
use crate::page::{Cell, Choice, Field, Link, Page, Pager, Problem, SummaryRow, Table, choice, field, link, row, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use domain::id::ImportId;
use domain::import::{Field as Holds, Reading};
use store::import::{Import, Stage};
use words::Words;

/// How many lines of what to look at stand on a page.
const LINES: usize = 100;

/// How many rows give examples of what a column holds.
const EXAMPLES: usize = 3;

/// After how many seconds the page of a file that is being taken in looks again.
const AGAIN_SECONDS: &str = "3";

#[derive(Template)]
#[template(path = "import/look.html")]
struct Look {
    page: Page,
    problems: Vec<Problem>,
    facts: Vec<SummaryRow>,
    wrong: Option<String>,
    take: Option<String>,
    table: Table,
    pages: Pager,
    part: String,
    rows_file: Option<Link>,
    unmapped: Option<String>,
    columns: Vec<Column>,
    here: String,
}

/// One column of the file and what it is read as.
struct Column {
    field: Field,
    label: String,
    hint: String,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "import/result.html")]
struct Outcome {
    page: Page,
    problems: Vec<Problem>,
    stage: Stage,
    facts: Vec<SummaryRow>,
    line: String,
    stuck: bool,
    rows_file: Option<Link>,
    here: String,
}

/// The page, by how far the import has come.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ImportId>) -> Answer {
    let import = found(&app, &visit.actor(), id).await?;
    match import.stage {
        Stage::Loading | Stage::Ready => {
            let columns = import.columns.clone();
            with_columns(&app, &visit, &import, &columns, &Mistakes::default()).await
        }
        Stage::Storing | Stage::Stored | Stage::Undone => result(&app, &visit, &import, &Mistakes::default()).await,
    }
}

/// What is known of a file once it was read.
struct Known {
    headings: Vec<String>,
    examples: Vec<Vec<String>>,
    reading: Result<Reading, file::FileProblem>,
}

/// What the file holds, with its columns as they were last said to be.
pub async fn with_columns(
    app: &App,
    visit: &Visit,
    import: &Import,
    columns: &[String],
    mistakes: &Mistakes,
) -> Answer {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let actor = visit.actor();
    let known = with_file(app, &actor, import.id, move |pieces, import| {
        Ok(Known {
            headings: file::headings(pieces)?,
            examples: file::first_rows(pieces, EXAMPLES)?,
            reading: read(pieces, import, today),
        })
    });
    let known = match known.await? {
        Ok(known) => known,
        Err(problem) => Known {
            headings: Vec::new(),
            examples: Vec::new(),
            reading: Err(problem),
        },
    };
    let here = visit.href(&paths::import(import.id));
    let from: usize = visit
        .query_value("from")
        .and_then(|text| text.parse().ok())
        .unwrap_or(0);
    let reading = known.reading.as_ref().ok();
    let families_in = reading.map_or(0, |reading| reading.families_in().count());
    let take = (0 < families_in).then(|| w.import_take(&w.import_families_count(wide(families_in))));
    let shown = Look {
        problems: mistakes.summary(),
        facts: reading.map(|reading| facts(w, reading)).unwrap_or_default(),
        wrong: known.reading.as_ref().err().map(|problem| said::file_words(w, problem)),
        take,
        table: reading.map_or_else(Table::default, |reading| table(w, reading, &known.headings, from)),
        pages: reading.map_or_else(Pager::default, |reading| pager(&here, reading, from)),
        part: reading.map_or_else(String::new, |reading| part(w, reading, from)),
        rows_file: reading
            .filter(|reading| !reading.rows_out().is_empty())
            .map(|_| link(visit.href(&paths::import_rows(import.id)), w.import_rows_file())),
        unmapped: reading.filter(|reading| !reading.unmapped.is_empty()).map(|reading| {
            let named = reading.unmapped.iter().filter_map(|at| known.headings.get(*at));
            let named: Vec<&str> = named.map(String::as_str).collect();
            w.import_unmapped(&named.join(", "))
        }),
        columns: self::columns(w, &known, columns, mistakes),
        here,
        page: Page::new(app, visit, w.import_look_title())
            .back_to(visit.href(paths::IMPORT), w.import_title())
            .with_mistakes(mistakes.any()),
    };
    Ok(show(&shown, &shown.page))
}

fn wide(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn facts(w: Words, reading: &Reading) -> Vec<SummaryRow> {
    let mut rows = vec![
        row(w.import_rows(), w.number(reading.rows.into())),
        row(w.import_families(), w.number(wide(reading.families.len()))),
        row(w.import_families_in(), w.number(wide(reading.families_in().count()))),
    ];
    let mut add = |key: &str, n: usize| rows.extend((0 < n).then(|| row(key, w.number(wide(n)))));
    add(w.import_families_out(), reading.families_out().count());
    add(w.import_rows_out(), reading.rows_out().len());
    add(
        w.import_blank(),
        usize::try_from(reading.blank_rows).unwrap_or_default(),
    );
    add(w.import_look_at(), reading.problems.len());
    rows
}

fn table(w: Words, reading: &Reading, headings: &[String], from: usize) -> Table {
    let heads = [
        w.import_column_row(),
        w.import_column_column(),
        w.import_column_value(),
        w.import_column_what(),
        w.import_column_family(),
    ];
    let cells = |problem: &domain::import::Problem| {
        let column = problem.column.and_then(|at| headings.get(at)).cloned();
        let column = column.or_else(|| problem.field.map(|field| said::field_words(w, field).to_owned()));
        let value = problem.value.as_str();
        let cut = if problem.value.is_cut() { "…" } else { "" };
        vec![
            Cell::number(problem.row.into()),
            Cell::text(column.unwrap_or_default()),
            Cell::text(format!("{value}{cut}")),
            Cell::text(said::fault_words(w, &problem.fault)),
            if problem.blocks() {
                Cell::tag(w.import_keeps_out(), "warm")
            } else {
                Cell::text(w.import_let_in())
            },
        ]
    };
    Table {
        caption: w.import_problems_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: in_order(reading).skip(from).take(LINES).map(cells).collect(),
    }
}

fn pager(here: &str, reading: &Reading, from: usize) -> Pager {
    let at = |from: usize| format!("{here}?from={from}");
    Pager {
        newer: (0 < from).then(|| at(from.saturating_sub(LINES))),
        older: (from + LINES < reading.problems.len()).then(|| at(from + LINES)),
    }
}

fn part(w: Words, reading: &Reading, from: usize) -> String {
    let all = reading.problems.len();
    if all <= LINES {
        return String::new();
    }
    w.import_page(wide(from + 1), wide(all.min(from + LINES)), wide(all))
}

fn columns(w: Words, known: &Known, chosen: &[String], mistakes: &Mistakes) -> Vec<Column> {
    let column = |(at, heading): (usize, &String)| {
        let name = format!("column_{at}");
        let now = chosen.get(at).map(String::as_str).unwrap_or_default();
        let unread = choice("", w.import_column_unread(), now.is_empty());
        let fields = Holds::ALL.map(|one| choice(one.key(), said::field_words(w, one), now == one.key()));
        let examples = known.examples.iter().filter_map(|row| row.get(at));
        let examples: Vec<&str> = examples
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        let short: String = examples.join(" · ").chars().take(80).collect();
        Column {
            field: field(&name, now, mistakes.of(&name)),
            label: w.import_column_of(heading),
            hint: if short.is_empty() {
                short
            } else {
                w.import_column_example(&short)
            },
            choices: [unread].into_iter().chain(fields).collect(),
        }
    };
    known.headings.iter().enumerate().map(column).collect()
}

/// How far it has come, and what came of it.
pub async fn result(app: &App, visit: &Visit, import: &Import, mistakes: &Mistakes) -> Answer {
    let w = visit.w();
    let here = visit.href(&paths::import(import.id));
    let storing = import.stage == Stage::Storing;
    let stuck = is_stuck(app, import);
    let title = match import.stage {
        Stage::Storing => w.import_storing_title(),
        _ => w.import_stored_title(),
    };
    let mut facts = vec![row(w.import_taken_in(), w.number(import.taken_in.into()))];
    facts.extend((0 < import.known).then(|| row(w.import_known(), w.number(import.known.into()))));
    let has_file = import.stage == Stage::Stored && kept(app, visit, import.id).await?;
    let shown = Outcome {
        problems: mistakes.summary(),
        stage: import.stage,
        facts,
        line: w.import_storing_line((import.taken_in + import.known).into(), import.families.into()),
        stuck,
        rows_file: has_file.then(|| link(visit.href(&paths::import_rows(import.id)), w.import_rows_file())),
        here,
        page: Page::new(app, visit, title)
            .back_to(visit.href(paths::IMPORT), w.import_title())
            .with_mistakes(mistakes.any()),
    };
    let mut answer = show(&shown, &shown.page);
    if storing && !stuck {
        answer
            .headers_mut()
            .insert(REFRESH, HeaderValue::from_static(AGAIN_SECONDS));
    }
    Ok(answer)
}

/// Whether the file of an import is there yet.
async fn kept(app: &App, visit: &Visit, id: ImportId) -> Answer<bool> {
    let actor = visit.actor();
    let first = with_file(app, &actor, id, |pieces, _| {
        Ok(store::import::piece(pieces.tx, pieces.id, 0))
    });
    Ok(matches!(first.await?, Ok(Ok(Some(_)))))
}

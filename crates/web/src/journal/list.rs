//! The journal's headers for auditors: who, what, when and why, and nothing of what was written.
//!
//! The filter is a form that leads to an address with ids only: neither a reference nor an address for mail stands in
//! the browser's history or a log.

use super::{action_words, object_words, when_cell, who_words, why_words};
use crate::App;
use crate::error::Answer;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Cell, DateField, Field, Page, Pager, Problem, SummaryRow, Table, date_field, field, row, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::day::{DayProblem, parse_day_parts};
use domain::id::{AccountId, BookId, SiteId};
use domain::reference::Reference;
use jiff::civil::Date;
use store::journal::history::{self, After, Filter, Header};
use words::Words;

/// How many entries a page shows.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "journal/list.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    checkpoint: String,
    person: Field,
    record: Field,
    from: DateField,
    to: DateField,
    showing: Vec<SummaryRow>,
    clear: String,
    table: Table,
    pages: Pager,
    none: bool,
}

/// What is wanted, as it stands in the address: ids and days.
#[derive(Clone, Copy, Default)]
struct Asked {
    site: Option<SiteId>,
    person: Option<AccountId>,
    record: Option<BookId>,
    from: Option<Date>,
    to: Option<Date>,
    after: Option<After>,
}

impl Asked {
    fn of(visit: &Visit) -> Self {
        let value = |name: &str| visit.query_value(name);
        Self {
            site: value("site").and_then(|id| id.parse().ok()),
            person: value("person").and_then(|id| id.parse().ok()),
            record: value("record").and_then(|id| id.parse().ok()),
            from: value("from").and_then(|day| day.parse().ok()),
            to: value("to").and_then(|day| day.parse().ok()),
            after: value("after").and_then(|text| read_after(&text)),
        }
    }

    /// The address of these entries from the first page on.
    fn href(&self, visit: &Visit) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        };
        add("site", self.site.map(|id| id.to_string()));
        add("person", self.person.map(|id| id.to_string()));
        add("record", self.record.map(|id| id.to_string()));
        add("from", self.from.map(|day| day.to_string()));
        add("to", self.to.map(|day| day.to_string()));
        let query = query.finish();
        let path = visit.href(paths::JOURNAL);
        if query.is_empty() {
            path
        } else {
            format!("{path}?{query}")
        }
    }

    fn object(&self) -> Object {
        self.site.map_or(Object::System, Object::Site)
    }

    fn filter(&self) -> Filter {
        Filter {
            by: self.person,
            book: self.record,
            from: self.from,
            to: self.to,
        }
    }
}

fn read_after(text: &str) -> Option<After> {
    let mut parts = text.splitn(3, '_');
    Some((
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
    ))
}

/// What the page is drawn from.
struct Read {
    headers: Vec<Header>,
    checkpoint: Option<i64>,
    person: Option<String>,
    record: Option<String>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let asked = Asked::of(&visit);
    let read = load(&app, &visit, asked).await?;
    Ok(draw(&app, &visit, asked, &read, &Form::default(), &Mistakes::default()))
}

async fn load(app: &App, visit: &Visit, asked: Asked) -> Answer<Read> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ReadJournalHeaders, asked.object())
        .await?;
    let filter = asked.filter();
    let read = app.store().read_long(permit, move |tx| {
        Ok::<_, store::Error>(Read {
            headers: history::headers(tx, &filter, asked.after, PAGE + 1)?,
            checkpoint: history::last_checkpoint(tx)?,
            person: asked
                .person
                .map(|id| history::account_name(tx, id))
                .transpose()?
                .flatten(),
            record: asked
                .record
                .map(|book| history::reference(tx, book))
                .transpose()?
                .flatten(),
        })
    });
    Ok(read.await?)
}

/// Turns what was typed into ids, and goes to the address that has them.
pub async fn find(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let asked = Asked {
        after: None,
        ..Asked::of(&visit)
    };
    let w = visit.w();
    let mut mistakes = Mistakes::default();
    let reference = match form.get("record").trim() {
        "" => None,
        typed => Some(Reference::parse(typed).ok()),
    };
    let email = form.get("person").trim().to_owned();
    let wanted = email.clone();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ReadJournalHeaders, asked.object())
        .await?;
    let found = app.store().read_long(permit, move |tx| {
        let person = if wanted.is_empty() {
            None
        } else {
            store::account::by_email(tx, &wanted)?
        };
        let record = reference
            .flatten()
            .map(|one| history::book_named(tx, one))
            .transpose()?
            .flatten();
        Ok::<_, store::Error>((person, record))
    });
    let (person, record) = found.await?;
    if person.is_none() && !email.is_empty() {
        mistakes.add("person", w.journal_problem_person());
    }
    if record.is_none() && reference.is_some() {
        mistakes.add("record", w.journal_problem_record());
    }
    let from = day(&form, "from", w, &mut mistakes);
    let to = day(&form, "to", w, &mut mistakes);
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        mistakes.add("to", w.site_problem_day_order());
    }
    if mistakes.any() {
        let read = load(&app, &visit, asked).await?;
        return Ok(draw(&app, &visit, asked, &read, &form, &mistakes));
    }
    Ok(see(&Asked {
        person,
        record,
        from,
        to,
        ..asked
    }
    .href(&visit)))
}

/// A day that may be left empty.
fn day(form: &Form, name: &str, w: Words, mistakes: &mut Mistakes) -> Option<Date> {
    let typed = |part: &str| form.get(&format!("{name}_{part}"));
    match parse_day_parts(typed("day"), typed("month"), typed("year")) {
        Ok(day) => Some(day),
        Err(DayProblem::Empty) => None,
        Err(_) => {
            mistakes.add(name, w.site_problem_day_unreal());
            None
        }
    }
}

fn draw(app: &App, visit: &Visit, asked: Asked, read: &Read, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let page_of = usize::try_from(PAGE).unwrap_or_default();
    let last = (read.headers.len() > page_of).then(|| read.headers[page_of - 1].place());
    let here = asked.href(visit);
    let join = if here.contains('?') { '&' } else { '?' };
    let none_asked = asked.person.is_none() && asked.record.is_none() && asked.from.is_none() && asked.to.is_none();
    let shown = Shown {
        problems: mistakes.summary(),
        checkpoint: read.checkpoint.map_or_else(
            || w.journal_checkpoint_none().to_owned(),
            |at| w.journal_checkpoint_last(&w.day_time(store::clock::london_time(store::clock::instant(at)))),
        ),
        person: field("person", form.get("person"), mistakes.of("person")),
        record: field("record", form.get("record"), mistakes.of("record")),
        from: day_field("from", form, asked.from, mistakes),
        to: day_field("to", form, asked.to, mistakes),
        showing: showing(w, asked, read),
        clear: if none_asked {
            String::new()
        } else {
            Asked {
                site: asked.site,
                ..Asked::default()
            }
            .href(visit)
        },
        none: read.headers.is_empty(),
        table: table(w, &read.headers[..read.headers.len().min(page_of)]),
        pages: Pager {
            newer: asked.after.map(|_| here.clone()),
            older: last.map(|(at, book, seq)| format!("{here}{join}after={at}_{book}_{seq}")),
        },
        page: Page::new(app, visit, w.journal_title()).with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

/// What the list is narrowed to, in words.
fn showing(w: Words, asked: Asked, read: &Read) -> Vec<SummaryRow> {
    let unknown = || w.site_not_known().to_owned();
    let person = asked
        .person
        .map(|_| row(w.journal_filter_person(), read.person.clone().unwrap_or_else(unknown)));
    let record = asked
        .record
        .map(|_| row(w.journal_filter_record(), read.record.clone().unwrap_or_else(unknown)));
    let from = asked.from.map(|day| row(w.journal_filter_from(), w.day_short(day)));
    let to = asked.to.map(|day| row(w.journal_filter_to(), w.day_short(day)));
    [person, record, from, to].into_iter().flatten().collect()
}

fn day_field(name: &str, form: &Form, asked: Option<Date>, mistakes: &Mistakes) -> DateField {
    let asked = |part: &str| {
        let day = asked?;
        match part.rsplit('_').next() {
            Some("day") => Some(day.day().to_string()),
            Some("month") => Some(day.month().to_string()),
            _ => Some(day.year().to_string()),
        }
    };
    let typed = |part: &str| {
        if form.has(part) {
            form.get(part).to_owned()
        } else {
            asked(part).unwrap_or_default()
        }
    };
    date_field(name, typed, mistakes.of(name))
}

fn table(w: Words, headers: &[Header]) -> Table {
    let heads = [
        w.journal_column_when(),
        w.journal_column_who(),
        w.journal_column_role(),
        w.journal_column_what(),
        w.journal_column_record(),
        w.journal_column_relation(),
        w.journal_column_why(),
    ];
    let rows = headers.iter().map(|header| {
        let line = &header.line;
        let kind = object_words(w, &line.object_kind);
        let record = match &header.reference {
            Some(reference) => w.journal_record(&kind, reference),
            None => kind,
        };
        vec![
            when_cell(w, line),
            Cell::text(who_words(w, line)),
            Cell::text(w.named("role", &line.role).unwrap_or_default()),
            Cell::text(action_words(w, &line.action)),
            Cell::text(record),
            Cell::text(w.named("role-relation", &line.relation).unwrap_or_default()),
            Cell::text(why_words(w, line)),
        ]
    });
    Table {
        caption: w.journal_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: rows.collect(),
    }
}

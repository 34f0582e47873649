//! Files to be saved; what stands in them is made by `reports`.

use crate::App;
use crate::error::{Answer, PageError};
use crate::page::{Link, link};
use crate::visit::Visit;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::access::{Action, Object};
use reports::{Cell, Head};

/// How a list leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// Comma-separated values.
    Csv,
    /// A workbook for a spreadsheet, with a sheet that says what each column means.
    Excel,
}

/// The ways to take a list about families out as a file, for whoever may; `list` is its address, and the query goes along.
///
/// # Errors
/// The store's own.
pub async fn links(app: &App, visit: &Visit, list: &str) -> Answer<Vec<Link>> {
    let asked = [Action::ExportFamilies];
    let allowed = app.store().allowed(&visit.actor(), Object::Lists, &asked).await?;
    if allowed.is_empty() {
        return Ok(Vec::new());
    }
    let query = if visit.query.is_empty() {
        String::new()
    } else {
        format!("?{}", visit.query)
    };
    let one = |ending: &str, text: &str| link(visit.href(&format!("{list}.{ending}{query}")), text);
    let w = visit.w();
    Ok(vec![one("csv", w.board_file_csv()), one("xlsx", w.board_file_excel())])
}

/// A list as a file to be saved.
///
/// # Errors
/// A row does not fit the columns: a fault of ours.
pub fn file(name: &str, head: Head, rows: impl Iterator<Item = Vec<Cell>>, kind: File) -> Answer {
    let mut table = reports::Table::new(head);
    for row in rows {
        table.push(row).map_err(|misfit| PageError::fault(&misfit))?;
    }
    Ok(match kind {
        File::Csv => answer(&format!("{name}.csv"), reports::csv(&table)),
        File::Excel => {
            let headers = [
                (
                    header::CONTENT_TYPE,
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned(),
                ),
                (
                    header::CONTENT_DISPOSITION,
                    format!("attachment; filename=\"{name}.xlsx\""),
                ),
            ];
            (headers, reports::excel(&table)).into_response()
        }
    })
}

/// A file of comma-separated values to be saved.
pub fn answer(name: &str, file: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, file).into_response()
}

/// A paper to be saved or printed; it is laid out away from the threads that answer.
///
/// # Errors
/// The layout was broken off.
pub async fn paper_answer(name: &str, paper: reports::Document) -> Answer {
    let laid_out = tokio::task::spawn_blocking(move || reports::pdf(&paper)).await;
    let file = laid_out.map_err(|broken| PageError::fault(&broken))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, file).into_response())
}

/// The first of these papers that has no more pages than `most`, fullest first; else the last.
///
/// # Errors
/// The layout was broken off.
pub async fn short_paper_answer(name: &str, papers: Vec<reports::Document>, most: usize) -> Answer {
    let laid_out = tokio::task::spawn_blocking(move || {
        let mut file = Vec::new();
        for paper in &papers {
            let (made, pages) = reports::pdf_with_pages(paper);
            file = made;
            if pages <= most {
                break;
            }
        }
        file
    });
    let file = laid_out.await.map_err(|broken| PageError::fault(&broken))?;
    Ok(paper_file(name, file))
}

fn paper_file(name: &str, file: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, file).into_response()
}

//! Bringing a file, and looking at what it holds.

use super::{Import, ImportLine, known, line, not_read, not_taken};
use crate::App;
use crate::api::address;
use crate::api::asked::{Asked, Listed};
use crate::api::caller::{Caller, Id};
use crate::api::problem::{Errors, Problem};
use crate::api::tell::Told;
use crate::import::{self as steps, file, said};
use crate::table;
use axum::extract::{Request, State};
use axum::response::Response;
use domain::access::Action;
use domain::id::{ImportId, SiteId};
use domain::import::Problem as Found;
use serde::Serialize;
use utoipa::ToSchema;

/// How many imports are listed.
const LISTED: i64 = 50;

/// Brings a file of referrals: comma-separated values in whatever dress, or an Excel file, up to 200 MB.
///
/// Nothing comes in before it is taken in. The file is kept, sealed, for seven days; only whoever brought it sees it.
#[utoipa::path(post, path = address::IMPORTS, tag = "imports", operation_id = "bring_file",
    params(("site" = String, Query, description = "The programme area, from `/api/v1/sites`")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The bytes of the file"),
    responses((status = 201, description = "It can be looked at", body = Import,
        headers(("Location" = String, description = "Where it is")))))]
pub async fn bring(State(app): State<App>, caller: Caller, asked: Asked, request: Request) -> Response {
    caller.tell(brought(&app, &caller, &asked, request).await)
}

async fn brought(app: &App, caller: &Caller, asked: &Asked, request: Request) -> Result<Told, Problem> {
    let w = caller.w();
    let mut errors = Errors::default();
    asked.only(&["site"], &mut errors, w);
    let site = asked.get("site").and_then(|text| text.parse::<SiteId>().ok());
    if site.is_none() {
        errors.add("site", "site", w.referral_problem_site());
    }
    let Some(site) = errors.or(site)? else {
        return Err(Errors::default().into());
    };
    let kept = steps::keep(app, &caller.actor, site, request.into_body()).await;
    let kept = kept.map_err(|error| Problem::from(error).not_secret())?;
    let id = kept.map_err(|problem| not_taken(w, &problem))?;
    let import = shown(app, caller, id).await?;
    Ok(Told::created(&import, address::import(id)))
}

async fn shown(app: &App, caller: &Caller, id: ImportId) -> Result<Import, Problem> {
    let import = steps::found(app, &caller.actor, id).await?;
    known(app, &caller.actor, caller.w(), import).await
}

/// Lists the files the caller has brought, the latest first, at most fifty.
#[utoipa::path(get, path = address::IMPORTS, tag = "imports", operation_id = "list_imports",
    responses((status = 200, description = "The imports", body = Listed<ImportLine>)))]
pub async fn list(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(listed(&app, &caller, &asked).await)
}

async fn listed(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    let mut errors = Errors::default();
    asked.only(&[], &mut errors, caller.w());
    errors.or(())?;
    let permit = caller.permit_list(app, Action::ImportReferrals, caller.lists()).await?;
    let imports = app.store().read(permit, |tx| store::import::list(tx, LISTED)).await?;
    let lines = imports.iter().map(|import| line(app, import)).collect();
    Ok(Told::ok(&Listed::whole(lines)))
}

/// Shows how far an import has come and, before it is taken in, what its file holds.
#[utoipa::path(get, path = address::IMPORT, tag = "imports", operation_id = "get_import",
    params(("id" = Uuid, Path, description = "The import")),
    responses((status = 200, description = "The import", body = Import)))]
pub async fn show(State(app): State<App>, caller: Caller, id: Id<ImportId>) -> Response {
    let told = shown(&app, &caller, id.0).await.map(|import| Told::ok(&import));
    caller.tell(told)
}

/// One thing to look at in a file.
#[derive(Serialize, ToSchema)]
pub struct Fault {
    /// The row, as a spreadsheet numbers records: the headings are row 1.
    #[schema(example = 7)]
    row: u32,
    /// The heading of the column, if it is about one.
    #[schema(example = "Date of birth")]
    column: Option<String>,
    /// The key of the field it is about, if it is about one.
    #[schema(example = "birth")]
    field: Option<&'static str>,
    /// What stands there, cut after 120 characters; never more than text.
    value: String,
    /// What is wrong, for programs.
    #[schema(example = "day_no_such_day")]
    code: &'static str,
    /// What to do, in the reader's language.
    detail: String,
    /// Whether it keeps the whole family out.
    keeps_out: bool,
}

/// Lists what there is to look at in a file: first what keeps families out, then what is only pointed out.
#[utoipa::path(get, path = address::IMPORT_FAULTS, tag = "imports", operation_id = "list_import_faults",
    params(("id" = Uuid, Path, description = "The import"),
        ("limit" = Option<u32>, Query, description = "How many lines, 1 to 100", example = 50),
        ("after" = Option<String>, Query, description = "`next` of the page before")),
    responses((status = 200, description = "A page of faults", body = Listed<Fault>)))]
pub async fn faults(State(app): State<App>, caller: Caller, id: Id<ImportId>, asked: Asked) -> Response {
    caller.tell(looked_at(&app, &caller, id.0, &asked).await)
}

async fn looked_at(app: &App, caller: &Caller, id: ImportId, asked: &Asked) -> Result<Told, Problem> {
    let w = caller.w();
    let mut errors = Errors::default();
    asked.only(&["limit", "after"], &mut errors, w);
    let wanted = asked.page(&mut errors, w, |text| text.parse::<usize>().ok());
    errors.or(())?;
    let (from, limit) = (wanted.after.unwrap_or_default(), wanted.limit);
    let today = store::clock::london_day(app.store().now());
    let read = steps::with_file(app, &caller.actor, id, move |pieces, import| {
        let headings = file::headings(pieces)?;
        let reading = steps::read(pieces, import, today)?;
        let some = steps::in_order(&reading).enumerate().skip(from).take(limit + 1);
        let some: Vec<(usize, Found)> = some.map(|(at, found)| (at, found.clone())).collect();
        Ok((headings, some))
    });
    let (headings, some) = read.await?.map_err(|problem| not_read(w, &problem))?;
    let show = |(_, found): (usize, Found)| Fault {
        row: found.row,
        column: found.column.and_then(|at| headings.get(at)).cloned(),
        field: found.field.map(domain::import::Field::key),
        value: found.value.as_str().to_owned(),
        code: found.fault.key(),
        detail: said::fault_words(w, &found.fault).into_owned(),
        keeps_out: found.blocks(),
    };
    let mark = |(at, _): &(usize, Found)| (at + 1).to_string();
    Ok(Told::ok(&Listed::of(some, limit, mark, show)))
}

/// Gives the rows that stay out as a file of their own; put right, it can be brought again.
#[utoipa::path(get, path = address::IMPORT_ROWS, tag = "imports", operation_id = "get_import_rows",
    params(("id" = Uuid, Path, description = "The import")),
    responses((status = 200, description = "The rows, with what to do behind each", body = String,
        content_type = "text/csv")))]
pub async fn rows(State(app): State<App>, caller: Caller, id: Id<ImportId>) -> Response {
    let w = caller.w();
    let written = steps::rows_out(&app, &caller.actor, w, id.0).await;
    match written
        .map_err(Problem::from)
        .and_then(|written| written.map_err(|problem| not_read(w, &problem)))
    {
        Ok(file) => table::answer("rows.csv", file),
        Err(problem) => problem.said(caller.lang),
    }
}

//! Referrals: listing, opening, sending one in.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::{Caller, Id};
use super::given::{self, Referral, ReferralLine};
use super::problem::{Errors, Problem};
use super::tell::Told;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::ReferralId;
use domain::referral::Stage;
use jiff::civil::Date;
use store::referral::{After, Line};

/// Lists referrals, the latest received first.
#[utoipa::path(get, path = address::REFERRALS, tag = "referrals", operation_id = "list_referrals",
    params(
        ("stage" = Option<String>, Query, description = "Only those in this stage", example = "submitted"),
        ("limit" = Option<u32>, Query, description = "How many lines, 1 to 100", example = 50),
        ("after" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses((status = 200, description = "A page of referrals", body = Listed<ReferralLine>)))]
pub async fn list(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(listed(&app, &caller, &asked).await)
}

async fn listed(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    let w = caller.w();
    let mut errors = Errors::default();
    asked.only(&["stage", "limit", "after"], &mut errors, w);
    let wanted = asked.page(&mut errors, w, mark_of);
    let stages: Vec<&'static str> = match asked.get("stage") {
        None => Stage::KEYS.to_vec(),
        Some(stage) => {
            let found = Stage::KEYS.into_iter().filter(|key| *key == stage).collect::<Vec<_>>();
            if found.is_empty() {
                errors.add("stage", "unknown_key", w.problem_field_one_of(&Stage::KEYS.join(", ")));
            }
            found
        }
    };
    errors.or(())?;
    let permit = caller.permit_list(app, Action::ListReferrals, caller.lists()).await?;
    let (after, most) = (wanted.after, wanted.one_more());
    let lines = app
        .store()
        .read(permit, move |tx| {
            let mut lines: Vec<Line> = Vec::new();
            for stage in &stages {
                lines.extend(store::referral::board(tx, stage, after, most)?);
            }
            lines.sort_by_key(|line| std::cmp::Reverse((line.received_on, line.id)));
            Ok::<_, Problem>(lines)
        })
        .await?;
    let mark = |line: &Line| mark(line.received_on, line.id);
    Ok(Told::ok(&Listed::of(lines, wanted.limit, mark, ReferralLine::from)))
}

/// Where a page ended, as the caller sends it back.
fn mark(day: Date, id: ReferralId) -> String {
    format!("{day}~{id}")
}

fn mark_of(text: &str) -> Option<After> {
    let (day, id) = text.split_once('~')?;
    Some((day.parse().ok()?, id.parse().ok()?))
}

/// Opens one referral, with its words and its people.
#[utoipa::path(get, path = address::REFERRAL, tag = "referrals", operation_id = "get_referral",
    params(("id" = Uuid, Path, description = "The referral")),
    responses((status = 200, description = "The referral", body = Referral,
        headers(("ETag" = String, description = "Its version, for `If-Match`")))))]
pub async fn show(State(app): State<App>, caller: Caller, id: Id<ReferralId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: ReferralId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenReferral, Object::Referral(id)).await?;
    let referral = app.store().read(permit, move |tx| given::referral(tx, id)).await?;
    Ok(Told::ok(&referral).at_version(referral.state.version))
}

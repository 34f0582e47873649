//! The words and law of each nation, as they held on a day.

use super::address;
use super::asked::Asked;
use super::caller::Caller;
use super::code::Code;
use super::problem::{Errors, Problem};
use super::tell::Told;
use super::value::day_until_today;
use crate::App;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::pack::{Key, NationPack, pack_on};
use serde::Serialize;
use utoipa::ToSchema;

/// One nation's words and law, from a day.
#[derive(Serialize, ToSchema)]
pub struct Pack {
    /// The nation.
    #[schema(example = "wales")]
    nation: String,
    /// The first day this version holds.
    #[schema(example = "2026-04-01")]
    from: String,
    /// What things are called there.
    vocabulary: Vec<Named>,
    /// The legal statuses a child may have there.
    legal_statuses: Vec<Status>,
    /// The legal bases a child's stays may have there.
    legal_bases: Vec<Basis>,
    /// The ethnic groups people are asked about there.
    ethnic_groups: Vec<Named>,
}

/// A thing with its names.
#[derive(Serialize, ToSchema)]
pub struct Named {
    /// Its key.
    key: String,
    /// Its name in English.
    en: String,
    /// Its name in Welsh, where known.
    cy: Option<String>,
    /// Where that is published, or the law.
    source: String,
}

/// A child's standing in law.
#[derive(Serialize, ToSchema)]
pub struct Status {
    /// Its key and names.
    #[serde(flatten)]
    named: Named,
    /// Whether a child with it is looked after.
    looked_after: bool,
    /// Whether it is, or rests on, an order of a court.
    order: bool,
}

/// The law under which a child stays with a carer.
#[derive(Serialize, ToSchema)]
pub struct Basis {
    /// Its key and names.
    #[serde(flatten)]
    named: Named,
    /// Whether a child on this basis is looked after.
    looked_after: bool,
    /// Whether the lighter rules for short breaks apply.
    short_break_rules: bool,
}

/// Gives one nation's words, legal statuses and legal bases, as they hold today or held on a day.
#[utoipa::path(get, path = address::PACK, tag = "token", operation_id = "get_pack",
    params(("nation" = String, Path, description = "The nation, from `/api/v1/sites`", example = "wales"),
        ("on" = Option<String>, Query, description = "The day, not after today", example = "2026-03-14")),
    responses((status = 200, description = "The nation's pack", body = Pack)))]
pub async fn show(State(app): State<App>, caller: Caller, nation: Option<Path<String>>, asked: Asked) -> Response {
    caller.tell(told(&app, &caller, nation, &asked))
}

/// Packs are published law and words: every valid token reads them, and nothing of anybody's is opened.
fn told(app: &App, caller: &Caller, nation: Option<Path<String>>, asked: &Asked) -> Result<Told, Problem> {
    let mut errors = Errors::default();
    asked.only(&["on"], &mut errors, caller.w());
    let today = store::clock::london_day(app.store().now());
    let on = day_until_today(&mut errors, caller.w(), "on", asked.get("on"), today).unwrap_or(today);
    errors.or(())?;
    let nation = nation.and_then(|Path(nation)| Key::parse(&nation).ok());
    let pack = nation.and_then(|nation| pack_on(app.store().packs(), &nation, on));
    pack.map(|pack| Told::ok(&Pack::from(pack)))
        .ok_or_else(|| Code::NotFound.into())
}

impl From<&NationPack> for Pack {
    fn from(pack: &NationPack) -> Self {
        let named = |key: &Key, en: &str, cy: &Option<String>, source: &str| Named {
            key: key.to_string(),
            en: en.to_owned(),
            cy: cy.clone(),
            source: source.to_owned(),
        };
        Self {
            nation: pack.nation.to_string(),
            from: pack.from.to_string(),
            vocabulary: pack
                .vocabulary
                .iter()
                .map(|t| named(&t.concept, &t.en, &t.cy, &t.source))
                .collect(),
            legal_statuses: pack
                .legal_statuses
                .iter()
                .map(|s| Status {
                    named: named(&s.key, &s.en, &s.cy, &s.source),
                    looked_after: s.looked_after,
                    order: s.order,
                })
                .collect(),
            legal_bases: pack
                .legal_bases
                .iter()
                .map(|b| Basis {
                    named: named(&b.key, &b.en, &b.cy, &b.source),
                    looked_after: b.looked_after,
                    short_break_rules: b.short_break_rules,
                })
                .collect(),
            ethnic_groups: pack
                .ethnic_groups
                .iter()
                .map(|g| named(&g.concept, &g.en, &g.cy, &g.source))
                .collect(),
        }
    }
}

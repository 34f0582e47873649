//! What was changed in a family's record, from its book of the journal.

use crate::App;
use crate::error::Answer;
use crate::page::{Page, Pager, Paragraph, TimelineItem, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use store::journal::event::{Fact, SafetyFact};
use store::journal::history::{Line, Wanted, family};
use words::Words;

/// How many changes a page shows.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "family/history.html")]
struct Shown {
    page: Page,
    items: Vec<TimelineItem>,
    pages: Pager,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let before = visit.query_value("before").and_then(|text| text.parse::<i64>().ok());
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenFamilyHistory, Object::Family(id))
        .await?;
    let lines = app
        .store()
        .read_long(permit, move |tx| family(tx, id, Wanted::Changes, before, PAGE + 1))
        .await?;
    let here = visit.href(&paths::family_history(id));
    let page_of = usize::try_from(PAGE).unwrap_or_default();
    let shown = Shown {
        items: lines.iter().take(page_of).map(|line| item(w, line)).collect(),
        pages: Pager {
            newer: before.map(|_| here.clone()),
            older: (lines.len() > page_of).then(|| format!("{here}?before={}", lines[page_of - 1].seq)),
        },
        page: Page::new(&app, &visit, w.family_history_title())
            .back_to(visit.href(&paths::family(id)), w.referral_board_column_family()),
    };
    Ok(show(&shown, &shown.page))
}

fn item(w: Words, line: &Line) -> TimelineItem {
    let when = store::clock::london_time(store::clock::instant(line.at));
    let role = w
        .by_key(&format!("role-{}", line.role.replace('_', "-")))
        .unwrap_or_default();
    let by = match (&line.name, role) {
        (Some(name), "") => name.clone(),
        (Some(name), role) => w.journal_who_as(name, role),
        (None, role) => role.to_owned(),
    };
    let mut paragraphs: Vec<Paragraph> = line.facts.iter().flat_map(|fact| said(w, fact)).collect();
    if line.facts.is_empty() {
        paragraphs.push(plain(w.family_history_erased().to_owned()));
    }
    TimelineItem {
        when: w.day_time(when),
        title: crate::journal::action_words(w, &line.action).into(),
        by,
        paragraphs,
        quote: None,
        note: String::new(),
        link: None,
        kind: "seen",
    }
}

fn plain(text: String) -> Paragraph {
    Paragraph { text, lang: None }
}

/// The words of a fact, as far as it has any.
fn said(w: Words, fact: &Fact) -> Vec<Paragraph> {
    let words = match fact {
        Fact::PersonNamed { name, birth, .. } => {
            vec![Some(name.clone()).filter(|name| !name.is_empty()), birth.clone()]
        }
        Fact::ReferralMade {
            reason,
            going_well,
            worries,
            ..
        } => {
            vec![
                Some(crate::referral::reason_words(w, reason)),
                going_well.clone(),
                worries.clone(),
            ]
        }
        Fact::ReferralNotAccepted { why, words, .. } => {
            let why = w.by_key(&format!("referral-why-{}", why.replace('_', "-")));
            vec![why.map(ToOwned::to_owned), words.clone()]
        }
        Fact::ReferralWithdrawn { words, .. } | Fact::GlassReviewed { words, .. } => vec![words.clone()],
        Fact::EntryAdded { words, .. } | Fact::InformationAsked { words, .. } | Fact::GlassBroken { words, .. } => {
            vec![Some(words.clone())]
        }
        Fact::Safety(SafetyFact::CrisisWritten { words, .. }) => vec![Some(words.clone())],
        Fact::Safety(SafetyFact::CrisisAdded { words, .. } | SafetyFact::CrisisSigned { words, .. }) => {
            vec![words.clone()]
        }
        Fact::FamiliesJoined { with, .. } => vec![Some(w.likeness_history_joined(with))],
        Fact::FamiliesParted { from, .. } => vec![Some(w.likeness_history_parted(from))],
        Fact::PersonMoved { name, from, into, .. } => vec![Some(w.likeness_history_moved(name, from, into))],
        _ => Vec::new(),
    };
    words.into_iter().flatten().map(plain).collect()
}

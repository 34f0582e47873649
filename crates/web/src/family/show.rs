//! A family's page: one timeline, newest first, with its people beside it.

use super::people::{Cards, PersonCard};
use crate::App;
use crate::error::Answer;
use crate::page::{FamilyBanner, Link, Mark, Page, Pager, Paragraph, TimelineItem, link, show};
use crate::paths;
use crate::referral::{look, stage_words};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::id::{EntryId, FamilyId};
use domain::referral::{Referral, Stage};
use jiff::civil::Date;
use store::Rights;
use store::family::{KnownAddress, Safety};
use store::likeness::Joined;
use store::referral::Written;
use words::{Lang, Words};

/// How many entries a page of the timeline shows.
const PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "family/show.html")]
struct Shown {
    page: Page,
    banner: FamilyBanner,
    acts: Vec<Link>,
    items: Vec<TimelineItem>,
    pages: Pager,
    people: Vec<PersonCard>,
    referrals: Vec<Link>,
    joined: Vec<JoinedLine>,
}

/// That the record was joined with another. Whoever may open that one is shown the way.
struct JoinedLine {
    said: &'static str,
    record: Option<Link>,
}

/// What is read for the page, in one unit of work.
struct Loaded {
    family: Family,
    name: String,
    addresses: Vec<KnownAddress>,
    safety: Safety,
    referrals: Vec<Referral>,
    entries: Vec<Written>,
    open_until: Option<i64>,
    joined: Vec<Joined>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let before = visit.query_value("before").and_then(|text| read_before(&text));
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenFamily, Object::Family(id))
        .await?;
    let in_emergency = rights.in_emergency();
    let loaded = app.store().read(permit, move |tx| {
        let (family, name, is_joined) = store::family::load_with_joined(tx, id)?;
        Ok::<_, store::Error>(Loaded {
            referrals: store::referral::stages_of_family(tx, family.site, id)?,
            addresses: store::family::addresses(tx, id)?,
            safety: store::family::safety(tx, id)?,
            entries: store::referral::entries(tx, id, before, PAGE + 1)?,
            open_until: if in_emergency {
                store::break_glass::open_until(tx, id)?
            } else {
                None
            },
            joined: if is_joined {
                store::likeness::joined_to(tx, id)?
            } else {
                Vec::new()
            },
            family,
            name,
        })
    });
    let loaded = loaded.await?;
    let today = store::clock::london_day(app.store().now());
    let here = visit.href(&paths::family(id));
    let mut page = Page::new(&app, &visit, &w.family_title(&loaded.name))
        .back_to(visit.href(paths::FAMILIES), w.family_list_title());
    page.break_glass_until = loaded
        .open_until
        .map(|at| w.time(store::clock::london_time(store::clock::instant(at)).time()));
    let joined = joined_lines(&app, &visit, &loaded.joined).await?;
    let shown = Shown {
        joined,
        banner: banner(w, &loaded),
        acts: acts(&visit, id, &loaded, &rights),
        pages: pager(&here, &loaded.entries, before.is_some()),
        items: timeline(&visit, loaded.entries, &loaded.referrals, before.is_none()),
        people: Cards {
            visit: &visit,
            family: &loaded.family,
            addresses: &loaded.addresses,
            safety: &loaded.safety,
            packs: app.store().packs(),
            today,
        }
        .all(),
        referrals: loaded
            .referrals
            .iter()
            .map(|one| link(visit.href(&paths::referral(one.id)), &one.reference.to_string()))
            .collect(),
        page,
    };
    Ok(show(&shown, &shown.page))
}

/// The records this one was joined with.
async fn joined_lines(app: &App, visit: &Visit, joined: &[Joined]) -> Answer<Vec<JoinedLine>> {
    let w = visit.w();
    let mut lines = Vec::with_capacity(joined.len());
    for one in joined {
        let (open, object) = ([Action::OpenFamily], Object::Family(one.family));
        let allowed = app.store().allowed(&visit.actor(), object, &open).await?;
        lines.push(match (allowed.is_empty(), one.is_kept) {
            (true, _) => JoinedLine {
                said: w.likeness_family_elsewhere(),
                record: None,
            },
            (false, is_kept) => JoinedLine {
                said: if is_kept {
                    w.likeness_family_into()
                } else {
                    w.likeness_family_with()
                },
                record: Some(link(visit.href(&paths::family(one.family)), &one.reference)),
            },
        });
    }
    Ok(lines)
}

fn banner(w: Words, loaded: &Loaded) -> FamilyBanner {
    let stage = loaded.referrals.first().map(|one| one.stage.key());
    let hidden = loaded.addresses.iter().any(KnownAddress::is_protected);
    let mut marks: Vec<Mark> = stage
        .into_iter()
        .map(|stage| Mark {
            text: stage_words(w, stage),
            look: look(stage),
        })
        .collect();
    marks.extend((!loaded.safety.kept_away.is_empty()).then(|| Mark {
        text: w.family_kept_away_mark().to_owned(),
        look: "warm",
    }));
    marks.extend(hidden.then(|| Mark {
        text: w.family_address_protected().to_owned(),
        look: "warm",
    }));
    FamilyBanner {
        name: w.family_title(&loaded.name),
        reference: loaded.family.reference.to_string(),
        line: w.family_level_none().to_owned(),
        marks,
        ..FamilyBanner::default()
    }
}

/// What the reader may do here.
fn acts(visit: &Visit, id: FamilyId, loaded: &Loaded, rights: &Rights) -> Vec<Link> {
    let w = visit.w();
    let mut acts = Vec::new();
    if let Some(newest) = loaded.referrals.first().map(|one| one.id)
        && !rights
            .allowed(Object::Referral(newest), &[Action::AddReferralEntry])
            .is_empty()
    {
        acts.push(link(
            visit.href(&paths::referral_entry(newest)),
            w.referral_entry_title(),
        ));
    }
    let pages = [Action::SeeWhoCould, Action::OpenFamilyHistory, Action::SeeWhoLooked];
    for action in rights.allowed(Object::Family(id), &pages) {
        acts.push(match action {
            Action::SeeWhoCould => link(visit.href(&paths::family_carer(id)), w.matching_carer_title()),
            Action::SeeWhoLooked => link(visit.href(&paths::family_looked(id)), w.family_looked_title()),
            _ => link(visit.href(&paths::family_history(id)), w.family_history_title()),
        });
    }
    acts
}

/// The entries of the page, and on the first page what happened to each referral, newest first.
fn timeline(visit: &Visit, entries: Vec<Written>, referrals: &[Referral], first_page: bool) -> Vec<TimelineItem> {
    let w = visit.w();
    let shown = entries.into_iter().take(usize::try_from(PAGE).unwrap_or_default());
    let mut dated: Vec<(Date, TimelineItem)> = shown
        .map(|entry| (entry.happened_on, entry_item(visit, entry)))
        .collect();
    if first_page {
        for referral in referrals {
            dated.extend(referral_items(w, referral));
        }
    }
    // Stable, so that what happened on one day keeps the order it was written in.
    dated.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    dated.into_iter().map(|(_, item)| item).collect()
}

fn entry_item(visit: &Visit, entry: Written) -> TimelineItem {
    let w = visit.w();
    let lang = Lang::from_tag(&entry.language)
        .filter(|lang| *lang != visit.lang)
        .map(Lang::tag);
    TimelineItem {
        when: w.day(entry.happened_on),
        title: w.referral_event_entry_added().into(),
        by: entry.by.unwrap_or_default(),
        paragraphs: paragraphs(entry.words, lang),
        quote: None,
        note: String::new(),
        link: None,
        kind: "visit",
    }
}

/// The words of an entry, an empty line between one paragraph and the next.
fn paragraphs(words: String, lang: Option<&'static str>) -> Vec<Paragraph> {
    let paragraph = |text: String| Paragraph { text, lang };
    // Most entries are of one paragraph, and one letter is found faster than two.
    if words.contains('\n') {
        words.split("\n\n").map(|text| paragraph(text.to_owned())).collect()
    } else {
        vec![paragraph(words)]
    }
}

fn referral_items(w: Words, referral: &Referral) -> Vec<(Date, TimelineItem)> {
    let item = |day: Date, title: &'static str, kind: &'static str| {
        let item = TimelineItem {
            when: w.day(day),
            title: title.into(),
            by: String::new(),
            paragraphs: Vec::new(),
            quote: None,
            note: referral.reference.to_string(),
            link: None,
            kind,
        };
        (day, item)
    };
    let mut items = Vec::new();
    match &referral.stage {
        Stage::Waiting { since, .. } => items.push(item(*since, w.referral_event_accepted(), "step")),
        Stage::NotAccepted { on, .. } => items.push(item(*on, w.referral_event_not_accepted(), "step")),
        Stage::Withdrawn { on, .. } => items.push(item(*on, w.referral_event_withdrawn(), "step")),
        Stage::Submitted { .. } | Stage::InformationAsked { .. } | Stage::Matched { .. } | Stage::Merged { .. } => {}
    }
    items.push(item(referral.received_on, w.referral_event_made(), "seen"));
    items
}

fn read_before(text: &str) -> Option<(i64, EntryId)> {
    let (at, id) = text.split_once('_')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}

fn pager(here: &str, entries: &[Written], is_later: bool) -> Pager {
    let page_of = usize::try_from(PAGE).unwrap_or_default();
    let last = (entries.len() > page_of).then(|| &entries[page_of - 1]);
    Pager {
        newer: is_later.then(|| here.to_owned()),
        older: last.map(|entry| format!("{here}?before={}_{}", entry.at, entry.id)),
    }
}

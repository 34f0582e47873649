//! One call for help: when, who asked, how soon somebody came, what was done and told, how it ended, and whether support
//! stepped up because of it.

use super::Wrong;
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::household::level_words;
use crate::mistakes::Mistakes;
use crate::page::{Field, Link, Page, Paragraph, SummaryRow, TimelineItem, field, link, row, see, show};
use crate::paths;
use crate::typed::words_if_any;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::crisis::{Outcome, Refusal, time_to_response};
use domain::id::{AccountId, CrisisId};
use domain::step::{Cause, Step};
use domain::text::Text;
use jiff::SignedDuration;
use store::Tx;
use store::clock::{instant, london_day, london_time};
use store::crisis::{CrisisShown, EntryShown, What};
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "crisis/show.html")]
struct Shown {
    page: Page,
    heading: String,
    name: String,
    acts: Vec<Link>,
    facts: Vec<SummaryRow>,
    asked: Vec<Paragraph>,
    entries: Vec<TimelineItem>,
    steps: Vec<String>,
    step: Option<Link>,
    signed: Option<String>,
    signed_words: Option<String>,
    sign: Option<String>,
    sign_words: Field,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<CrisisId>) -> Answer {
    let w = visit.w();
    let object = Object::Crisis(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenCrisis, object)
        .await?;
    let read = app.store().read(permit, move |tx| {
        let shown = store::crisis::show(tx, id)?;
        let family = shown.crisis.family;
        let (_, name) = store::family::load(tx, family)?;
        let steps = store::step::of_family(tx, family)?;
        Ok::<_, store::Error>((shown, name, steps))
    });
    let (crisis, name, steps) = read.await?;
    let family = crisis.crisis.family;
    let day = london_day(crisis.crisis.received_at);
    let because = steps
        .iter()
        .map(|one| one.step)
        .filter(|step| step.cause == Cause::Crisis && day <= step.on);
    let of_crisis = rights.allowed(object, &[Action::AddToCrisis, Action::SignCrisis]);
    let of_family = rights.allowed(
        Object::Family(family),
        &[Action::RaiseConcern, Action::StepSupport, Action::OpenFamily],
    );
    let back = if of_family.contains(&Action::OpenFamily) {
        (visit.href(&paths::family(family)), w.family_title(&name))
    } else {
        (visit.href(paths::HOME), w.site_nav_home().to_owned())
    };
    let heading = w.crisis_title(&w.day_time(london_time(crisis.crisis.received_at)));
    let may_sign = of_crisis.contains(&Action::SignCrisis) && crisis.crisis.signed.is_none();
    let lang = tongue(&visit, &crisis.language);
    let may_step = !steps.is_empty() && of_family.contains(&Action::StepSupport);
    let shown = Shown {
        name: w.family_title(&name),
        acts: acts(&visit, &crisis, &of_crisis, &of_family),
        facts: facts(w, &crisis),
        asked: paragraphs(&crisis.asked, lang),
        entries: crisis.entries.iter().map(|one| entry(&visit, one)).collect(),
        steps: because.map(|step| step_words(w, step)).collect(),
        step: may_step.then(|| {
            let href = format!("{}?cause={}", paths::family_step(family), Cause::Crisis.key());
            link(visit.href(&href), w.step_act())
        }),
        signed: signed(w, &crisis),
        signed_words: crisis.signed_words.clone(),
        sign: may_sign.then(|| visit.href(&paths::crisis_sign(id))),
        sign_words: field("words", "", None),
        page: Page::new(&app, &visit, &heading).back_to(back.0, &back.1),
        heading,
    };
    Ok(show(&shown, &shown.page))
}

fn tongue(visit: &Visit, language: &str) -> Option<&'static str> {
    let lang = Lang::from_tag(language).filter(|lang| *lang != visit.lang);
    lang.map(Lang::tag)
}

fn paragraphs(words: &str, lang: Option<&'static str>) -> Vec<Paragraph> {
    let paragraph = |text: &str| Paragraph {
        text: text.to_owned(),
        lang,
    };
    words.split("\n\n").map(paragraph).collect()
}

fn acts(visit: &Visit, shown: &CrisisShown, of_crisis: &[Action], of_family: &[Action]) -> Vec<Link> {
    let (w, crisis) = (visit.w(), &shown.crisis);
    let mut acts = Vec::new();
    if of_crisis.contains(&Action::AddToCrisis) {
        acts.push(link(visit.href(&paths::crisis_add(crisis.id)), w.crisis_add_title()));
    }
    if of_family.contains(&Action::RaiseConcern) {
        let href = format!("{}?crisis={}", paths::concern_new(crisis.family), crisis.id);
        acts.push(link(visit.href(&href), w.concern_new_title()));
    }
    acts
}

/// How long it took, in words; nothing where nobody has responded yet.
pub(crate) fn took_words(w: Words, took: Option<SignedDuration>) -> Option<String> {
    let minutes = u64::try_from(took?.as_mins()).unwrap_or_default();
    Some(if minutes < 120 {
        w.session_minutes_of(minutes)
    } else {
        w.crisis_took_hours(minutes / 60, minutes % 60)
    })
}

fn facts(w: Words, shown: &CrisisShown) -> Vec<SummaryRow> {
    let crisis = &shown.crisis;
    let took = time_to_response(crisis.received_at, shown.first_response().map(instant));
    let took = took_words(w, took).unwrap_or_else(|| w.crisis_took_none().to_owned());
    let mut rows = vec![row(w.crisis_received(), w.day_time(london_time(crisis.received_at)))];
    if let Some(caller) = crisis.caller {
        rows.push(row(
            w.crisis_caller(),
            w.named("crisis-caller", caller.key()).unwrap_or_default(),
        ));
    }
    rows.push(row(w.crisis_took(), took));
    let outcome = shown.outcome().map(Outcome::key);
    let ended = outcome.and_then(|key| w.named("crisis-outcome", key));
    rows.push(row(w.crisis_outcome(), ended.unwrap_or(w.crisis_outcome_none())));
    let by = shown.by.clone().unwrap_or_else(|| w.site_not_known().to_owned());
    rows.push(row(w.session_by(), by));
    if crisis.signed.is_none() {
        rows.push(row(w.crisis_signing(), w.session_to_sign()));
    }
    rows
}

fn entry(visit: &Visit, entry: &EntryShown) -> TimelineItem {
    let w = visit.w();
    let named = |of: &str, key: &str| w.named(of, key).unwrap_or_default();
    let title = match &entry.what {
        What::Responded(kind) => named("crisis-response", kind.key()).to_owned(),
        What::Told(told) => {
            let those: Vec<&str> = told.iter().map(|one| named("crisis-told", one.key())).collect();
            w.crisis_entry_told(&w.list(&those))
        }
        What::Ended(outcome) => named("crisis-outcome", outcome.key()).to_owned(),
        What::Note => w.crisis_note().to_owned(),
    };
    let lang = tongue(visit, &entry.language);
    let written = w.day_time(london_time(instant(entry.made_at)));
    let (when, note) = match entry.happened_at {
        Some(at) => (w.day_time(london_time(instant(at))), w.crisis_entry_written(&written)),
        None => (written, String::new()),
    };
    TimelineItem {
        when,
        title: title.into(),
        by: entry.by.clone().unwrap_or_default(),
        paragraphs: entry.words.iter().flat_map(|words| paragraphs(words, lang)).collect(),
        quote: None,
        note,
        link: None,
        kind: "seen",
    }
}

fn step_words(w: Words, step: Step) -> String {
    w.crisis_step(&level_words(w, step.to), &w.day_short(step.on))
}

fn signed(w: Words, shown: &CrisisShown) -> Option<String> {
    let (_, on) = shown.crisis.signed?;
    let name = shown.signed_by.as_deref().unwrap_or_default();
    Some(w.session_signed_by(name, &w.day_short(on)))
}

/// Stores the signature of whoever supervises.
pub async fn sign(State(app): State<App>, visit: Visit, At(id): At<CrisisId>, form: Form) -> Answer {
    let (actor, object) = (visit.actor(), Object::Crisis(id));
    let by = visit.account()?.account;
    let words = Text::parse_optional(form.get("words")).map_err(|_| PageError::TooLarge)?;
    let language = visit.lang.tag();
    let stored = app.store().act(&actor, Action::SignCrisis, object, move |tx| {
        put_name(tx, (by, language), id, words.clone())
    });
    let here = visit.href(&paths::crisis(id));
    match stored.await {
        Ok(()) => Ok(see(&paths::saying(&here, "crisis-signed"))),
        // Pressed twice, or by two at once: the page says who signed.
        Err(Wrong::Refused(Refusal::SignedAlready { .. })) => Ok(see(&here)),
        Err(Wrong::Refused(_)) => Err(PageError::NotFound),
        Err(Wrong::Store(error)) => Err(error.into()),
    }
}

fn put_name(tx: &Tx, (by, language): (AccountId, &str), id: CrisisId, words: Option<Text>) -> Result<(), Wrong> {
    let crisis = store::crisis::load(tx, id)?;
    let event = crisis.sign(by, tx.today(), words)?;
    Ok(store::crisis::record(tx, &crisis, language, &event)?)
}

/// The signature by a call.
pub(crate) fn sign_by_call(tx: &Tx, call: &Call, id: CrisisId, form: &Form) -> Result<(), Unmade> {
    let mut mistakes = Mistakes::default();
    let words = words_if_any(form, call.w, &mut mistakes, ("words", call.w.session_sign_words()));
    if mistakes.any() {
        return Err(mistakes.into());
    }
    put_name(tx, (call.by, call.language), id, words).map_err(|wrong| wrong.told(call.w))
}

//! Writing an entry on a referral: what was heard or done while the family waits.

use super::{Wrong, opened};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{DateField, Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::{At, Visit, in_language};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::day::{DayProblem, parse_day_parts};
use domain::id::ReferralId;
use domain::referral::{Referral, Refusal};
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use jiff::civil::Date;
use store::once::Once;
use words::Words;

#[derive(Template)]
#[template(path = "referral/entry.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    reference: String,
    text: Field,
    on: DateField,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    let referral = opened(&app, &visit, id, Action::AddReferralEntry).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &referral, &form, &Mistakes::default()))
}

fn read(form: &Form, w: Words, today: Date) -> Result<(Text, Date), Mistakes> {
    let mut mistakes = Mistakes::default();
    let text = Text::parse(form.get("text"));
    match &text {
        Err(TextProblem::Empty) => mistakes.add("text", w.referral_problem_entry()),
        Err(TextProblem::TooLong { .. }) => {
            let max = u64::try_from(TEXT_CHARS_MAX).unwrap_or_default();
            mistakes.add("text", w.referral_problem_text_long(w.referral_entry_text(), max));
        }
        Ok(_) => {}
    }
    let on = match parse_day_parts(form.get("on_day"), form.get("on_month"), form.get("on_year")) {
        Err(DayProblem::Empty) => Some(today),
        Err(_) => {
            mistakes.add("on", w.site_problem_day_unreal());
            None
        }
        Ok(day) if today < day => {
            mistakes.add("on", w.referral_problem_future());
            None
        }
        Ok(day) => Some(day),
    };
    match (text, on, mistakes.any()) {
        (Ok(text), Some(on), false) => Ok((text, on)),
        _ => Err(mistakes),
    }
}

/// Stores the entry.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ReferralId>, form: Form) -> Answer {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let (text, on) = match read(&form, w, today) {
        Ok(read) => read,
        Err(mistakes) => {
            let referral = opened(&app, &visit, id, Action::AddReferralEntry).await?;
            return Ok(draw(&app, &visit, &referral, &form, &mistakes));
        }
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, lang) = (visit.path.clone(), visit.lang);
    let (actor, object) = (visit.actor(), Object::Referral(id));
    let stored = app.store().act(&actor, Action::AddReferralEntry, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let referral = store::referral::load(tx, id)?;
        let event = referral
            .add_entry(account, on, tx.today(), text.clone())
            .map_err(Wrong::Refused)?;
        tx.record(&referral, &event, lang.tag())?;
        let family = in_language(lang, &paths::family(referral.family));
        let href = paths::saying(&family, "referral-entry-saved");
        tx.done(Some(&once), 303, &href)?;
        store::draft::forget(tx, account, &path)?;
        Ok(href)
    });
    match stored.await {
        Ok(href) => Ok(see(&href)),
        Err(Wrong::Store(error)) => Err(error.into()),
        Err(Wrong::Refused(refusal)) => {
            let referral = opened(&app, &visit, id, Action::AddReferralEntry).await?;
            let mut mistakes = Mistakes::default();
            mistakes.add(
                "on",
                match refusal {
                    Refusal::BeforeReceived { received } => w.referral_problem_before_received(&w.day_short(received)),
                    Refusal::InFuture { .. } => w.referral_problem_future().to_owned(),
                    _ => w.referral_problem_decided().to_owned(),
                },
            );
            Ok(draw(&app, &visit, &referral, &form, &mistakes))
        }
    }
}

fn draw(app: &App, visit: &Visit, referral: &Referral, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let page = Page::new(app, visit, w.referral_entry_title())
        .of_form()
        .back_to(visit.href(&paths::referral(referral.id)), w.referral_one())
        .with_mistakes(mistakes.any());
    let typed = |part: &str| form.get(&format!("on_{part}")).to_owned();
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        reference: referral.reference.to_string(),
        text: field("text", form.get("text"), mistakes.of("text")),
        on: DateField {
            name: "on".into(),
            id: "on".into(),
            day: typed("day"),
            month: typed("month"),
            year: typed("year"),
            error: mistakes.of("on"),
        },
        page,
    };
    show(&shown, &shown.page)
}

//! Writing an entry on a referral: what was heard or done while the family waits.

use super::verb::{self, Leads, carry_out};
use super::{Wrong, opened};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{DateField, Field, Page, Problem, date_field, field, show};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::Action;
use domain::id::ReferralId;
use domain::referral::Referral;
use domain::text::Text;
use jiff::civil::Date;
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
    let label = ("text", w.referral_entry_text());
    let text = verb::words(form, w, &mut mistakes, label, w.referral_problem_entry());
    let on = verb::day(form, w, &mut mistakes, "on").unwrap_or(today);
    if today < on {
        mistakes.add("on", w.referral_problem_future());
    }
    match text {
        Some(text) if !mistakes.any() => Ok((text, on)),
        _ => Err(mistakes),
    }
}

/// Stores the entry.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ReferralId>, form: Form) -> Answer {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let mistakes = match read(&form, w, today) {
        Ok((text, on)) => {
            let leads = Leads::ToFamily("referral-entry-saved");
            let done = carry_out(
                &app,
                &visit,
                (id, Action::AddReferralEntry),
                &form,
                leads,
                move |tx, one, by| one.add_entry(by, on, tx.today(), text.clone()).map_err(Wrong::Refused),
            );
            match done.await? {
                Ok(answer) => return Ok(answer),
                Err(refusal) => Mistakes::one("on", verb::refusal_words(w, refusal)),
            }
        }
        Err(mistakes) => mistakes,
    };
    let referral = opened(&app, &visit, id, Action::AddReferralEntry).await?;
    Ok(draw(&app, &visit, &referral, &form, &mistakes))
}

fn draw(app: &App, visit: &Visit, referral: &Referral, form: &Form, mistakes: &Mistakes) -> Response {
    let page = verb::frame(app, visit, referral, visit.w().referral_entry_title(), mistakes);
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        reference: referral.reference.to_string(),
        text: field("text", form.get("text"), mistakes.of("text")),
        on: date_field("on", |part| form.get(part).to_owned(), mistakes.of("on")),
        page,
    };
    show(&shown, &shown.page)
}

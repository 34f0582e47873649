//! Asked and answered before a referral is decided, as one thread.

use super::Wrong;
use super::verb::{self, Leads, carry_out};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, Quote, field, show};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::ReferralId;
use domain::referral::Referral;
use domain::text::Text;
use store::referral::Message;
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "referral/thread.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    reference: String,
    heading: &'static str,
    hint: &'static str,
    send: &'static str,
    thread: Vec<Said>,
    text: Field,
}

/// Something that was said, as it is shown.
pub struct Said {
    /// What it is, and when.
    pub title: String,
    /// The words and whose they are.
    pub quote: Option<Quote>,
    /// What follows from it.
    pub after: Option<String>,
}

/// What a page of the thread does.
#[derive(Clone, Copy)]
enum Way {
    Ask,
    Answer,
}

impl Way {
    const fn action(self) -> Action {
        match self {
            Self::Ask => Action::DecideReferral,
            Self::Answer => Action::AddReferralEntry,
        }
    }

    const fn said(self) -> &'static str {
        match self {
            Self::Ask => "referral-asked",
            Self::Answer => "referral-answered",
        }
    }

    fn heading(self, w: Words) -> &'static str {
        match self {
            Self::Ask => w.referral_ask_title(),
            Self::Answer => w.referral_answer_title(),
        }
    }
}

/// The form that asks.
pub async fn ask_page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    page(&app, &visit, id, Way::Ask).await
}

/// The form that answers.
pub async fn answer_page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    page(&app, &visit, id, Way::Answer).await
}

/// Stores a question.
pub async fn ask(State(app): State<App>, visit: Visit, At(id): At<ReferralId>, form: Form) -> Answer {
    send(&app, &visit, id, &form, Way::Ask).await
}

/// Stores an answer.
pub async fn answer(State(app): State<App>, visit: Visit, At(id): At<ReferralId>, form: Form) -> Answer {
    send(&app, &visit, id, &form, Way::Answer).await
}

async fn page(app: &App, visit: &Visit, id: ReferralId, way: Way) -> Answer {
    let (referral, thread) = loaded(app, visit, id, way).await?;
    let form = form::kept(app, visit).await?.unwrap_or_default();
    Ok(draw(app, visit, way, (&referral, thread), &form, &Mistakes::default()))
}

async fn loaded(app: &App, visit: &Visit, id: ReferralId, way: Way) -> Answer<(Referral, Vec<Message>)> {
    let object = Object::Referral(id);
    let permit = app.store().permit(&visit.actor(), way.action(), object).await?;
    let read = app.store().read(permit, move |tx| {
        let referral = store::referral::show(tx, id)?.referral;
        let thread = store::referral::thread(tx, &referral)?;
        Ok::<_, store::Error>((referral, thread))
    });
    Ok(read.await?)
}

async fn send(app: &App, visit: &Visit, id: ReferralId, form: &Form, way: Way) -> Answer {
    let w = visit.w();
    let mut mistakes = Mistakes::default();
    let label = ("text", way.heading(w));
    if let Some(text) = verb::words(form, w, &mut mistakes, label, w.referral_problem_thread()) {
        let leads = Leads::ToReferral(way.said());
        let done = carry_out(app, visit, (id, way.action()), form, leads, move |tx, one, by| {
            let text: Text = text.clone();
            let event = match way {
                Way::Ask => one.ask_information(by, tx.today(), text),
                Way::Answer => one.give_information(by, tx.today(), text),
            };
            event.map_err(Wrong::Refused)
        });
        match done.await? {
            Ok(answer) => return Ok(answer),
            Err(refusal) => mistakes.add("text", verb::refusal_words(w, refusal)),
        }
    }
    let (referral, thread) = loaded(app, visit, id, way).await?;
    Ok(draw(app, visit, way, (&referral, thread), form, &mistakes))
}

/// The thread as it is shown, the latest last.
pub fn shown(visit: &Visit, thread: Vec<Message>) -> Vec<Said> {
    let w = visit.w();
    let said = |message: Message| {
        let when = store::clock::london_time(store::clock::instant(message.at));
        let when = w.day_short(when.date());
        Said {
            title: if message.is_answer {
                w.referral_answered_on(&when)
            } else {
                w.referral_asked_on(&when)
            },
            quote: Some(Quote {
                text: message.words,
                lang: Lang::from_tag(&message.language)
                    .filter(|lang| *lang != visit.lang)
                    .map(Lang::tag),
                who: message.by.unwrap_or_default(),
            }),
            after: None,
        }
    };
    thread.into_iter().map(said).collect()
}

fn draw(
    app: &App,
    visit: &Visit,
    way: Way,
    (referral, thread): (&Referral, Vec<Message>),
    form: &Form,
    mistakes: &Mistakes,
) -> Response {
    let w = visit.w();
    let page = verb::frame(app, visit, referral, way.heading(w), mistakes);
    let (hint, send) = match way {
        Way::Ask => (w.referral_ask_hint(), w.referral_ask_send()),
        Way::Answer => (w.referral_answer_hint(), w.referral_answer_send()),
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        reference: referral.reference.to_string(),
        heading: way.heading(w),
        hint,
        send,
        thread: shown(visit, thread),
        text: field("text", form.get("text"), mistakes.of("text")),
        page,
    };
    show(&shown, &shown.page)
}

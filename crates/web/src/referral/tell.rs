//! What a family was told: what it waits for and when it next hears, never a place in a queue.

use super::Wrong;
use super::text::{self, Chosen, Offer};
use super::thread::Said;
use super::verb::{self, Leads, carry_out};
use crate::App;
use crate::error::Answer;
use crate::family::people;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{
    Choice, DateField, Field, Page, Problem, Quote, SummaryRow, choice, date_field, field, hinted, show,
};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::id::{PersonId, ReferralId};
use domain::referral::{How, Referral, Told};
use domain::send::Channel;
use jiff::civil::Date;
use store::referral::Telling;
use words::Words;

#[derive(Template)]
#[template(path = "referral/tell.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    reference: String,
    safe: Vec<(String, Vec<SummaryRow>)>,
    how: Field,
    hows: Vec<Choice>,
    on: DateField,
    text: Field,
    next: DateField,
    offer: Option<Offer>,
    letters: String,
}

/// The form, with how it is safe to reach each adult above it.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    let (referral, family) = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    let nothing = Mistakes::default();
    Ok(draw(&app, &visit, (&referral, &family), &form, &nothing, None))
}

async fn loaded(app: &App, visit: &Visit, id: ReferralId) -> Answer<(Referral, Family)> {
    let (actor, object) = (visit.actor(), Object::Referral(id));
    let permit = app.store().permit(&actor, Action::AddReferralEntry, object).await?;
    let read = app.store().read(permit, move |tx| {
        let referral = store::referral::show(tx, id)?.referral;
        let (family, _) = store::family::load(tx, referral.family)?;
        Ok::<_, store::Error>((referral, family))
    });
    Ok(read.await?)
}

fn read(form: &Form, w: Words, today: Date) -> Result<Told, Mistakes> {
    let mut mistakes = Mistakes::default();
    let how = How::from_key(form.get("how"));
    if how.is_none() {
        mistakes.add("how", w.referral_problem_how());
    }
    let on = verb::day(form, w, &mut mistakes, "on").unwrap_or(today);
    let label = ("text", w.referral_tell_words());
    let words = verb::words_if_any(form, w, &mut mistakes, label);
    let next_on = verb::day(form, w, &mut mistakes, "next");
    match how {
        Some(how) if !mistakes.any() => Ok(Told {
            on,
            how,
            words,
            next_on,
        }),
        _ => Err(mistakes),
    }
}

/// Stores what was said.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ReferralId>, form: Form) -> Answer {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let about = (id, Action::AddReferralEntry);
    let told = match read(&form, w, today) {
        Ok(told) => told,
        Err(mistakes) => {
            let (referral, family) = loaded(&app, &visit, id).await?;
            return Ok(draw(&app, &visit, (&referral, &family), &form, &mistakes, None));
        }
    };
    let people = match whom(&app, &visit, id, &form, &told).await? {
        Ok(people) => people,
        Err(offered) => return Ok(offered),
    };
    let (on, next) = (told.on, told.next_on);
    let leads = Leads::ToReferral(if people.is_empty() {
        "referral-told"
    } else {
        "send-offer-sent"
    });
    let done = carry_out(&app, &visit, about, &form, leads, move |tx, one, by| {
        let event = one.tell_family(by, tx.today(), told.clone()).map_err(Wrong::Refused)?;
        if !people.is_empty() {
            let (family, _) = store::family::load(tx, one.family)?;
            text::post(tx, one.site, &family, &people, next, one.version)?;
        }
        Ok(event)
    });
    let mistakes = match done.await? {
        Ok(answer) => return Ok(answer),
        Err(refusal) => Mistakes::one(box_of(refusal, on), verb::refusal_words(w, refusal)),
    };
    let (referral, family) = loaded(&app, &visit, id).await?;
    Ok(draw(&app, &visit, (&referral, &family), &form, &mistakes, None))
}

/// Whom a text goes to, with what was said by message.
///
/// # Errors
/// Inside the answer: the page with what can be sent, when that was not shown yet or nobody was chosen.
async fn whom(
    app: &App,
    visit: &Visit,
    id: ReferralId,
    form: &Form,
    told: &Told,
) -> Answer<Result<Vec<PersonId>, Response>> {
    if told.how != How::Message {
        return Ok(Ok(Vec::new()));
    }
    let mistakes = match text::chosen(form, told.next_on) {
        Chosen::None => return Ok(Ok(Vec::new())),
        Chosen::People(people) if !people.is_empty() => return Ok(Ok(people)),
        Chosen::People(_) => Mistakes::one("text_to", visit.w().send_offer_problem()),
        Chosen::Nothing => Mistakes::default(),
    };
    let (referral, family) = loaded(app, visit, id).await?;
    let offer = text::offer(app, visit, &family, form, told.next_on, mistakes.of("text_to"));
    if offer.is_none() && !mistakes.any() {
        return Ok(Ok(Vec::new()));
    }
    Ok(Err(draw(app, visit, (&referral, &family), form, &mistakes, offer)))
}

/// The box a refusal is about: when they hear again, where that day is before the telling.
fn box_of(refusal: domain::referral::Refusal, on: Date) -> &'static str {
    match refusal {
        domain::referral::Refusal::InPast { today } if today == on => "next",
        _ => "on",
    }
}

/// A way of telling, in words.
pub fn how_words(w: Words, how: How) -> &'static str {
    match how {
        How::Letter => w.referral_how_letter(),
        How::Call => w.referral_how_call(),
        How::Message => w.referral_how_message(),
        How::Visit => w.referral_how_visit(),
    }
}

/// Each time the family was told, the latest first.
pub fn shown(visit: &Visit, tellings: Vec<Telling>) -> Vec<Said> {
    let w = visit.w();
    let said = |telling: Telling| {
        let told = telling.told;
        Said {
            title: w.referral_told_on(how_words(w, told.how), &w.day_short(told.on)),
            quote: told.words.map(|text| Quote {
                text: text.to_string(),
                lang: None,
                who: telling.by.unwrap_or_default(),
            }),
            after: told.next_on.map(|day| w.referral_told_next(&w.day(day))),
        }
    };
    tellings.into_iter().map(said).collect()
}

/// Why nobody can be sent a text from here, if nobody can.
fn no_text(app: &App, w: Words, family: &Family) -> Option<&'static str> {
    if !app.sending().has(Channel::Sms) {
        return Some(w.send_offer_no_way());
    }
    text::reachable(family).is_empty().then(|| w.send_offer_none())
}

fn draw(
    app: &App,
    visit: &Visit,
    (referral, family): (&Referral, &Family),
    form: &Form,
    mistakes: &Mistakes,
    offer: Option<Offer>,
) -> Response {
    let w = visit.w();
    let date = |name: &str| date_field(name, |part| form.get(part).to_owned(), mistakes.of(name));
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let way = |one: How| {
        let checked = form.get("how") == one.key();
        match no_text(app, w, family).filter(|_| one == How::Message) {
            Some(why) => hinted(one.key(), how_words(w, one), why, checked),
            None => choice(one.key(), how_words(w, one), checked),
        }
    };
    let safe = family.adults().filter_map(|adult| {
        let rows = people::safe(w, adult.safe_contact.as_ref()?);
        (!rows.is_empty()).then(|| (people::name(w, adult), rows))
    });
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        reference: referral.reference.to_string(),
        safe: safe.collect(),
        how: typed("how"),
        hows: How::ALL.into_iter().map(way).collect(),
        on: date("on"),
        text: typed("text"),
        next: date("next"),
        offer,
        letters: visit.href(&paths::referral_letter(referral.id)),
        page: verb::frame(app, visit, referral, w.referral_tell_title(), mistakes),
    };
    show(&shown, &shown.page)
}

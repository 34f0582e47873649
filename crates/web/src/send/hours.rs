//! When people of a programme area are left alone, and which number families ring.

use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::SiteId;
use domain::send::Quiet;
use jiff::civil::Time;
use store::once::Once;
use store::site::{self, Sending, Site};
use words::Words;

/// The longest number that is printed, in characters.
const RING_CHARS_MAX: usize = 30;

#[derive(Template)]
#[template(path = "send/hours.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: String,
    from: Field,
    to: Field,
    ring: Field,
}

async fn loaded(app: &App, visit: &Visit, id: SiteId) -> Answer<(Site, Sending)> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SetSending, Object::Site(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>((site::by_id(tx, id)?, site::sending(tx, id)?))
    });
    Ok(read.await?)
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<SiteId>) -> Answer {
    let (site, now) = loaded(&app, &visit, id).await?;
    let clock = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
    let as_it_is = || {
        Form::default()
            .with("from", &clock(now.quiet.from))
            .with("to", &clock(now.quiet.to))
            .with("ring", now.ring.as_deref().unwrap_or_default())
    };
    let form = form::kept(&app, &visit).await?.unwrap_or_else(as_it_is);
    Ok(draw(&app, &visit, &site, &form, &Mistakes::default()))
}

fn read(form: &Form, w: Words) -> Result<Sending, Mistakes> {
    let mut mistakes = Mistakes::default();
    let mut time = |name: &str| {
        let time = time_of_day(form.get(name));
        if time.is_none() {
            mistakes.add(name, w.send_hours_problem_time());
        }
        time
    };
    let (from, to) = (time("from"), time("to"));
    let ring = form.get("ring").trim();
    let as_a_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-');
    let fits = ring.chars().count() <= RING_CHARS_MAX && ring.chars().all(as_a_number);
    if !fits || (!ring.is_empty() && !ring.contains(|c: char| c.is_ascii_digit())) {
        mistakes.add("ring", w.send_hours_problem_ring());
    }
    match (from, to) {
        (Some(from), Some(to)) if !mistakes.any() => Ok(Sending {
            quiet: Quiet { from, to },
            ring: (!ring.is_empty()).then(|| ring.to_owned()),
        }),
        _ => Err(mistakes),
    }
}

/// A time as it is typed: `21:00`, `9.30`, `8`.
fn time_of_day(typed: &str) -> Option<Time> {
    let (hour, minute) = typed.trim().split_once([':', '.']).unwrap_or((typed.trim(), "00"));
    let is_part = |text: &str| matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    let number = |text: &str| is_part(text).then(|| text.parse::<i8>().ok())?;
    Time::new(number(hour)?, number(minute).filter(|_| minute.len() == 2)?, 0, 0).ok()
}

/// Stores what was set.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<SiteId>, form: Form) -> Answer {
    let sending = match read(&form, visit.w()) {
        Ok(sending) => sending,
        Err(mistakes) => {
            let (site, _) = loaded(&app, &visit, id).await?;
            return Ok(draw(&app, &visit, &site, &form, &mistakes));
        }
    };
    let me = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SetSending, Object::Site(id))
        .await?;
    let href = paths::saying(&visit.href(paths::MESSAGES), "send-hours-saved");
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let (path, to) = (visit.path.clone(), href.clone());
    let stored = app.store().write(permit, move |tx| {
        tx.not_done_before(Some(&once))?;
        site::set_sending(tx, id, &sending)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, me, &path)
    });
    stored.await?;
    Ok(see(&href))
}

fn draw(app: &App, visit: &Visit, site: &Site, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let heading = w.send_hours_heading(site.name(visit.lang.tag()));
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        from: typed("from"),
        to: typed("to"),
        ring: typed("ring"),
        page: Page::new(app, visit, &heading)
            .of_form()
            .back_to(visit.href(paths::MESSAGES), w.send_list_title())
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}

#[cfg(test)]
mod tests {
    use super::time_of_day;

    #[test]
    fn a_time_is_read_as_people_type_it_and_nothing_else() {
        for (typed, time) in [
            ("21:00", "21:00:00"),
            (" 9.30 ", "09:30:00"),
            ("8", "08:00:00"),
            ("00:00", "00:00:00"),
        ] {
            assert_eq!(
                time_of_day(typed).map(|time| time.to_string()).as_deref(),
                Some(time),
                "{typed}"
            );
        }
        for typed in [
            "",
            "24:00",
            "21:60",
            "9pm",
            "-1:00",
            "1:0",
            "١٢:٠٠",
            "21:00:00",
            "100:00",
            "+1:00",
        ] {
            assert_eq!(time_of_day(typed), None, "{typed}");
        }
    }
}

//! What the service sends and whether it went, for those who keep it running: never to whom, never about what.

use crate::App;
use crate::error::Answer;
use crate::form::Form;
use crate::page::{Cell, Link, Page, Table, link, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::MessageId;
use domain::send::Channel;
use store::clock::{instant, london_time};
use store::once::Once;
use store::outbox::{self, After, LINES_MAX, Line};
use store::site::{self, Site};
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "send/list.html")]
struct Shown {
    page: Page,
    once: String,
    notes: Vec<&'static str>,
    given_up: Option<String>,
    again: Vec<(String, String)>,
    may_send: bool,
    table: Table,
    none: bool,
    older: Option<String>,
    from_start: Option<String>,
    hours: Vec<Link>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let store = app.store();
    let actor = visit.actor();
    let permit = store.permit(&actor, Action::ListMessages, Object::Lists).await?;
    let after = visit.query_value("after").as_deref().and_then(read_after);
    let read = store.read(permit, move |tx| {
        Ok::<_, store::Error>((outbox::list(tx, after)?, site::in_scope(tx)?))
    });
    let (mut lines, sites) = read.await?;
    let may_send = !store
        .allowed(&actor, Object::System, &[Action::SendAgain])
        .await?
        .is_empty();
    let more = lines.len() > LINES_MAX;
    lines.truncate(LINES_MAX);
    let here = visit.href(paths::MESSAGES);
    let older = lines.last().filter(|_| more);
    let given_up: Vec<&Line> = lines.iter().filter(|line| line.stage == "given_up").collect();
    let shown = Shown {
        once: Form::default().once_key(&app),
        notes: notes(w, &app),
        given_up: (!given_up.is_empty()).then(|| w.send_list_given_up(given_up.len() as u64)),
        again: given_up
            .iter()
            .map(|line| (line.id.to_string(), title(w, line)))
            .collect(),
        may_send,
        none: lines.is_empty(),
        older: older.map(|line| format!("{here}?after={}_{}", line.made_at, line.id)),
        from_start: after.map(|_| here.clone()),
        table: table(w, &lines),
        hours: sites
            .iter()
            .flat_map(|site| [hours(&visit, site), numbers(&visit, site)])
            .collect(),
        page: Page::new(&app, &visit, w.send_list_title()),
    };
    Ok(show(&shown, &shown.page))
}

fn numbers(visit: &Visit, site: &Site) -> Link {
    let name = site.name(visit.lang.tag());
    link(visit.href(&paths::numbers(site.id)), &visit.w().ring_set_title(name))
}

fn hours(visit: &Visit, site: &Site) -> Link {
    let name = site.name(visit.lang.tag());
    link(
        visit.href(&paths::quiet_hours(site.id)),
        &visit.w().send_hours_heading(name),
    )
}

fn read_after(text: &str) -> Option<After> {
    let (made_at, id) = text.split_once('_')?;
    Some(After {
        made_at: made_at.parse().ok()?,
        id: id.parse().ok()?,
    })
}

/// What cannot leave, before anybody wonders.
fn notes(w: Words, app: &App) -> Vec<&'static str> {
    let sending = app.sending();
    if sending.kept_here {
        return vec![w.send_list_kept()];
    }
    let no_mail = (!sending.has(Channel::Email)).then(|| w.send_list_no_mail());
    let no_text = (!sending.has(Channel::Sms)).then(|| w.send_list_no_text());
    no_mail.into_iter().chain(no_text).collect()
}

/// Which one it is, for a button: its kind and when it was posted.
fn title(w: Words, line: &Line) -> String {
    let posted = w.day_time(london_time(instant(line.made_at)));
    [kind_words(w, line), &posted].join(" · ")
}

fn kind_words(w: Words, line: &Line) -> &'static str {
    w.named("send-kind", &line.kind).unwrap_or_default()
}

fn table(w: Words, lines: &[Line]) -> Table {
    let heads = [
        w.send_list_column_kind(),
        w.send_list_column_posted(),
        w.send_list_column_channel(),
        w.send_list_column_language(),
        w.send_list_column_state(),
        w.send_list_column_tries(),
        w.send_list_column_why(),
    ];
    Table {
        caption: w.send_list_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: lines.iter().map(|line| cells(w, line)).collect(),
    }
}

fn cells(w: Words, line: &Line) -> Vec<Cell> {
    let why = line.failure.as_deref().and_then(|code| w.named("send-failure", code));
    vec![
        Cell::text(kind_words(w, line)),
        Cell::text(when(w, line.made_at)),
        Cell::text(channel_words(w, line)),
        language(w, line),
        state(w, line),
        Cell::number(line.tries),
        Cell::text(why.unwrap_or_default()),
    ]
}

fn channel_words(w: Words, line: &Line) -> String {
    let channel = w.named("send-channel", line.channel.key()).unwrap_or_default();
    match line.segments.and_then(|n| u64::try_from(n).ok()) {
        Some(n) => [channel, &w.send_state_segments(n)].join(" · "),
        None => channel.to_owned(),
    }
}

fn language(w: Words, line: &Line) -> Cell {
    let lang = Lang::from_tag(&line.language).unwrap_or(Lang::En);
    Cell {
        lang: (lang != w.lang()).then_some(lang.tag()),
        ..Cell::text(Words::new(lang).site_language_name())
    }
}

fn when(w: Words, micros: i64) -> String {
    w.day_time_short(london_time(instant(micros)))
}

/// How it stands with a message: what somebody has to do with stands out, the rest says when.
fn state(w: Words, line: &Line) -> Cell {
    match (line.stage.as_str(), line.sent_at) {
        ("sent", Some(at)) if line.kept_here => Cell::text(w.send_state_kept(&when(w, at))),
        ("sent", Some(at)) => Cell::text(w.send_state_sent(&when(w, at))),
        ("given_up", _) => Cell::tag(w.send_state_given_up(), "warm"),
        _ if line.made_at < line.not_before => Cell::text(w.send_state_queued_until(&when(w, line.not_before))),
        _ => Cell::tag(w.send_state_queued(), "strong"),
    }
}

/// Sends one that was given up again, or a trial to whoever asks.
pub async fn again(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let account = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SendAgain, Object::System)
        .await?;
    let id: Option<MessageId> = form.get("message").parse().ok();
    let said = if id.is_some() {
        "send-again-done"
    } else {
        "send-trial-done"
    };
    let href = paths::saying(&visit.href(paths::MESSAGES), said);
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let to = href.clone();
    let stored = app.store().write(permit, move |tx| {
        tx.not_done_before(Some(&once))?;
        match id {
            Some(id) => outbox::again(tx, id)?,
            None => outbox::post_trial(tx)?,
        }
        tx.done(Some(&once), 303, &to)
    });
    stored.await?;
    Ok(see(&href))
}

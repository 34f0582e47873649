//! Putting right what was written of a visit. What stood there is kept.

use super::fill::hint;
use super::read;
use super::show::{prompt_words, when_words};
use super::{Wrong, refusal_words};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::typed::words;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::SessionId;
use domain::practice::Prompts;
use domain::session::{Passage, Prompt};
use store::once::Once;
use store::session::SessionShown;

/// One box for words.
struct Box {
    field: Field,
    label: &'static str,
    hint: &'static str,
    needed: bool,
}

#[derive(Template)]
#[template(path = "session/right.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    version: String,
    kind: String,
    name: String,
    boxes: Vec<Box>,
    why: Field,
    keep: String,
}

struct Loaded {
    shown: SessionShown,
    name: String,
    prompts: Prompts,
}

async fn loaded(app: &App, visit: &Visit, id: SessionId) -> Answer<Loaded> {
    let (actor, object) = (visit.actor(), Object::Session(id));
    let permit = app.store().permit(&actor, Action::ChangeSession, object).await?;
    let read = app.store().read(permit, move |tx| {
        let shown = store::session::show(tx, id)?;
        let (_, name) = store::family::load(tx, shown.session.family)?;
        let prompts = store::practice::of_family(tx, shown.session.family)?.prompts;
        Ok::<_, store::Error>(Loaded { shown, name, prompts })
    });
    Ok(read.await?)
}

/// The form, with the words as they stand.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<SessionId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let kept = form::kept(&app, &visit).await?;
    let form = kept.unwrap_or_else(|| as_it_stands(&loaded.shown));
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

fn as_it_stands(shown: &SessionShown) -> Form {
    let form = Form::default()
        .with("kind", shown.session.kind.key)
        .with("version", &shown.session.version.to_string());
    Prompt::ALL.iter().fold(form, |form, prompt| {
        let words = shown.passages.iter().filter(|passage| passage.prompt == *prompt);
        let words: Vec<&str> = words.map(|passage| passage.words.as_str()).collect();
        form.with(prompt.key(), &words.join("\n\n"))
    })
}

/// Stores the words.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<SessionId>, form: Form) -> Answer {
    let w = visit.w();
    let loaded = loaded(&app, &visit, id).await?;
    // What kind it was is not put right here, whatever was sent.
    let form = form.without("kind").with("kind", loaded.shown.session.kind.key);
    let mut mistakes = Mistakes::default();
    let passages: Option<Vec<Passage>> = read::passages(&form, w, &mut mistakes);
    let label = ("right_why", w.session_right_why());
    let why = words(&form, w, &mut mistakes, label, w.session_problem_right_why());
    let (Some(passages), Some(why), false) = (passages, why, mistakes.any()) else {
        return Ok(draw(&app, &visit, &loaded, &form, &mistakes));
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let read_at: i64 = form.get("version").parse().unwrap_or_default();
    let (path, language) = (visit.path.clone(), visit.lang.tag());
    let href = paths::saying(&visit.href(&paths::session(id)), "session-right-saved");
    let to = href.clone();
    let (actor, object) = (visit.actor(), Object::Session(id));
    let stored = app.store().act(&actor, Action::ChangeSession, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let session = store::session::load(tx, id)?;
        if session.version != read_at {
            return Err(Wrong::Store(store::Error::Stale { now: session.version }));
        }
        let before = store::session::passages(tx, id)?;
        let event = session.put_right(account, &before, passages.clone(), why.clone())?;
        store::session::record(tx, &session, language, &before, &event)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(())
    });
    let (form, mistakes) = match stored.await {
        Ok(()) => return Ok(see(&href)),
        Err(Wrong::Refused(refusal)) => {
            let (name, text) = refusal_words(w, refusal);
            (form, Mistakes::one(name, text))
        }
        Err(Wrong::Store(store::Error::Stale { now })) => {
            let fresh = form.without("version").with("version", &now.to_string());
            (fresh, Mistakes::one("happened", w.session_problem_stale()))
        }
        Err(Wrong::Store(error)) => return Err(error.into()),
    };
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let (session, kind) = (&loaded.shown.session, loaded.shown.session.kind);
    let asked = (0..kind.asks.len()).filter_map(Prompt::asked);
    let one = |prompt: Prompt| Box {
        field: field(prompt.key(), form.get(prompt.key()), mistakes.of(prompt.key())),
        label: prompt_words(w, kind, prompt),
        hint: hint(w, loaded.prompts, prompt),
        needed: prompt == Prompt::Happened,
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        version: form.get("version").to_owned(),
        kind: kind.key.to_owned(),
        name: format!("{} · {}", w.family_title(&loaded.name), when_words(w, session.when)),
        boxes: Prompt::EVERY.into_iter().chain(asked).map(one).collect(),
        why: field("right_why", form.get("right_why"), mistakes.of("right_why")),
        keep: format!("{}/keep", visit.href(&visit.path)),
        page: Page::new(app, visit, w.session_right_title())
            .of_form()
            .back_to(
                visit.href(&paths::session(session.id)),
                super::show::kind_words(w, kind),
            )
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

//! Putting right what was written of a visit. What stood there is kept.

use super::fill::hint;
use super::read;
use super::refusal_words;
use super::show::{prompt_words, when_words};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, show};
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
use store::Tx;
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
    let asked = (Action::ChangeSession, Object::Session(id));
    let href = paths::saying(&visit.href(&paths::session(id)), "session-right-saved");
    let act = move |tx: &Tx, call: &Call, form: &Form| by_call(tx, call, id, form);
    let (form, mistakes) = match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(Unmade::Store(store::Error::Stale { now })) => {
            let fresh = form.without("version").with("version", &now.to_string());
            (fresh, Mistakes::one("happened", visit.w().session_problem_stale()))
        }
        Err(unmade) => (form, unmade.mistakes()?),
    };
    let loaded = loaded(&app, &visit, id).await?;
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

/// Reads the words, lets the rules decide, and stores them beside what stood there.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: SessionId, form: &Form) -> Result<(), Unmade> {
    let (w, mut mistakes) = (call.w, Mistakes::default());
    let session = store::session::load(tx, id)?;
    // What kind it was is not put right here, whatever was sent.
    let form = form.clone().without("kind").with("kind", session.kind.key);
    let passages: Option<Vec<Passage>> = read::passages(&form, w, &mut mistakes);
    let label = ("right_why", w.session_right_why());
    let why = words(&form, w, &mut mistakes, label, w.session_problem_right_why());
    let (Some(passages), Some(why), false) = (passages, why, mistakes.any()) else {
        return Err(mistakes.into());
    };
    if session.version != form.get("version").parse::<i64>().unwrap_or_default() {
        return Err(store::Error::Stale { now: session.version }.into());
    }
    let before = store::session::passages(tx, id)?;
    let event = call.said(session.put_right(call.by, &before, passages, why), refusal_words)?;
    Ok(store::session::record(tx, &session, call.language, &before, &event)?)
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

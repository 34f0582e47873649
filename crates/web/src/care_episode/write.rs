//! The form of a time in care: new, or put right.

use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::closing::care_words;
use crate::error::{Answer, PageError};
use crate::family::people::name;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, show};
use crate::paths;
use crate::typed::day;
use crate::visit::{At, Under, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::care_episode::{EpisodeKind, NewEpisode, Refusal, Source};
use domain::family::{Family, Person};
use domain::id::{EpisodeId, FamilyId, PersonId};
use jiff::civil::Date;
use store::Tx;
use store::care_episode::EpisodeShown;
use words::Words;

#[derive(Template)]
#[template(path = "care_episode/write.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: &'static str,
    name: String,
    child: Field,
    children: Vec<Choice>,
    kind: Field,
    kinds: Vec<Choice>,
    from: DateField,
    to: DateField,
    source: Field,
    sources: Vec<Choice>,
    wrong: Option<Field>,
}

struct Loaded {
    family: Family,
    name: String,
    episode: Option<EpisodeShown>,
}

/// The form for another one.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    form_page(&app, &visit, (id, None)).await
}

/// The form of one that is there.
pub async fn right_page(
    State(app): State<App>,
    visit: Visit,
    Under(id, episode): Under<FamilyId, EpisodeId>,
) -> Answer {
    form_page(&app, &visit, (id, Some(episode))).await
}

/// Stores another one.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    store_it(&app, &visit, (id, None), form).await
}

/// Stores that one that is there is put right.
pub async fn right(
    State(app): State<App>,
    visit: Visit,
    Under(id, episode): Under<FamilyId, EpisodeId>,
    form: Form,
) -> Answer {
    store_it(&app, &visit, (id, Some(episode)), form).await
}

async fn loaded(app: &App, visit: &Visit, (id, episode): (FamilyId, Option<EpisodeId>)) -> Answer<Loaded> {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::RecordAfter, object).await?;
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        let all = store::care_episode::of_family(tx, id)?;
        let one = episode.map(|episode| all.into_iter().find(|one| one.id == episode));
        Ok::<_, store::Error>((family, name, one))
    });
    let (family, name, one) = read.await?;
    // One that was put right is there no more.
    let episode = match one {
        Some(None) => return Err(PageError::NotFound),
        Some(found) => found,
        None => None,
    };
    Ok(Loaded { family, name, episode })
}

async fn form_page(app: &App, visit: &Visit, which: (FamilyId, Option<EpisodeId>)) -> Answer {
    let loaded = loaded(app, visit, which).await?;
    let form = match form::kept(app, visit).await? {
        Some(kept) => kept,
        None => loaded.episode.as_ref().map(as_form).unwrap_or_default(),
    };
    Ok(draw(app, visit, &loaded, &form, &Mistakes::default()))
}

fn as_form(one: &EpisodeShown) -> Form {
    let with_day = |form: Form, name: &str, day: Date| {
        form.with(&format!("{name}_day"), &day.day().to_string())
            .with(&format!("{name}_month"), &day.month().to_string())
            .with(&format!("{name}_year"), &day.year().to_string())
    };
    let episode = one.episode;
    let form = Form::default()
        .with("child", &episode.child.to_string())
        .with("kind", episode.kind.key())
        .with("source", episode.source.key());
    let form = with_day(form, "from", episode.from);
    match episode.to {
        Some(to) => with_day(form, "to", to),
        None => form,
    }
}

fn read(form: &Form, w: Words) -> Result<NewEpisode, Mistakes> {
    let mut mistakes = Mistakes::default();
    let child: Option<PersonId> = form.get("child").parse().ok();
    if child.is_none() {
        mistakes.add("child", w.care_episode_problem_child());
    }
    let kind = EpisodeKind::from_key(form.get("kind"));
    if kind.is_none() {
        mistakes.add("kind", w.care_episode_problem_kind());
    }
    let from = day(form, w, &mut mistakes, "from");
    if from.is_none() && mistakes.of("from").is_none() {
        mistakes.add("from", w.care_episode_problem_from());
    }
    let to = day(form, w, &mut mistakes, "to");
    let source = Source::from_key(form.get("source"));
    if source.is_none() {
        mistakes.add("source", w.care_episode_problem_source());
    }
    match (child, kind, from, source) {
        (Some(child), Some(kind), Some(from), Some(source)) if !mistakes.any() => Ok(NewEpisode {
            child,
            kind,
            from,
            to,
            source,
        }),
        _ => Err(mistakes),
    }
}

/// Stores it, or that one was a mistake.
async fn store_it(app: &App, visit: &Visit, which: (FamilyId, Option<EpisodeId>), form: Form) -> Answer {
    let asked = (Action::RecordAfter, Object::Family(which.0));
    let href = paths::saying(&visit.href(&paths::after(which.0)), "care-episode-saved");
    let act = move |tx: &Tx, call: &Call, form: &Form| decide(tx, call, which, form);
    let unmade = match pressed(app, visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    Ok(draw(app, visit, &loaded(app, visit, which).await?, &form, &unmade))
}

/// The same by a call; `episode` names the one that is put right.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    let before = match form.get("episode") {
        "" => None,
        typed => Some(typed.parse().map_err(|_| store::Error::NotFound)?),
    };
    decide(tx, call, (id, before), form)
}

/// Lets the rules decide, and stores what takes the place of what.
fn decide(tx: &Tx, call: &Call, (id, episode): (FamilyId, Option<EpisodeId>), form: &Form) -> Result<(), Unmade> {
    let (family, _) = store::family::load(tx, id)?;
    let before = match episode {
        None => None,
        // One that was put right is there no more.
        Some(episode) => {
            let mut all = store::care_episode::of_family(tx, id)?.into_iter();
            let one = all.find(|one| one.id == episode).ok_or(store::Error::NotFound)?;
            Some((one.episode.child, episode))
        }
    };
    let is_wrong = before.is_some() && form.get("wrong") == "yes";
    let new = if is_wrong {
        None
    } else {
        let decided = store::care_episode::decide(tx, &family, episode, read(form, call.w)?)?;
        Some(call.said(decided, refusal_words)?)
    };
    if let Some(before) = before {
        store::care_episode::put_right(tx, id, before)?;
    }
    if let Some(new) = new {
        store::care_episode::make(tx, (id, family.site), &new)?;
    }
    Ok(())
}

/// Where on the form a mistake stands, and what it says.
fn refusal_words(w: Words, refusal: Refusal) -> (&'static str, String) {
    match refusal {
        Refusal::NotAChild => ("child", w.care_episode_problem_child().to_owned()),
        Refusal::ToCome { on } => ("from", w.care_episode_problem_to_come(&w.day_short(on))),
        Refusal::EndsBeforeItBegins { from } => ("to", w.care_episode_problem_order(&w.day_short(from))),
        Refusal::BeforeBirth => ("from", w.care_episode_problem_birth().to_owned()),
        Refusal::Already { from } => ("from", w.care_episode_problem_already(&w.day_short(from))),
    }
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let (w, family) = (visit.w(), &loaded.family);
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let day = |name: &str| date_field(name, |part| form.get(part).to_owned(), mistakes.of(name));
    let child = |child: &Person| {
        let id = child.id.to_string();
        choice(&id, &name(w, child), form.get("child") == id)
    };
    let kind = |one: &EpisodeKind| choice(one.key(), care_words(w, *one), form.get("kind") == one.key());
    let source = |one: &Source| {
        let words = w.named("care-episode-source", one.key()).unwrap_or_default();
        choice(one.key(), words, form.get("source") == one.key())
    };
    let heading = if loaded.episode.is_some() {
        w.care_episode_right_title()
    } else {
        w.care_episode_title()
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        heading,
        name: w.family_title(&loaded.name),
        child: typed("child"),
        children: family.children().map(child).collect(),
        kind: typed("kind"),
        kinds: EpisodeKind::ALL.iter().map(kind).collect(),
        from: day("from"),
        to: day("to"),
        source: typed("source"),
        sources: Source::ALL.iter().map(source).collect(),
        wrong: loaded.episode.is_some().then(|| typed("wrong")),
        page: Page::new(app, visit, heading)
            .of_form()
            .back_to(visit.href(&paths::after(family.id)), w.closing_after_title())
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

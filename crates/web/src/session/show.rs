//! One visit: when, where, who was there, what was written, whose each paragraph is, and what stood there before.

use crate::App;
use crate::error::Answer;
use crate::family::people::{first_name, name};
use crate::page::{Choice, Field, Link, Page, SummaryRow, choice, field, link, row, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::id::{PersonId, SessionId};
use domain::session::{Passage, Prompt, Session, Stage, When};
use domain::support::SupportKind;
use store::session::SessionShown;
use words::{Lang, Words};

/// One paragraph as it is shown.
pub(super) struct Shown {
    title: Option<&'static str>,
    text: String,
    lang: Option<&'static str>,
    is_said: bool,
    is_opinion: bool,
    outsider: bool,
    given_to: Option<String>,
    give: Option<Give>,
}

/// Giving a paragraph to one person, by one tap.
struct Give {
    number: usize,
    people: Vec<Choice>,
}

/// What stood there before.
struct Earlier {
    when: String,
    why: String,
    passages: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "session/show.html")]
struct View {
    page: Page,
    heading: String,
    name: String,
    stage: &'static str,
    look: &'static str,
    facts: Vec<SummaryRow>,
    acts: Vec<Link>,
    passages: Vec<Shown>,
    before: Vec<Earlier>,
    give_href: String,
    mark_href: String,
    sign: Option<Sign>,
    signed: Option<String>,
    signed_words: Option<String>,
}

/// What somebody who supervises signs.
struct Sign {
    href: String,
    words: Field,
}

struct Loaded {
    shown: SessionShown,
    family: Family,
    name: String,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<SessionId>) -> Answer {
    let w = visit.w();
    let object = Object::Session(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenSession, object)
        .await?;
    let read = app.store().read(permit, move |tx| {
        let shown = store::session::show(tx, id)?;
        let (family, name) = store::family::load(tx, shown.session.family)?;
        Ok::<_, store::Error>(Loaded { shown, family, name })
    });
    let loaded = read.await?;
    let allowed = rights.allowed(object, &[Action::ChangeSession, Action::CountersignSession]);
    let family = Object::Family(loaded.shown.session.family);
    let may_raise = !rights.allowed(family, &[Action::RaiseConcern]).is_empty();
    let may_change = allowed.contains(&Action::ChangeSession);
    let (shown, session) = (&loaded.shown, &loaded.shown.session);
    let heading = w.session_title(kind_words(w, session.kind), &w.day_short(session.when.on));
    let (stage, look) = stage_words(w, session.stage);
    let may_sign = allowed.contains(&Action::CountersignSession) && session.stage == Stage::Done;
    let passages = Passages {
        visit: &visit,
        family: &loaded.family,
        kind: session.kind,
        language: &shown.language,
    };
    let view = View {
        name: w.family_title(&loaded.name),
        facts: facts(w, &loaded),
        acts: acts(&visit, session, (may_change, may_raise)),
        passages: passages.all(&shown.passages, may_change && session.stage == Stage::Done),
        before: before(&visit, &passages, shown),
        give_href: visit.href(&paths::session_give(id)),
        mark_href: visit.href(&paths::session_mark(id)),
        sign: (may_sign && session.signed.is_none()).then(|| Sign {
            href: visit.href(&paths::session_sign(id)),
            words: field("words", "", None),
        }),
        signed: signed(w, shown),
        signed_words: shown.signed_words.clone(),
        page: Page::new(&app, &visit, &heading).back_to(
            visit.href(&paths::family(session.family)),
            &w.family_title(&loaded.name),
        ),
        heading,
        stage,
        look,
    };
    Ok(answer(&view))
}

fn answer(view: &View) -> Response {
    show(view, &view.page)
}

/// What a kind of support is called.
pub(crate) fn kind_words(w: Words, kind: &SupportKind) -> &'static str {
    w.named("support-kind", kind.key).unwrap_or_default()
}

/// A stage in words, and how it looks.
pub(crate) fn stage_words(w: Words, stage: Stage) -> (&'static str, &'static str) {
    let words = w.named("session-stage", stage.key()).unwrap_or_default();
    let look = match stage {
        Stage::Planned => "",
        Stage::Done => "strong",
        Stage::Cancelled { .. } | Stage::Missed { .. } => "quiet",
    };
    (words, look)
}

/// What a box or a paragraph answers.
pub(crate) fn prompt_words(w: Words, kind: &SupportKind, prompt: Prompt) -> &'static str {
    let asked = |place: usize| kind.asks.get(place).and_then(|key| w.named("support-ask", key));
    let words = match prompt {
        Prompt::First => asked(0),
        Prompt::Second => asked(1),
        _ => w.named("session-prompt", prompt.key()),
    };
    words.unwrap_or_default()
}

/// When a session is, in words.
pub(crate) fn when_words(w: Words, when: When) -> String {
    match when.at {
        Some(at) => w.session_when_at(&w.day(when.on), &w.time(at)),
        None => w.day(when.on),
    }
}

fn facts(w: Words, loaded: &Loaded) -> Vec<SummaryRow> {
    let session = &loaded.shown.session;
    let people = loaded
        .family
        .people
        .iter()
        .filter(|person| session.present.contains(&person.id));
    let people: Vec<String> = people.map(|person| name(w, person)).collect();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let present = if people.is_empty() {
        w.session_present_nobody().to_owned()
    } else {
        w.list(&people)
    };
    let minutes = session.when.minutes.map(|n| w.session_minutes_of(u64::from(n)));
    let when = std::iter::once(when_words(w, session.when)).chain(minutes);
    let place = w.named("session-place", session.place.key()).unwrap_or_default();
    let mut rows = vec![
        row(w.session_when(), when.collect::<Vec<_>>().join("\n")),
        row(w.session_place(), place),
        row(w.session_present(), present),
    ];
    if let Some(why) = session.stage.why() {
        rows.push(row(
            w.session_why(),
            w.named("session-why", why.key()).unwrap_or_default(),
        ));
    }
    rows.push(row(w.session_by(), loaded.shown.by.clone().unwrap_or_default()));
    rows
}

fn acts(visit: &Visit, session: &Session, (may_change, may_raise): (bool, bool)) -> Vec<Link> {
    let (w, id) = (visit.w(), session.id);
    let is_mine = visit.who.as_ref().is_some_and(|who| who.account == session.author);
    let mut acts = match session.stage {
        Stage::Planned if may_change => vec![
            link(visit.href(&paths::session_then(id)), w.session_act_then()),
            link(visit.href(&paths::session_move(id)), w.session_act_move()),
        ],
        Stage::Done if may_change && is_mine => {
            vec![link(visit.href(&paths::session_right(id)), w.session_act_right())]
        }
        _ => Vec::new(),
    };
    if may_raise {
        let href = format!("{}?session={id}", paths::concern_new(session.family));
        acts.push(link(visit.href(&href), w.concern_new_title()));
    }
    acts
}

fn signed(w: Words, shown: &SessionShown) -> Option<String> {
    let (_, on) = shown.session.signed?;
    let name = shown.signed_by.as_deref().unwrap_or_default();
    Some(w.session_signed_by(name, &w.day_short(on)))
}

fn before(visit: &Visit, passages: &Passages<'_>, shown: &SessionShown) -> Vec<Earlier> {
    let w = visit.w();
    let earlier = shown.before.iter().map(|one| {
        let at = store::clock::london_time(store::clock::instant(one.at));
        Earlier {
            when: w.session_before_when(&w.day_time(at), one.by.as_deref().unwrap_or_default()),
            why: one.why.clone(),
            passages: passages.all(&one.passages, false),
        }
    });
    earlier.collect()
}

/// How paragraphs are shown.
struct Passages<'a> {
    visit: &'a Visit,
    family: &'a Family,
    kind: &'static SupportKind,
    language: &'a str,
}

impl Passages<'_> {
    /// All of them; each says what it answers where the one before did not.
    fn all(&self, passages: &[Passage], may_give: bool) -> Vec<Shown> {
        let w = self.visit.w();
        let mut said_before = None;
        let one = |(number, passage): (usize, &Passage)| {
            let is_new = said_before != Some(passage.prompt);
            said_before = Some(passage.prompt);
            Shown {
                title: is_new.then(|| prompt_words(w, self.kind, passage.prompt)),
                text: passage.words.as_str().to_owned(),
                lang: Lang::from_tag(self.language)
                    .filter(|lang| *lang != self.visit.lang)
                    .map(Lang::tag),
                is_said: passage.prompt == Prompt::Said,
                is_opinion: passage.prompt.is_opinion(),
                outsider: passage.names_outsider,
                given_to: passage.person.map(|person| self.called(person)),
                give: may_give.then(|| Give {
                    number,
                    people: self.choices(passage.person),
                }),
            }
        };
        passages.iter().enumerate().map(one).collect()
    }

    fn called(&self, id: PersonId) -> String {
        let w = self.visit.w();
        let person = self.family.people.iter().find(|person| person.id == id);
        person.map_or_else(|| w.likeness_person_elsewhere().to_owned(), |person| name(w, person))
    }

    /// Everyone it can be given to: the family first.
    fn choices(&self, with: Option<PersonId>) -> Vec<Choice> {
        let w = self.visit.w();
        let person = |person: &domain::family::Person| {
            choice(&person.id.to_string(), &first_name(w, person), with == Some(person.id))
        };
        let family = choice("", w.session_give_back(), with.is_none());
        std::iter::once(family)
            .chain(self.family.people.iter().map(person))
            .collect()
    }
}

//! Two families side by side: what is alike, what can be said of them, and what was.

use super::{sign_words, state_words, strength_words, when};
use crate::App;
use crate::error::Answer;
use crate::family::people::{birth_words, name};
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Link, Page, Problem, choice, field, link, show};
use crate::paths;
use crate::referral::stage_words;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::family::Person;
use domain::id::{FamilyId, LikenessId, PersonId};
use domain::likeness::settle::{Side, Stage};
use domain::likeness::{Known, Pair, families};
use store::likeness::{Asked, Moved};
use words::Words;

#[derive(Template)]
#[template(path = "likeness/show.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    version: i64,
    here: String,
    strength: &'static str,
    look: &'static str,
    signs: Vec<String>,
    found: String,
    sides: Vec<Record>,
    pairs: Vec<Alike>,
    open: bool,
    settled: Option<Settled>,
    kept: Field,
    kept_choices: Vec<Choice>,
    person: Field,
    person_choices: Vec<Choice>,
    moved: Vec<Back>,
}

/// One family.
struct Record {
    name: String,
    reference: String,
    open: Link,
    referral: String,
    people: Vec<String>,
}

/// Two people who may be one, and what is alike.
struct Alike {
    both: String,
    signs: Vec<String>,
}

/// What was said, and what undoing it does.
struct Settled {
    title: &'static str,
    said: String,
    what: String,
}

/// Somebody who was moved.
struct Back {
    id: String,
    who: String,
    when: String,
    send: String,
}

/// The people of a family, each with what they are compared by.
type People = Vec<(Person, Known)>;

/// What the page is made of.
pub(crate) struct Loaded {
    pub(crate) asked: Asked,
    pub(crate) moves: Vec<Moved>,
    pub(crate) people: [Vec<Person>; 2],
    pub(crate) pairs: Vec<Pair>,
}

/// Loads both families, each by a permit of its own: opening the pair opens both records, and each book says so.
pub(crate) async fn load(app: &App, actor: &domain::access::Actor, id: LikenessId) -> store::Result<Loaded> {
    let store = app.store();
    let permit = store
        .permit(actor, Action::SettleLikeness, Object::Likeness(id))
        .await?;
    let read = store.read(permit, move |tx| {
        Ok::<_, store::Error>((store::likeness::load(tx, id)?, store::likeness::moves(tx, id)?))
    });
    let (asked, moves) = read.await?;
    let [one, other] = asked.families();
    let (mine, theirs) = (opened(app, actor, one).await?, opened(app, actor, other).await?);
    let (one, mine): (Vec<Person>, Vec<Known>) = mine.into_iter().unzip();
    let (other, theirs): (Vec<Person>, Vec<Known>) = theirs.into_iter().unzip();
    Ok(Loaded {
        asked,
        moves,
        pairs: families(&mine, &theirs).map_or_else(Vec::new, |likeness| likeness.pairs),
        people: [one, other],
    })
}

async fn opened(app: &App, actor: &domain::access::Actor, family: FamilyId) -> store::Result<People> {
    let permit = app
        .store()
        .permit(actor, Action::OpenFamily, Object::Family(family))
        .await?;
    app.store()
        .read(permit, move |tx| store::likeness::people(tx, family))
        .await
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<LikenessId>) -> Answer {
    let loaded = load(&app, &visit.actor(), id).await?;
    Ok(draw(&app, &visit, &loaded, &Form::default(), &Mistakes::default()))
}

/// The page, with what was chosen on it and why that could not be stored.
pub(super) fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let asked = &loaded.asked;
    let (strength, look) = strength_words(w, asked.strength);
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let here = paths::likeness(asked.id);
    let shown = Shown {
        problems: mistakes.summary(),
        once: Form::default().once_key(app),
        version: asked.version,
        strength,
        look,
        signs: sign_words(w, &asked.signs),
        found: w.likeness_found(&when(w, asked.found_at)),
        sides: vec![side(visit, loaded, 0), side(visit, loaded, 1)],
        pairs: loaded.pairs.iter().map(|pair| alike(w, loaded, pair)).collect(),
        open: asked.question.stage == Stage::Open,
        settled: settled(w, asked),
        kept: typed("kept"),
        kept_choices: kept_choices(asked, form),
        person: typed("person"),
        person_choices: person_choices(w, loaded, form),
        moved: loaded.moves.iter().map(|moved| back(w, loaded, moved)).collect(),
        page: Page::new(app, visit, w.likeness_one_title())
            .back_to(visit.href(paths::LIKENESS), w.likeness_title())
            .with_mistakes(mistakes.any()),
        here: visit.href(&here),
    };
    show(&shown, &shown.page)
}

fn side(visit: &Visit, loaded: &Loaded, at: usize) -> Record {
    let w = visit.w();
    let Side {
        family, open_referral, ..
    } = &loaded.asked.question.sides[at];
    let person = |person: &Person| match birth_words(w, person.birth) {
        Some(birth) => format!("{}, {birth}", name(w, person)),
        None => name(w, person),
    };
    Record {
        name: loaded.asked.names[at].clone(),
        reference: loaded.asked.references[at].clone(),
        open: link(visit.href(&paths::family(*family)), w.likeness_record()),
        referral: match open_referral {
            Some((_, stage)) => w.likeness_referral_open(&stage_words(w, stage.key())),
            None => w.likeness_referral_none().to_owned(),
        },
        people: loaded.people[at].iter().map(person).collect(),
    }
}

fn alike(w: Words, loaded: &Loaded, pair: &Pair) -> Alike {
    let called = |side: usize, at: usize| loaded.people[side].get(at).map(|person| name(w, person));
    let one = called(0, pair.one).unwrap_or_default();
    let other = called(1, pair.other).unwrap_or_default();
    Alike {
        both: w.likeness_pair(&one, &other),
        signs: sign_words(w, &pair.likeness.signs),
    }
}

fn settled(w: Words, asked: &Asked) -> Option<Settled> {
    let (title, what) = match asked.question.stage {
        Stage::Open => return None,
        Stage::Joined { kept } => (
            w.likeness_undo_joined_title(),
            w.likeness_undo_joined_what(asked.reference(kept)),
        ),
        Stage::KeptApart => (w.likeness_undo_apart_title(), w.likeness_undo_apart_what().to_owned()),
    };
    let (by, at) = asked.settled.as_ref()?;
    let state = state_words(w, asked.question.stage.key());
    let by = by.as_deref().unwrap_or(w.site_not_known());
    Some(Settled {
        title,
        said: w.likeness_settled(&state, by, &when(w, *at)),
        what,
    })
}

/// The two records, the one that can be kept chosen where only one can.
fn kept_choices(asked: &Asked, form: &Form) -> Vec<Choice> {
    let [one, other] = asked.families();
    let only = match (asked.question.join(one).is_ok(), asked.question.join(other).is_ok()) {
        (true, false) => Some(one),
        (false, true) => Some(other),
        _ => None,
    };
    let chosen = form.get("kept").parse::<FamilyId>().ok().or(only);
    let sides = asked.families().into_iter().zip(&asked.names).zip(&asked.references);
    let one = |((family, name), reference): ((FamilyId, &String), &String)| {
        choice(
            &family.to_string(),
            &format!("{name} {reference}"),
            chosen == Some(family),
        )
    };
    sides.map(one).collect()
}

/// Everybody who can be moved: of families in use, and not a last child.
fn person_choices(w: Words, loaded: &Loaded, form: &Form) -> Vec<Choice> {
    let asked = &loaded.asked;
    let mut choices = Vec::new();
    for (side, people) in asked.question.sides.iter().zip(&loaded.people) {
        for person in people {
            let Ok(into) = asked.question.move_person(side.family, person.part) else {
                continue;
            };
            let (from, into) = (asked.reference(side.family), asked.reference(into));
            let said = w.likeness_move_choice(&name(w, person), from, into);
            let id = person.id.to_string();
            choices.push(choice(&id, &said, form.get("person") == id));
        }
    }
    choices
}

fn back(w: Words, loaded: &Loaded, moved: &Moved) -> Back {
    let asked = &loaded.asked;
    let called = called(w, loaded, moved.person);
    let by = moved.by.as_deref().unwrap_or(w.site_not_known());
    Back {
        id: moved.id.to_string(),
        who: w.likeness_moved_one(&called, asked.reference(moved.from), asked.reference(moved.into)),
        when: w.likeness_moved_by(by, &when(w, moved.at)),
        send: w.likeness_back_send(&called),
    }
}

fn called(w: Words, loaded: &Loaded, id: PersonId) -> String {
    let mut people = loaded.people.iter().flatten();
    let person = people.find(|person| person.id == id);
    person.map(|person| name(w, person)).unwrap_or_default()
}

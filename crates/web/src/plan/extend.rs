//! More time than the plan says: asked with a reason, and answered by each side for itself.

use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{DateField, Field, Page, Problem, SummaryRow, date_field, field, row, show};
use crate::paths;
use crate::typed::{day, words};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::id::{ExtensionId, FamilyId};
use domain::plan::{Agreed, ExtensionRefusal, ExtensionStage, NewExtension, PROGRAMME_ALONE_MONTHS, Side};
use jiff::ToSpan;
use store::Tx;
use store::plan::{Ends, ExtensionShown};
use words::Words;

/// One side's answer, for whoever gives it.
struct Answering {
    href: String,
    id: String,
    who: &'static str,
    why: Field,
}

/// One extension.
struct One {
    heading: String,
    stage: &'static str,
    look: &'static str,
    reason: String,
    sides: Vec<SummaryRow>,
    refused: Option<String>,
    answers: Vec<Answering>,
}

/// The boxes to ask.
struct Asking {
    once: String,
    to: DateField,
    reason: Field,
}

#[derive(Template)]
#[template(path = "plan/extend.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    name: String,
    intro: String,
    rule: Option<String>,
    asking: Option<Asking>,
    all: Vec<One>,
}

struct Loaded {
    family: Family,
    name: String,
    ends: Option<Ends>,
    all: Vec<ExtensionShown>,
    may_ask: bool,
    programme: bool,
    authority: bool,
}

async fn loaded(app: &App, visit: &Visit, id: FamilyId) -> Answer<Loaded> {
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenPlan, object)
        .await?;
    let may = |action: Action| !rights.allowed(object, &[action]).is_empty();
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        let ends = store::plan::fits(tx, id)?.ends;
        Ok::<_, store::Error>((family, name, ends, store::plan::extensions(tx, id)?))
    });
    let (family, name, ends, all) = read.await?;
    Ok(Loaded {
        family,
        name,
        ends,
        all,
        may_ask: may(Action::ChangePlan),
        programme: may(Action::ApproveExtension),
        authority: may(Action::AgreeExtension),
    })
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

fn refusal_words(w: Words, refusal: ExtensionRefusal) -> Mistakes {
    match refusal {
        ExtensionRefusal::NoPlan => Mistakes::one("to", w.plan_problem_extend_no_plan()),
        ExtensionRefusal::WaitsAlready => Mistakes::one("to", w.plan_problem_extend_waits()),
        ExtensionRefusal::Outside { from, latest, .. } => {
            let words = w.plan_problem_extend_outside(&w.day_short(from), &w.day_short(latest));
            Mistakes::one("to", words)
        }
        ExtensionRefusal::IsAlready { .. } | ExtensionRefusal::NotAsked => {
            Mistakes::one("why", w.plan_problem_extend_answered())
        }
    }
}

/// Stores the question.
pub async fn ask(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = (Action::ChangePlan, "plan-extend-sent");
    finish((&app, &visit), id, &form, asked, ask_by_call).await
}

/// Reads the question, lets the rules decide, and stores it.
pub(crate) fn ask_by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<ExtensionId, Unmade> {
    let (w, mut mistakes) = (call.w, Mistakes::default());
    let to = day(form, w, &mut mistakes, "to");
    if to.is_none() && mistakes.of("to").is_none() {
        mistakes.add("to", w.plan_problem_extend_to());
    }
    let label = ("reason", w.plan_extend_reason());
    let reason = words(form, w, &mut mistakes, label, w.plan_problem_extend_reason());
    let (Some(to), Some(reason), false) = (to, reason, mistakes.any()) else {
        return Err(mistakes.into());
    };
    let new = NewExtension { to, reason };
    store::plan::hold(tx, id)?;
    let ends = store::plan::fits(tx, id)?.ends;
    let all = store::plan::extensions(tx, id)?;
    let waits = all.iter().any(|one| one.extension.stage == ExtensionStage::Asked);
    let asked = new.ask(ends.map(|ends| ends.first), ends.map(|ends| ends.now), waits);
    call.said(asked, refusal_words)?;
    let ends = call.said(ends.ok_or(ExtensionRefusal::NoPlan), refusal_words)?;
    let site = store::family::site_of(tx, id)?;
    Ok(store::plan::ask(tx, (id, site), ends, &new)?)
}

/// Stores the programme's answer.
pub async fn programme(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = (Action::ApproveExtension, "plan-extend-answered");
    finish((&app, &visit), id, &form, asked, programme_by_call).await
}

/// Stores the authority's answer.
pub async fn authority(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = (Action::AgreeExtension, "plan-extend-answered");
    finish((&app, &visit), id, &form, asked, authority_by_call).await
}

/// The programme's answer by a call.
pub(crate) fn programme_by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    answer(tx, call, (id, Side::Programme), form)
}

/// The authority's answer by a call.
pub(crate) fn authority_by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    answer(tx, call, (id, Side::Authority), form)
}

/// Reads one side's answer, lets the rules decide, and stores it.
fn answer(tx: &Tx, call: &Call, (id, side): (FamilyId, Side), form: &Form) -> Result<(), Unmade> {
    let which: ExtensionId = form.get("extension").parse().map_err(|_| store::Error::NotFound)?;
    let by = Agreed {
        by: call.by,
        on: tx.today(),
    };
    let known = store::plan::extension(tx, id, which)?;
    let decided = if form.get("answer") == "yes" {
        known.agree(side, by)
    } else {
        let (w, mut mistakes) = (call.w, Mistakes::default());
        let label = ("why", w.plan_extend_no_words());
        let why = words(form, w, &mut mistakes, label, w.plan_problem_extend_reason());
        known.not_agree(side, by, why.ok_or(mistakes)?)
    };
    let event = call.said(decided, refusal_words)?;
    Ok(store::plan::record_extension(tx, &known, &event)?)
}

async fn finish<T: 'static>(
    (app, visit): (&App, &Visit),
    id: FamilyId,
    form: &Form,
    (action, said): (Action, &str),
    act: fn(&Tx, &Call, FamilyId, &Form) -> Result<T, Unmade>,
) -> Answer {
    let href = paths::saying(&visit.href(&paths::plan_extend(id)), said);
    let act = move |tx: &Tx, call: &Call, form: &Form| act(tx, call, id, form);
    let mistakes = match pressed(app, visit, (action, Object::Family(id)), form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    let loaded = loaded(app, visit, id).await?;
    Ok(draw(app, visit, &loaded, form, &mistakes))
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let (w, id) = (visit.w(), loaded.family.id);
    let waits = loaded
        .all
        .iter()
        .any(|one| one.extension.stage == ExtensionStage::Asked);
    let asking = || Asking {
        once: form.once_key(app),
        to: date_field("to", |part| form.get(part).to_owned(), mistakes.of("to")),
        reason: field("reason", form.get("reason"), mistakes.of("reason")),
    };
    let may_ask = loaded.may_ask && !waits && loaded.ends.is_some();
    let alone = |ends: Ends| ends.first.saturating_add(PROGRAMME_ALONE_MONTHS.months());
    let page = Page::new(app, visit, w.plan_extend_title())
        .back_to(visit.href(&paths::plan(id)), w.plan_title())
        .with_mistakes(mistakes.any());
    let shown = Shown {
        problems: mistakes.summary(),
        name: w.family_title(&loaded.name),
        intro: match loaded.ends {
            Some(ends) => w.plan_extend_intro(&w.day(ends.now)),
            None => w.plan_problem_extend_no_plan().to_owned(),
        },
        rule: loaded.ends.map(|ends| w.plan_extend_rule(&w.day(alone(ends)))),
        asking: may_ask.then(asking),
        all: loaded
            .all
            .iter()
            .map(|one| drawn(visit, loaded, one, (form, mistakes)))
            .collect(),
        page: if may_ask { page.of_form() } else { page },
    };
    show(&shown, &shown.page)
}

fn drawn(visit: &Visit, loaded: &Loaded, one: &ExtensionShown, (form, mistakes): (&Form, &Mistakes)) -> One {
    let (w, extension) = (visit.w(), &one.extension);
    let side = |side: Side, agreed: Option<Agreed>| match agreed {
        Some(agreed) if extension.stage == (ExtensionStage::NotAgreed { side }) => {
            w.plan_extend_has_not_agreed(&w.day_short(agreed.on))
        }
        Some(agreed) => w.plan_extend_has_agreed(&w.day_short(agreed.on)),
        None if extension.asks(side) => w.plan_extend_is_asked().to_owned(),
        None => w.plan_extend_not_asked().to_owned(),
    };
    let answering = |which: Side, may: bool| {
        let who = match which {
            Side::Programme => w.plan_extend_programme(),
            Side::Authority => w.plan_extend_authority(),
        };
        let verb = which.key();
        (may && extension.asks(which)).then(|| Answering {
            href: visit.href(&format!("{}/{verb}", paths::plan_extend(loaded.family.id))),
            id: extension.id.to_string(),
            who,
            why: field("why", form.get("why"), mistakes.of("why")),
        })
    };
    let answers = [
        answering(Side::Programme, loaded.programme),
        answering(Side::Authority, loaded.authority),
    ];
    One {
        heading: w.plan_extend_asked(
            one.by.as_deref().unwrap_or_default(),
            &w.day_short(one.asked_on),
            &w.day_short(extension.to),
        ),
        stage: w.named("plan-extend-stage", extension.stage.key()).unwrap_or_default(),
        look: match extension.stage {
            ExtensionStage::Asked => "warm",
            ExtensionStage::Agreed => "strong",
            ExtensionStage::NotAgreed { .. } => "quiet",
        },
        reason: one.reason.clone(),
        sides: vec![
            row(w.plan_extend_programme(), side(Side::Programme, extension.programme)),
            row(w.plan_extend_authority(), side(Side::Authority, extension.authority)),
        ],
        refused: one.refused_words.clone(),
        answers: answers.into_iter().flatten().collect(),
    }
}

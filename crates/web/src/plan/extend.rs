//! More time than the plan says: asked with a reason, and answered by each side for itself.

use super::Wrong;
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{DateField, Field, Page, Problem, SummaryRow, date_field, field, row, see, show};
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
use store::once::Once;
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
    let w = visit.w();
    let loaded = loaded(&app, &visit, id).await?;
    let mut mistakes = Mistakes::default();
    let to = day(&form, w, &mut mistakes, "to");
    if to.is_none() && mistakes.of("to").is_none() {
        mistakes.add("to", w.plan_problem_extend_to());
    }
    let label = ("reason", w.plan_extend_reason());
    let reason = words(&form, w, &mut mistakes, label, w.plan_problem_extend_reason());
    let (Some(to), Some(reason), false) = (to, reason, mistakes.any()) else {
        return Ok(draw(&app, &visit, &loaded, &form, &mistakes));
    };
    let new = NewExtension { to, reason };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, site) = (visit.path.clone(), loaded.family.site);
    let href = paths::saying(&visit.href(&paths::plan_extend(id)), "plan-extend-sent");
    let then = href.clone();
    let actor = visit.actor();
    let stored = app
        .store()
        .act(&actor, Action::ChangePlan, Object::Family(id), move |tx| {
            tx.not_done_before(Some(&once))?;
            store::plan::hold(tx, id)?;
            let ends = store::plan::fits(tx, id)?.ends;
            let all = store::plan::extensions(tx, id)?;
            let waits = all.iter().any(|one| one.extension.stage == ExtensionStage::Asked);
            new.ask(ends.map(|ends| ends.first), ends.map(|ends| ends.now), waits)?;
            let ends = ends.ok_or(ExtensionRefusal::NoPlan)?;
            store::plan::ask(tx, (id, site), ends, &new)?;
            tx.done(Some(&once), 303, &then)?;
            store::draft::forget(tx, account, &path)?;
            Ok::<_, Wrong>(())
        });
    finish(&app, &visit, &loaded, &form, (href, stored.await))
}

/// Stores the programme's answer.
pub async fn programme(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    answer(&app, &visit, id, &form, (Action::ApproveExtension, Side::Programme)).await
}

/// Stores the authority's answer.
pub async fn authority(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    answer(&app, &visit, id, &form, (Action::AgreeExtension, Side::Authority)).await
}

async fn answer(app: &App, visit: &Visit, id: FamilyId, form: &Form, (action, side): (Action, Side)) -> Answer {
    let w = visit.w();
    let loaded = loaded(app, visit, id).await?;
    let which: ExtensionId = form.get("extension").parse().map_err(|_| PageError::NotFound)?;
    let agrees = form.get("answer") == "yes";
    let mut mistakes = Mistakes::default();
    let why = if agrees {
        None
    } else {
        let label = ("why", w.plan_extend_no_words());
        words(form, w, &mut mistakes, label, w.plan_problem_extend_reason())
    };
    if mistakes.any() {
        return Ok(draw(app, visit, &loaded, form, &mistakes));
    }
    let by = visit.account()?.account;
    let href = paths::saying(&visit.href(&paths::plan_extend(id)), "plan-extend-answered");
    let actor = visit.actor();
    let stored = app.store().act(&actor, action, Object::Family(id), move |tx| {
        let known = store::plan::extension(tx, id, which)?;
        let by = Agreed { by, on: tx.today() };
        let event = match &why {
            None => known.agree(side, by)?,
            Some(why) => known.not_agree(side, by, why.clone())?,
        };
        store::plan::record_extension(tx, &known, &event)?;
        Ok::<_, Wrong>(())
    });
    finish(app, visit, &loaded, form, (href, stored.await))
}

fn finish(
    app: &App,
    visit: &Visit,
    loaded: &Loaded,
    form: &Form,
    (href, stored): (String, Result<(), Wrong>),
) -> Answer {
    match stored {
        Ok(()) => Ok(see(&href)),
        Err(Wrong::Extension(refusal)) => {
            let mistakes = refusal_words(visit.w(), refusal);
            Ok(draw(app, visit, loaded, form, &mistakes))
        }
        Err(Wrong::Store(error)) => Err(error.into()),
        Err(Wrong::Plan(_) | Wrong::View(_) | Wrong::Consent(_)) => Err(PageError::NotFound),
    }
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

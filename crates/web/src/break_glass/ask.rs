//! Asking to open a record in an emergency: from its address, or by its reference.

use crate::App;
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use domain::reference::Reference;
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use store::break_glass::Code;
use store::once::Once;
use words::Words;

#[derive(Template)]
#[template(path = "break_glass/ask.html")]
struct Shown {
    page: Page,
    heading: &'static str,
    problems: Vec<Problem>,
    once: String,
    reference: Option<Field>,
    code: Field,
    codes: Vec<Choice>,
    reason: Field,
}

/// Whether the form names the record itself, or the record's address does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Reference,
    Address,
}

/// What was asked on the form.
struct Asked {
    reference: Option<Reference>,
    code: Code,
    reason: Text,
}

/// The form for one family. It says nothing of it, not even that it is there: that is decided first.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    drop(
        app.store()
            .permit(&visit.actor(), Action::AskBreakGlass, Object::Family(id))
            .await?,
    );
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, By::Address, &form, &Mistakes::default()))
}

/// Opens the family's record, and goes there.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    match read(&form, visit.w(), By::Address) {
        Ok(asked) => open(&app, &visit, id, &form, asked).await,
        Err(mistakes) => {
            drop(
                app.store()
                    .permit(&visit.actor(), Action::AskBreakGlass, Object::Family(id))
                    .await?,
            );
            Ok(draw(&app, &visit, By::Address, &form, &mistakes))
        }
    }
}

/// The form that asks for a reference too.
pub async fn any_page(State(app): State<App>, visit: Visit) -> Answer {
    drop(app.store().permit(&visit.actor(), Action::SeeHome, Object::Own).await?);
    staff_only(&visit)?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, By::Reference, &form, &Mistakes::default()))
}

/// Opens the record with this reference. Somebody who may not gets the same answer whether there is one or not.
pub async fn any_send(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    staff_only(&visit)?;
    let asked = match read(&form, visit.w(), By::Reference) {
        Ok(asked) => asked,
        Err(mistakes) => return Ok(draw(&app, &visit, By::Reference, &form, &mistakes)),
    };
    let reference = asked.reference.ok_or(PageError::Refused)?;
    let family = store::break_glass::family_named(app.store(), reference).await?;
    open(&app, &visit, family, &form, asked).await
}

/// Families open what is theirs on pages of their own.
fn staff_only(visit: &Visit) -> Answer<()> {
    if visit.account()?.is_family {
        Err(PageError::Refused)
    } else {
        Ok(())
    }
}

async fn open(app: &App, visit: &Visit, id: FamilyId, form: &Form, asked: Asked) -> Answer {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::AskBreakGlass, Object::Family(id))
        .await?;
    let me = visit.account()?.account;
    let href = visit.href(&paths::family(id));
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let (path, to) = (visit.path.clone(), href.clone());
    let opened = app.store().write(permit, move |tx| {
        tx.not_done_before(Some(&once))?;
        store::break_glass::ask(tx, id, asked.code, &asked.reason)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, me, &path)
    });
    opened.await?;
    Ok(see(&href))
}

fn read(form: &Form, w: Words, by: By) -> Result<Asked, Mistakes> {
    let mut mistakes = Mistakes::default();
    let reference = Reference::parse(form.get("reference")).ok();
    if by == By::Reference && reference.is_none() {
        mistakes.add("reference", w.break_glass_problem_reference());
    }
    let code = Code::from_key(form.get("code"));
    if code.is_none() {
        mistakes.add("code", w.break_glass_problem_code());
    }
    let reason = Text::parse(form.get("reason")).map_err(|problem| match problem {
        TextProblem::Empty => mistakes.add("reason", w.break_glass_problem_reason()),
        TextProblem::TooLong { .. } => {
            let max = u64::try_from(TEXT_CHARS_MAX).unwrap_or_default();
            mistakes.add("reason", w.break_glass_problem_reason_long(max));
        }
    });
    match (code, reason, mistakes.any()) {
        (Some(code), Ok(reason), false) => Ok(Asked {
            reference,
            code,
            reason,
        }),
        _ => Err(mistakes),
    }
}

fn draw(app: &App, visit: &Visit, by: By, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let heading = match by {
        By::Reference => w.break_glass_ask_any_title(),
        By::Address => w.break_glass_ask_title(),
    };
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let code = |code: Code| Choice {
        value: code.key().to_owned(),
        label: super::code_words(w, code.key()),
        hint: None,
        checked: form.get("code") == code.key(),
    };
    let shown = Shown {
        heading,
        problems: mistakes.summary(),
        once: form.once_key(app),
        reference: (by == By::Reference).then(|| typed("reference")),
        code: typed("code"),
        codes: Code::ALL.into_iter().map(code).collect(),
        reason: typed("reason"),
        page: Page::new(app, visit, heading)
            .of_form()
            .back_to(visit.href(paths::HOME), w.site_nav_home())
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

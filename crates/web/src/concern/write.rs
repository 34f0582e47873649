//! The second press: the form of a concern. What is sent goes at once to those who answer for the family.

use super::{Wrong, read, refusal_words, role_words};
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::{Answer, PageError};
use crate::family::people::name;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::{Action, Object};
use domain::concern::{AtRisk, Bounds, Means, NewConcern, Safety, raise};
use domain::family::Family;
use domain::id::{AccountId, ConcernId, FamilyId};
use domain::pack::NationPack;
use domain::role::Role;
use store::Tx;
use store::concern::Raised;
use store::once::Once;
use words::Words;

#[derive(Template)]
#[template(path = "concern/write.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    keep: String,
    name: String,
    session: String,
    crisis: String,
    at_risk: Field,
    at_risks: Vec<Choice>,
    people: Field,
    people_choices: Vec<Choice>,
    what: Field,
    safety: Field,
    safeties: Vec<Choice>,
    safety_words: Field,
    whom_people: Field,
    whom_people_choices: Vec<Choice>,
    whom_accounts: Field,
    whom_accounts_choices: Vec<Choice>,
    somebody: Field,
    reported: Field,
    reporteds: Vec<Choice>,
    agency: Field,
    report_name: Field,
    report_on: DateField,
    report_at: Field,
    how: Field,
    hows: Vec<Choice>,
    reference: Field,
}

struct About {
    family: Family,
    name: String,
    team: Vec<(AccountId, Role, String)>,
}

async fn about(app: &App, visit: &Visit, id: FamilyId) -> Answer<About> {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::RaiseConcern, object).await?;
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        let named = store::concern::team(tx, id)?.into_iter().map(|(account, role)| {
            let name = store::journal::history::account_name(tx, account)?;
            Ok((account, role, name.unwrap_or_default()))
        });
        let team = named.collect::<Result<_, store::Error>>()?;
        Ok::<_, store::Error>(About { family, name, team })
    });
    Ok(read.await?)
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let about = about(&app, &visit, id).await?;
    let today = store::clock::london_day(app.store().now());
    let fresh = || {
        Form::default()
            .with("report_on_day", &today.day().to_string())
            .with("report_on_month", &today.month().to_string())
            .with("report_on_year", &today.year().to_string())
    };
    let mut form = form::kept(&app, &visit).await?.unwrap_or_else(fresh);
    for name in ["session", "crisis"] {
        if let Some(from) = visit.query_value(name) {
            form = form.without("session").without("crisis").with(name, &from);
        }
    }
    Ok(draw((&app, &visit), &about, &form, &Mistakes::default()))
}

/// Keeps what is typed.
pub async fn keep(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let path = visit.path.strip_suffix("/keep").ok_or(PageError::NotFound)?.to_owned();
    let account = visit.account()?.account;
    let (object, raise) = (Object::Family(id), [Action::RaiseConcern]);
    if app.store().allowed(&visit.actor(), object, &raise).await?.is_empty() {
        return Err(PageError::NotFound);
    }
    store::draft::keep_for(app.store(), account, &path, &form.to_body()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Raises the concern and says to whom it went. The answer is the same for whoever it concerns: they cannot open it.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let about = about(&app, &visit, id).await?;
    let w = visit.w();
    let mut mistakes = Mistakes::default();
    let new = read::concern(&form, w, &mut mistakes);
    let Some(new) = new.filter(|_| !mistakes.any()) else {
        return Ok(draw((&app, &visit), &about, &form, &mistakes));
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, language) = (visit.path.clone(), visit.lang.tag());
    let sent = visit.href(&paths::concern_sent(id));
    let packs = app.store().packs().to_vec();
    let (actor, object) = (visit.actor(), Object::Family(id));
    let stored = app.store().act(&actor, Action::RaiseConcern, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let raised = make(tx, id, language, &new, &packs)?;
        let told: Vec<&str> = raised.told.iter().map(|role| role.key()).collect();
        let to = format!("{sent}?to={}", told.join(","));
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(to)
    });
    match stored.await {
        Ok(to) => Ok(see(&to)),
        Err(Wrong::Refused(refusal)) => {
            let (name, text) = refusal_words(w, refusal);
            Ok(draw((&app, &visit), &about, &form, &Mistakes::one(name, text)))
        }
        Err(Wrong::Store(error)) => Err(error.into()),
    }
}

/// Lets the rules decide and stores the concern.
pub(crate) fn make(
    tx: &Tx,
    family: FamilyId,
    language: &str,
    new: &NewConcern,
    packs: &[NationPack],
) -> Result<Raised, Wrong> {
    let (known, _) = store::family::load(tx, family)?;
    let (_, people) = store::session::bounds(tx, family)?;
    let team = store::concern::team(tx, family)?;
    let accounts: Vec<AccountId> = team.into_iter().map(|(account, _)| account).collect();
    let bounds = Bounds {
        people: &people,
        accounts: &accounts,
        origin_is_ours: store::concern::is_of(tx, family, new.origin)?,
        written_within_hours: store::concern::written_within(tx, known.site, packs)?,
    };
    let event = raise(new.clone(), tx.now(), bounds)?;
    Ok(store::concern::raise(tx, (family, known.site), language, &event)?)
}

/// Choices of a closed list of keys.
pub(super) fn keyed(w: Words, of: &str, keys: &[&'static str], chosen: &str) -> Vec<Choice> {
    let one = |key: &&'static str| choice(key, w.named(of, key).unwrap_or_default(), chosen == *key);
    keys.iter().map(one).collect()
}

fn draw((app, visit): (&App, &Visit), about: &About, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let people = |named: &str| {
        let one = |person: &domain::family::Person| {
            let id = person.id.to_string();
            let chosen = form.all(named).any(|one| one == id);
            choice(&id, &name(w, person), chosen)
        };
        about.family.people.iter().map(one).collect::<Vec<_>>()
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        keep: format!("{}/keep", visit.href(&visit.path)),
        name: w.family_title(&about.name),
        session: form.get("session").to_owned(),
        crisis: form.get("crisis").to_owned(),
        at_risk: typed("at_risk"),
        at_risks: keyed(w, "concern-risk", &keys(AtRisk::ALL, AtRisk::key), form.get("at_risk")),
        people: typed("people"),
        people_choices: people("people"),
        what: typed("what"),
        safety: typed("safety"),
        safeties: keyed(w, "concern-safety", &keys(Safety::ALL, Safety::key), form.get("safety")),
        safety_words: typed("safety_words"),
        whom_people: typed("whom_people"),
        whom_people_choices: people("whom_people"),
        whom_accounts: typed("whom_accounts"),
        whom_accounts_choices: team(w, about, form),
        somebody: typed("somebody"),
        reported: typed("reported"),
        reporteds: keyed(w, "concern-reported", &["yes", "no"], form.get("reported")),
        agency: typed("agency"),
        report_name: typed("report_name"),
        report_on: date_field("report_on", |part| form.get(part).to_owned(), mistakes.of("report_on")),
        report_at: typed("report_at"),
        how: typed("how"),
        hows: hows(w, form),
        reference: typed("reference"),
        page: Page::new(app, visit, w.concern_write_title())
            .of_form()
            .back_to(
                visit.href(&paths::concern_new(about.family.id)),
                w.concern_danger_title(),
            )
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

/// The keys of a closed list.
pub(super) fn keys<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().copied().map(key).collect()
}

/// How a report was made.
pub(super) fn hows(w: Words, form: &Form) -> Vec<Choice> {
    keyed(w, "concern-how", &keys(Means::ALL, Means::key), form.get("how"))
}

/// Everybody who works with the family, each once, with what they do.
fn team(w: Words, about: &About, form: &Form) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for (account, role, name) in &about.team {
        let id = account.to_string();
        if choices.iter().any(|one| one.value == id) {
            continue;
        }
        let label = w.concern_somebody(name, role_words(w, *role));
        let chosen = form.all("whom_accounts").any(|one| one == id);
        choices.push(choice(&id, &label, chosen));
    }
    choices
}

/// The same by a call.
pub(crate) fn by_call(
    tx: &Tx,
    call: &Call,
    (family, packs): (FamilyId, &[NationPack]),
    form: &Form,
) -> Result<ConcernId, Unmade> {
    let mut mistakes = Mistakes::default();
    let new = read::concern(form, call.w, &mut mistakes);
    let new = new.filter(|_| !mistakes.any()).ok_or(mistakes)?;
    let raised = make(tx, family, call.language, &new, packs).map_err(|wrong| wrong.told(call.w))?;
    Ok(raised.id)
}

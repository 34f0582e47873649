//! Snow, floods and infections: the days on which something outside keeps everybody of a programme area at home, and the
//! families to ring.

use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{
    Cell, Choice, DateField, Field, Link, Page, Problem, Table, Task, choice, date_field, field, link, show,
};
use crate::paths;
use crate::route::{Route, route};
use crate::typed::day;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use domain::access::{Action, Object, ObjectKind as On};
use domain::disruption::{Cause, Disruption, NewDisruption, Refusal};
use domain::id::{DisruptionId, SiteId};
use jiff::civil::Date;
use store::Tx;
use store::board::{Case, Detail, Show};
use store::disruption::DisruptionShown;
use store::site::Site;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let set = Action::SetDisruption;
    let (here, back) = ("/sites/{id}/disruptions", "/sites/{id}/disruptions/back");
    vec![
        route(Method::GET, here, set, On::Site, page),
        route(Method::POST, here, set, On::Site, send),
        route(Method::GET, back, set, On::Site, page),
        route(Method::POST, back, set, On::Site, take_back),
    ]
}

/// How many families are listed to ring.
///
/// Assumption: 400, five times the places of twenty carers.
const RING_MAX: usize = 400;

/// One that is written down.
struct One {
    said: String,
    by: String,
    /// Its id, where it can be taken back.
    id: Option<String>,
}

#[derive(Template)]
#[template(path = "disruption/list.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: String,
    here: String,
    from: DateField,
    to: DateField,
    cause: Field,
    causes: Vec<Choice>,
    all: Vec<One>,
    ring: Option<Table>,
    nobody: bool,
}

struct Loaded {
    site: Site,
    all: Vec<DisruptionShown>,
    /// The families with support here and their carers, those longest without a visit first.
    ring: Vec<(Case, Vec<String>)>,
}

async fn loaded(app: &App, visit: &Visit, id: SiteId) -> Answer<Loaded> {
    let (actor, object) = (visit.actor(), Object::Site(id));
    let permit = app.store().permit(&actor, Action::SetDisruption, object).await?;
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>((store::site::by_id(tx, id)?, store::disruption::of_site(tx, id)?))
    });
    let (site, all) = read.await?;
    let permit = app.store().permit(&actor, Action::ListFamilies, object).await?;
    let ring = app.store().read(permit, to_ring).await?;
    Ok(Loaded { site, all, ring })
}

fn to_ring(tx: &Tx) -> store::Result<Vec<(Case, Vec<String>)>> {
    let mut cases = store::board::cases(tx, (Show::Supported, Detail::Whole), None, RING_MAX)?;
    cases.sort_by_key(|case| case.last);
    let with_carers = cases.into_iter().map(|case| {
        let carers = store::household::carers_of(tx, case.id)?;
        Ok((case, carers))
    });
    with_carers.collect()
}

/// The page.
async fn page(State(app): State<App>, visit: Visit, At(id): At<SiteId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

/// Stores some days.
async fn send(State(app): State<App>, visit: Visit, At(id): At<SiteId>, form: Form) -> Answer {
    finish((&app, &visit), id, &form, "disruption-saved", move |tx, call, form| {
        by_call(tx, call, id, form).map(|_| ())
    })
    .await
}

/// Takes some days back.
async fn take_back(State(app): State<App>, visit: Visit, At(id): At<SiteId>, form: Form) -> Answer {
    let said = "disruption-taken-back-saved";
    finish((&app, &visit), id, &form, said, move |tx, call, form| {
        back_by_call(tx, call, id, form)
    })
    .await
}

async fn finish(
    (app, visit): (&App, &Visit),
    id: SiteId,
    form: &Form,
    said: &str,
    act: impl Fn(&Tx, &Call, &Form) -> Result<(), Unmade> + Send + Sync + 'static,
) -> Answer {
    let asked = (Action::SetDisruption, Object::Site(id));
    let href = paths::saying(&visit.href(&paths::disruptions(id)), said);
    let mistakes = match pressed(app, visit, asked, form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    let loaded = loaded(app, visit, id).await?;
    Ok(draw(app, visit, &loaded, form, &mistakes))
}

fn read(form: &Form, w: Words) -> Result<NewDisruption, Mistakes> {
    let mut mistakes = Mistakes::default();
    let cause = Cause::from_key(form.get("cause"));
    if cause.is_none() {
        mistakes.add("cause", w.disruption_problem_cause());
    }
    let mut one = |name: &str, empty: &str| {
        let found = day(form, w, &mut mistakes, name);
        if found.is_none() && mistakes.of(name).is_none() {
            mistakes.add(name, empty);
        }
        found
    };
    let from = one("from", w.disruption_problem_from());
    let to = one("to", w.disruption_problem_to());
    match (from, to, cause) {
        (Some(from), Some(to), Some(cause)) => Ok(NewDisruption { from, to, cause }),
        _ => Err(mistakes),
    }
}

/// Reads some days, lets the rules decide, and stores them.
pub(crate) fn by_call(tx: &Tx, call: &Call, site: SiteId, form: &Form) -> Result<DisruptionId, Unmade> {
    let new = read(form, call.w)?;
    store::disruption::hold(tx, site)?;
    let there = store::disruption::of_site(tx, site)?;
    let there: Vec<Disruption> = there.into_iter().map(|one| one.disruption).collect();
    let new = call.said(new.decide(tx.today(), &there), refusal_words)?;
    Ok(store::disruption::set(tx, site, new)?)
}

/// Reads which days are taken back, lets the rules decide, and stores it.
pub(crate) fn back_by_call(tx: &Tx, call: &Call, site: SiteId, form: &Form) -> Result<(), Unmade> {
    let id = form.get("disruption").parse().map_err(|_| store::Error::NotFound)?;
    store::disruption::hold(tx, site)?;
    let one = store::disruption::load(tx, site, id)?;
    call.said(one.take_back(), refusal_words)?;
    Ok(store::disruption::take_back(tx, &one)?)
}

/// Where on the form a mistake stands, and what it says.
fn refusal_words(w: Words, refusal: Refusal) -> (&'static str, String) {
    match refusal {
        Refusal::EndsBeforeItBegins => ("to", w.disruption_problem_order().to_owned()),
        Refusal::TooLong { max } => ("to", w.disruption_problem_long(u64::from(max.unsigned_abs()))),
        Refusal::TooEarly { earliest } => ("from", w.disruption_problem_early(&w.day_short(earliest))),
        Refusal::TooLate { latest } => ("from", w.disruption_problem_late(&w.day_short(latest))),
        Refusal::Already { from, to } => (
            "from",
            w.disruption_problem_already(&w.day_short(from), &w.day_short(to)),
        ),
        Refusal::TakenBack => ("from", w.disruption_problem_taken_back().to_owned()),
    }
}

fn cause_words(w: Words, cause: Cause) -> &'static str {
    w.named("disruption-cause", cause.key()).unwrap_or_default()
}

/// The way to the page of each area in which this person may write days down.
pub(crate) async fn links(app: &App, visit: &Visit) -> Answer<Vec<Link>> {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListFamilies, Object::Lists)
        .await?;
    let mut links = Vec::new();
    for site in app.store().read(permit, store::site::in_scope).await? {
        let (object, set) = (Object::Site(site.id), [Action::SetDisruption]);
        if !app.store().allowed(&visit.actor(), object, &set).await?.is_empty() {
            let text = w.disruption_heading(site.name(visit.lang.tag()));
            links.push(link(visit.href(&paths::disruptions(site.id)), &text));
        }
    }
    Ok(links)
}

/// What keeps everybody at home today, on the first page of whoever works with families there.
pub(crate) async fn of_home(app: &App, visit: &Visit) -> Answer<Vec<Task>> {
    let (actor, list) = (visit.actor(), Action::ListFamilies);
    if app.store().allowed(&actor, Object::Lists, &[list]).await?.is_empty() {
        return Ok(Vec::new());
    }
    let w = visit.w();
    let permit = app.store().permit(&actor, list, Object::Lists).await?;
    let now = app.store().read(permit, store::disruption::now).await?;
    let one = |one: Disruption| Task {
        text: w.disruption_now(cause_words(w, one.cause), &w.day_short(one.to)),
        href: Some(visit.href(&format!("{}?show=supported", paths::FAMILIES))),
        hint: w.disruption_now_hint().to_owned(),
        state: String::new(),
        look: "warm",
    };
    Ok(now.into_iter().map(one).collect())
}

fn ring(visit: &Visit, all: &[(Case, Vec<String>)]) -> Table {
    let w = visit.w();
    let heads = [
        w.disruption_column_family(),
        w.disruption_column_carers(),
        w.disruption_column_last(),
    ];
    let row = |(case, carers): &(Case, Vec<String>)| {
        let carers: Vec<&str> = carers.iter().map(String::as_str).collect();
        let last = case.last.map(|day| w.day_short(day));
        vec![
            Cell::link(visit.href(&paths::family(case.id)), w.family_title(&case.name)),
            Cell::text(w.list(&carers)),
            Cell::text(last.unwrap_or_default()),
        ]
    };
    Table {
        caption: w.disruption_ring_intro().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: all.iter().map(row).collect(),
    }
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let today: Date = store::clock::london_day(app.store().now());
    let heading = w.disruption_heading(loaded.site.name(visit.lang.tag()));
    let cause = |cause: &Cause| choice(cause.key(), cause_words(w, *cause), form.get("cause") == cause.key());
    let one = |shown: &DisruptionShown| {
        let one = shown.disruption;
        let line = w.disruption_line(cause_words(w, one.cause), &w.day_short(one.from), &w.day_short(one.to));
        let said = if one.is_taken_back {
            format!("{line} · {}", w.disruption_taken_back())
        } else {
            line
        };
        One {
            said,
            by: w.disruption_by(shown.by.as_deref().unwrap_or_default()),
            id: (!one.is_taken_back).then(|| one.id.to_string()),
        }
    };
    let is_on = |one: &DisruptionShown| !one.disruption.is_taken_back && today <= one.disruption.to;
    let is_any = loaded.all.iter().any(is_on);
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        here: visit.href(&paths::disruptions(loaded.site.id)),
        from: date_field("from", |part| form.get(part).to_owned(), mistakes.of("from")),
        to: date_field("to", |part| form.get(part).to_owned(), mistakes.of("to")),
        cause: field("cause", form.get("cause"), mistakes.of("cause")),
        causes: Cause::ALL.iter().map(cause).collect(),
        all: loaded.all.iter().map(one).collect(),
        ring: (is_any && !loaded.ring.is_empty()).then(|| ring(visit, &loaded.ring)),
        nobody: is_any && loaded.ring.is_empty(),
        page: Page::new(app, visit, &heading)
            .of_form()
            .back_to(visit.href(paths::BOARD), w.board_title())
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}

//! A version of a family's plan, with what people say to it.

use super::body::{Body, body, called, whole_name};
use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Link, Page, Quote, Table, link, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::consent::Thing;
use domain::family::{Family, Part, Person};
use domain::id::FamilyId;
use domain::plan::{Stance, Viewer};
use store::consent::ChangeShown;
use store::goal::GoalShown;
use store::plan::{Fits, PlanShown, VersionLine, ViewShown};
use words::{Lang, Words};

/// What somebody says to the plan.
struct Said {
    stance: &'static str,
    look: &'static str,
    by: String,
    words: Option<Quote>,
}

/// A version as it is drawn.
struct Version {
    line: String,
    is_newest: bool,
    body: Body,
    said: Vec<Said>,
    waiting: Option<String>,
}

#[derive(Template)]
#[template(path = "plan/show.html")]
struct Shown {
    page: Page,
    name: String,
    version: Option<Version>,
    newest: Link,
    is_supported: bool,
    act: Option<Link>,
    acts: Vec<Link>,
    versions: Vec<Link>,
    consents: Table,
    consents_way: Link,
    papers: Vec<Link>,
}

/// What is read of a plan, in one unit of work.
pub(super) struct Loaded {
    pub family: Family,
    pub name: String,
    pub shown: Option<PlanShown>,
    pub versions: Vec<VersionLine>,
    pub goals: Vec<GoalShown>,
    pub fits: Fits,
    pub consents: Vec<ChangeShown>,
}

impl Loaded {
    /// Reads a version, or the newest, with all that is beside it.
    pub fn read(tx: &store::Tx, id: FamilyId, version: Option<u32>) -> Result<Self, store::Error> {
        let (family, name) = store::family::load(tx, id)?;
        Ok(Self {
            family,
            name,
            shown: store::plan::show(tx, id, version)?,
            versions: store::plan::versions(tx, id)?,
            goals: store::goal::of_family(tx, id)?,
            fits: store::plan::fits(tx, id)?,
            consents: store::consent::of_family(tx, id)?,
        })
    }
}

/// The page; `?version=` shows an earlier one.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let asked = visit.query_value("version").and_then(|version| version.parse().ok());
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenPlan, object)
        .await?;
    let loaded = app.store().read(permit, move |tx| Loaded::read(tx, id, asked)).await?;
    let may = |action: Action| !rights.allowed(object, &[action]).is_empty();
    let has_plan = loaded.shown.is_some();
    let today = store::clock::london_day(app.store().now());
    let is_supported = loaded.fits.supported.is_some();
    let write = || link(visit.href(&paths::plan_write(id)), write_words(w, has_plan));
    let mut acts = Vec::new();
    if has_plan {
        let signs = may(Action::ChangePlan) || may(Action::AgreePlan);
        acts.extend(signs.then(|| link(visit.href(&paths::plan_sign(id)), w.plan_sign_act())));
        acts.extend((may(Action::ChangePlan) && is_supported).then(write));
        acts.push(link(visit.href(&paths::goals(id)), w.goal_title()));
        acts.push(link(visit.href(&paths::plan_extend(id)), w.plan_extend_title()));
        acts.push(link(visit.href(&format!("{}.pdf", paths::plan(id))), w.plan_paper()));
    }
    let mut acts = acts.into_iter();
    let act = if has_plan {
        acts.next()
    } else {
        (may(Action::ChangePlan) && is_supported).then(write)
    };
    let shown = Shown {
        name: w.family_title(&loaded.name),
        version: loaded.shown.as_ref().map(|shown| version(&visit, &loaded, shown)),
        newest: link(visit.href(&paths::plan(id)), w.plan_newest()),
        is_supported,
        act,
        acts: acts.collect(),
        versions: versions(&visit, id, &loaded.versions),
        consents: consents(&visit, &loaded),
        consents_way: super::consent::way(&visit, id),
        papers: if has_plan {
            super::paper::links(&visit, &loaded.family, today)
        } else {
            Vec::new()
        },
        page: Page::new(&app, &visit, w.plan_title())
            .back_to(visit.href(&paths::family(id)), &w.family_title(&loaded.name)),
    };
    Ok(show(&shown, &shown.page))
}

/// What writing is called: the first version, or the next.
pub(super) fn write_words(w: Words, has_plan: bool) -> &'static str {
    if has_plan {
        w.plan_write_next()
    } else {
        w.plan_write_title()
    }
}

fn version(visit: &Visit, loaded: &Loaded, shown: &PlanShown) -> Version {
    let (w, family) = (visit.w(), &loaded.family);
    let newest = loaded.versions.first().map(|line| line.version);
    let is_newest = newest == Some(shown.plan.version);
    // An earlier version says what it said: how near its goals were is told by the goals themselves.
    let (ends, goals) = if is_newest {
        (loaded.fits.ends, loaded.goals.as_slice())
    } else {
        (None, &[][..])
    };
    Version {
        line: line(w, shown.plan.version, shown.at, shown.by.as_deref()),
        is_newest,
        body: body(visit, family, shown, ends, goals),
        said: shown.views.iter().map(|view| said(visit, family, view)).collect(),
        waiting: is_newest.then(|| waiting(w, family, &shown.views)).flatten(),
    }
}

fn line(w: Words, version: u32, at: i64, by: Option<&str>) -> String {
    let on = store::clock::london_day(store::clock::instant(at));
    w.plan_version_by(u64::from(version), &w.day_short(on), by.unwrap_or_default())
}

fn said(visit: &Visit, family: &Family, view: &ViewShown) -> Said {
    let w = visit.w();
    let on = w.day_short(store::clock::london_day(store::clock::instant(view.at)));
    let account = view.name.as_deref().unwrap_or_default();
    let (by, who) = match view.by {
        Viewer::Person(person) => {
            let name = whole_name(w, family, person);
            (w.plan_view_beside(&name, &on, account), called(w, family, person))
        }
        Viewer::Account(_) => (w.plan_view_by(account, &on), account.to_owned()),
    };
    let lang = Lang::from_tag(&view.language)
        .filter(|lang| *lang != visit.lang)
        .map(Lang::tag);
    Said {
        stance: w.named("plan-stance", view.stance.key()).unwrap_or_default(),
        look: match view.stance {
            Stance::Agrees => "strong",
            Stance::Disagrees => "warm",
            Stance::Comments => "quiet",
        },
        by,
        words: view.words.clone().map(|text| Quote { text, lang, who }),
    }
}

/// How each of the family stands with the four, in a table.
fn consents(visit: &Visit, loaded: &Loaded) -> Table {
    let w = visit.w();
    let things = Thing::ALL.iter().map(|thing| super::consent::thing_words(w, *thing));
    let heads = std::iter::once(w.consent_who()).chain(things);
    let row = |person: &Person| {
        let four = super::consent::four(w, person, &loaded.consents).into_iter();
        let who = Cell::text(crate::family::people::name(w, person));
        std::iter::once(who)
            .chain(four.map(|row| Cell::text(row.value)))
            .collect()
    };
    Table {
        caption: w.consent_page_title().to_owned(),
        heads: heads.map(ToOwned::to_owned).collect(),
        rows: loaded.family.people.iter().map(row).collect(),
    }
}

/// The adults at home who have not said anything to this version.
fn waiting(w: Words, family: &Family, views: &[ViewShown]) -> Option<String> {
    let quiet = family.people.iter().filter(|person| person.part == Part::Adult);
    let quiet = quiet.filter(|person| views.iter().all(|view| view.by != Viewer::Person(person.id)));
    let names: Vec<String> = quiet.map(|person| crate::family::people::name(w, person)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| w.plan_views_waiting(&w.list(&names)))
}

/// The versions, each with what it changed.
fn versions(visit: &Visit, id: FamilyId, lines: &[VersionLine]) -> Vec<Link> {
    let w = visit.w();
    let one = |version: &VersionLine| {
        let href = if 1 < version.version {
            paths::plan_compare(id, version.version)
        } else {
            format!("{}?version=1", paths::plan(id))
        };
        link(
            visit.href(&href),
            &line(w, version.version, version.at, version.by.as_deref()),
        )
    };
    if lines.len() < 2 {
        Vec::new()
    } else {
        lines.iter().map(one).collect()
    }
}

//! A family's page: one timeline, newest first, with its people beside it.

use super::acts::{acts, leads};
use super::people::{Cards, PersonCard};
use super::timeline::{self, Filter, Moments, Reads};
use crate::App;
use crate::error::Answer;
use crate::goal::GoalLine;
use crate::household::level_words;
use crate::page::{Bar, FamilyBanner, Link, Mark, NavItem, Page, Pager, TimelineItem, link, show};
use crate::paths;
use crate::referral::{look, stage_words};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::id::FamilyId;
use domain::referral::{Referral, Stage};
use domain::session::Session;
use domain::step::{Step, Steps};
use jiff::civil::Date;
use store::Rights;
use store::family::{KnownAddress, Safety};
use store::goal::GoalShown;
use store::likeness::Joined;
use store::review::Next as NextReview;
use words::Words;

#[derive(Template)]
#[template(path = "family/show.html")]
struct Shown {
    page: Page,
    banner: FamilyBanner,
    leads: Vec<Link>,
    acts: Vec<Link>,
    bars: Vec<Bar>,
    ends: (String, String),
    level: Link,
    picks: Vec<NavItem>,
    is_filtered: bool,
    withheld: bool,
    items: Vec<TimelineItem>,
    pages: Pager,
    next: Vec<Link>,
    goals: Option<Goals>,
    reviews: Option<ReviewsCard>,
    people: Vec<PersonCard>,
    referrals: Vec<Link>,
    joined: Vec<JoinedLine>,
}

/// By when the next review is to be held, those planned, and what the reader may do about them.
struct ReviewsCard {
    due: String,
    planned: Vec<Link>,
    acts: Vec<Link>,
}

/// That the record was joined with another. Whoever may open that one is shown the way.
struct JoinedLine {
    said: &'static str,
    record: Option<Link>,
}

/// The goals there are now, and the way to them and to the plan.
struct Goals {
    lines: Vec<GoalLine>,
    ways: Vec<Link>,
}

/// What is read for the page, in one unit of work.
pub(super) struct Loaded {
    family: Family,
    name: String,
    addresses: Vec<KnownAddress>,
    safety: Safety,
    pub referrals: Vec<Referral>,
    pub moments: Moments,
    planned: Vec<Session>,
    goals: Vec<GoalShown>,
    reviews: NextReview,
    carers: Vec<String>,
    open_until: Option<i64>,
    joined: Vec<Joined>,
}

/// What is asked for the page.
#[derive(Clone, Copy)]
struct Asked {
    /// Which moments, and from where on.
    at: (Filter, timeline::Before),
    reads: Reads,
    with_plan: bool,
    in_emergency: bool,
}

impl Loaded {
    /// The last day of support, where it has ended and nobody has referred the family again.
    pub fn ended(&self) -> Option<Date> {
        match self.referrals.first()?.stage {
            Stage::Closed { on } => Some(on),
            _ => None,
        }
    }

    /// Reads all of it; what belongs to support is read for families that have or had it.
    fn read(tx: &store::Tx, id: FamilyId, asked: Asked) -> Result<Self, store::Error> {
        let (family, name, is_joined) = store::family::load_with_joined(tx, id)?;
        let moments = timeline::load(tx, id, asked.at, asked.reads)?;
        Ok(Self {
            referrals: store::referral::stages_of_family(tx, family.site, id)?,
            addresses: store::family::addresses(tx, id)?,
            safety: store::family::safety(tx, id)?,
            planned: store::session::planned(tx, id)?,
            goals: if asked.with_plan && !moments.steps.is_empty() {
                store::goal::lines(tx, id)?
            } else {
                Vec::new()
            },
            reviews: if moments.steps.is_empty() {
                NextReview::default()
            } else {
                store::review::next(tx, id)?
            },
            carers: if moments.steps.is_empty() {
                Vec::new()
            } else {
                store::household::carers_of(tx, id)?
            },
            moments,
            open_until: if asked.in_emergency {
                store::break_glass::open_until(tx, id)?
            } else {
                None
            },
            joined: if is_joined {
                store::likeness::joined_to(tx, id)?
            } else {
                Vec::new()
            },
            family,
            name,
        })
    }
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let (filter, before) = (Filter::of(&visit), timeline::before(&visit));
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenFamily, Object::Family(id))
        .await?;
    let may = |action| !rights.allowed(Object::Family(id), &[action]).is_empty();
    let reads = Reads {
        visits: may(Action::OpenSession),
        crises: may(Action::OpenCrisis),
        plans: may(Action::OpenPlan),
    };
    let with_plan = reads.plans;
    let asked = Asked {
        at: (filter, before),
        reads,
        with_plan,
        in_emergency: rights.in_emergency(),
    };
    let loaded = app.store().read(permit, move |tx| Loaded::read(tx, id, asked));
    let loaded = loaded.await?;
    let today = store::clock::london_day(app.store().now());
    let mut page = Page::new(&app, &visit, &w.family_title(&loaded.name))
        .back_to(visit.href(paths::FAMILIES), w.family_list_title());
    page.break_glass_until = loaded
        .open_until
        .map(|at| w.time(store::clock::london_time(store::clock::instant(at)).time()));
    let joined = joined_lines(&app, &visit, &loaded.joined).await?;
    let (banner, acts) = (banner(w, &loaded, today), acts(&visit, id, &loaded, &rights));
    let steps = steps(&loaded);
    let until = loaded.ended().unwrap_or(today);
    let first = steps.all().first().map(|step| w.day_short(step.on));
    let next = loaded.planned.iter().map(|session| next_visit(&visit, session));
    let next = next.collect();
    let goals = with_plan.then(|| goals(&visit, &loaded));
    let reviews = reviews_card(&visit, id, &loaded, &rights, today);
    let (withheld, loaded_ended) = (loaded.moments.withholds(reads.visits), loaded.ended().is_some());
    let (items, pages) = timeline::draw(&visit, id, loaded.moments, &loaded.referrals);
    let shown = Shown {
        joined,
        banner,
        leads: if loaded_ended {
            Vec::new()
        } else {
            leads(&visit, id, &rights)
        },
        acts,
        bars: crate::step::bars(&steps, until),
        ends: (first.unwrap_or_default(), w.day_short(until)),
        level: link(visit.href(&paths::family_level(id)), w.step_level_title()),
        picks: filter.picks(&visit, id),
        is_filtered: filter != Filter::All,
        withheld,
        items,
        pages,
        next,
        goals,
        reviews,
        people: Cards {
            visit: &visit,
            family: &loaded.family,
            addresses: &loaded.addresses,
            safety: &loaded.safety,
            packs: app.store().packs(),
            today,
        }
        .all(),
        referrals: loaded
            .referrals
            .iter()
            .map(|one| link(visit.href(&paths::referral(one.id)), &one.reference.to_string()))
            .collect(),
        page,
    };
    Ok(show(&shown, &shown.page))
}

fn goals(visit: &Visit, loaded: &Loaded) -> Goals {
    let (w, id) = (visit.w(), loaded.family.id);
    let lines: Vec<GoalLine> = loaded
        .goals
        .iter()
        .map(|one| crate::goal::line(visit, &loaded.family, one))
        .collect();
    let mut ways = vec![link(visit.href(&paths::plan(id)), w.plan_title())];
    ways.extend((!loaded.goals.is_empty()).then(|| link(visit.href(&paths::goals(id)), w.goal_title())));
    Goals { lines, ways }
}

/// The records this one was joined with.
async fn joined_lines(app: &App, visit: &Visit, joined: &[Joined]) -> Answer<Vec<JoinedLine>> {
    let w = visit.w();
    let mut lines = Vec::with_capacity(joined.len());
    for one in joined {
        let (open, object) = ([Action::OpenFamily], Object::Family(one.family));
        let allowed = app.store().allowed(&visit.actor(), object, &open).await?;
        lines.push(match (allowed.is_empty(), one.is_kept) {
            (true, _) => JoinedLine {
                said: w.likeness_family_elsewhere(),
                record: None,
            },
            (false, is_kept) => JoinedLine {
                said: if is_kept {
                    w.likeness_family_into()
                } else {
                    w.likeness_family_with()
                },
                record: Some(link(visit.href(&paths::family(one.family)), &one.reference)),
            },
        });
    }
    Ok(lines)
}

/// A visit that is planned.
fn next_visit(visit: &Visit, session: &Session) -> Link {
    let w = visit.w();
    let when = crate::session::when_words(w, session.when);
    let text = format!("{when} · {}", crate::session::kind_words(w, session.kind));
    link(visit.href(&paths::session(session.id)), &text)
}

/// What is said of a family's reviews once its support has begun.
fn reviews_card(visit: &Visit, id: FamilyId, loaded: &Loaded, rights: &Rights, today: Date) -> Option<ReviewsCard> {
    if loaded.moments.steps.is_empty() || loaded.ended().is_some() {
        return None;
    }
    let w = visit.w();
    let due = match loaded.reviews.due_on {
        Some(on) if on < today => w.review_card_overdue(&w.day_short(on)),
        Some(on) => w.review_card_due(&w.day_short(on)),
        None => w.review_card_none().to_owned(),
    };
    let planned = loaded.reviews.planned.iter().map(|(review, kind, on)| {
        let text = w.review_title(crate::review::kind_words(w, *kind), &w.day_short(*on));
        link(visit.href(&paths::review(id, *review)), &text)
    });
    let may_hold = !rights.allowed(Object::Family(id), &[Action::HoldReview]).is_empty();
    let acts = may_hold.then(|| {
        vec![
            link(visit.href(&paths::review_plan(id)), w.review_act_plan()),
            link(visit.href(&paths::review_write(id)), w.review_act_write()),
        ]
    });
    Some(ReviewsCard {
        due,
        planned: planned.collect(),
        acts: acts.unwrap_or_default(),
    })
}

fn steps(loaded: &Loaded) -> Steps {
    let steps = loaded.moments.steps.iter().map(|one| one.step).collect();
    Steps::new(loaded.family.id, steps)
}

fn banner(w: Words, loaded: &Loaded, today: Date) -> FamilyBanner {
    let stage = loaded.referrals.first().map(|one| one.stage.key());
    let hidden = loaded.addresses.iter().any(KnownAddress::is_protected);
    let mut marks: Vec<Mark> = stage
        .into_iter()
        .map(|stage| Mark {
            text: stage_words(w, stage),
            look: look(stage),
        })
        .collect();
    marks.extend((!loaded.safety.kept_away.is_empty()).then(|| Mark {
        text: w.family_kept_away_mark().to_owned(),
        look: "warm",
    }));
    marks.extend(hidden.then(|| Mark {
        text: w.family_address_protected().to_owned(),
        look: "warm",
    }));
    let ended = loaded.ended();
    let now: Option<Step> = steps(loaded).on(today).copied().filter(|_| ended.is_none());
    let carers: Vec<&str> = loaded.carers.iter().map(String::as_str).collect();
    let line = match (now, carers.is_empty()) {
        (None, _) if ended.is_some() => ended.map(|on| w.closing_banner(&w.day_short(on))).unwrap_or_default(),
        (None, _) => w.family_level_none().to_owned(),
        (Some(step), true) => crate::step::since(w, &step),
        (Some(step), false) => w.family_level_with(&w.list(&carers), &w.day_short(step.on)),
    };
    FamilyBanner {
        name: w.family_title(&loaded.name),
        reference: loaded.family.reference.to_string(),
        line,
        level: now.map(|step| step.to.number()),
        level_words: now.map(|step| level_words(w, step.to)).unwrap_or_default(),
        marks,
    }
}

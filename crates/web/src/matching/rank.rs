//! Who could support a family: every carer of its area in order, with reasons, and what stops the others.

use super::look::{Looked, ages_words, languages_words, look, needs_words};
use super::stop_words;
use crate::App;
use crate::error::{Answer, PageError};
use crate::family::people::language;
use crate::form::Form;
use crate::household::{called, places};
use crate::mistakes::Mistakes;
use crate::page::{Cell, Field, Link, Page, Place, Problem, Table, link, see, show};
use crate::paths;
use crate::referral::waited;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{FamilyId, HouseholdId};
use domain::matching::{OfferStage, Standing};
use jiff::civil::Date;
use matching::{Ranked, Reason, What};
use store::household::Line;
use words::Words;

/// The longest drive that a box takes, in minutes.
///
/// Assumption: 600, ten hours; the schema holds no more.
const DRIVE_MAX: u16 = 600;

#[derive(Template)]
#[template(path = "matching/rank.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    heading: String,
    line: String,
    needs: Vec<&'static str>,
    note: String,
    cards: Vec<Card>,
    stopped: Table,
    none: bool,
    no_carers: bool,
    drive_href: String,
}

/// One carer who can be offered the family.
struct Card {
    id: String,
    name: String,
    href: String,
    fit: &'static str,
    look: &'static str,
    places: Vec<Place>,
    reasons_for: Vec<String>,
    reasons_against: Vec<String>,
    points: Vec<String>,
    offer: Option<Link>,
    offered: Option<Link>,
    drive: Field,
    drive_label: String,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let (looked, may_offer) = loaded(&app, &visit, id).await?;
    Ok(draw(
        &app,
        &visit,
        &looked,
        may_offer,
        &Form::default(),
        &Mistakes::default(),
    ))
}

async fn loaded(app: &App, visit: &Visit, id: FamilyId) -> Answer<(Looked, bool)> {
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::SeeWhoCould, object)
        .await?;
    let looked = app.store().read(permit, move |tx| look(tx, id)).await?;
    let may_offer = !rights.allowed(object, &[Action::OfferFamily]).is_empty();
    Ok((looked, may_offer))
}

/// Keeps how far it is to one of the carers.
pub async fn drive(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let household: Result<HouseholdId, _> = form.get("carer").parse();
    let Ok(household) = household else {
        return Err(PageError::NotFound);
    };
    let minutes = form
        .get("minutes")
        .trim()
        .parse()
        .ok()
        .filter(|minutes| *minutes <= DRIVE_MAX);
    let Some(minutes) = minutes else {
        let w = visit.w();
        let mistakes = Mistakes::one(box_of(household), w.site_problem_number());
        let (looked, may_offer) = loaded(&app, &visit, id).await?;
        return Ok(draw(&app, &visit, &looked, may_offer, &form, &mistakes));
    };
    let object = Object::Family(id);
    let actor = visit.actor();
    let stored = app.store().act(&actor, Action::OfferFamily, object, move |tx| {
        let site = store::household::site_of(tx, household)?;
        let (family, _) = store::family::load(tx, id)?;
        // Nobody learns of another area's carers by typing how far they are.
        if site != family.site {
            return Err(store::Error::NotFound);
        }
        store::matching::set_drive(tx, id, household, minutes)
    });
    stored.await?;
    Ok(see(&paths::saying(
        &visit.href(&paths::who_could(id)),
        "matching-rank-drive-saved",
    )))
}

fn box_of(household: HouseholdId) -> String {
    format!("minutes_{household}")
}

fn draw(app: &App, visit: &Visit, looked: &Looked, may_offer: bool, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let id = looked.family.id;
    let can = looked.standing.free_from().is_some();
    let scene = Scene {
        visit,
        looked,
        today,
        may_offer: may_offer && can,
        form,
        mistakes,
    };
    let (open, stopped): (Vec<_>, Vec<_>) = looked.ranked.iter().partition(|(one, _)| one.stops.is_empty());
    let cards = (0..).zip(&open).map(|(at, (one, line))| scene.card(at, one, line));
    let rows = stopped.iter().map(|(one, line)| {
        let stops: Vec<String> = one.stops.iter().map(|stop| stop_words(w, *stop)).collect();
        let name = called(w, &line.household);
        vec![
            Cell::link(visit.href(&paths::carer(line.household.id)), name),
            Cell::text(stops.join(" · ")),
        ]
    });
    let heading = w.matching_rank_title(&looked.name);
    let shown = Shown {
        problems: mistakes.summary(),
        line: scene.line(),
        needs: needs_words(w, &looked.wanted.needs),
        note: scene.note(),
        cards: cards.collect(),
        stopped: Table {
            caption: w.matching_rank_stopped_caption().to_owned(),
            heads: [w.matching_rank_carer(), w.matching_rank_stops()]
                .map(ToOwned::to_owned)
                .into(),
            rows: rows.collect(),
        },
        none: open.is_empty(),
        no_carers: looked.ranked.is_empty(),
        drive_href: visit.href(&paths::drive(id)),
        page: Page::new(app, visit, &heading)
            .back_to(visit.href(&paths::family_carer(id)), w.matching_carer_title())
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}

/// What the cards are drawn from.
struct Scene<'a> {
    visit: &'a Visit,
    looked: &'a Looked,
    today: Date,
    may_offer: bool,
    form: &'a Form,
    mistakes: &'a Mistakes,
}

impl Scene<'_> {
    /// What is looked for, in one line.
    fn line(&self) -> String {
        let w = self.visit.w();
        let wanted = &self.looked.wanted;
        let waits = match self.looked.standing {
            Standing::Waiting { since } => Some(w.matching_rank_waits(&waited(w, since, self.today))),
            Standing::Between { since } => Some(w.matching_rank_between(&w.day_short(since))),
            _ => None,
        };
        let children = Some(w.matching_rank_children(&ages_words(w, &wanted.ages)));
        let speaks = (!wanted.speak.is_empty()).then(|| w.matching_rank_languages(&languages_words(w, &wanted.speak)));
        let district = wanted.district.clone();
        let parts: Vec<String> = [waits, children, speaks, district].into_iter().flatten().collect();
        parts.join(" · ")
    }

    /// What must be known before choosing.
    fn note(&self) -> String {
        let w = self.visit.w();
        match self.looked.standing {
            Standing::Matched { household, .. } => {
                let has = self
                    .looked
                    .ranked
                    .iter()
                    .find(|(_, line)| line.household.id == household);
                has.map(|(_, line)| w.matching_rank_has(&called(w, &line.household)))
                    .unwrap_or_default()
            }
            Standing::NotAccepted | Standing::Ended { .. } | Standing::Closed => w.matching_rank_not_now().to_owned(),
            Standing::Waiting { .. } | Standing::Between { .. } => String::new(),
        }
    }

    fn card(&self, at: usize, one: &Ranked, line: &Line) -> Card {
        let w = self.visit.w();
        let household = &line.household;
        let name = called(w, household);
        let (fit, look) = match (at, one.points) {
            (0, _) => (w.matching_rank_fit_first(), "strong"),
            (_, points) if 0 < points => (w.matching_rank_fit_good(), ""),
            _ => (w.matching_rank_fit_possible(), "quiet"),
        };
        let words = |reason: &Reason| reason_words(w, &reason.what);
        let counted = |reason: &Reason| w.matching_rank_points(&words(reason), &signed(reason.points));
        let mut points: Vec<String> = one.reasons.iter().map(counted).collect();
        points.push(w.matching_rank_points_all(&signed(one.points)));
        let pending = self.looked.pending.iter().find(|offer| offer.household == household.id);
        let is_theirs = matches!(self.looked.standing, Standing::Matched { household: has, .. } if has == household.id);
        let may = self.may_offer && pending.is_none() && !is_theirs;
        let minutes = one
            .candidate
            .drive_minutes
            .map(|minutes| minutes.to_string())
            .unwrap_or_default();
        let id = household.id.to_string();
        let typed = if self.form.get("carer") == id {
            self.form.get("minutes").to_owned()
        } else {
            minutes
        };
        let name_of_box = box_of(household.id);
        Card {
            href: self.visit.href(&paths::carer(household.id)),
            fit,
            look,
            places: places(self.visit, line, self.today),
            reasons_for: one.reasons_for().map(words).collect(),
            reasons_against: one.reasons_against().map(words).collect(),
            points,
            offer: may.then(|| {
                let href = self.visit.href(&paths::offer_to(self.looked.family.id, household.id));
                link(href, &w.matching_offer_button(&name))
            }),
            offered: pending.map(|offer| {
                let said = match offer.stage {
                    OfferStage::Accepted { on, .. } => w.matching_rank_said_yes(&w.day_short(on)),
                    _ => w.matching_rank_offered(&w.day_short(offer.made_on)),
                };
                link(self.visit.href(&paths::offer(offer.id)), &said)
            }),
            drive: Field {
                name: "minutes".to_owned(),
                id: name_of_box.replace('_', "-"),
                value: typed,
                error: self.mistakes.of(&name_of_box),
            },
            drive_label: w.matching_rank_drive_label(&name),
            name,
            id,
        }
    }
}

/// A number with its sign.
fn signed(points: i32) -> String {
    match points {
        0 => "0".to_owned(),
        1.. => format!("+{points}"),
        _ => format!("−{}", points.unsigned_abs()),
    }
}

/// What speaks for a carer or against, in words.
fn reason_words(w: Words, what: &What) -> String {
    match what {
        What::Speaks(tag) => w.matching_reason_speaks(&language(w, tag)),
        What::SpeaksNot(tag) => w.matching_reason_speaks_not(&language(w, tag)),
        What::Drive { minutes } => w.matching_reason_drive(u64::from(*minutes)),
        What::SameDistrict => w.matching_reason_same_district().to_owned(),
        What::DriveNotKnown => w.matching_reason_drive_not_known().to_owned(),
        What::Knows(need) => w.matching_reason_knows(w.named("need", need.key).unwrap_or(need.key)),
        What::HasMet => w.matching_reason_has_met().to_owned(),
        What::PlacesFree { free } => w.matching_reason_places_free(u64::from(*free)),
        What::SteppedUp { families } => w.matching_reason_stepped_up(u64::from(*families)),
        What::SaidNo { on } => w.matching_reason_said_no(&w.day_short(*on)),
    }
}

//! One review: when, who was there, what was said and decided, what has to happen now, and what stood there before.

use super::record::{BroughtPart, For};
use crate::App;
use crate::error::Answer;
use crate::family::people::name;
use crate::page::{Link, Page, SummaryRow, link, row, show};
use crate::paths;
use crate::visit::{Under, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::id::{FamilyId, ReviewId};
use domain::review::{Attendee, Decision, Review, ReviewKind, Said, Shows, Stage};
use domain::text::Text;
use store::review::ReviewShown;
use words::{Lang, Words};

/// Something that was said, under its heading.
struct Part {
    title: &'static str,
    text: String,
    lang: Option<&'static str>,
    is_theirs: bool,
}

/// What stood there before.
struct Earlier {
    when: String,
    why: String,
    words: Vec<Part>,
}

/// What has to happen because of what was decided.
struct Then {
    text: &'static str,
    act: Option<Link>,
}

#[derive(Template)]
#[template(path = "review/show.html")]
struct View {
    page: Page,
    heading: String,
    name: String,
    stage: &'static str,
    look: &'static str,
    facts: Vec<SummaryRow>,
    acts: Vec<Link>,
    off: Option<String>,
    words: Vec<Part>,
    brought: Vec<BroughtPart>,
    then: Vec<Then>,
    before: Vec<Earlier>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, Under(id, review): Under<FamilyId, ReviewId>) -> Answer {
    let w = visit.w();
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenFamily, object)
        .await?;
    let may = |action: Action| !rights.allowed(object, &[action]).is_empty();
    let may_prepare = may(Action::PrepareReview);
    let read = app.store().read(permit, move |tx| {
        let (family, called) = store::family::load(tx, id)?;
        let shown = store::review::show(tx, id, review)?;
        let brought = if may_prepare {
            store::review::contributions(tx, &shown.review)?
        } else {
            Vec::new()
        };
        Ok::<_, store::Error>((family, called, shown, brought))
    });
    let (family, called, shown, brought) = read.await?;
    let one = &shown.review;
    let heading = w.review_title(kind_words(w, one.kind), &w.day_short(one.on));
    let (may_hold, may_step) = (may(Action::HoldReview), may(Action::StepSupport));
    let of = For {
        lang: visit.lang,
        shows: Shows::of_staff(false, false),
        today: store::clock::london_day(app.store().now()),
    };
    let (stage, look) = stage_words(w, one.stage);
    let is_planned = one.stage == Stage::Planned;
    let view = View {
        name: w.family_title(&called),
        stage,
        look,
        facts: facts(w, &family, &shown),
        brought: super::record::brought(of, &family, &brought),
        acts: acts(&visit, one, (may_prepare, may_hold)),
        off: (may_hold && is_planned).then(|| visit.href(&paths::review_act(id, review, "off"))),
        words: shown
            .said
            .as_ref()
            .map_or_else(Vec::new, |said| said_words(&visit, &shown.language, said)),
        then: then(&visit, one, may_step),
        before: before(&visit, &shown),
        page: Page::new(&app, &visit, &heading).back_to(visit.href(&paths::family(id)), &w.family_title(&called)),
        heading,
    };
    Ok(show(&view, &view.page))
}

/// Which of the two it is, in words.
pub(crate) fn kind_words(w: Words, kind: ReviewKind) -> &'static str {
    w.named("review-kind", kind.key()).unwrap_or_default()
}

/// What was decided, in words.
pub(crate) fn decided_words(w: Words, decided: &[Decision]) -> String {
    let one = |decision: &Decision| w.named("review-decision", decision.key()).unwrap_or_default();
    w.list(&decided.iter().map(one).collect::<Vec<_>>())
}

fn stage_words(w: Words, stage: Stage) -> (&'static str, &'static str) {
    let look = match stage {
        Stage::Planned => "",
        Stage::Held => "strong",
        Stage::CalledOff => "quiet",
    };
    (w.named("review-stage", stage.key()).unwrap_or_default(), look)
}

fn facts(w: Words, family: &Family, shown: &ReviewShown) -> Vec<SummaryRow> {
    let review = &shown.review;
    let mut rows = vec![row(w.review_on(), w.day(review.on))];
    if review.stage == Stage::Held {
        let people = family
            .people
            .iter()
            .filter(|person| review.present.contains(&person.id));
        let people: Vec<String> = people.map(|person| name(w, person)).collect();
        let there = |one: &Attendee| w.named("review-there", one.key()).unwrap_or_default();
        let there: Vec<&str> = review.there.iter().map(there).collect();
        let listed = |these: &[&str], none: &str| {
            if these.is_empty() {
                none.to_owned()
            } else {
                w.list(these)
            }
        };
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        rows.push(row(w.review_present(), listed(&people, w.review_nobody())));
        rows.push(row(w.review_there(), listed(&there, w.review_nobody_else())));
        if !review.decided.is_empty() {
            rows.push(row(w.review_decided(), decided_words(w, &review.decided)));
        }
    }
    rows.push(row(w.review_by(), shown.by.clone().unwrap_or_default()));
    rows
}

fn acts(visit: &Visit, review: &Review, (may_prepare, may_hold): (bool, bool)) -> Vec<Link> {
    let w = visit.w();
    let act = |act: &str, words: &str| link(visit.href(&paths::review_act(review.family, review.id, act)), words);
    let is_mine = visit.who.as_ref().is_some_and(|who| who.account == review.author);
    let mut acts = Vec::new();
    if may_prepare && review.stage != Stage::CalledOff {
        acts.push(act("prepare", w.review_act_prepare()));
    }
    match review.stage {
        Stage::Planned if may_hold => acts.extend([act("held", w.review_act_held()), act("plan", w.review_act_move())]),
        Stage::Held if may_hold && is_mine => acts.push(act("right", w.review_act_right())),
        Stage::Planned | Stage::Held | Stage::CalledOff => {}
    }
    acts
}

/// What has to happen now. Nothing follows from a decision by itself.
fn then(visit: &Visit, review: &Review, may_step: bool) -> Vec<Then> {
    let w = visit.w();
    let decided = |decision: Decision| review.decided.contains(&decision);
    let mut then = Vec::new();
    if decided(Decision::Step) {
        let href = format!("{}?cause=review", visit.href(&paths::family_step(review.family)));
        then.push(Then {
            text: w.review_then_step(),
            act: may_step.then(|| link(href, w.review_then_step_act())),
        });
    }
    let says = [
        (Decision::Extend, w.review_then_extend()),
        (Decision::Close, w.review_then_close()),
    ];
    let says = says.into_iter().filter(|(decision, _)| decided(*decision));
    then.extend(says.map(|(_, text)| Then { text, act: None }));
    then
}

fn said_words(visit: &Visit, language: &str, said: &Said) -> Vec<Part> {
    let w = visit.w();
    let lang = Lang::from_tag(language)
        .filter(|lang| *lang != visit.lang)
        .map(Lang::tag);
    let one = |title: &'static str, words: &Text, is_theirs: bool| Part {
        title,
        text: words.as_str().to_owned(),
        lang,
        is_theirs,
    };
    let mut all = vec![one(w.review_said(), &said.said, false)];
    all.extend(said.theirs.as_ref().map(|words| one(w.review_theirs(), words, true)));
    all.extend(said.next.as_ref().map(|words| one(w.review_next(), words, false)));
    all
}

fn before(visit: &Visit, shown: &ReviewShown) -> Vec<Earlier> {
    let w = visit.w();
    let earlier = shown.before.iter().map(|one| {
        let at = store::clock::london_time(store::clock::instant(one.at));
        Earlier {
            when: w.review_before_when(&w.day_time(at), one.by.as_deref().unwrap_or_default()),
            why: one.why.clone(),
            words: said_words(visit, &shown.language, &one.said),
        }
    });
    earlier.collect()
}

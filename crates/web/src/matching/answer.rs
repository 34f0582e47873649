//! An offer: the carer reads it and answers; whoever made it sees the answer and can take it back.

use super::look::wanted;
use super::offer::facts;
use super::{Wrong, refusal_words};
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::household::called;
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Link, Page, Problem, SummaryRow, choice, field, hinted, link, row, see, show};
use crate::paths;
use crate::typed::words_if_any;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::household::Household;
use domain::id::{AccountId, OfferId};
use domain::matching::{DeclineWhy, Event, Offer, OfferStage, Refusal};
use domain::text::Text;
use jiff::civil::Date;
use matching::Wanted;
use store::Tx;
use store::matching::OfferShown;
use store::once::Once;
use words::Words;

#[derive(Template)]
#[template(path = "matching/answer.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: &'static str,
    lead: &'static str,
    legend: &'static str,
    told: bool,
    state: String,
    look: &'static str,
    rows: Vec<SummaryRow>,
    here: String,
    /// The boxes, where the reader may answer.
    may_answer: bool,
    answer: Field,
    answers: Vec<Choice>,
    why: Field,
    whys: Vec<Choice>,
    words: Field,
    decide: Option<Link>,
    take_back: bool,
}

/// What the page shows.
struct Loaded {
    shown: OfferShown,
    carers: Household,
    wanted: Wanted,
    /// What the family is called, once the carer may know or for those who know already.
    name: Option<String>,
    is_own: bool,
    may: Vec<Action>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<OfferId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

async fn loaded(app: &App, visit: &Visit, id: OfferId) -> Answer<Loaded> {
    let object = Object::Offer(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenOffer, object)
        .await?;
    let me = visit.account()?.account;
    let read = app.store().read(permit, move |tx| {
        let shown = store::matching::show_offer(tx, id)?;
        let carers = store::household::show(tx, shown.offer.household)?.household;
        let (family, name) = store::family::load(tx, shown.offer.family)?;
        let (_, wanted) = wanted(tx, &family)?;
        let is_own = carers.is_carer(me);
        let tells = shown.offer.stage.tells_names() || !is_own;
        Ok::<_, store::Error>(Loaded {
            name: tells.then_some(name),
            shown,
            carers,
            wanted,
            is_own,
            may: Vec::new(),
        })
    });
    let mut loaded = read.await?;
    loaded.may = rights.allowed(object, &[Action::AnswerOffer, Action::DecideOffer]);
    Ok(loaded)
}

/// The answer as the form gives it.
enum Answered {
    Yes,
    No(DeclineWhy, Option<Text>),
}

impl Answered {
    /// Lets the offer take the answer today.
    fn decide(&self, offer: &Offer, by: AccountId, today: Date) -> Result<Event, Refusal> {
        match self {
            Self::Yes => offer.accept(by, today, today),
            Self::No(why, words) => offer.decline((by, today), today, *why, words.clone()),
        }
    }
}

fn read(form: &Form, w: Words) -> Result<Answered, Mistakes> {
    let mut mistakes = Mistakes::default();
    let words = words_if_any(form, w, &mut mistakes, ("words", w.matching_offer_words()));
    match form.get("answer") {
        "yes" => return Ok(Answered::Yes),
        "no" => match DeclineWhy::from_key(form.get("why")) {
            Some(why) if !mistakes.any() => return Ok(Answered::No(why, words)),
            Some(_) => {}
            None => mistakes.add("why", w.matching_offer_problem_why()),
        },
        _ => mistakes.add("answer", w.matching_offer_problem_answer()),
    }
    Err(mistakes)
}

/// Stores the carer's answer.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<OfferId>, form: Form) -> Answer {
    let w = visit.w();
    let mistakes = match read(&form, w) {
        Ok(answered) => {
            let is_yes = matches!(answered, Answered::Yes);
            let said = if is_yes {
                "matching-offer-answered-yes"
            } else {
                "matching-offer-answered-no"
            };
            // Whoever said no reads it no more.
            let to = if is_yes {
                paths::offer(id)
            } else {
                paths::HOME.to_owned()
            };
            let about = (id, Action::AnswerOffer, to, said);
            let done = carry_out(&app, &visit, about, &form, move |tx, offer, by| {
                answered.decide(offer, by, tx.today())
            });
            match done.await? {
                Ok(answer) => return Ok(answer),
                Err(refusal) => Mistakes::one("answer", refusal_words(w, refusal)),
            }
        }
        Err(mistakes) => mistakes,
    };
    let loaded = loaded(&app, &visit, id).await?;
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

/// Takes the offer back.
pub async fn take_back(State(app): State<App>, visit: Visit, At(id): At<OfferId>, form: Form) -> Answer {
    let said = "matching-offer-taken-back";
    let about = (id, Action::DecideOffer, paths::offer(id), said);
    let done = carry_out(&app, &visit, about, &form, |tx, offer, by| {
        offer.withdraw(by, tx.today())
    });
    match done.await? {
        Ok(answer) => Ok(answer),
        Err(refusal) => {
            let mistakes = Mistakes::one("answer", refusal_words(visit.w(), refusal));
            let loaded = loaded(&app, &visit, id).await?;
            Ok(draw(&app, &visit, &loaded, &form, &mistakes))
        }
    }
}

/// Loads the offer, lets the verb decide and stores what it decided, once for each key of the form.
async fn carry_out(
    app: &App,
    visit: &Visit,
    (id, action, to, said): (OfferId, Action, String, &'static str),
    form: &Form,
    decide: impl Fn(&Tx, &Offer, AccountId) -> Result<Event, Refusal> + Send + Sync + 'static,
) -> Answer<Result<Response, Refusal>> {
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let href = paths::saying(&visit.href(&to), said);
    let (path, there) = (visit.path.clone(), href.clone());
    let actor = visit.actor();
    let stored = app.store().act(&actor, action, Object::Offer(id), move |tx| {
        tx.not_done_before(Some(&once))?;
        let offer = store::matching::load_offer(tx, id)?;
        let event = decide(tx, &offer, account)?;
        store::matching::answered(tx, &offer, &event)?;
        tx.done(Some(&once), 303, &there)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(())
    });
    match stored.await {
        Ok(()) => Ok(Ok(see(&href))),
        Err(Wrong::Refused(refusal)) => Ok(Err(refusal)),
        Err(Wrong::Names(_)) => Err(crate::error::PageError::Conflict),
        Err(Wrong::Store(error)) => Err(error.into()),
    }
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let offer = &loaded.shown.offer;
    let heading = if loaded.is_own {
        w.matching_offer_one()
    } else {
        w.matching_offer_one_staff()
    };
    let (state, look) = stage_words(w, offer.stage);
    let is_open = offer.stage == OfferStage::Open;
    let said_yes = matches!(offer.stage, OfferStage::Accepted { .. });
    let may_decide = loaded.may.contains(&Action::DecideOffer);
    let why = |why: DeclineWhy| {
        let words = w.named("matching-offer-why", why.key()).unwrap_or_default();
        choice(why.key(), words, form.get("why") == why.key())
    };
    let chosen = form.get("answer");
    let (back, back_words) = if loaded.is_own {
        (visit.href(paths::HOME), w.site_nav_home())
    } else {
        (visit.href(&paths::family_carer(offer.family)), w.matching_carer_title())
    };
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let may_answer = is_open && loaded.may.contains(&Action::AnswerOffer);
    let mut page = Page::new(app, visit, heading)
        .back_to(back, back_words)
        .with_mistakes(mistakes.any());
    if may_answer {
        page = page.of_form();
    }
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        heading,
        lead: if loaded.is_own && is_open {
            w.matching_offer_lead()
        } else {
            ""
        },
        legend: if loaded.is_own {
            w.matching_offer_answer()
        } else {
            w.matching_offer_answer_for()
        },
        told: loaded.is_own && said_yes,
        state: state.to_owned(),
        look,
        rows: rows(w, loaded),
        here: visit.href(&paths::offer(offer.id)),
        may_answer,
        answer: typed("answer"),
        answers: vec![
            hinted(
                "yes",
                w.matching_offer_yes(),
                w.matching_offer_yes_hint(),
                chosen == "yes",
            ),
            hinted("no", w.matching_offer_no(), w.matching_offer_no_hint(), chosen == "no"),
        ],
        why: typed("why"),
        whys: DeclineWhy::ALL.into_iter().map(why).collect(),
        words: typed("words"),
        decide: (said_yes && may_decide)
            .then(|| link(visit.href(&paths::offer_decide(offer.id)), w.matching_offer_decide())),
        take_back: offer.stage.is_pending() && may_decide,
        page,
    };
    show(&shown, &shown.page)
}

/// Where an offer stands, in words, and how that looks.
pub(crate) fn stage_words(w: Words, stage: OfferStage) -> (&'static str, &'static str) {
    match stage {
        OfferStage::Open => (w.matching_offer_state_open(), "warm"),
        OfferStage::Accepted { .. } => (w.matching_offer_state_accepted(), "strong"),
        OfferStage::Declined { .. } => (w.matching_offer_state_declined(), "quiet"),
        OfferStage::Withdrawn { .. } => (w.matching_offer_state_withdrawn(), "quiet"),
        OfferStage::Matched { .. } => (w.matching_offer_state_matched(), ""),
    }
}

fn rows(w: Words, loaded: &Loaded) -> Vec<SummaryRow> {
    let shown = &loaded.shown;
    let mut rows = Vec::new();
    rows.extend(
        loaded
            .name
            .as_ref()
            .map(|name| row(w.matching_offer_family(), w.family_title(name))),
    );
    if !loaded.is_own {
        rows.push(row(w.matching_offer_to(), called(w, &loaded.carers)));
    }
    rows.extend(facts(w, &loaded.wanted));
    rows.push(row(w.matching_offer_place(), shown.place.clone()));
    rows.extend(
        shown
            .visiting
            .clone()
            .map(|words| row(w.matching_offer_visiting(), words)),
    );
    if !loaded.is_own {
        rows.push(row(w.matching_offer_reason(), shown.reason.clone()));
        if let OfferStage::Declined { why, .. } = shown.offer.stage {
            let why = w.named("matching-offer-why", why.key()).unwrap_or_default();
            rows.push(row(w.matching_offer_why(), why));
        }
        rows.extend(
            shown
                .why_words
                .clone()
                .map(|words| row(w.matching_offer_words(), words)),
        );
    }
    rows
}

/// The carer's answer by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: OfferId, form: &Form) -> Result<(), Unmade> {
    let answered = read(form, call.w)?;
    let offer = store::matching::load_offer(tx, id)?;
    let event = answered.decide(&offer, call.by, tx.today());
    let event = event.map_err(|refusal| Unmade::from(("answer", refusal_words(call.w, refusal))))?;
    Ok(store::matching::answered(tx, &offer, &event)?)
}

/// An offer taken back, by a call.
pub(crate) fn take_back_by_call(tx: &Tx, call: &Call, id: OfferId, _: &Form) -> Result<(), Unmade> {
    let offer = store::matching::load_offer(tx, id)?;
    let event = call.said(offer.withdraw(call.by, tx.today()), |w, refusal| {
        ("answer", refusal_words(w, refusal))
    })?;
    Ok(store::matching::answered(tx, &offer, &event)?)
}

//! Deciding for the household that said yes: the first day, how much support to begin with, and why.

use super::look::wanted;
use super::{Wrong, refusal_words};
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::household::{called, dose_words, level_words};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, hinted, see, show};
use crate::paths;
use crate::typed::{day, words};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::household::Household;
use domain::id::{AccountId, FamilyId, MatchId, OfferId};
use domain::level::{Ladder, Level, Rung};
use domain::matching::{EndWhy, NewMatch, Refusal, Standing, stops};
use jiff::civil::Date;
use store::Tx;
use store::once::Once;
use words::Words;

#[derive(Template)]
#[template(path = "matching/decide.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: String,
    from: DateField,
    level: Field,
    levels: Vec<Choice>,
    reason: Field,
    change_why: Field,
    whys: Vec<Choice>,
}

struct Loaded {
    offer: OfferId,
    family: FamilyId,
    name: String,
    carers: Household,
    standing: Standing,
    ladder: Ladder,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<OfferId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_else(|| {
        let first = loaded.ladder.first().number();
        Form::default().with("level", &first.to_string())
    });
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

async fn loaded(app: &App, visit: &Visit, id: OfferId) -> Answer<Loaded> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::DecideOffer, Object::Offer(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        let offer = store::matching::show_offer(tx, id)?.offer;
        let (_, name) = store::family::load(tx, offer.family)?;
        Ok::<_, store::Error>(Loaded {
            carers: store::household::show(tx, offer.household)?.household,
            standing: store::matching::standing(tx, offer.family)?.0,
            ladder: store::ladder::of_family(tx, offer.family)?.on(tx.today()).clone(),
            family: offer.family,
            offer: id,
            name,
        })
    });
    Ok(read.await?)
}

/// What was decided, and why the carer changes where the family has one.
type Decided = (NewMatch, Option<EndWhy>);

fn read(form: &Form, w: Words, today: Date, (changes, first): (bool, Level)) -> Result<Decided, Mistakes> {
    let mut mistakes = Mistakes::default();
    let from = day(form, w, &mut mistakes, "from").unwrap_or(today);
    let level = form.get("level").parse().ok().and_then(Level::new);
    if level.is_none() && !changes {
        mistakes.add("level", w.matching_problem_level());
    }
    let label = ("reason", w.matching_decide_reason());
    let reason = words(form, w, &mut mistakes, label, w.matching_problem_reason());
    let why = EndWhy::from_key(form.get("change_why"));
    if changes && why.is_none() {
        mistakes.add("change_why", w.matching_problem_why());
    }
    let level = level.unwrap_or(first);
    match reason {
        Some(reason) if !mistakes.any() => Ok((NewMatch { from, level, reason }, why)),
        _ => Err(mistakes),
    }
}

/// Stores the match.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<OfferId>, form: Form) -> Answer {
    let w = visit.w();
    let loaded = loaded(&app, &visit, id).await?;
    let today = store::clock::london_day(app.store().now());
    let changes = matches!(loaded.standing, Standing::Matched { .. });
    let (new, why) = match read(&form, w, today, (changes, loaded.ladder.first())) {
        Ok(decided) => decided,
        Err(mistakes) => return Ok(draw(&app, &visit, &loaded, &form, &mistakes)),
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let path = visit.path.clone();
    let href = paths::saying(
        &visit.href(&paths::family_carer(loaded.family)),
        "matching-decided-done",
    );
    let to = href.clone();
    let actor = visit.actor();
    let stored = app
        .store()
        .act(&actor, Action::DecideOffer, Object::Offer(id), move |tx| {
            tx.not_done_before(Some(&once))?;
            decide(tx, account, id, &new, why)?;
            tx.done(Some(&once), 303, &to)?;
            store::draft::forget(tx, account, &path)?;
            Ok::<_, Wrong>(())
        });
    let mistakes = match stored.await {
        Ok(()) => return Ok(see(&href)),
        Err(Wrong::Refused(refusal)) => {
            let at = if matches!(refusal, Refusal::NoSuchLevel { .. }) {
                "level"
            } else {
                "from"
            };
            Mistakes::one(at, refusal_words(w, refusal))
        }
        Err(Wrong::Names(_)) => Mistakes::default(),
        Err(Wrong::Store(error)) => return Err(error.into()),
    };
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

/// Lets the rules decide and stores the match; a family that changes carer leaves the one it has on the same day.
pub(crate) fn decide(
    tx: &Tx,
    by: AccountId,
    id: OfferId,
    new: &NewMatch,
    why: Option<EndWhy>,
) -> Result<MatchId, Wrong> {
    let offer = store::matching::load_offer(tx, id)?;
    let carers = store::household::load(tx, offer.household)?;
    let (family, _) = store::family::load(tx, offer.family)?;
    let (standing, referral) = store::matching::standing(tx, offer.family)?;
    let (_, wanted) = wanted(tx, &family)?;
    let does = store::matching::does(tx, offer.household, offer.family, (new.from, None))?;
    let stops = stops(&carers, does, &wanted.ages, new.from);
    let today = tx.today();
    let ladders = store::ladder::of_site(tx, family.site)?;
    let ladder = ladders.on(new.from);
    let event = offer.decide((by, today), standing, &stops, ladder, new.clone())?;
    if let Standing::Matched { id: has, .. } = standing {
        let matched = store::matching::load(tx, has)?;
        let why = why.unwrap_or(EndWhy::Other);
        let ended = matched.end((by, new.from), today, why, Some(new.reason.clone()))?;
        store::matching::end(tx, &matched, &ended)?;
    }
    let referral = referral.ok_or(store::Error::NotFound)?;
    Ok(store::matching::matched(tx, &offer, referral, &carers, &event)?)
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let ladder = &loaded.ladder;
    let begins = matches!(loaded.standing, Standing::Waiting { .. });
    let changes = matches!(loaded.standing, Standing::Matched { .. });
    let level = |rung: &Rung| {
        let key = rung.level.number().to_string();
        let chosen = form.get("level") == key;
        hinted(&key, &level_words(w, rung.level), &dose_words(w, rung), chosen)
    };
    let why = |why: &EndWhy| {
        let words = w.named("matching-end-why", why.key()).unwrap_or_default();
        choice(why.key(), words, form.get("change_why") == why.key())
    };
    let whys = EndWhy::ALL.iter().filter(|why| **why != EndWhy::SupportEnded);
    let heading = w.matching_decide_title(&called(w, &loaded.carers), &loaded.name);
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        from: date_field("from", |part| form.get(part).to_owned(), mistakes.of("from")),
        level: typed("level"),
        levels: if begins {
            ladder.rungs().iter().map(level).collect()
        } else {
            Vec::new()
        },
        reason: typed("reason"),
        change_why: typed("change_why"),
        whys: if changes { whys.map(why).collect() } else { Vec::new() },
        page: Page::new(app, visit, &heading)
            .of_form()
            .back_to(visit.href(&paths::offer(loaded.offer)), w.matching_offer_one_staff())
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: OfferId, form: &Form) -> Result<MatchId, Unmade> {
    let offer = store::matching::load_offer(tx, id)?.family;
    let (standing, _) = store::matching::standing(tx, offer)?;
    let first = store::ladder::of_family(tx, offer)?.on(tx.today()).first();
    let changes = matches!(standing, Standing::Matched { .. });
    let (new, why) = read(form, call.w, tx.today(), (changes, first))?;
    decide(tx, call.by, id, &new, why).map_err(|wrong| match wrong {
        Wrong::Refused(refusal) => ("from", refusal_words(call.w, refusal)).into(),
        Wrong::Names(_) => store::Error::NotFound.into(),
        Wrong::Store(error) => error.into(),
    })
}

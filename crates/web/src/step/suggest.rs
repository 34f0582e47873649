//! Suggestions to step: what a rule saw, its numbers, the way to a step, and setting it aside with a reason.

use super::level;
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Cell, Field, Table, field};
use crate::paths;
use crate::typed::words;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::contact::{Week, weeks};
use domain::goal::Marked;
use domain::id::FamilyId;
use domain::step::Cause;
use domain::suggest::{Facts, Fired, Numbers, Suggestion, Towards, suggestions};
use jiff::civil::Date;
use store::Tx;
use store::due::Known;
use store::suggest::SetAside;
use words::Words;

/// A suggestion as the page shows it.
pub(super) struct Suggested {
    pub key: &'static str,
    pub facts: String,
    pub text: String,
    pub rule: String,
    pub accept: String,
    pub reason: Field,
}

/// What the rules look at, and what was set aside.
pub(super) struct Looked {
    pub known: Known,
    pub aside: Vec<SetAside>,
    pub numbers: Numbers,
    goals: Vec<Vec<Marked>>,
}

/// Reads what the rules look at about a family.
pub(super) fn look(tx: &Tx, id: FamilyId) -> Result<Looked, store::Error> {
    let goals = store::goal::lines(tx, id)?;
    Ok(Looked {
        known: store::due::known(tx, id, store::due::SESSIONS_FOR_WEEKS)?,
        aside: store::suggest::of_family(tx, id)?,
        numbers: store::practice::of_family(tx, id)?.numbers,
        goals: goals.into_iter().map(|one| one.goal.marks).collect(),
    })
}

impl Looked {
    /// What the rules suggest.
    pub(super) fn suggested(&self, weeks: &[Week], today: Date) -> Vec<Suggestion> {
        if !self.known.case.is_supported {
            return Vec::new();
        }
        let facts = Facts {
            record: &self.known.case.record,
            weeks,
            urgent: &self.known.urgent,
            goals: &self.goals,
            today,
            numbers: self.numbers,
        };
        let aside = self.aside.iter().map(|one| (one.rule.clone(), one.facts.clone()));
        suggestions(&facts, &aside.collect::<Vec<_>>())
    }
}

impl Suggested {
    pub(super) fn draw(
        (visit, id): (&Visit, FamilyId),
        looked: &Looked,
        one: &Suggestion,
        (form, mistakes): (&Form, &Mistakes),
    ) -> Self {
        let w = visit.w();
        let key = one.rule.key;
        let name = format!("reason_{key}");
        Self {
            key,
            facts: one.facts(),
            text: seen(w, key, &one.fired),
            rule: rule(w, key, looked.numbers),
            accept: accept((visit, id), &looked.known, one),
            reason: field(&name, form.get(&name), mistakes.of(&name)),
        }
    }
}

/// What a rule saw, in words.
fn seen(w: Words, key: &str, fired: &Fired) -> String {
    let since = w.day_short(fired.since);
    let (counted, happened, expected) = (
        u64::from(fired.counted),
        u64::from(fired.happened),
        u64::from(fired.expected),
    );
    match key {
        "urgent" => w.suggest_urgent(&since, counted),
        "below" => w.suggest_below(&since, counted, expected, happened),
        "above" => w.suggest_above(&since, counted, expected, happened),
        "missed" => w.suggest_missed(&since, counted),
        "goals" => w.suggest_goals(&since, counted),
        _ => w.suggest_level_ended(&since, counted),
    }
}

/// A rule and its numbers, in words.
fn rule(w: Words, key: &str, numbers: Numbers) -> String {
    let n = |number: u8| u64::from(number);
    match key {
        "urgent" => w.suggest_rule_urgent(n(numbers.urgent), n(numbers.urgent_days)),
        "below" => w.suggest_rule_below(n(numbers.weeks), u64::from(numbers.below_percent)),
        "above" => w.suggest_rule_above(n(numbers.weeks), u64::from(numbers.above_percent)),
        "missed" => w.suggest_rule_missed(n(numbers.missed)),
        "goals" => w.suggest_rule_goals(n(numbers.fallen)),
        _ => w.suggest_rule_level_ended().to_owned(),
    }
}

/// The form of a step with the level and the cause filled in, as far as the rule says which.
fn accept((visit, id): (&Visit, FamilyId), known: &Known, one: &Suggestion) -> String {
    let record = &known.case.record;
    let step = visit.href(&paths::family_step(id));
    let now = record.steps.all().last();
    let ladder = now.map(|step| record.ladders.on(step.on));
    let numbers = ladder
        .into_iter()
        .flat_map(|ladder| ladder.rungs().iter().map(|rung| rung.level));
    let at = now.map(|step| step.to);
    let to = match one.fired.towards {
        Towards::More => numbers.filter(|level| at < Some(*level)).min(),
        Towards::Less => numbers.filter(|level| Some(*level) < at).max(),
        Towards::Look => None,
    };
    let cause = match (one.rule.key, one.fired.towards) {
        ("urgent", _) => Some(Cause::Crisis),
        ("level_ended", _) => Some(Cause::PlannedEnd),
        (_, Towards::More) => Some(Cause::Harder),
        _ => None,
    };
    let to = to.map(|level| format!("to={}", level.number()));
    let cause = cause.map(|cause| format!("cause={}", cause.key()));
    let query: Vec<String> = to.into_iter().chain(cause).collect();
    if query.is_empty() {
        step
    } else {
        format!("{step}?{}", query.join("&"))
    }
}

/// What was set aside, as a table.
pub(super) fn set_aside(w: Words, aside: &[SetAside], numbers: Numbers) -> Table {
    let heads = [w.suggest_column_rule(), w.suggest_column_why(), w.suggest_column_by()];
    let row = |one: &SetAside| {
        let at = store::clock::london_time(store::clock::instant(one.at));
        let by = one.by.as_deref().unwrap_or_default();
        vec![
            Cell::text(rule(w, &one.rule, numbers)),
            Cell::text(one.reason.clone()),
            Cell::text(format!("{by} · {}", w.day_short(at.date()))),
        ]
    };
    Table {
        caption: w.suggest_aside_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: aside.iter().map(row).collect(),
    }
}

/// Stores that a suggestion is set aside: one that is still there, with a reason.
pub async fn aside(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = (Action::StepSupport, Object::Family(id));
    let href = paths::saying(&visit.href(&paths::family_level(id)), "suggest-aside-saved");
    let act = move |tx: &Tx, call: &Call, form: &Form| by_call(tx, call, id, form);
    match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => Ok(answer),
        Err(unmade) => level::draw(&app, &visit, id, &form, &unmade.mistakes()?).await,
    }
}

/// Reads the reason, looks whether it is still suggested, and stores that it is set aside.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    let (w, mut mistakes) = (call.w, Mistakes::default());
    let name = format!("reason_{}", form.get("rule"));
    let label = (name.as_str(), w.suggest_reason());
    let reason = words(form, w, &mut mistakes, label, w.suggest_problem_reason());
    let reason = reason.ok_or(mistakes)?;
    let (key, about) = (form.get("rule"), form.get("facts"));
    let looked = look(tx, id)?;
    let past = weeks(&looked.known.case.record, tx.today(), super::weeks::WEEKS);
    let there = looked.suggested(&past, tx.today());
    if !there.iter().any(|one| one.rule.key == key && one.facts() == about) {
        return Err(("main", w.suggest_problem_gone().to_owned()).into());
    }
    let site = store::family::site_of(tx, id)?;
    Ok(store::suggest::set_aside(tx, (id, site), (key, about), &reason)?)
}

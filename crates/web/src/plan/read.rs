//! What stands on the form of a plan, read into the domain's own values: every mistake at once, in the order of the page.

use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::typed::{day, words, words_if_any};
use domain::family::{Family, Part};
use domain::goal::Mark;
use domain::id::PersonId;
use domain::need::{Need, need};
use domain::plan::{HowOften, NewGoal, NewPlan};
use domain::support::KINDS;
use domain::text::Text;
use words::Words;

/// The keys of the goals on a form, in their order: each goal's boxes begin with `goal_` and its key.
pub(super) fn goal_keys(form: &Form) -> Vec<String> {
    let keys = form.get("goals").split_whitespace();
    keys.filter(|key| key.parse::<u16>().is_ok())
        .map(ToOwned::to_owned)
        .collect()
}

/// Reads the form, or gives every mistake. With the plan come the keys of its goals, in their order.
pub(super) fn plan(form: &Form, w: Words, family: &Family) -> Result<(NewPlan, Vec<String>), Mistakes> {
    let mut mistakes = Mistakes::default();
    let from_version = form.get("from_version").parse().unwrap_or_default();
    let met_on = needed_day(form, w, &mut mistakes, ("met", w.plan_problem_met()));
    let planned_end = needed_day(form, w, &mut mistakes, ("end", w.plan_problem_end()));
    let (goals, keys) = goals(form, w, &mut mistakes);
    let wishes = wishes(form, w, &mut mistakes, family);
    let often = |kind: &'static domain::support::SupportKind| {
        let often = HowOften::from_key(form.get(&format!("often_{}", kind.key)))?;
        Some((kind, often))
    };
    let needs: Vec<&'static Need> = form.all("needs").filter_map(need).collect();
    let hard_time = words_if_any(form, w, &mut mistakes, ("hard_time", w.plan_hard_time()));
    let more = words_if_any(form, w, &mut mistakes, ("more", w.plan_more()));
    let change = words_if_any(form, w, &mut mistakes, ("change", w.plan_change()));
    match (met_on, planned_end) {
        (Some(met_on), Some(planned_end)) if !mistakes.any() => {
            let new = NewPlan {
                from_version,
                met_on,
                planned_end,
                needs,
                support: KINDS.iter().filter_map(often).collect(),
                goals,
                wishes,
                hard_time,
                more,
                change,
            };
            Ok((new, keys))
        }
        _ => Err(mistakes),
    }
}

fn needed_day(
    form: &Form,
    w: Words,
    mistakes: &mut Mistakes,
    (name, missing): (&str, &str),
) -> Option<jiff::civil::Date> {
    let on = day(form, w, mistakes, name);
    if on.is_none() && mistakes.of(name).is_none() {
        mistakes.add(name, missing);
    }
    on
}

fn goals(form: &Form, w: Words, mistakes: &mut Mistakes) -> (Vec<NewGoal>, Vec<String>) {
    let (mut goals, mut keys) = (Vec::new(), Vec::new());
    for key in goal_keys(form) {
        let name = |part: &str| format!("goal_{key}_{part}");
        let typed = |part: &str| form.get(&name(part)).trim();
        let id = typed("id").parse().ok();
        // A new one nobody wrote in is none.
        if id.is_none() && typed("words").is_empty() && typed("mark").is_empty() {
            continue;
        }
        let label = (name("words"), w.plan_write_goal_words());
        let said = words(form, w, mistakes, (&label.0, label.1), w.plan_problem_goal_words());
        let owner: Option<PersonId> = typed("owner").parse().ok();
        if owner.is_none() {
            mistakes.add(name("owner"), w.plan_problem_goal_owner());
        }
        let mark = match typed("mark") {
            "" => None,
            typed => {
                let mark = typed.parse().ok().and_then(Mark::new);
                if mark.is_none() {
                    mistakes.add(name("mark"), w.plan_problem_goal_mark());
                }
                mark
            }
        };
        if let (Some(words), Some(owner)) = (said, owner) {
            goals.push(NewGoal {
                id,
                owner,
                words,
                need: need(typed("need")),
                mark,
            });
            keys.push(key);
        }
    }
    (goals, keys)
}

fn wishes(form: &Form, w: Words, mistakes: &mut Mistakes, family: &Family) -> Vec<(PersonId, Text)> {
    let children = family.people.iter().filter(|person| person.part == Part::Child);
    let wish = |person: &domain::family::Person| {
        let name = format!("wish_{}", person.id);
        let said = words_if_any(form, w, mistakes, (&name, w.plan_wishes()));
        said.map(|words| (person.id, words))
    };
    children.filter_map(wish).collect()
}

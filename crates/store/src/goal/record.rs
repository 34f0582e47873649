//! What happened to a goal: its rows, and the entry in the family's book with a part for whoever it belongs to.

use super::load;
use crate::error::{Error, Result};
use crate::journal::event::{Fact, PlanFact};
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, Value, statements};
use domain::goal::{ActionStage, Doer, Ending, Event, Goal, Mark, NewAction};
use domain::id::{BookId, FamilyId, GoalActionId, GoalId, PersonId, SiteId};
use domain::plan::NewGoal;
use domain::text::Text;
use jiff::civil::Date;

statements! {
    MAKE = "insert into goal (id, family_id, person_id, site_id, need, language, words, begun_on, ended_on, how_ended,
            ended_words, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, null, null, null, 1)";
    WORDS = "update goal set need = $1, language = $2, words = $3, row_version = row_version + 1 where id = $4";
    MARK = "insert into goal_mark (goal_id, marked_on, id, site_id, mark, language, words, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    CHANGED = "update goal set row_version = row_version + 1 where id = $1 and row_version = $2";
    END = "update goal set ended_on = $1, how_ended = $2, ended_words = $3, row_version = row_version + 1
        where id = $4 and row_version = $5";
    MAKE_ACTION = "insert into goal_action (goal_id, id, site_id, doer_id, helper, due_on, stage, stage_since, language, words,
            made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    SET_ACTION = "update goal_action set stage = $1, stage_since = $2 where goal_id = $3 and id = $4";
    LET_GO = "update goal set ended_on = $1, how_ended = $2, row_version = row_version + 1
        where id = $3 and ended_on is null";
}

/// Stores a goal that a plan begins with, and its first mark.
pub(crate) fn begin(
    tx: &Tx,
    (family, site): (FamilyId, SiteId),
    language: &str,
    on: Date,
    new: &NewGoal,
) -> Result<GoalId> {
    let id = GoalId::from_uuid(crate::id::fresh(tx.now()));
    let words = tx.seal(new.owner.uuid(), "goal", "words", id.uuid(), new.words.as_str())?;
    let day = on.to_string();
    let values: [Value; 8] = [
        id.into(),
        family.into(),
        new.owner.into(),
        site.into(),
        new.need.map(|need| need.key).into(),
        language.into(),
        (&words).into(),
        (&day).into(),
    ];
    tx.run(&MAKE, &values)?;
    if let Some(first) = new.mark {
        mark(tx, (id, new.owner, site), language, (on, first), None)?;
    }
    Ok(id)
}

/// Stores how a plan says a goal that there is.
pub(crate) fn change_words(tx: &Tx, language: &str, id: GoalId, new: &NewGoal) -> Result<()> {
    let words = tx.seal(new.owner.uuid(), "goal", "words", id.uuid(), new.words.as_str())?;
    let values: [Value; 4] = [
        new.need.map(|need| need.key).into(),
        language.into(),
        (&words).into(),
        id.into(),
    ];
    tx.run(&WORDS, &values)?;
    Ok(())
}

/// Stores that a goal is in the plan no more.
pub(crate) fn let_go(tx: &Tx, id: GoalId) -> Result<()> {
    let day = tx.today().to_string();
    tx.run(&LET_GO, &[(&day).into(), Ending::LetGo.key().into(), id.into()])?;
    Ok(())
}

/// Stores what happened to a goal, in the language it was said in.
///
/// # Errors
/// [`Error::Stale`] when it was changed since `goal` was read.
pub fn record(tx: &Tx, site: SiteId, goal: &Goal, language: &str, event: &Event) -> Result<()> {
    let named = goal.id.to_string();
    let (action, fact) = match event {
        Event::Marked { on, mark: given, words } => {
            changed(tx, goal)?;
            mark(tx, (goal.id, goal.owner, site), language, (*on, *given), words.as_ref())?;
            let fact = PlanFact::GoalMarked {
                goal: named,
                on: on.to_string(),
                mark: given.number(),
                words: words.as_ref().map(|words| words.as_str().to_owned()),
            };
            ("goal_marked", fact)
        }
        Event::Ended { on, how, words } => {
            let (day, words) = (on.to_string(), words.as_ref().map(Text::as_str));
            let sealed = tx.seal_opt(goal.owner.uuid(), "goal", "ended_words", goal.id.uuid(), words)?;
            let values: [Value; 5] = [
                (&day).into(),
                how.key().into(),
                sealed.as_ref().into(),
                goal.id.into(),
                goal.version.into(),
            ];
            unchanged(tx, goal, tx.run(&END, &values)?)?;
            let fact = PlanFact::GoalEnded {
                goal: named,
                on: day,
                how: how.key().to_owned(),
                words: words.map(ToOwned::to_owned),
            };
            ("goal_ended", fact)
        }
        Event::ActionMade(new) => {
            changed(tx, goal)?;
            make_action(tx, site, goal, language, new)?;
            let fact = PlanFact::GoalActionMade {
                goal: named,
                words: new.words.as_str().to_owned(),
                due: new.due.map(|due| due.to_string()),
            };
            ("goal_action_made", fact)
        }
        Event::ActionNow { action, stage, on } => {
            changed(tx, goal)?;
            let day = on.to_string();
            let values: [Value; 4] = [stage.key().into(), (&day).into(), goal.id.into(), (*action).into()];
            tx.run(&SET_ACTION, &values)?;
            let fact = PlanFact::GoalActionSet {
                goal: named,
                step: action.to_string(),
                stage: stage.key().to_owned(),
            };
            ("goal_action_set", fact)
        }
    };
    note(tx, goal, action, fact)
}

fn mark(
    tx: &Tx,
    (goal, owner, site): (GoalId, PersonId, SiteId),
    language: &str,
    (on, mark): (Date, Mark),
    words: Option<&Text>,
) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let sealed = tx.seal_opt(owner.uuid(), "goal_mark", "words", id, words.map(Text::as_str))?;
    let day = on.to_string();
    let values: [Value; 9] = [
        goal.into(),
        (&day).into(),
        id.into(),
        site.into(),
        i64::from(mark.number()).into(),
        language.into(),
        sealed.as_ref().into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MARK, &values)?;
    Ok(())
}

fn make_action(tx: &Tx, site: SiteId, goal: &Goal, language: &str, new: &NewAction) -> Result<GoalActionId> {
    let id = GoalActionId::from_uuid(crate::id::fresh(tx.now()));
    let words = tx.seal(goal.owner.uuid(), "goal_action", "words", id.uuid(), new.words.as_str())?;
    let (person, helper) = match new.doer {
        Doer::Person(person) => (Some(person.uuid()), None),
        Doer::Helper(helper) => (None, Some(helper.key())),
    };
    let (due, today) = (new.due.map(|due| due.to_string()), tx.today().to_string());
    let values: [Value; 12] = [
        goal.id.into(),
        id.into(),
        site.into(),
        person.into(),
        helper.into(),
        due.as_ref().into(),
        ActionStage::Open.key().into(),
        (&today).into(),
        language.into(),
        (&words).into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE_ACTION, &values)?;
    Ok(id)
}

fn changed(tx: &Tx, goal: &Goal) -> Result<()> {
    unchanged(tx, goal, tx.run(&CHANGED, &[goal.id.into(), goal.version.into()])?)
}

fn unchanged(tx: &Tx, goal: &Goal, rows: u64) -> Result<()> {
    if rows == 0 {
        let now = load(tx, goal.family, goal.id)?.version;
        return Err(Error::Stale { now });
    }
    Ok(())
}

/// What happened to a goal, in the family's book, for whoever it belongs to.
fn note(tx: &Tx, goal: &Goal, action: &'static str, fact: PlanFact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(goal.family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "goal",
        object_id: Some(goal.id.uuid()),
        parts: vec![Part {
            subject: goal.owner.uuid(),
            body: Fact::Plan(fact).write(),
        }],
    })?;
    Ok(())
}

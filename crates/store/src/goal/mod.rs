//! Goals as rows: whose they are, their marks, and the next steps towards them.

mod record;

pub(crate) use record::ALL as RECORD;
pub use record::record;
pub(crate) use record::{begin, change_words, let_go};

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::goal::{Action, ActionStage, Doer, Ending, Goal, Helper, Mark, Marked};
use domain::id::{FamilyId, GoalActionId, GoalId, PersonId};
use domain::need::need;
use std::collections::HashMap;

statements! {
    OF_FAMILY = "select g.id, g.family_id, g.person_id, g.need, g.begun_on, g.ended_on, g.how_ended, g.row_version,
            g.words, g.language, g.ended_words
        from goal g where g.family_id = $1 order by g.id";
    // One statement for the family's page: the goals that are open, each with its marks.
    LINES = "select g.id, g.family_id, g.person_id, g.need, g.begun_on, g.ended_on, g.how_ended, g.row_version,
            g.words, g.language, m.marked_on, m.mark
        from goal g left join goal_mark m on m.goal_id = g.id where g.family_id = $1 and g.ended_on is null
        order by g.id, m.marked_on, m.made_at, m.id";
    HOLD = "select g.id, g.family_id, g.person_id, g.need, g.begun_on, g.ended_on, g.how_ended, g.row_version
        from goal g where g.id = $1 and g.family_id = $2",
        postgres "select g.id, g.family_id, g.person_id, g.need, g.begun_on, g.ended_on, g.how_ended, g.row_version
        from goal g where g.id = $1 and g.family_id = $2 for update";
    OPEN = "select id, person_id from goal where family_id = $1 and ended_on is null order by id";
    MARKS_OF = "select goal_id, marked_on, mark, id, words, language from goal_mark where goal_id = $1
        order by marked_on, made_at, id";
    ACTIONS_OF = "select goal_id, id, doer_id, helper, due_on, stage, words, language from goal_action where goal_id = $1
        order by id";
    MARKS = "select m.goal_id, m.marked_on, m.mark, m.id, m.words, m.language
        from goal_mark m join goal g on g.id = m.goal_id where g.family_id = $1
        order by m.goal_id, m.marked_on, m.made_at, m.id";
    ACTIONS = "select a.goal_id, a.id, a.doer_id, a.helper, a.due_on, a.stage, a.words, a.language
        from goal_action a join goal g on g.id = a.goal_id where g.family_id = $1 order by a.goal_id, a.id";
}

/// A goal with what is said of it, as a page shows it.
#[derive(Clone, Debug)]
pub struct GoalShown {
    /// The goal.
    pub goal: Goal,
    /// What they want, in their words.
    pub words: String,
    /// The language of the words.
    pub language: String,
    /// What was said when it ended.
    pub ended_words: Option<String>,
    /// What its owner said to its last mark, with its language.
    pub last_words: Option<(String, String)>,
    /// The words of its next steps, in the order of [`Goal::actions`], each with its language.
    pub actions: Vec<(String, String)>,
}

/// Loads a goal of a family to decide on it; on the server its row is held until the unit of work ends.
///
/// # Errors
/// [`Error::NotFound`] when the family has no such goal.
pub fn load(tx: &Tx, family: FamilyId, id: GoalId) -> Result<Goal> {
    let mut goal = tx
        .row(&HOLD, &[id.into(), family.into()], read)?
        .ok_or(Error::NotFound)?;
    goal.marks = by_day(tx.rows(&MARKS_OF, &[id.into()], mark)?);
    goal.actions = tx.rows(&ACTIONS_OF, &[id.into()], action)?;
    Ok(goal)
}

/// The goals of a family that have not ended, each with whose it is.
pub fn open(tx: &Tx, family: FamilyId) -> Result<Vec<(GoalId, PersonId)>> {
    tx.rows(&OPEN, &[family.into()], |row| {
        Ok((GoalId::from_uuid(row.id(0)?), PersonId::from_uuid(row.id(1)?)))
    })
}

/// The goals of a family that have not ended, each with its words and its marks and nothing else, the earliest first.
pub fn lines(tx: &Tx, family: FamilyId) -> Result<Vec<GoalShown>> {
    let mut goals: Vec<GoalShown> = Vec::new();
    let mut gone = None;
    tx.each(&LINES, &[family.into()], |row| {
        let id = GoalId::from_uuid(row.id(0)?);
        if gone == Some(id) {
            return Ok(());
        }
        if goals.last().is_none_or(|last| last.goal.id != id) {
            let Some(one) = shown(tx, row)? else {
                gone = Some(id);
                return Ok(());
            };
            goals.push(one);
        }
        if let (Some(on), Some(last)) = (row.day_opt(10)?, goals.last_mut()) {
            let mark = u8::try_from(row.int(11)?).ok().and_then(Mark::new);
            let mark = mark.ok_or_else(|| row.broken(11))?;
            last.goal.marks.push(Marked { on, mark });
        }
        Ok(())
    })?;
    for one in &mut goals {
        one.goal.marks = by_day(std::mem::take(&mut one.goal.marks));
    }
    Ok(goals)
}

/// A goal with its words; nothing where its owner's key was erased.
fn shown(tx: &Tx, row: &Row) -> Result<Option<GoalShown>> {
    let goal = read(row)?;
    let words = match tx.open(goal.owner.uuid(), "goal", "words", goal.id.uuid(), row.bytes(8)?) {
        Ok(words) => words,
        Err(Error::Sealed(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(Some(GoalShown {
        words,
        language: row.text(9)?.to_owned(),
        ended_words: None,
        last_words: None,
        actions: Vec::new(),
        goal,
    }))
}

/// Every goal of a family with what is said of it, the earliest first. One whose owner's key was erased is gone.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Vec<GoalShown>> {
    let rows = tx.rows(&OF_FAMILY, &[family.into()], |row| {
        let Some(mut one) = shown(tx, row)? else {
            return Ok(None);
        };
        let (owner, id) = (one.goal.owner.uuid(), one.goal.id.uuid());
        one.ended_words = tx.open_opt(owner, "goal", "ended_words", id, row.bytes_opt(10)?)?;
        Ok(Some(one))
    })?;
    let mut goals: Vec<GoalShown> = rows.into_iter().flatten().collect();
    if goals.is_empty() {
        return Ok(goals);
    }
    let places: HashMap<GoalId, usize> = goals
        .iter()
        .enumerate()
        .map(|(place, one)| (one.goal.id, place))
        .collect();
    let place_of = |row: &Row| Ok::<_, Error>(places.get(&GoalId::from_uuid(row.id(0)?)).copied());
    tx.each(&MARKS, &[family.into()], |row| {
        let Some(place) = place_of(row)? else { return Ok(()) };
        let one = &mut goals[place];
        one.goal.marks.push(mark(row)?);
        let words = tx.open_opt(
            one.goal.owner.uuid(),
            "goal_mark",
            "words",
            row.id(3)?,
            row.bytes_opt(4)?,
        )?;
        one.last_words = words
            .map(|words| Ok::<_, Error>((words, row.text(5)?.to_owned())))
            .transpose()?;
        Ok(())
    })?;
    tx.each(&ACTIONS, &[family.into()], |row| {
        let Some(place) = place_of(row)? else { return Ok(()) };
        let one = &mut goals[place];
        let next = action(row)?;
        let words = tx.open(
            one.goal.owner.uuid(),
            "goal_action",
            "words",
            next.id.uuid(),
            row.bytes(6)?,
        )?;
        one.goal.actions.push(next);
        one.actions.push((words, row.text(7)?.to_owned()));
        Ok(())
    })?;
    for one in &mut goals {
        one.goal.marks = by_day(std::mem::take(&mut one.goal.marks));
    }
    Ok(goals)
}

/// Of one day the mark that was made last: marks are read in the order they were made.
fn by_day(marks: Vec<Marked>) -> Vec<Marked> {
    let mut days: Vec<Marked> = Vec::with_capacity(marks.len());
    for mark in marks {
        match days.last_mut() {
            Some(last) if last.on == mark.on => *last = mark,
            _ => days.push(mark),
        }
    }
    days
}

fn read(row: &Row) -> Result<Goal> {
    let ended = match (row.day_opt(5)?, row.text_opt(6)?) {
        (Some(on), Some(how)) => Some((on, Ending::from_key(how).ok_or_else(|| row.broken(6))?)),
        _ => None,
    };
    Ok(Goal {
        id: GoalId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        owner: PersonId::from_uuid(row.id(2)?),
        need: row
            .text_opt(3)?
            .map(|key| need(key).ok_or_else(|| row.broken(3)))
            .transpose()?,
        since: row.day(4)?,
        ended,
        marks: Vec::new(),
        actions: Vec::new(),
        version: row.int(7)?,
    })
}

fn mark(row: &Row) -> Result<Marked> {
    let mark = u8::try_from(row.int(2)?).ok().and_then(Mark::new);
    Ok(Marked {
        on: row.day(1)?,
        mark: mark.ok_or_else(|| row.broken(2))?,
    })
}

fn action(row: &Row) -> Result<Action> {
    let helper = row
        .text_opt(3)?
        .map(|key| Helper::from_key(key).ok_or_else(|| row.broken(3)));
    let doer = match (row.id_opt(2)?, helper.transpose()?) {
        (Some(person), _) => Doer::Person(PersonId::from_uuid(person)),
        (None, Some(helper)) => Doer::Helper(helper),
        (None, None) => return Err(row.broken(3)),
    };
    Ok(Action {
        id: GoalActionId::from_uuid(row.id(1)?),
        doer,
        due: row.day_opt(4)?,
        stage: ActionStage::from_key(row.text(5)?).ok_or_else(|| row.broken(5))?,
    })
}

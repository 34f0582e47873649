//! A version of a plan with its words, as a page shows it; the versions there are; and what people say to them.

use super::record::Whole;
use super::{lists, read};
use crate::error::{Error, Result};
use crate::journal::history::account_name;
use crate::kernel::{Row, Tx, statements};
use domain::id::{AccountId, FamilyId, GoalId, PersonId, PlanId};
use domain::plan::{Plan, Stance, Viewer};
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    ONE = "select p.id, p.family_id, p.version_no, p.met_on, p.planned_end, p.needs, p.made_at, p.language, p.words, p.made_by
        from plan p where p.family_id = $1 and p.version_no = $2";
    NEWEST_NO = "select max(version_no) from plan where family_id = $1";
    GOAL_WORDS = "select goal_id, person_id, id, words from plan_goal where plan_id = $1 order by place_no";
    WISHES = "select w.person_id, w.id, w.words from plan_wish w join person p on p.id = w.person_id
        where w.plan_id = $1 order by p.place_no";
    VERSIONS = "select version_no, made_at, made_by, planned_end, id from plan where family_id = $1 order by version_no desc";
    VIEWS = "select v.id, v.person_id, v.account_id, v.stance, v.language, v.words, v.said_at from plan_view v
        where v.plan_id = $1 order by v.said_at, v.id";
}

/// A version of a plan with its words.
#[derive(Clone, Debug)]
pub struct PlanShown {
    /// The plan.
    pub plan: Plan,
    /// Who wrote this version, while the account is there.
    pub by: Option<String>,
    /// When, microseconds UTC.
    pub at: i64,
    /// The language it was written in.
    pub language: String,
    /// The goals as this version says them, in its order. Those of somebody whose key was erased are gone.
    pub goals: Vec<(GoalId, PersonId, String)>,
    /// What each child wants to happen.
    pub wishes: Vec<(PersonId, String)>,
    /// Who does what in a hard time.
    pub hard_time: Option<String>,
    /// What else was agreed.
    pub more: Option<String>,
    /// What is different from the version before, and why.
    pub change: Option<String>,
    /// What people say to it, the earliest first.
    pub views: Vec<ViewShown>,
}

/// What somebody says to a version.
#[derive(Clone, Debug)]
pub struct ViewShown {
    /// Who.
    pub by: Viewer,
    /// The name of the account: whose view it is, or who was beside the person.
    pub name: Option<String>,
    /// How they stand to it.
    pub stance: Stance,
    /// The language of their words.
    pub language: String,
    /// Their words.
    pub words: Option<String>,
    /// When, microseconds UTC.
    pub at: i64,
}

/// One version in a list.
#[derive(Clone, Debug)]
pub struct VersionLine {
    /// Its id.
    pub id: PlanId,
    /// Which.
    pub version: u32,
    /// When it was written, microseconds UTC.
    pub at: i64,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
    /// The last day of support as planned then.
    pub planned_end: Date,
}

/// A version of a family's plan with its words; the newest where none is named. Nothing where there is none.
///
/// # Errors
/// [`Error::NotFound`] when there is no such version.
pub fn show(tx: &Tx, family: FamilyId, version: Option<u32>) -> Result<Option<PlanShown>> {
    let number = match version {
        Some(version) => Some(i64::from(version)),
        None => tx.row(&NEWEST_NO, &[family.into()], |row| row.int_opt(0))?.flatten(),
    };
    let Some(number) = number else { return Ok(None) };
    let one = tx.row(&ONE, &[family.into(), number.into()], |row| {
        let plan = read(row)?;
        let words = tx.open_opt(family.uuid(), "plan", "words", plan.id.uuid(), row.bytes_opt(8)?)?;
        let whole: Whole = match words {
            Some(words) => serde_json::from_str(&words).map_err(|_| row.broken(8))?,
            None => Whole::default(),
        };
        Ok(PlanShown {
            by: account_name(tx, AccountId::from_uuid(row.id(9)?))?,
            at: row.int(6)?,
            language: row.text(7)?.to_owned(),
            goals: Vec::new(),
            wishes: Vec::new(),
            hard_time: whole.hard_time,
            more: whole.more,
            change: whole.change,
            views: Vec::new(),
            plan,
        })
    })?;
    let mut shown = one.ok_or(Error::NotFound)?;
    lists(tx, &mut shown.plan)?;
    let id = shown.plan.id;
    let goals = tx.rows(&GOAL_WORDS, &[id.into()], |row| {
        let person = PersonId::from_uuid(row.id(1)?);
        let words = theirs(tx, person, "plan_goal", row.id(2)?, row.bytes(3)?)?;
        Ok(words.map(|words| Ok::<_, Error>((GoalId::from_uuid(row.id(0)?), person, words))))
    })?;
    shown.goals = goals.into_iter().flatten().collect::<Result<_>>()?;
    let wishes = tx.rows(&WISHES, &[id.into()], |row| {
        let person = PersonId::from_uuid(row.id(0)?);
        let words = theirs(tx, person, "plan_wish", row.id(1)?, row.bytes(2)?)?;
        Ok(words.map(|words| (person, words)))
    })?;
    shown.wishes = wishes.into_iter().flatten().collect();
    let views = tx.rows(&VIEWS, &[id.into()], |row| view(tx, family, row))?;
    shown.views = views.into_iter().flatten().collect();
    Ok(Some(shown))
}

/// The versions of a family's plan, the newest first.
pub fn versions(tx: &Tx, family: FamilyId) -> Result<Vec<VersionLine>> {
    tx.rows(&VERSIONS, &[family.into()], |row| {
        Ok(VersionLine {
            id: PlanId::from_uuid(row.id(4)?),
            version: u32::try_from(row.int(0)?).map_err(|_| row.broken(0))?,
            at: row.int(1)?,
            by: account_name(tx, AccountId::from_uuid(row.id(2)?))?,
            planned_end: row.day(3)?,
        })
    })
}

/// Words that are sealed for one person; none where their key was erased.
fn theirs(tx: &Tx, person: PersonId, table: &str, row: Uuid, sealed: &[u8]) -> Result<Option<String>> {
    match tx.open(person.uuid(), table, "words", row, sealed) {
        Ok(words) => Ok(Some(words)),
        Err(Error::Sealed(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn view(tx: &Tx, family: FamilyId, row: &Row) -> Result<Option<ViewShown>> {
    let account = AccountId::from_uuid(row.id(2)?);
    let person = row.id_opt(1)?.map(PersonId::from_uuid);
    let subject = person.map_or(family.uuid(), PersonId::uuid);
    let words = match tx.open_opt(subject, "plan_view", "words", row.id(0)?, row.bytes_opt(5)?) {
        Ok(words) => words,
        Err(Error::Sealed(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(Some(ViewShown {
        by: person.map_or(Viewer::Account(account), Viewer::Person),
        name: account_name(tx, account)?,
        stance: Stance::from_key(row.text(3)?).ok_or_else(|| row.broken(3))?,
        language: row.text(4)?.to_owned(),
        words,
        at: row.int(6)?,
    }))
}

//! A version of a plan as it is stored: the family's words under the family's key, each person's goals and wishes under
//! theirs, and one entry in the family's book with a part for each.

use crate::error::Result;
use crate::journal::event::{Fact, PlanFact};
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, Value, json, statements};
use domain::id::{BookId, FamilyId, GoalId, PersonId, PlanId, SiteId};
use domain::plan::{Event, NewPlan, NewView, Plan, Viewer};
use domain::text::Text;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

statements! {
    MAKE = "insert into plan (id, family_id, version_no, site_id, met_on, planned_end, needs, language, words, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    MAKE_SUPPORT = "insert into plan_support (plan_id, kind, site_id, how_often) values ($1, $2, $3, $4)";
    MAKE_GOAL = "insert into plan_goal (plan_id, place_no, id, goal_id, person_id, site_id, words)
        values ($1, $2, $3, $4, $5, $6, $7)";
    MAKE_WISH = "insert into plan_wish (plan_id, person_id, id, site_id, words) values ($1, $2, $3, $4, $5)";
    MAKE_VIEW = "insert into plan_view (id, plan_id, site_id, person_id, account_id, stance, language, words, said_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}

/// What a version says of the family as a whole, as it is sealed.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Whole {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hard_time: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
}

impl Whole {
    fn of(new: &NewPlan) -> Self {
        let said = |words: &Option<Text>| words.as_ref().map(|words| words.as_str().to_owned());
        Self {
            hard_time: said(&new.hard_time),
            more: said(&new.more),
            change: said(&new.change),
        }
    }

    fn words(&self) -> Vec<String> {
        let said = [&self.hard_time, &self.more, &self.change];
        said.into_iter().flatten().cloned().collect()
    }
}

/// Stores a decided version in the language it was written in.
///
/// # Errors
/// The store's own.
pub fn record(tx: &Tx, (family, site): (FamilyId, SiteId), language: &str, event: &Event) -> Result<PlanId> {
    let new = &event.new;
    let id = PlanId::from_uuid(crate::id::fresh(tx.now()));
    let whole = Whole::of(new);
    let sealed = tx.seal(family.uuid(), "plan", "words", id.uuid(), &json(&whole)?)?;
    let needs: Vec<&str> = new.needs.iter().map(|need| need.key).collect();
    let (met, end, needs) = (new.met_on.to_string(), new.planned_end.to_string(), needs.join(" "));
    let values: [Value; 11] = [
        id.into(),
        family.into(),
        i64::from(event.version).into(),
        site.into(),
        (&met).into(),
        (&end).into(),
        (&needs).into(),
        language.into(),
        (&sealed).into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    for (kind, often) in &new.support {
        tx.run(
            &MAKE_SUPPORT,
            &[id.into(), kind.key.into(), site.into(), often.key().into()],
        )?;
    }
    for goal in &event.let_go {
        crate::goal::let_go(tx, *goal)?;
    }
    goals(tx, (family, site), language, id, new)?;
    for (person, words) in &new.wishes {
        let wish = crate::id::fresh(tx.now());
        let sealed = tx.seal(person.uuid(), "plan_wish", "words", wish, words.as_str())?;
        let values: [Value; 5] = [id.into(), (*person).into(), wish.into(), site.into(), (&sealed).into()];
        tx.run(&MAKE_WISH, &values)?;
    }
    written(tx, family, id, event, &whole)?;
    Ok(id)
}

fn goals(tx: &Tx, of: (FamilyId, SiteId), language: &str, plan: PlanId, new: &NewPlan) -> Result<()> {
    for (place, goal) in new.goals.iter().enumerate() {
        let id: GoalId = match goal.id {
            Some(id) => {
                crate::goal::change_words(tx, language, id, goal)?;
                id
            }
            None => crate::goal::begin(tx, of, language, new.met_on, goal)?,
        };
        let row = crate::id::fresh(tx.now());
        let sealed = tx.seal(goal.owner.uuid(), "plan_goal", "words", row, goal.words.as_str())?;
        let values: [Value; 7] = [
            plan.into(),
            i64::try_from(place).unwrap_or(i64::MAX).into(),
            row.into(),
            id.into(),
            goal.owner.into(),
            of.1.into(),
            (&sealed).into(),
        ];
        tx.run(&MAKE_GOAL, &values)?;
    }
    Ok(())
}

/// The entry: what is said of the family, and to each person what is theirs.
fn written(tx: &Tx, family: FamilyId, id: PlanId, event: &Event, whole: &Whole) -> Result<()> {
    let new = &event.new;
    let fact = |words: Vec<String>| PlanFact::PlanWritten {
        version: event.version,
        planned_end: new.planned_end.to_string(),
        words,
    };
    let goals = new.goals.iter().map(|goal| (goal.owner, &goal.words));
    let wishes = new.wishes.iter().map(|(person, words)| (*person, words));
    let theirs: Vec<(PersonId, &Text)> = goals.chain(wishes).collect();
    let mut people: Vec<PersonId> = theirs.iter().map(|(person, _)| *person).collect();
    people.sort_unstable();
    people.dedup();
    let mut parts = vec![part(family.uuid(), fact(whole.words()))];
    parts.extend(people.into_iter().map(|person| {
        let words = theirs.iter().filter(|(one, _)| *one == person);
        part(
            person.uuid(),
            fact(words.map(|(_, words)| words.as_str().to_owned()).collect()),
        )
    }));
    note(tx, family, ("plan_written", id.uuid()), parts)
}

/// Stores what somebody says to a version of the plan, in the language they said it in.
///
/// # Errors
/// The store's own.
pub fn record_view(tx: &Tx, site: SiteId, language: &str, plan: &Plan, view: &NewView) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let person = match view.by {
        Viewer::Person(person) => Some(person),
        Viewer::Account(_) => None,
    };
    let subject = person.map_or(plan.family.uuid(), PersonId::uuid);
    let words = view.words.as_ref().map(Text::as_str);
    let sealed = tx.seal_opt(subject, "plan_view", "words", id, words)?;
    let values: [Value; 9] = [
        id.into(),
        plan.id.into(),
        site.into(),
        person.into(),
        tx.account().into(),
        view.stance.key().into(),
        language.into(),
        sealed.as_ref().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE_VIEW, &values)?;
    let fact = PlanFact::PlanViewed {
        version: plan.version,
        stance: view.stance.key().to_owned(),
        words: words.map(ToOwned::to_owned),
    };
    note(
        tx,
        plan.family,
        ("plan_viewed", plan.id.uuid()),
        vec![part(subject, fact)],
    )
}

pub(super) fn part(subject: Uuid, fact: PlanFact) -> Part {
    Part {
        subject,
        body: Fact::Plan(fact).write(),
    }
}

/// What happened to a plan, in the family's book.
pub(super) fn note(tx: &Tx, family: FamilyId, (action, object): (&'static str, Uuid), parts: Vec<Part>) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "plan",
        object_id: Some(object),
        parts,
    })?;
    Ok(())
}

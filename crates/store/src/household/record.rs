//! What happened to a household: its row with its next version, and the entry in its own book.

use super::{changed, store};
use crate::account::standing;
use crate::error::Result;
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, statements};
use domain::household::{Event, Household, NewHousehold, Ready};
use domain::id::{BookId, FamilyId, HouseholdId, MatchId};
use domain::role::Role;

statements! {
    MAKE_AWAY = "insert into household_away (household_id, from_on, to_on, site_id, why, said_by, said_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    DROP_AWAY = "delete from household_away where household_id = $1 and from_on = $2";
    STORE_READY = "update household set ready = $1, ready_from = $2, weekends = $3, row_version = row_version + 1
        where id = $4 and row_version = $5";
    CLOSE = "update household set stage = 'closed', closed_on = $1, row_version = row_version + 1
        where id = $2 and row_version = $3";
    TOUCH = "update household set row_version = row_version + 1 where id = $1 and row_version = $2";
    ACTIVE = "select id, family_id, starts_on from matching where household_id = $1 and stage = 'active' order by id";
}

/// Stores a decided event: the row with its new version, and the entry in the household's book, in this unit of work.
/// `new` is what the household is changed to, where it is.
///
/// # Errors
/// [`crate::Error::Stale`] when the row was changed since `household` was read.
pub fn record(tx: &Tx, household: &Household, event: &Event, new: Option<&NewHousehold>) -> Result<()> {
    let (id, version) = (household.id, household.version);
    match event {
        Event::Made { .. } => Ok(()),
        Event::Changed { .. } => {
            let Some(new) = new else { return Ok(()) };
            store(tx, household, new)?;
            stand_in_for(tx, household, new)?;
            written(tx, id, &household.reference.to_string(), new, "household_changed")
        }
        Event::AwaySet { away, .. } => {
            changed(tx, household, tx.run(&TOUCH, &[id.into(), version.into()])?)?;
            let (from, to) = (away.from.to_string(), away.to.to_string());
            let values = [
                id.into(),
                (&from).into(),
                (&to).into(),
                household.site.into(),
                away.why.key().into(),
                tx.account().into(),
                tx.now_micros().into(),
            ];
            tx.run(&MAKE_AWAY, &values)?;
            crate::due::keep_household(tx, id)?;
            let why = away.why.key().into();
            note(
                tx,
                id,
                "away_set",
                Fact::AwayChanged {
                    from,
                    to,
                    why,
                    holds: true,
                },
            )
        }
        Event::AwayTaken { away, .. } => {
            changed(tx, household, tx.run(&TOUCH, &[id.into(), version.into()])?)?;
            let (from, to) = (away.from.to_string(), away.to.to_string());
            tx.run(&DROP_AWAY, &[id.into(), (&from).into()])?;
            crate::due::keep_household(tx, id)?;
            let why = away.why.key().into();
            note(
                tx,
                id,
                "away_taken",
                Fact::AwayChanged {
                    from,
                    to,
                    why,
                    holds: false,
                },
            )
        }
        Event::ReadySet { ready, weekends, .. } => {
            let from = match ready {
                Ready::From(day) => Some(day.to_string()),
                Ready::Now | Ready::NotNow => None,
            };
            let values = [
                ready.key().into(),
                from.as_ref().into(),
                i64::from(*weekends).into(),
                id.into(),
                version.into(),
            ];
            changed(tx, household, tx.run(&STORE_READY, &values)?)?;
            let fact = Fact::ReadyChanged {
                ready: ready.key().into(),
                from,
                weekends: *weekends,
            };
            note(tx, id, "ready_set", fact)
        }
        Event::Closed { on, .. } => {
            let on = on.to_string();
            changed(
                tx,
                household,
                tx.run(&CLOSE, &[(&on).into(), id.into(), version.into()])?,
            )?;
            note(tx, id, "household_closed", Fact::HouseholdClosed { on })
        }
    }
}

/// Whoever supervises the household, or is its carer, from now on works with the families it supports; whoever did and
/// does not any more stops today.
fn stand_in_for(tx: &Tx, before: &Household, new: &NewHousehold) -> Result<()> {
    let today = tx.today();
    let people = |supervisor, carers: Vec<_>| {
        let carers = carers.into_iter().map(|account| (account, Role::Carer));
        let supervisor = Option::into_iter(supervisor).map(|account| (account, Role::Supervisor));
        carers.chain(supervisor).collect::<Vec<_>>()
    };
    let was = people(
        before.supervisor,
        before.carers().filter_map(|carer| carer.account).collect(),
    );
    let is = people(
        new.supervisor,
        new.members.iter().filter_map(|member| member.account).collect(),
    );
    let supported: Vec<(MatchId, FamilyId)> = tx.rows(&ACTIVE, &[before.id.into()], |row| {
        Ok((MatchId::from_uuid(row.id(0)?), FamilyId::from_uuid(row.id(1)?)))
    })?;
    for (matched, family) in supported {
        for (account, role) in was.iter().filter(|one| !is.contains(one)) {
            standing::end_sourced(tx, family, *account, *role, matched.uuid(), today)?;
        }
        for (account, role) in is.iter().filter(|one| !was.contains(one)) {
            standing::assign_for(tx, family, *account, *role, (today, None), matched.uuid())?;
        }
    }
    Ok(())
}

/// What was written of a household, in its book.
pub(super) fn written(
    tx: &Tx,
    id: HouseholdId,
    reference: &str,
    new: &NewHousehold,
    action: &'static str,
) -> Result<()> {
    let fact = Fact::HouseholdWritten {
        reference: reference.to_owned(),
        people: new
            .members
            .iter()
            .map(|member| member.name.as_str().to_owned())
            .collect(),
        places: new.places,
        approved_from: new.approval.from.to_string(),
        approved_to: new.approval.to.map(|day| day.to_string()),
    };
    note(tx, id, action, fact)
}

fn note(tx: &Tx, id: HouseholdId, action: &'static str, fact: Fact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(id.uuid()),
        kind: BookKind::Carer,
        action,
        object_kind: "household",
        object_id: Some(id.uuid()),
        parts: vec![Part {
            subject: id.uuid(),
            body: fact.write(),
        }],
    })?;
    Ok(())
}

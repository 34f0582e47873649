//! A family that was referred twice, joined to the record there was.

use anyhow::{Context, Result};
use domain::access::{Action, Actor, Object};
use domain::id::FamilyId;
use store::{Store, Tx, family, likeness};

/// Looks at both records, as the page does, and keeps the one there was.
pub async fn join_to_what_was_there(store: &Store, actor: &Actor, again: FamilyId) -> Result<()> {
    let may = store.permit(actor, Action::ListLikeness, Object::Lists).await?;
    let lines = store.read(may, |tx| likeness::list(tx, "open", None, 50)).await?;
    let both = |line: &likeness::Line| line.families.each_ref().map(|(family, ..)| *family);
    let found = lines.iter().find(|line| both(line).contains(&again));
    let line = found.context("nobody found the family a second time")?;
    for one in both(line) {
        let may = store.permit(actor, Action::OpenFamily, Object::Family(one)).await?;
        store.read(may, move |tx| family::load(tx, one).map(|_| ())).await?;
    }
    let id = line.id;
    let may = store
        .permit(actor, Action::SettleLikeness, Object::Likeness(id))
        .await?;
    let join = move |tx: &Tx| -> Result<()> {
        let asked = likeness::load(tx, id)?;
        let there = asked.families().into_iter().find(|one| *one != again);
        let joining = asked.question.join(there.context("two families are two")?)?;
        Ok(likeness::join(tx, &asked, &joining)?)
    };
    store.write(may, join).await
}

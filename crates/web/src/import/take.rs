//! Taking the families of a file in, a few at a time, while whoever brought it may leave.

use super::{READING, found, read};
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::import::pieces::Pieces;
use crate::page::see;
use crate::paths;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Actor, Object};
use domain::id::{ImportId, SiteId};
use domain::import::ReadFamily;
use std::sync::Arc;
use store::import::{Import, STUCK_SECONDS, Stage, Taken};

/// How many families are taken in at a time.
///
/// Assumption: 20; a unit of work of them takes some hundredths of a second, so that nobody else waits for long.
const BATCH: usize = 20;

/// Sets it going, or going again.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ImportId>, _form: Form) -> Answer {
    let actor = visit.actor();
    let import = found(&app, &actor, id).await?;
    start(&app, &actor, &import).await?;
    Ok(see(&visit.href(&paths::import(id))))
}

/// Whether taking it in has stopped on the way.
pub(crate) fn is_stuck(app: &App, import: &Import) -> bool {
    let now = app.store().now().as_microsecond();
    import.stage == Stage::Storing && STUCK_SECONDS * 1_000_000 < now - import.moved_at
}

/// Sets an import going that is ready, and one going again that has stopped; any other is left as it is.
pub(crate) async fn start(app: &App, actor: &Actor, import: &Import) -> Answer<()> {
    let (id, site) = (import.id, import.site);
    if import.stage != Stage::Ready && !is_stuck(app, import) {
        return Ok(());
    }
    super::act(app, actor, move |tx| store::import::start_storing(tx, id, 0)).await?;
    let (app, actor) = (app.clone(), actor.clone());
    tokio::spawn(async move {
        if let Err(error) = run(&app, &actor, id, site).await {
            // Whoever looks sees that it stopped, and can go on.
            tracing::warn!(import = %id, ?error, "an import stopped");
        }
    });
    Ok(())
}

async fn run(app: &App, actor: &Actor, id: ImportId, site: SiteId) -> Result<(), PageError> {
    let families = families(app, actor, id).await?;
    let act = |unit| app.store().act(actor, Action::ImportReferrals, Object::Lists, unit);
    let all = families.len();
    act(unit(move |tx| store::import::start_storing(tx, id, all))).await?;
    let mut left = families;
    while !left.is_empty() {
        let rest = left.split_off(left.len().min(BATCH));
        let batch = Arc::new(std::mem::replace(&mut left, rest));
        act(unit(move |tx| {
            let (mut taken_in, mut known) = (0, 0);
            for family in batch.iter() {
                match store::import::take_in(tx, id, site, family)? {
                    Taken::In(_) | Taken::Before => taken_in += 1,
                    Taken::Known { .. } => known += 1,
                }
            }
            store::import::count(tx, id, taken_in, known)
        }))
        .await?;
    }
    act(unit(move |tx| store::import::stored(tx, id))).await?;
    Ok(())
}

/// A unit of work, of one type whatever it does.
type Unit = Box<dyn Fn(&store::Tx) -> Result<(), store::Error> + Send + Sync>;

fn unit(work: impl Fn(&store::Tx) -> Result<(), store::Error> + Send + Sync + 'static) -> Unit {
    Box::new(work)
}

/// The families that can come in.
async fn families(app: &App, actor: &Actor, id: ImportId) -> Result<Vec<ReadFamily>, PageError> {
    let permit = app
        .store()
        .permit(actor, Action::ImportReferrals, Object::Lists)
        .await?;
    let _turn = READING.acquire().await.map_err(|closed| PageError::fault(&closed))?;
    let reading = app.store().read_long(permit, move |tx| {
        let import = store::import::find(tx, id)?;
        let today = tx.today();
        Ok::<_, store::Error>(read(&Pieces { tx, id }, &import, today))
    });
    let reading = reading.await?.map_err(|problem| PageError::fault(&problem))?;
    Ok(reading.families.into_iter().filter(|family| !family.blocked).collect())
}

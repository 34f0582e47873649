//! Doing something to a record, as every call that does carries it out: load, decide, record; once for each key, and
//! only on a version the caller has read.

use super::caller::Caller;
use super::problem::Problem;
use super::sent::{Sent, Versions};
use crate::App;
use domain::access::{Action, Object};
use serde::de::DeserializeOwned;
use store::Tx;

/// A call that does something to a record.
pub struct Doing<'a> {
    /// Where.
    pub app: &'a App,
    /// Who calls.
    pub caller: &'a Caller,
    /// What was sent.
    pub sent: &'a Sent,
    /// What is done.
    pub action: Action,
    /// To what.
    pub object: Object,
    /// Where what was done is looked at.
    pub at: String,
    /// Whether it must name the version it is about.
    pub by_version: bool,
}

impl Doing<'_> {
    /// Lets `act` load the record, compare its version with those the call names, decide and store; then `show` says how
    /// the record stands. A call that was carried out before under its key is only shown.
    ///
    /// # Errors
    /// It may not be done, its version or its body is not there, or what `refused` makes of why `act` stored nothing.
    pub async fn carry_out<B, T, E>(
        self,
        act: impl Fn(&Tx, &B, &Versions) -> Result<(), E> + Send + Sync + 'static,
        show: impl Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
        refused: impl FnOnce(E) -> Problem,
    ) -> Result<T, Problem>
    where
        B: DeserializeOwned + Send + Sync + 'static,
        T: Send + 'static,
        E: From<store::Error> + Send + 'static,
    {
        let permit = self.caller.permit(self.app, self.action, self.object).await?;
        let versions = self.sent.versions(self.by_version)?;
        let body: B = self.sent.read(self.caller.w())?;
        let once = self.sent.once(self.caller)?;
        let at = self.at;
        let unit = move |tx: &Tx| {
            match tx.not_done_before(once.as_ref()) {
                Err(store::Error::AlreadyDone { .. }) => return show(tx),
                other => other?,
            }
            act(tx, &body, &versions)?;
            tx.done(once.as_ref(), 200, &at)?;
            show(tx)
        };
        self.app.store().write(permit, unit).await.map_err(refused)
    }
}

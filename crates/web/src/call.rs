//! What a form does, pressed on a page or done by a call: the same boxes, the same rules and the same sentences.

use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::see;
use crate::visit::Visit;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::AccountId;
use store::Tx;
use store::once::Once;
use words::Words;

/// Who calls, and in which language.
pub(crate) struct Call {
    /// The sentences, in the caller's language.
    pub w: Words,
    /// Who does it.
    pub by: AccountId,
    /// The tag of the language words are written in.
    pub language: &'static str,
}

impl Call {
    /// What the rules gave, or why they refuse it in the caller's language.
    pub fn said<T, R, U: Into<Unmade>>(
        &self,
        decided: Result<T, R>,
        words: impl Fn(Words, R) -> U,
    ) -> Result<T, Unmade> {
        decided.map_err(|refusal| words(self.w, refusal).into())
    }
}

/// Why what was asked was not stored.
#[derive(Debug)]
pub(crate) enum Unmade {
    /// What stands in the boxes cannot be, or the rules refuse it.
    Mistakes(Mistakes),
    /// The store did not take it.
    Store(store::Error),
}

impl From<Mistakes> for Unmade {
    fn from(mistakes: Mistakes) -> Self {
        Self::Mistakes(mistakes)
    }
}

impl From<store::Error> for Unmade {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<(&'static str, String)> for Unmade {
    fn from((name, text): (&'static str, String)) -> Self {
        Self::Mistakes(Mistakes::one(name, text))
    }
}

impl Unmade {
    /// What to put right on the form, or the page for what cannot be put right there.
    pub fn mistakes(self) -> Answer<Mistakes> {
        match self {
            Self::Mistakes(mistakes) => Ok(mistakes),
            Self::Store(error) => Err(PageError::from(error)),
        }
    }
}

/// Does what a form is for, once for each key of the form, forgets what was kept of it, and leads to `href`; or says why
/// it was not stored.
pub(crate) async fn pressed<T>(
    app: &App,
    visit: &Visit,
    (action, object): (Action, Object),
    form: &Form,
    href: String,
    act: impl Fn(&Tx, &Call, &Form) -> Result<T, Unmade> + Send + Sync + 'static,
) -> Answer<Result<Response, Unmade>> {
    let account = visit.account()?.account;
    // What is pressed and not filled in has no key of its own.
    let has_key = !form.get("once").is_empty();
    let once = has_key.then(|| Once::new(account.uuid(), form.get("once"), &form.body_bytes()));
    let call = Call {
        w: visit.w(),
        by: account,
        language: visit.lang.tag(),
    };
    let (path, form, to) = (visit.path.clone(), form.clone(), href.clone());
    let actor = visit.actor();
    let stored = app.store().act(&actor, action, object, move |tx| {
        tx.not_done_before(once.as_ref())?;
        act(tx, &call, &form)?;
        tx.done(once.as_ref(), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Unmade>(())
    });
    Ok(stored.await.map(|()| see(&href)))
}

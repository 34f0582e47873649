//! One message in both languages; somebody with the duty of translator marks it as checked.

use super::{Stands, found, kept_name, stands, stands_words};
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::{Page, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::AccountId;
use domain::role::Duty;
use store::once::Once;

#[derive(Template)]
#[template(path = "word_review/mark.html")]
struct Shown {
    page: Page,
    once: String,
    key: &'static str,
    english: &'static str,
    english_lang: Option<&'static str>,
    welsh: &'static str,
    welsh_lang: Option<&'static str>,
    state: String,
    look: &'static str,
    may_mark: bool,
}

/// Whether an account has the duty of translator anywhere.
fn translates(tx: &store::Tx, account: AccountId) -> store::Result<bool> {
    let duties = store::account::role::duties(tx, account)?;
    Ok(duties.iter().any(|(_, duty)| *duty == Duty::Translator))
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(key): At<String>) -> Answer {
    let w = visit.w();
    let me = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ReviewWords, Object::Own)
        .await?;
    let review = found(&key)?;
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>((store::word_review::all(tx)?, translates(tx, me)?))
    });
    let (kept, translates) = read.await?;
    let stands = stands(review, &kept);
    let (state, look) = stands_words(w, &stands);
    let other = |tag: &'static str| (visit.lang.tag() != tag).then_some(tag);
    let list = visit.href(&format!("{}?file={}&state=drafts", paths::WORDS, review.file));
    let shown = Shown {
        once: Form::default().once_key(&app),
        key: review.key,
        english: review.en,
        english_lang: other("en"),
        welsh: review.text,
        welsh_lang: other(review.lang.tag()),
        state,
        look,
        may_mark: translates && stands == Stands::Draft,
        page: Page::new(&app, &visit, w.words_mark_title()).back_to(list, w.words_title()),
    };
    Ok(show(&shown, &shown.page))
}

/// Marks it as checked, as it stands now.
pub async fn send(State(app): State<App>, visit: Visit, At(key): At<String>, form: Form) -> Answer {
    let me = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ReviewWords, Object::Own)
        .await?;
    let review = found(&key)?;
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let list = visit.href(&format!("{}?file={}&state=drafts", paths::WORDS, review.file));
    let href = paths::saying(&list, "site-saved");
    let to = href.clone();
    let marked = app.store().write(permit, move |tx| {
        tx.not_done_before(Some(&once))?;
        if !translates(tx, me)? {
            return Err(PageError::Refused);
        }
        store::word_review::mark(tx, &kept_name(review), review.en, review.text)?;
        tx.done(Some(&once), 303, &to)?;
        Ok(())
    });
    marked.await?;
    Ok(see(&href))
}

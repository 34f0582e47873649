//! The journal as pages: its headers for auditors, and everybody's own acts.

mod acts;
mod list;

use crate::page::Cell;
use crate::paths;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use store::journal::history::Line;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![
        route(
            Method::GET,
            "/journal",
            Action::ReadJournalHeaders,
            On::System,
            list::page,
        ),
        route(
            Method::POST,
            "/journal",
            Action::ReadJournalHeaders,
            On::System,
            list::find,
        ),
        route(Method::GET, paths::ACTS, Action::SeeOwnActs, On::Own, acts::page),
    ]
}

/// What was done, in words; what has none yet stands as its key.
pub(crate) fn action_words(w: Words, action: &str) -> String {
    let event = action.strip_prefix("referral_").unwrap_or(action);
    let of_referral = w.named("referral-event", event);
    w.named("journal-action", action)
        .or(of_referral)
        .unwrap_or(action)
        .to_owned()
}

/// What it was done to, in words.
pub(crate) fn object_words(w: Words, kind: &str) -> String {
    let deployment = (kind == "deployment").then(|| w.journal_book_deployment());
    w.named("journal-object", kind)
        .or(deployment)
        .unwrap_or(kind)
        .to_owned()
}

/// Who did it: a name, or what acted in place of a person.
fn who_words(w: Words, line: &Line) -> String {
    if let Some(name) = &line.name {
        return name.clone();
    }
    match line.actor.split(':').next() {
        Some("job") => w.role_job().to_owned(),
        Some("token") => w.role_site_token().to_owned(),
        Some("link") => w.role_task_link().to_owned(),
        Some("public") => w.role_public().to_owned(),
        _ => w.site_not_known().to_owned(),
    }
}

/// Why, in words; nothing where no reason was asked.
fn why_words(w: Words, line: &Line) -> String {
    let key = if line.action == "refused" {
        "refused"
    } else {
        line.reason.as_str()
    };
    if key.is_empty() {
        String::new()
    } else {
        w.named("journal-reason", key).unwrap_or(key).to_owned()
    }
}

/// When.
fn when_cell(w: Words, line: &Line) -> Cell {
    Cell::text(w.day_time(store::clock::london_time(store::clock::instant(line.at))))
}

#[cfg(test)]
mod tests {
    use super::{action_words, object_words};
    use domain::access::Action;
    use store::journal::EVENTS;
    use words::{Lang, Words};

    #[test]
    fn whatever_an_entry_says_was_done_has_words_in_every_language() {
        let actions = Action::ALL.iter().map(|action| action.key());
        for key in EVENTS.iter().copied().chain(actions) {
            for lang in Lang::ALL {
                assert_ne!(action_words(Words::new(*lang), key), key, "in {}", lang.tag());
            }
        }
    }

    #[test]
    fn whatever_an_entry_is_about_has_words_in_every_language() {
        let kinds = [
            "account",
            "break_glass",
            "deployment",
            "family",
            "grant",
            "likeness",
            "message",
            "own",
            "person",
            "referral",
            "site",
            "token",
        ];
        for kind in kinds {
            for lang in Lang::ALL {
                assert_ne!(object_words(Words::new(*lang), kind), kind, "in {}", lang.tag());
            }
        }
    }
}

//! What stands on the form of a concern, read into the domain's own values: every mistake at once, in the order of the page.

use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::typed::{words, words_if_any};
use domain::concern::{AtRisk, Means, NewConcern, Origin, Report, Safety, Whom};
use jiff::Timestamp;
use std::str::FromStr;
use words::Words;

/// The ids ticked under a name; with a mistake where one is none.
fn ids<T: FromStr>(form: &Form, w: Words, mistakes: &mut Mistakes, name: &str) -> Vec<T> {
    let named: Vec<Result<T, _>> = form.all(name).map(str::parse).collect();
    if named.iter().any(Result::is_err) {
        mistakes.add(name, w.session_problem_stranger());
    }
    named.into_iter().flatten().collect()
}

/// The whole form.
pub(super) fn concern(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<NewConcern> {
    let at_risk = AtRisk::from_key(form.get("at_risk"));
    if at_risk.is_none() {
        mistakes.add("at_risk", w.concern_problem_at_risk());
    }
    let people = ids(form, w, mistakes, "people");
    let label = ("what", w.concern_what());
    let what = words(form, w, mistakes, label, w.concern_problem_what());
    let safety = Safety::from_key(form.get("safety"));
    if safety.is_none() {
        mistakes.add("safety", w.concern_problem_safety());
    }
    let safety_words = words_if_any(form, w, mistakes, ("safety_words", w.concern_safety_words()));
    let whom = Whom {
        people: ids(form, w, mistakes, "whom_people"),
        accounts: ids(form, w, mistakes, "whom_accounts"),
        somebody: words_if_any(form, w, mistakes, ("somebody", w.concern_whom_somebody())),
    };
    let report = match form.get("reported") {
        "yes" => Some(report(form, w, mistakes)),
        "no" => None,
        _ => {
            mistakes.add("reported", w.concern_problem_reported());
            None
        }
    };
    let session = form.get("session").parse().ok().map(Origin::Session);
    let origin = session.or_else(|| form.get("crisis").parse().ok().map(Origin::Crisis));
    let report = match report {
        Some(None) => return None,
        Some(report) => report,
        None => None,
    };
    Some(NewConcern {
        at_risk: at_risk?,
        people,
        whom,
        what: what?,
        safety: safety?,
        safety_words,
        report,
        origin,
    })
}

/// To whom it was reported.
pub(super) fn report(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<Report> {
    let agency = words(
        form,
        w,
        mistakes,
        ("agency", w.concern_agency()),
        w.concern_problem_agency(),
    );
    let name = words_if_any(form, w, mistakes, ("report_name", w.concern_report_name()));
    let at = moment(form, w, mistakes);
    let how = Means::from_key(form.get("how"));
    if how.is_none() {
        mistakes.add("how", w.concern_problem_how());
    }
    let reference = words_if_any(form, w, mistakes, ("reference", w.concern_reference()));
    Some(Report {
        agency: agency?,
        name,
        at: at?,
        how: how?,
        reference,
    })
}

/// When it was reported or written: a day and a time.
pub(super) fn moment(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<Timestamp> {
    crate::crisis::moment(form, w, mistakes, ("report_on", "report_at"))
}

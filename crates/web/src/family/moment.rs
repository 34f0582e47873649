//! One moment of a family's timeline, as it is drawn: each kind with its title, its words and the way to more.

use crate::household::level_words;
use crate::page::{Paragraph, Quote, TimelineItem, link};
use crate::paths;
use crate::session::{kind_words, prompt_words, when_words};
use crate::step::voice_words;
use crate::visit::Visit;
use domain::crisis::time_to_response;
use domain::id::FamilyId;
use domain::referral::{Referral, Stage};
use domain::review::Stage as HeldOrNot;
use domain::session::{Passage, Prompt, Stage as Became};
use jiff::civil::{Date, time};
use store::crisis::CrisisLine;
use store::plan::VersionLine;
use store::referral::Written;
use store::review::ReviewLine;
use store::session::SessionLine;
use store::step::StepShown;
use uuid::Uuid;
use words::{Lang, Words};

/// Something with its place in the order, and the day it is about.
pub(super) type Placed = ((i64, Uuid), Date, TimelineItem);

fn tongue(visit: &Visit, language: &str) -> Option<&'static str> {
    let lang = Lang::from_tag(language).filter(|lang| *lang != visit.lang);
    lang.map(Lang::tag)
}

pub(super) fn note(visit: &Visit, entry: Written) -> Placed {
    let w = visit.w();
    let item = TimelineItem {
        when: w.day(entry.happened_on),
        title: w.referral_event_entry_added().into(),
        by: entry.by.unwrap_or_default(),
        paragraphs: paragraphs(entry.words, tongue(visit, &entry.language)),
        quote: None,
        note: String::new(),
        link: None,
        kind: "visit",
    };
    ((entry.at, entry.id.uuid()), entry.happened_on, item)
}

/// The words of a note, an empty line between one paragraph and the next.
pub(crate) fn paragraphs(words: String, lang: Option<&'static str>) -> Vec<Paragraph> {
    let paragraph = |text: String| Paragraph { text, lang };
    // Most notes are of one paragraph, and one letter is found faster than two.
    if words.contains('\n') {
        words.split("\n\n").map(|text| paragraph(text.to_owned())).collect()
    } else {
        vec![paragraph(words)]
    }
}

pub(super) fn session(visit: &Visit, line: SessionLine) -> Placed {
    let w = visit.w();
    let lang = tongue(visit, &line.language);
    let kind = kind_words(w, line.kind);
    let title = match line.stage {
        Became::Done => kind.into(),
        Became::Planned => w.session_line_planned(kind).into(),
        Became::Cancelled { .. } => w.session_line_cancelled(kind).into(),
        Became::Missed { .. } => w.session_line_missed(kind).into(),
    };
    let why = line.stage.why().and_then(|why| w.named("session-why", why.key()));
    let mut notes: Vec<&str> = why.into_iter().collect();
    notes.extend(line.is_put_right.then(|| w.session_line_put_right()));
    notes.extend(line.waits_to_be_signed.then(|| w.session_to_sign()));
    let is_said = |passage: &&Passage| passage.prompt == Prompt::Said;
    let said: Vec<&str> = line
        .passages
        .iter()
        .filter(is_said)
        .map(|one| one.words.as_str())
        .collect();
    let quote = (!said.is_empty()).then(|| Quote {
        text: said.join("\n\n"),
        lang,
        who: prompt_words(w, line.kind, Prompt::Said).to_owned(),
    });
    let is_open = !line.passages.is_empty();
    let told = line
        .passages
        .into_iter()
        .filter(|passage| passage.prompt != Prompt::Said);
    let item = TimelineItem {
        when: when_words(w, line.when),
        title,
        by: line.by.unwrap_or_default(),
        paragraphs: told
            .map(|passage| Paragraph {
                text: passage.words.into(),
                lang,
            })
            .collect(),
        quote,
        note: notes.join(" · "),
        link: is_open.then(|| link(visit.href(&paths::session(line.id)), w.session_open())),
        kind: if line.kind.signed { "urgent" } else { "visit" },
    };
    ((line.at, line.id.uuid()), line.when.on, item)
}

pub(super) fn review(visit: &Visit, line: ReviewLine) -> Placed {
    let w = visit.w();
    let (id, on) = (line.review.id, line.review.on);
    let lang = tongue(visit, &line.language);
    let kind = crate::review::kind_words(w, line.review.kind);
    let title = match line.review.stage {
        HeldOrNot::CalledOff => w.review_line_called_off(kind).into(),
        HeldOrNot::Held | HeldOrNot::Planned => kind.into(),
    };
    let decided = &line.review.decided;
    let decided = (!decided.is_empty()).then(|| w.review_line_decided(&crate::review::decided_words(w, decided)));
    let mut notes: Vec<String> = decided.into_iter().collect();
    notes.extend(line.is_put_right.then(|| w.session_line_put_right().to_owned()));
    let theirs = line.said.as_ref().and_then(|said| said.theirs.as_ref());
    let quote = theirs.map(|words| Quote {
        text: words.as_str().to_owned(),
        lang,
        who: w.review_theirs().to_owned(),
    });
    let said = line.said.into_iter().flat_map(|said| [Some(said.said), said.next]);
    let item = TimelineItem {
        when: w.day(on),
        title,
        by: line.by.unwrap_or_default(),
        paragraphs: said
            .flatten()
            .flat_map(|words| paragraphs(words.as_str().to_owned(), lang))
            .collect(),
        quote,
        note: notes.join(" · "),
        link: Some(link(
            visit.href(&paths::review(line.review.family, id)),
            w.review_open(),
        )),
        kind: "voice",
    };
    ((line.at, id.uuid()), on, item)
}

pub(super) fn crisis(visit: &Visit, line: CrisisLine) -> Placed {
    let w = visit.w();
    let received = store::clock::instant(line.at);
    let took = time_to_response(received, line.first_response.map(store::clock::instant));
    let took = crate::crisis::took_words(w, took).map(|took| w.crisis_line_took(&took));
    let caller = line.caller.and_then(|caller| w.named("crisis-caller", caller.key()));
    let outcome = line
        .outcome
        .and_then(|outcome| w.named("crisis-outcome", outcome.key()));
    let to_sign = line.waits_to_be_signed.then(|| w.session_to_sign());
    let notes = [caller, took.as_deref(), outcome, to_sign];
    let when = store::clock::london_time(received);
    let lang = tongue(visit, &line.language);
    let item = TimelineItem {
        when: w.day_time(when),
        title: w.crisis_write_title().into(),
        by: line.by.unwrap_or_default(),
        link: line
            .asked
            .is_some()
            .then(|| link(visit.href(&paths::crisis(line.id)), w.crisis_open())),
        paragraphs: line.asked.map_or_else(Vec::new, |asked| paragraphs(asked, lang)),
        quote: None,
        note: notes.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        kind: "urgent",
    };
    ((line.at, line.id.uuid()), when.date(), item)
}

/// A version of the plan, by when it was written.
pub(super) fn plan(visit: &Visit, family: FamilyId, line: VersionLine) -> Placed {
    let (w, version) = (visit.w(), u64::from(line.version));
    let on = store::clock::london_day(store::clock::instant(line.at));
    let item = TimelineItem {
        when: w.day(on),
        title: w.family_timeline_plan(version).into(),
        by: line.by.unwrap_or_default(),
        paragraphs: Vec::new(),
        quote: None,
        note: w.family_timeline_plan_end(&w.day_short(line.planned_end)),
        link: Some(link(
            visit.href(&format!("{}?version={version}", paths::plan(family))),
            w.family_timeline_plan_open(),
        )),
        kind: "voice",
    };
    ((line.at, line.id.uuid()), on, item)
}

pub(super) fn step(w: Words, one: StepShown) -> Placed {
    let step = one.step;
    let level = level_words(w, step.to);
    let agreed: Vec<&str> = one.agreed_by.iter().map(|voice| voice_words(w, *voice)).collect();
    let until = step.expected_end.map(|end| w.step_event_until(&w.day_short(end)));
    let agreed = (!agreed.is_empty()).then(|| w.step_event_agreed(&w.list(&agreed)));
    let title = match step.way() {
        domain::step::Way::Opening => w.step_event_opening(&level),
        domain::step::Way::Up => w.step_event_up(&level),
        domain::step::Way::Down => w.step_event_down(&level),
    };
    let item = TimelineItem {
        when: w.day(step.on),
        title: title.into(),
        by: one.by.unwrap_or_default(),
        paragraphs: paragraphs(one.reason, None),
        quote: None,
        note: until.into_iter().chain(agreed).collect::<Vec<_>>().join(" · "),
        link: None,
        kind: "step",
    };
    let noon = store::clock::london_instant(step.on.to_datetime(time(12, 0, 0, 0)));
    ((noon.as_microsecond(), step.id.uuid()), step.on, item)
}

pub(super) fn referral_items(visit: &Visit, referral: &Referral) -> Vec<(Date, TimelineItem)> {
    let w = visit.w();
    let item = |day: Date, title: &'static str, kind: &'static str| {
        let item = TimelineItem {
            when: w.day(day),
            title: title.into(),
            by: String::new(),
            paragraphs: Vec::new(),
            quote: None,
            note: referral.reference.to_string(),
            link: None,
            kind,
        };
        (day, item)
    };
    let mut items = Vec::new();
    match &referral.stage {
        Stage::Waiting { since, .. } => items.push(item(*since, w.referral_event_accepted(), "step")),
        Stage::NotAccepted { on, .. } => items.push(item(*on, w.referral_event_not_accepted(), "step")),
        Stage::Withdrawn { on, .. } => items.push(item(*on, w.referral_event_withdrawn(), "step")),
        Stage::Closed { on } => {
            let (day, mut ended) = item(*on, w.closing_line(), "step");
            ended.link = Some(link(
                visit.href(&paths::after(referral.family)),
                w.closing_after_title(),
            ));
            items.push((day, ended));
        }
        Stage::Submitted { .. } | Stage::InformationAsked { .. } | Stage::Matched { .. } | Stage::Merged { .. } => {}
    }
    items.push(item(referral.received_on, w.referral_event_made(), "seen"));
    items
}

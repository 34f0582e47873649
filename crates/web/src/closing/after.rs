//! After support: how it ended, what is known later, times in care, and a letter for each reader.

use super::lived::called;
use super::{care_words, lived_line, reason_words};
use crate::App;
use crate::error::Answer;
use crate::page::{Link, Page, Quote, SummaryRow, Task, link, row, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::care_episode::Source;
use domain::family::Family;
use domain::follow_up::Which;
use domain::id::FamilyId;
use domain::referral::Stage;
use domain::review::has_a_paper;
use jiff::civil::Date;
use store::care_episode::EpisodeShown;
use store::closing::ClosingShown;
use store::follow_up::{FollowUpShown, Later};
use store::review::Colleague;
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "closing/after.html")]
struct Shown {
    page: Page,
    name: String,
    closings: Vec<Closing>,
    again: Option<Link>,
    later: Vec<LaterPart>,
    tasks: Vec<Task>,
    episodes: Vec<Episode>,
    write: Option<Link>,
}

/// One ending.
struct Closing {
    heading: String,
    facts: Vec<SummaryRow>,
    words: Option<Quote>,
    achieved: Quote,
    children: Vec<SummaryRow>,
    by: String,
    letters: Vec<Link>,
}

/// What was said of one follow-up.
struct LaterPart {
    heading: String,
    facts: Vec<SummaryRow>,
    words: Option<Quote>,
    note: String,
    right: Option<Link>,
}

/// One time in care.
struct Episode {
    heading: String,
    days: String,
    note: String,
    right: Option<Link>,
}

struct Loaded {
    family: Family,
    name: String,
    closings: Vec<(ClosingShown, Vec<Colleague>)>,
    later: Vec<Later>,
    episodes: Vec<EpisodeShown>,
    is_over: bool,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenPlan, Object::Family(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        let closings = store::closing::of_family(tx, id)?.into_iter().map(|closing| {
            let team = store::closing::team(tx, id, closing.on)?;
            Ok::<_, store::Error>((closing, team))
        });
        let referrals = store::referral::stages_of_family(tx, family.site, id)?;
        Ok::<_, store::Error>(Loaded {
            closings: closings.collect::<Result<_, _>>()?,
            later: store::follow_up::of_family(tx, id)?,
            episodes: store::care_episode::of_family(tx, id)?,
            is_over: referrals
                .first()
                .is_some_and(|one| matches!(one.stage, Stage::Closed { .. })),
            family,
            name,
        })
    });
    let loaded = read.await?;
    let may_record = !rights.allowed(Object::Family(id), &[Action::RecordAfter]).is_empty();
    let may_refer = app
        .store()
        .allowed(&visit.actor(), Object::Lists, &[Action::Refer])
        .await?;
    let may_refer = loaded.is_over && !may_refer.is_empty();
    let today = store::clock::london_day(app.store().now());
    let w = visit.w();
    let drawing = Drawing {
        visit: &visit,
        loaded: &loaded,
        may_record,
        today,
    };
    let last = loaded.closings.first().map(|(closing, _)| closing.referral);
    let shown = Shown {
        name: w.family_title(&loaded.name),
        closings: loaded.closings.iter().map(|one| drawing.closing(one)).collect(),
        again: last
            .filter(|_| may_refer)
            .map(|earlier| link(visit.href(&paths::referral_again(earlier)), w.closing_again())),
        later: loaded.later.iter().flat_map(|later| drawing.done(later)).collect(),
        tasks: loaded.later.iter().flat_map(|later| drawing.open(later)).collect(),
        episodes: loaded.episodes.iter().map(|one| drawing.episode(one)).collect(),
        write: may_record.then(|| link(visit.href(&paths::care_write(id)), w.care_episode_write())),
        page: Page::new(&app, &visit, w.closing_after_title())
            .back_to(visit.href(&paths::family(id)), &w.family_title(&loaded.name)),
    };
    Ok(show(&shown, &shown.page))
}

/// What every part of the page is drawn from.
struct Drawing<'a> {
    visit: &'a Visit,
    loaded: &'a Loaded,
    may_record: bool,
    today: Date,
}

impl Drawing<'_> {
    fn w(&self) -> Words {
        self.visit.w()
    }

    fn quote(&self, text: &str, language: &str) -> Quote {
        Quote {
            text: text.to_owned(),
            lang: Lang::from_tag(language)
                .filter(|lang| *lang != self.visit.lang)
                .map(Lang::tag),
            who: String::new(),
        }
    }

    fn closing(&self, (one, team): &(ClosingShown, Vec<Colleague>)) -> Closing {
        let (w, family) = (self.w(), &self.loaded.family);
        let day = |date: Date| w.day_short(date);
        let letter = self.visit.href(&paths::closing_letter(family.id));
        let to = |key: &str, id: String, text: &str| link(format!("{letter}?closing={}&for={key}:{id}", one.id), text);
        let people = family.people.iter().filter(|person| has_a_paper(person, self.today));
        let people = people.map(|person| to("person", person.id.to_string(), &crate::family::people::name(w, person)));
        let team = team.iter().map(|colleague| {
            let role = w.named("role", colleague.role.key()).unwrap_or_default();
            let text = w.closing_letter_for(&colleague.name, role);
            to(colleague.role.key(), colleague.account.to_string(), &text)
        });
        Closing {
            heading: w.closing_ended(&w.day_short(one.on)),
            facts: vec![
                row(
                    w.closing_letter_together(),
                    w.closing_from_to(&day(one.begun), &day(one.on)),
                ),
                row(w.closing_reason_was(), reason_words(w, one.reason).to_owned()),
            ],
            words: one.words.as_ref().map(|words| self.quote(words, &one.language)),
            achieved: self.quote(&one.achieved, &one.language),
            children: one
                .children
                .iter()
                .map(|now| row(&called(w, family, now.child), lived_line(w, now.lives, now.care)))
                .collect(),
            by: one.by.as_ref().map(|by| w.closing_by(by)).unwrap_or_default(),
            letters: people.chain(team).collect(),
        }
    }

    fn done(&self, later: &Later) -> Vec<LaterPart> {
        let (w, family) = (self.w(), &self.loaded.family);
        let one = |said: &FollowUpShown| {
            let mut facts: Vec<SummaryRow> = said
                .children
                .iter()
                .map(|then| row(&called(w, family, then.child), lived_line(w, then.lives, then.care)))
                .collect();
            facts.push(row(w.follow_up_source(), source_words(w, said.source).to_owned()));
            let right = self.may_record.then(|| {
                let href = self.visit.href(&paths::follow_up(family.id, later.referral));
                link(format!("{href}?right={}", said.which.key()), w.follow_up_right())
            });
            let notes = [
                (1 < said.version).then(|| w.follow_up_is_put_right().to_owned()),
                said.by.as_ref().map(|by| w.closing_by(by)),
            ];
            LaterPart {
                heading: w.follow_up_said(which_words(w, said.which), &w.day_short(said.on)),
                facts,
                words: said.words.as_ref().map(|words| self.quote(words, &said.language)),
                note: notes.into_iter().flatten().collect::<Vec<_>>().join(" · "),
                right,
            }
        };
        later.done.iter().map(one).collect()
    }

    fn open(&self, later: &Later) -> Vec<Task> {
        let (w, family) = (self.w(), &self.loaded.family);
        let one = |(which, on): (Which, Date)| {
            let day = w.day_short(on);
            let text = if on < self.today {
                w.follow_up_due_since(which_words(w, which), &day)
            } else {
                w.follow_up_due(which_words(w, which), &day)
            };
            let href = self.visit.href(&paths::follow_up(family.id, later.referral));
            Task {
                text,
                href: self.may_record.then(|| format!("{href}?which={}", which.key())),
                hint: String::new(),
                state: String::new(),
                look: "",
            }
        };
        later.open().into_iter().map(one).collect()
    }

    fn episode(&self, one: &EpisodeShown) -> Episode {
        let (w, family, episode) = (self.w(), &self.loaded.family, one.episode);
        let from = w.day_short(episode.from);
        let child = called(w, family, episode.child);
        Episode {
            heading: w.care_episode_line(&child, care_words(w, episode.kind)),
            days: episode.to.map_or_else(
                || w.care_episode_days_since(&from),
                |to| w.care_episode_days(&from, &w.day_short(to)),
            ),
            note: w.care_episode_note(source_words(w, episode.source), one.by.as_deref().unwrap_or_default()),
            right: self.may_record.then(|| {
                link(
                    self.visit.href(&paths::care_right(family.id, one.id)),
                    w.care_episode_right(),
                )
            }),
        }
    }
}

fn which_words(w: Words, which: Which) -> &'static str {
    w.named("follow-up-which", which.key()).unwrap_or_default()
}

fn source_words(w: Words, source: Source) -> &'static str {
    w.named("care-episode-source", source.key()).unwrap_or_default()
}

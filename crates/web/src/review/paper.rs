//! The review on paper, made for one reader in the language they read: before it is held what the record says, after it what
//! was decided as well. It holds what that reader may see, and nothing whoever makes it may not.

use super::prepare::loaded;
use super::record::{BroughtPart, For, Parts, parts};
use super::{decided_words, kind_words};
use crate::App;
use crate::error::{Answer, PageError};
use crate::family::people::name;
use crate::page::{Link, Quote, SummaryRow, link};
use crate::paths;
use crate::table::paper_answer;
use crate::visit::{Under, Visit};
use axum::extract::State;
use domain::id::{FamilyId, PersonId, ReviewId};
use domain::review::{Reader, Shows, Stage, has_a_paper};
use domain::role::Role;
use jiff::civil::Date;
use reports::{Block, Depth, Document, Fact, Lines, Quotation};
use store::review::Prepared;
use words::{Lang, Words};

/// The papers that can be made of a review, a link for each reader.
pub(super) fn links(visit: &Visit, prepared: &Prepared, today: Date) -> Vec<Link> {
    let (w, review) = (visit.w(), &prepared.review.review);
    let here = visit.href(&paths::review_act(review.family, review.id, "review.pdf"));
    let one = |key: &str, id: String, text: &str| link(format!("{here}?for={key}:{id}"), text);
    let people = prepared
        .family
        .people
        .iter()
        .filter(|person| has_a_paper(person, today));
    let people = people.map(|person| one("person", person.id.to_string(), &name(w, person)));
    let team = prepared.team.iter().map(|colleague| {
        let role = w.named("role", colleague.role.key()).unwrap_or_default();
        let text = w.review_paper_for(&colleague.name, role);
        one(colleague.role.key(), colleague.account.to_string(), &text)
    });
    people.chain(team).collect()
}

/// Who reads, by which name, and in which language.
struct Reads {
    reader: Reader,
    name: String,
    lang: Lang,
}

/// The reader an address names; nobody but who has a paper of this family.
fn reader(visit: &Visit, prepared: &Prepared, today: Date) -> Option<Reads> {
    let asked = visit.query_value("for")?;
    let (key, id) = asked.split_once(':')?;
    if key == "person" {
        let id: PersonId = id.parse().ok()?;
        let person = prepared.family.people.iter().find(|person| person.id == id)?;
        let reads = person
            .languages
            .read
            .as_ref()
            .and_then(|tag| Lang::from_tag(tag.as_str()));
        let lang = reads.unwrap_or(visit.lang);
        return has_a_paper(person, today).then(|| Reads {
            reader: Reader::Person(id),
            name: name(Words::new(lang), person),
            lang,
        });
    }
    let role = Role::from_key(key)?;
    let mut team = prepared.team.iter();
    let colleague = team.find(|one| one.role == role && one.account.to_string() == id)?;
    Some(Reads {
        reader: Reader::Account(colleague.account, role),
        name: colleague.name.clone(),
        lang: Lang::from_tag(&colleague.language).unwrap_or(visit.lang),
    })
}

/// The file.
pub async fn file(State(app): State<App>, visit: Visit, Under(id, review): Under<FamilyId, ReviewId>) -> Answer {
    let (prepared, maker, _) = loaded(&app, &visit, (id, review)).await?;
    let today = store::clock::london_day(app.store().now());
    let reads = reader(&visit, &prepared, today).ok_or(PageError::NotFound)?;
    paper_answer("review.pdf", paper(&prepared, &reads, maker, today)).await
}

fn paper(prepared: &Prepared, reads: &Reads, maker: Shows, today: Date) -> Document {
    let review = &prepared.review.review;
    let was_there = matches!(reads.reader, Reader::Person(person) if review.present.contains(&person));
    let of = For {
        lang: reads.lang,
        shows: Shows::of_reader(reads.reader, prepared.agreement, was_there).and(maker),
        today,
    };
    let w = of.w();
    let parts = parts(of, prepared);
    let mut blocks = vec![Block::paragraph(w.family_title(&prepared.name))];
    if review.stage == Stage::Held {
        blocks.extend(decided(of, prepared));
    }
    blocks.push(Block::paragraph(parts.since.clone()));
    blocks.extend(brought(w, &parts.brought));
    blocks.extend(looked_back(w, &parts));
    Document {
        lang: reads.lang,
        title: w.review_title(kind_words(w, review.kind), &w.day_short(review.on)),
        reader: reads.name.clone(),
        made_on: today,
        blocks,
    }
}

/// What was decided, and what was said where the reader was there or works with the family.
fn decided(of: For, prepared: &Prepared) -> Vec<Block> {
    let (w, shown) = (of.w(), &prepared.review);
    let mut blocks = vec![
        Block::part(w.review_decided()),
        Block::paragraph(decided_words(w, &shown.review.decided)),
    ];
    let Some(said) = shown.said.as_ref().filter(|_| of.shows.review) else {
        return blocks;
    };
    let tag = of.foreign(&shown.language);
    let words = |words: &domain::text::Text| lines(words.as_str(), tag);
    if let Some(next) = &said.next {
        blocks.extend([Block::part(w.review_next()), Block::Paragraph(words(next))]);
    }
    blocks.extend([Block::part(w.review_said()), Block::Paragraph(words(&said.said))]);
    if let Some(theirs) = &said.theirs {
        blocks.extend([Block::part(w.review_theirs()), Block::quotation(words(theirs), "")]);
    }
    blocks
}

fn brought(w: Words, all: &[BroughtPart]) -> Vec<Block> {
    if all.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::part(w.review_brought())];
    for one in all {
        blocks.push(quotation(&one.quote));
        if !one.note.is_empty() {
            blocks.push(Block::paragraph(one.note.clone()));
        }
    }
    blocks
}

fn looked_back(w: Words, parts: &Parts) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(last) = &parts.last {
        blocks.extend([Block::part(w.review_last()), Block::paragraph(last.heading.clone())]);
        blocks.push(summary(&last.became));
        if let Some(next) = &last.next {
            blocks.push(Block::Heading(Depth::Section, w.review_next().to_owned()));
            blocks.push(Block::Paragraph(lines(&next.text, next.lang)));
        }
    }
    if !parts.goals.is_empty() {
        blocks.push(Block::part(w.goal_title()));
    }
    for goal in &parts.goals {
        blocks.push(Block::Heading(Depth::Section, goal.heading.clone()));
        blocks.extend([quotation(&goal.quote), summary(&goal.marks)]);
    }
    blocks.extend([Block::part(w.review_contact()), summary(&parts.contact)]);
    if !parts.steps.is_empty() {
        blocks.push(Block::part(w.step_level_title()));
        for step in &parts.steps {
            blocks.push(Block::paragraph(step.text.clone()));
            blocks.extend(step.reason.iter().map(|reason| Block::paragraph(reason.clone())));
        }
    }
    if let Some(said) = parts.said.as_ref().filter(|said| !said.is_empty()) {
        blocks.push(Block::part(w.review_spoken()));
        blocks.extend(said.iter().map(quotation));
    }
    if let Some(urgent) = parts.urgent.as_ref().filter(|urgent| !urgent.is_empty()) {
        blocks.push(Block::part(w.review_urgent()));
        blocks.push(Block::List(
            urgent.iter().map(|(_, text)| text.clone().into()).collect(),
        ));
    }
    blocks
}

fn summary(rows: &[SummaryRow]) -> Block {
    let fact = |row: &SummaryRow| Fact::new(row.key.clone(), row.value.clone());
    Block::Summary(rows.iter().map(fact).collect())
}

fn quotation(quote: &Quote) -> Block {
    Block::Quotation(Quotation {
        said: lines(&quote.text, quote.lang),
        by: quote.who.clone(),
    })
}

fn lines(words: &str, lang: Option<&str>) -> Lines {
    match lang {
        Some(tag) => Lines::in_language(words, tag),
        None => words.into(),
    }
}

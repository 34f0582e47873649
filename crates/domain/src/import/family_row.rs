//! What one row says of the whole family: when it was referred, its worker, its needs, its home.

use jiff::civil::Date;

use super::draft::{Draft, add};
use super::fault::Fault;
use super::field::Field;
use super::fold::fold;
use super::record::Finds;
use super::vocabulary::NeedWord;
use super::when::referral_day;
use super::words::{Words, is_nothing};
use crate::family::{Home, Part, Postcode, PostcodeProblem, Reason};
use crate::text::Text;

impl Draft {
    pub(super) fn referral_day(&mut self, finds: &mut Finds<'_>, today: Date) -> Option<Date> {
        let was_blocked = finds.blocked;
        let day = referral_day(finds, today);
        self.day_unread |= finds.blocked && !was_blocked;
        say_if_differs(&mut self.days, day?, Field::ReferralDay, finds);
        day
    }

    pub(super) fn worker(&mut self, finds: &mut Finds<'_>) {
        // The same worker stands in nearly every row: not worth making a name of again.
        let said = finds.cell(Field::Worker);
        if !self.workers.iter().any(|(worker, _)| worker.as_str() == said)
            && let Some(worker) = finds.name(Field::Worker)
        {
            say_if_differs(&mut self.workers, worker, Field::Worker, finds);
        }
        let said = finds.cell(Field::WorkerEmail);
        if !self.emails.iter().any(|(email, _)| email.as_str() == said)
            && let Some(email) = finds.text(Field::WorkerEmail)
        {
            if is_odd(email.as_str()) {
                finds.find(Field::WorkerEmail, Fault::EmailOdd);
            }
            say_if_differs(&mut self.emails, email, Field::WorkerEmail, finds);
        }
    }

    /// The areas of need. However many words of a cell are not known, they are one problem.
    pub(super) fn needs(&mut self, words: &mut Words, finds: &mut Finds<'_>, kept: &mut Vec<String>) {
        let said = finds.cell(Field::Needs);
        if is_nothing(said) {
            return;
        }
        let mut has_other = false;
        let mut not_known = Vec::new();
        for part in said.split([';', ',', '|', '\n']).map(str::trim) {
            match words.need(part) {
                Some(NeedWord::Need(place)) => self.needs[place] = true,
                Some(NeedWord::Other) => has_other = true,
                None if part.is_empty() => {}
                None => not_known.push(part),
            }
        }
        if has_other {
            finds.find(Field::Needs, Fault::NeedOther);
        }
        if !not_known.is_empty() {
            let not_known = not_known.join("; ");
            finds.find_part(Field::Needs, &not_known, Fault::NeedNotKnown);
            kept.push(finds.columns.labelled(Field::Needs, &not_known));
        }
    }

    pub(super) fn reason(
        &mut self,
        words: &mut Words,
        finds: &mut Finds<'_>,
        part: Part,
        kept: &mut Vec<String>,
    ) -> Option<Reason> {
        let said = finds.cell(Field::Reason);
        let nothing = is_nothing(said);
        if part == Part::Adult {
            if !nothing && !self.said.reason_of_adult {
                self.said.reason_of_adult = true;
                finds.find(Field::Reason, Fault::ReasonOfAdult);
            }
            return None;
        }
        if nothing {
            if finds.columns.place(Field::Reason).is_some() {
                finds.find(Field::Reason, Fault::ReasonMissing);
            }
            return None;
        }
        let reason = words.reason(said);
        if reason.is_none() {
            finds.find(Field::Reason, Fault::ReasonNotKnown);
            kept.push(finds.columns.labelled(Field::Reason, said));
        }
        let is_other = self.reason.zip(reason).is_some_and(|(first, this)| first != this);
        if is_other && !self.said.mixed {
            self.said.mixed = true;
            finds.find(Field::Reason, Fault::MixedReasons);
        }
        self.reason = self.reason.or(reason);
        reason
    }

    pub(super) fn home(&mut self, finds: &mut Finds<'_>, place: usize) {
        let said = [finds.cell(Field::Address), finds.cell(Field::Postcode)];
        let same = |known: &[Box<str>; 2]| *known[0] == *said[0] && *known[1] == *said[1];
        if let Some(home) = self.homes_said.iter().position(same) {
            self.homes[home].people.push(place);
            return;
        }
        let postcode = postcode(finds);
        if said[0].is_empty() && postcode.is_none() {
            return;
        }
        let address = fold(said[0]);
        let same = |home: &Home<usize>| {
            let known = home.address.as_ref().map_or("", Text::as_str);
            home.postcode == postcode && fold(known) == address && (!address.is_empty() || known == said[0])
        };
        if let Some(home) = self.homes.iter_mut().find(|home| same(home)) {
            home.people.push(place);
            return;
        }
        let address = finds.text(Field::Address);
        if address.is_none() && postcode.is_none() {
            return;
        }
        match &postcode {
            Some(postcode) if !postcode.is_uk() => finds.find(Field::Postcode, Fault::PostcodeForeign),
            None if is_nothing(said[1]) && finds.columns.place(Field::Postcode).is_some() => {
                finds.find(Field::Postcode, Fault::PostcodeMissing);
            }
            _ => {}
        }
        add(&mut self.homes_said, said.map(Into::into));
        let home = Home {
            address,
            postcode,
            hidden: false,
            people: vec![place],
        };
        add(&mut self.homes, home);
    }

    pub(super) fn note(&mut self, finds: &mut Finds<'_>, place: usize) {
        let said = finds.cell(Field::GoingWell);
        if said.is_empty() {
            return;
        }
        let known = self.notes.iter_mut().find(|(note, _)| note.as_str() == said);
        if let Some((_, people)) = known {
            people.push(place);
        } else if let Some(note) = finds.text(Field::GoingWell) {
            match self.notes.iter_mut().find(|(known, _)| *known == note) {
                Some((_, people)) => people.push(place),
                None => add(&mut self.notes, (note, vec![place])),
            }
        }
    }
}

fn postcode(finds: &mut Finds<'_>) -> Option<Postcode> {
    let said = finds.cell(Field::Postcode);
    if is_nothing(said) {
        return None;
    }
    let postcode = Postcode::parse(said);
    if let Err(PostcodeProblem::TooLong { chars, max }) = postcode {
        finds.find(Field::Postcode, Fault::TooLong { chars, max });
    }
    postcode.ok()
}

/// Adds what a row says of the whole family, and points it out if an earlier row says something else.
fn say_if_differs<T: PartialEq>(said: &mut Vec<(T, u32)>, this: T, field: Field, finds: &mut Finds<'_>) {
    if said.iter().any(|(known, _)| *known == this) {
        return;
    }
    if let Some((_, row)) = said.first() {
        finds.find(field, Fault::Differs { row: *row });
    }
    add(said, (this, finds.record.row));
}

/// Whether something cannot be an e-mail address: not one `@` between a name and a domain with a
/// dot, or a blank, or a dot at an end or beside another. Source: RFC 5321, section 4.1.2.
fn is_odd(email: &str) -> bool {
    let dots_right = |part: &str| !part.is_empty() && part.split('.').all(|atom| !atom.is_empty());
    let Some((name, domain)) = email.split_once('@') else {
        return true;
    };
    let right = dots_right(name) && dots_right(domain) && domain.contains('.');
    !right || domain.contains('@') || email.contains(char::is_whitespace)
}

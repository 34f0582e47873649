//! What every page of the form is drawn from: what was typed, what is wrong with it, and the choices there are.

use super::step::Step;
use super::whose::Whose;
use crate::App;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field};
use crate::referral::read;
use crate::visit::Visit;
use domain::id::SiteId;
use domain::pack::{Key, NationPack};
use jiff::civil::Date;
use store::site::Site;
use words::Words;

/// One draft as its writer sees it.
pub struct Scene<'a> {
    pub app: &'a App,
    pub visit: &'a Visit,
    pub whose: &'a Whose,
    /// Every box of every page.
    pub form: Form,
    /// The programme areas the writer may refer to.
    pub sites: &'a [Site],
    /// What is wrong with what is shown.
    pub mistakes: Mistakes,
}

/// The hidden boxes and addresses every page of the form has.
pub struct Frame {
    /// Where what is typed is kept while it is typed.
    pub draft_href: String,
    /// What is wrong with this page.
    pub problems: Vec<Problem>,
    /// Who will read what is written.
    pub sees: String,
}

impl<'a> Scene<'a> {
    pub fn w(&self) -> Words {
        self.visit.w()
    }

    /// Today, where the families live.
    pub fn today(&self) -> Date {
        store::clock::london_day(self.app.store().now())
    }

    /// The area chosen, or the only one.
    pub fn site(&self) -> Option<&'a Site> {
        let typed = self.form.get("site").parse::<SiteId>().ok();
        match self.sites {
            [only] => Some(only),
            sites => sites.iter().find(|site| Some(site.id) == typed),
        }
    }

    /// The nation pack of that area.
    pub fn pack(&self) -> Option<&'a NationPack> {
        let nation = Key::parse(&self.site()?.nation).ok()?;
        domain::pack::pack_on(self.app.store().packs(), &nation, self.today())
    }

    /// Reads the whole form.
    pub fn read(&self) -> Result<read::Read, Mistakes> {
        let sites: Vec<SiteId> = self.sites.iter().map(|site| site.id).collect();
        let setting = read::Setting {
            w: self.w(),
            today: self.today(),
            sites: &sites,
            pack: self.pack(),
            is_outside: self.whose.is_outside(),
        };
        read::read(&self.form, &setting)
    }

    /// The same with what is wrong on one page.
    pub fn with_mistakes_of(mut self, step: &Step) -> Self {
        self.mistakes = self.read().err().unwrap_or_default().of_boxes(|name| step.shows(name));
        self
    }

    /// The frame of a page of the form, and what it has around its boxes.
    pub fn frame(&self, step: &Step, heading: &str) -> (Page, Frame) {
        let tasks_href = self.visit.href(&self.whose.path());
        let page = Page::new(self.app, self.visit, heading)
            .of_form()
            .back_to(tasks_href, self.title())
            .with_mistakes(self.mistakes.any());
        let step = self.whose.step(step);
        let frame = Frame {
            draft_href: format!("{}/keep", self.visit.href(&step)),
            problems: self.mistakes.summary(),
            sees: self.sees(),
        };
        (page, frame)
    }

    /// What the whole form is called, for whoever fills it in.
    pub fn title(&self) -> &'static str {
        if self.whose.is_outside() {
            self.w().task_link_title()
        } else {
            self.w().referral_refer_title()
        }
    }

    fn sees(&self) -> String {
        let w = self.w();
        w.site_who_can_see_who(if self.whose.is_outside() {
            w.task_link_who_sees()
        } else {
            w.referral_refer_who_sees()
        })
    }

    /// The keys of the people.
    pub fn people(&self) -> Vec<String> {
        read::people(&self.form)
    }

    /// What somebody is called on the form.
    pub fn called(&self, key: &str) -> String {
        read::called(&self.form, self.w(), &self.people(), key)
    }

    pub fn field(&self, name: &str) -> Field {
        field(name, self.form.get(name), self.mistakes.of(name))
    }

    pub fn date(&self, name: &str) -> DateField {
        date_field(name, |part| self.form.get(part).to_owned(), self.mistakes.of(name))
    }

    /// The choices of a question, those that were chosen ticked.
    pub fn picked<'c>(&self, name: &str, all: impl IntoIterator<Item = (&'c str, &'c str)>) -> Vec<Choice> {
        let chosen = |value: &str| self.form.all(name).any(|sent| sent == value);
        let choices = all
            .into_iter()
            .map(|(value, label)| choice(value, label, chosen(value)));
        choices.collect()
    }

    /// The people of the form as choices of a question.
    pub fn people_picked(&self, name: &str, wanted: impl Fn(&str) -> bool) -> Vec<Choice> {
        let people: Vec<(String, String)> = self
            .people()
            .into_iter()
            .filter(|key| wanted(key))
            .map(|key| (key.clone(), self.called(&key)))
            .collect();
        self.picked(name, people.iter().map(|(key, called)| (key.as_str(), called.as_str())))
    }
}

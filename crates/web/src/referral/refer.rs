//! Referring a family: one page, kept as it is typed.

use super::refer_form::{self, Setting};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::{Action, Object};
use domain::consent::LawfulBasis;
use domain::family::{Part, Reason};
use domain::id::SiteId;
use domain::need::NEEDS;
use domain::pack::{Key, NationPack};
use store::once::Once;
use store::site::Site;
use words::Words;

/// The languages offered by name; any other can be written in the note.
const LANGUAGES: &[&str] = &[
    "cy", "en", "bfi", "isg", "ga", "pl", "ro", "pt", "uk", "ar", "so", "ur", "tr", "bn",
];

#[derive(Template)]
#[template(path = "referral/refer.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    draft_href: String,
    site: Field,
    sites: Vec<Choice>,
    one_site: bool,
    site_name: String,
    received: DateField,
    who: String,
    people: Vec<PersonBoxes>,
    needs: Field,
    need_choices: Vec<Choice>,
    going_well: Field,
    worries: Field,
    open: bool,
}

/// The boxes of one person.
struct PersonBoxes {
    is_child: bool,
    legend: String,
    remove: String,
    remove_text: String,
    forename: Field,
    surname: Field,
    known_as: Field,
    birth: DateField,
    expected: Field,
    relationship: Field,
    speaks: Field,
    speaks_choices: Vec<Choice>,
    reads: Field,
    reads_choices: Vec<Choice>,
    reason: Field,
    reason_choices: Vec<Choice>,
    legal: Field,
    legal_choices: Vec<Choice>,
    taking_part: Field,
    taking_part_choices: Vec<Choice>,
    why: Field,
    sharing: Field,
    sharing_choices: Vec<Choice>,
    number: Field,
    times: Field,
    note: Field,
    no_message: Field,
    hidden: Field,
    address: Field,
}

/// The programme areas the reader may refer to today.
async fn sites(app: &App, visit: &Visit) -> Answer<Vec<Site>> {
    let permit = app.store().permit(&visit.actor(), Action::Refer, Object::Lists).await?;
    Ok(app.store().read(permit, store::site::in_scope).await?)
}

/// The empty form, or what was typed into it before.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let sites = sites(&app, &visit).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &form, &sites, &Mistakes::default()))
}

/// Keeps what has been typed so far, while it is being typed.
pub async fn keep(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let who = visit.account()?;
    store::draft::keep_for(app.store(), who.account, paths::REFER, &form.to_body()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Reads the form; stores the referral, or gives the form back with every mistake.
pub async fn send(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let sites = sites(&app, &visit).await?;
    if let Some(changed) = people_changed(&form) {
        return Ok(draw(&app, &visit, &changed, &sites, &Mistakes::default()));
    }
    let chosen = chosen(&form, &sites);
    let ids: Vec<SiteId> = sites.iter().map(|site| site.id).collect();
    let setting = Setting {
        w: visit.w(),
        today: store::clock::london_day(app.store().now()),
        sites: &ids,
        pack: chosen.and_then(|site| pack(&app, site)),
    };
    let read = match refer_form::read(&form, &setting) {
        Ok(read) => read,
        Err(mistakes) => return Ok(draw(&app, &visit, &form, &sites, &mistakes)),
    };
    let who = visit.account()?;
    let (account, site) = (who.account, read.refer.site);
    let once = Some(form.get("once")).filter(|key| !key.is_empty());
    let once = once.map(|key| Once::new(account.uuid(), key, &form.body_bytes()));
    let (actor, object) = (visit.actor(), Object::Site(site));
    let lang = visit.lang;
    let made = app
        .store()
        .act(&actor, Action::Refer, object, move |tx| {
            tx.not_done_before(once.as_ref())?;
            let (refer, homes) = (read.refer.clone(), read.homes.clone());
            let made = store::referral::make(tx, refer, read.received_on, homes)?;
            let href = crate::visit::in_language(lang, &paths::referral(made.id));
            tx.done(once.as_ref(), 303, &paths::saying(&href, "site-sent"))?;
            store::draft::forget(tx, account, paths::REFER)?;
            Ok::<_, store::Error>(made)
        })
        .await?;
    Ok(see(&paths::saying(&visit.href(&paths::referral(made.id)), "site-sent")))
}

/// The form with one person more or fewer, when that is what was pressed.
fn people_changed(form: &Form) -> Option<Form> {
    let keys = refer_form::people(form);
    let with = |keys: &[String], form: Form| form.without("who").with("who", &keys.join(" "));
    if let Some(part) = Part::from_key(form.get("add")) {
        let more: Vec<String> = keys.into_iter().chain([refer_form::another(form, part)]).collect();
        return Some(with(&more, form.clone().without("add")));
    }
    let gone = form.get("remove");
    if gone.is_empty() {
        return None;
    }
    let fewer: Vec<String> = keys.into_iter().filter(|key| key != gone).collect();
    Some(with(&fewer, form.clone().without("remove")))
}

fn chosen<'a>(form: &Form, sites: &'a [Site]) -> Option<&'a Site> {
    let typed = form.get("site").parse::<SiteId>().ok();
    match sites {
        [only] => Some(only),
        _ => sites.iter().find(|site| Some(site.id) == typed),
    }
}

fn pack<'a>(app: &'a App, site: &Site) -> Option<&'a NationPack> {
    let today = store::clock::london_day(app.store().now());
    let nation = Key::parse(&site.nation).ok()?;
    domain::pack::pack_on(app.store().packs(), &nation, today)
}

fn draw(app: &App, visit: &Visit, form: &Form, sites: &[Site], mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let page = Page::new(app, visit, w.referral_refer_title())
        .of_form()
        .back_to(visit.href(paths::REFERRALS), w.site_nav_referrals())
        .with_mistakes(mistakes.any());
    let boxes = Boxes { w, form, mistakes };
    let site = chosen(form, sites);
    let pack = site.and_then(|site| pack(app, site));
    let keys = refer_form::people(form);
    let once = form.once_key(app);
    let shown = Shown {
        problems: mistakes.summary(),
        draft_href: visit.href("/referrals/new/draft"),
        once,
        site: boxes.field("site"),
        sites: sites
            .iter()
            .map(|s| {
                choice(
                    s.id.to_string(),
                    s.name(visit.lang.tag()),
                    form.get("site") == s.id.to_string(),
                )
            })
            .collect(),
        one_site: sites.len() == 1,
        site_name: site.map(|s| s.name(visit.lang.tag()).to_owned()).unwrap_or_default(),
        received: boxes.date("received"),
        who: keys.join(" "),
        people: keys
            .iter()
            .map(|key| boxes.person(&keys, key, pack, visit.lang.tag()))
            .collect(),
        needs: boxes.field("needs"),
        need_choices: boxes.needs(),
        going_well: boxes.field("going_well"),
        worries: boxes.field("worries"),
        open: !sites.is_empty(),
        page,
    };
    show(&shown, &shown.page)
}

fn choice(value: String, label: &str, checked: bool) -> Choice {
    Choice {
        value,
        label: label.to_owned(),
        hint: None,
        checked,
    }
}

/// Makes the boxes of the page from what was typed.
struct Boxes<'a> {
    w: Words,
    form: &'a Form,
    mistakes: &'a Mistakes,
}

impl Boxes<'_> {
    fn field(&self, name: &str) -> Field {
        field(name, self.form.get(name), self.mistakes.of(name))
    }

    fn date(&self, name: &str) -> DateField {
        let typed = |part: &str| self.form.get(&format!("{name}_{part}")).to_owned();
        DateField {
            name: name.to_owned(),
            id: name.replace('_', "-"),
            day: typed("day"),
            month: typed("month"),
            year: typed("year"),
            error: self.mistakes.of(name),
        }
    }

    fn needs(&self) -> Vec<Choice> {
        let said = |key: &str, what: &str| self.w.by_key(&format!("need-{}{what}", key.replace('_', "-")));
        let offered = NEEDS.iter().filter(|need| need.retired.is_none());
        offered
            .map(|need| Choice {
                value: need.key.to_owned(),
                label: said(need.key, "").unwrap_or(need.key).to_owned(),
                hint: said(need.key, "-hint").map(ToOwned::to_owned),
                checked: self.form.all("needs").any(|key| key == need.key),
            })
            .collect()
    }

    fn picked(&self, name: &str, all: &[(&str, &str)]) -> Vec<Choice> {
        let typed = self.form.get(name);
        all.iter()
            .map(|(value, label)| choice((*value).to_owned(), label, typed == *value))
            .collect()
    }

    fn languages(&self, name: &str) -> Vec<Choice> {
        let said = |tag: &str| self.w.by_key(&format!("family-language-{tag}"));
        let mut all = vec![("", self.w.site_not_known())];
        all.extend(LANGUAGES.iter().map(|tag| (*tag, said(tag).unwrap_or(tag))));
        self.picked(name, &all)
    }

    fn legal(&self, name: &str, pack: Option<&NationPack>, lang: &str) -> Vec<Choice> {
        let mut all = vec![("", self.w.site_not_known())];
        let statuses = pack.map(|pack| pack.legal_statuses.as_slice()).unwrap_or_default();
        all.extend(statuses.iter().map(|status| {
            let welsh = status.cy.as_deref().filter(|_| lang == "cy");
            (status.key.as_str(), welsh.unwrap_or(&status.en))
        }));
        self.picked(name, &all)
    }

    fn reasons(&self, name: &str) -> Vec<Choice> {
        let w = self.w;
        let said = |reason: Reason| match reason {
            Reason::RiskOfCare => (w.referral_reason_risk_of_care(), w.referral_reason_risk_of_care_hint()),
            Reason::Reunification => (
                w.referral_reason_reunification(),
                w.referral_reason_reunification_hint(),
            ),
        };
        let all = Reason::ALL.into_iter().map(|reason| {
            let (label, hint) = said(reason);
            let picked = choice(reason.key().to_owned(), label, self.form.get(name) == reason.key());
            Choice {
                hint: Some(hint.to_owned()),
                ..picked
            }
        });
        all.collect()
    }

    fn sharing(&self, name: &str) -> Vec<Choice> {
        let w = self.w;
        let typed = self.form.get(name);
        let mut all = vec![choice("agreed".into(), w.consent_sharing_agreed(), typed == "agreed")];
        all.extend(LawfulBasis::ALL.into_iter().map(|law| {
            let key = format!("told_{}", law.key());
            let said = w.by_key(&format!("consent-sharing-basis-{}", law.key().replace('_', "-")));
            let hint = w.consent_sharing_told();
            let picked = choice(key.clone(), said.unwrap_or(law.key()), typed == key);
            Choice {
                hint: Some(hint.to_owned()),
                ..picked
            }
        }));
        all.push(choice(
            "not_discussed".into(),
            w.consent_sharing_not_discussed(),
            typed == "not_discussed",
        ));
        all
    }

    fn person(&self, keys: &[String], key: &str, pack: Option<&NationPack>, lang: &str) -> PersonBoxes {
        let w = self.w;
        let name = |field: &str| format!("{key}_{field}");
        let one = |field: &str| self.field(&name(field));
        let is_child = refer_form::part(key) == Some(Part::Child);
        let same = keys
            .iter()
            .filter(|other| refer_form::part(other) == refer_form::part(key));
        let place = same
            .clone()
            .position(|other| other == key)
            .map_or(1, |at| at as u64 + 1);
        let called = refer_form::called(self.form, w, keys, key);
        let taking_part = [
            ("given", w.consent_taking_part_given()),
            ("not_given", w.consent_taking_part_not_given()),
            ("not_asked", w.consent_taking_part_not_asked()),
        ];
        PersonBoxes {
            is_child,
            legend: if is_child {
                w.referral_refer_child(place)
            } else {
                w.referral_refer_adult(place)
            },
            remove: if keys.len() > 1 { key.to_owned() } else { String::new() },
            remove_text: w.referral_refer_remove_person(&called),
            forename: one("forename"),
            surname: one("surname"),
            known_as: one("known_as"),
            birth: self.date(&name("birth")),
            expected: one("expected"),
            relationship: one("relationship"),
            speaks: one("speaks"),
            speaks_choices: self.languages(&name("speaks")),
            reads: one("reads"),
            reads_choices: self.languages(&name("reads")),
            reason: one("reason"),
            reason_choices: self.reasons(&name("reason")),
            legal: one("legal"),
            legal_choices: self.legal(&name("legal"), pack, lang),
            taking_part: one("taking_part"),
            taking_part_choices: self.picked(&name("taking_part"), &taking_part),
            why: one("why"),
            sharing: one("sharing"),
            sharing_choices: self.sharing(&name("sharing")),
            number: one("number"),
            times: one("times"),
            note: one("note"),
            no_message: one("no_message"),
            hidden: one("hidden"),
            address: one("address"),
        }
    }
}

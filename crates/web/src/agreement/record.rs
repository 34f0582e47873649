//! Recording an agreement that both parties have signed.

use crate::App;
use crate::account::{permit_or_keep, role_words};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, date_field, field, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::agreement::{AgreementProblem, Category, Signature};
use domain::day::{DayProblem, parse_day_parts};
use domain::id::SiteId;
use domain::role::{Role, RoleSet, Side};
use domain::text::Text;
use jiff::civil::Date;
use store::agreement::{CATEGORIES, NewAgreement, NotRecorded, PURPOSES, Standing};
use store::once::Once;
use words::Words;

/// The longest name of an office, in characters.
///
/// Assumption: twice the longest title of an office we know of.
const OFFICE_CHARS_MAX: usize = 200;

#[derive(Template)]
#[template(path = "agreement/record.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    name: String,
    from: DateField,
    to: DateField,
    review: DateField,
    purposes: Field,
    purpose_choices: Vec<Choice>,
    categories: Field,
    category_choices: Vec<Choice>,
    seen_by: Vec<SeenBy>,
    authority: Field,
    authority_on: DateField,
    charity: Field,
    charity_on: DateField,
}

/// Who may see one sort of facts.
struct SeenBy {
    legend: String,
    field: Field,
    choices: Vec<Choice>,
}

async fn load(app: &App, visit: &Visit, id: SiteId) -> Answer<Standing> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListAgreements, Object::Site(id))
        .await?;
    Ok(app
        .store()
        .read(permit, move |tx| store::agreement::standing(tx, id))
        .await?)
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<SiteId>) -> Answer {
    drop(
        app.store()
            .permit(&visit.actor(), Action::RecordAgreement, Object::Site(id))
            .await?,
    );
    let standing = load(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &standing, &form, &Mistakes::default()))
}

/// The roles an agreement can let see facts: those of the parties.
fn roles() -> impl Iterator<Item = Role> {
    Role::ALL
        .into_iter()
        .filter(|role| matches!(role.side(), Side::Charity | Side::Authority))
}

/// The name of the boxes that say who may see a sort of facts.
fn seen_name(category: &str) -> String {
    format!("seen_{category}")
}

struct Reader<'a> {
    form: &'a Form,
    w: Words,
    today: Date,
    mistakes: Mistakes,
}

impl Reader<'_> {
    /// A day that must be given.
    fn day(&mut self, name: &str, missing: &str) -> Option<Date> {
        let typed = |part: &str| self.form.get(&format!("{name}_{part}"));
        match parse_day_parts(typed("day"), typed("month"), typed("year")) {
            Ok(day) => Some(day),
            Err(problem) => {
                let said = if problem == DayProblem::Empty {
                    missing
                } else {
                    self.w.site_problem_day_unreal()
                };
                self.mistakes.add(name, said);
                None
            }
        }
    }

    fn purposes(&mut self) -> Vec<Text> {
        let chosen: Vec<Text> = PURPOSES
            .iter()
            .filter(|code| self.chose("purposes", code))
            .map(|code| code_text(code))
            .collect();
        if chosen.is_empty() {
            self.mistakes.add("purposes", self.w.agreement_problem_purposes());
        }
        chosen
    }

    fn chose(&self, name: &str, code: &str) -> bool {
        self.form.all(name).any(|sent| sent == code)
    }

    fn categories(&mut self) -> Vec<Category> {
        let chosen: Vec<&str> = CATEGORIES
            .into_iter()
            .filter(|code| self.chose("categories", code))
            .collect();
        if chosen.is_empty() {
            self.mistakes.add("categories", self.w.agreement_problem_categories());
        }
        chosen.into_iter().map(|code| self.category(code)).collect()
    }

    fn category(&mut self, code: &str) -> Category {
        let name = seen_name(code);
        let seen_by: RoleSet = roles().filter(|role| self.chose(&name, role.key())).collect();
        if seen_by.is_empty() {
            let category = self.w.named("agreement-category", code).unwrap_or(code);
            self.mistakes.add(name, self.w.agreement_problem_seen_by(category));
        }
        Category {
            facts: code_text(code),
            seen_by,
        }
    }

    /// Who signed for a party, and when.
    fn signature(&mut self, party: &str, who_missing: &str, day_missing: &str) -> Option<Signature> {
        let name = format!("signed_{party}");
        let by = Text::parse(self.form.get(&name)).ok();
        match &by {
            None => self.mistakes.add(name, who_missing),
            Some(by) if by.as_str().chars().count() > OFFICE_CHARS_MAX => {
                let max = u64::try_from(OFFICE_CHARS_MAX).unwrap_or_default();
                self.mistakes.add(name, self.w.agreement_problem_office_long(max));
            }
            Some(_) => {}
        }
        let on_name = format!("signed_on_{party}");
        let on = self.day(&on_name, day_missing);
        if on.is_some_and(|on| self.today < on) {
            self.mistakes.add(on_name, self.w.agreement_problem_signed_future());
        }
        Some(Signature { by: by?, on: on? })
    }
}

/// A code as the domain keeps it.
fn code_text(code: &str) -> Text {
    Text::parse(code).expect("the codes are short and not empty")
}

fn read(form: &Form, w: Words, site: SiteId, today: Date) -> Result<NewAgreement, Mistakes> {
    let mut reader = Reader {
        form,
        w,
        today,
        mistakes: Mistakes::default(),
    };
    let from = reader.day("from", w.agreement_problem_from());
    let to = reader.day("to", w.agreement_problem_to());
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        reader.mistakes.add("to", w.agreement_problem_order());
    }
    let purposes = reader.purposes();
    let categories = reader.categories();
    let authority = reader.signature(
        "authority",
        w.agreement_problem_signed_authority(),
        w.agreement_problem_signed_on_authority(),
    );
    let charity = reader.signature(
        "charity",
        w.agreement_problem_signed_charity(),
        w.agreement_problem_signed_on_charity(),
    );
    let review_on = reader.day("review", w.agreement_problem_review());
    if let (Some(from), Some(review)) = (from, review_on)
        && review < from
    {
        reader.mistakes.add("review", w.agreement_problem_review_before());
    }
    match (from, to, review_on, authority, charity, reader.mistakes.any()) {
        (Some(from), Some(to), Some(review_on), Some(authority), Some(charity), false) => {
            let signatures = vec![authority, charity];
            Ok(NewAgreement {
                site,
                from,
                to,
                review_on,
                purposes,
                categories,
                signatures,
            })
        }
        _ => Err(reader.mistakes),
    }
}

/// Records the agreement.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<SiteId>, form: Form) -> Answer {
    let w = visit.w();
    let permit = permit_or_keep(&app, &visit, Action::RecordAgreement, Object::Site(id), &form).await?;
    let standing = load(&app, &visit, id).await?;
    let today = store::clock::london_day(app.store().now());
    let new = match read(&form, w, id, today) {
        Ok(new) => new,
        Err(mistakes) => return Ok(draw(&app, &visit, &standing, &form, &mistakes)),
    };
    let me = visit.account()?.account;
    let href = paths::saying(&visit.href(&paths::site_agreements(id)), "agreement-recorded");
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let (path, to) = (visit.path.clone(), href.clone());
    let stored = app
        .store()
        .write(permit, move |tx| {
            tx.not_done_before(Some(&once))?;
            store::agreement::record(tx, &new)?;
            tx.done(Some(&once), 303, &to)?;
            store::draft::forget(tx, me, &path)?;
            Ok::<_, NotRecorded>(())
        })
        .await;
    let mut mistakes = Mistakes::default();
    match stored {
        Ok(()) => return Ok(see(&href)),
        Err(NotRecorded::Store(error)) => return Err(error.into()),
        Err(NotRecorded::Overlaps { .. }) => mistakes.add("from", w.agreement_problem_overlap()),
        Err(NotRecorded::Problems(problems)) => {
            for problem in problems {
                match problem {
                    AgreementProblem::EndsBeforeItBegins { .. } => mistakes.add("to", w.agreement_problem_order()),
                    AgreementProblem::NoPurpose => mistakes.add("purposes", w.agreement_problem_purposes()),
                }
            }
        }
    }
    Ok(draw(&app, &visit, &standing, &form, &mistakes))
}

fn draw(app: &App, visit: &Visit, standing: &Standing, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let site = &standing.site;
    let name = site.name(w.lang().tag()).to_owned();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let chosen = |name: &str, code: &str, label: &str| Choice {
        value: code.to_owned(),
        label: label.to_owned(),
        hint: None,
        checked: form.all(name).any(|sent| sent == code),
    };
    let named = |word: &str, code: &'static str| w.named(word, code).unwrap_or(code);
    let seen_by = |code: &&'static str| {
        let name = seen_name(code);
        SeenBy {
            legend: w.agreement_seen_by(named("agreement-category", code)),
            choices: roles()
                .map(|role| chosen(&name, role.key(), role_words(w, role)))
                .collect(),
            field: field(&name, "", mistakes.of(&name)),
        }
    };
    let page = Page::new(app, visit, w.agreement_record_title())
        .of_form()
        .back_to(visit.href(&paths::site_agreements(site.id)), &w.agreement_title(&name))
        .with_mistakes(mistakes.any());
    let purpose = |code: &&'static str| chosen("purposes", code, named("agreement-purpose", code));
    let category = |code: &&'static str| chosen("categories", code, named("agreement-category", code));
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        from: day_field("from", form, mistakes),
        to: day_field("to", form, mistakes),
        review: day_field("review", form, mistakes),
        purposes: typed("purposes"),
        purpose_choices: PURPOSES.iter().map(purpose).collect(),
        categories: typed("categories"),
        category_choices: CATEGORIES.iter().map(category).collect(),
        seen_by: CATEGORIES.iter().map(seen_by).collect(),
        authority: typed("signed_authority"),
        authority_on: day_field("signed_on_authority", form, mistakes),
        charity: typed("signed_charity"),
        charity_on: day_field("signed_on_charity", form, mistakes),
        name,
        page,
    };
    show(&shown, &shown.page)
}

fn day_field(name: &str, form: &Form, mistakes: &Mistakes) -> DateField {
    date_field(name, |part| form.get(part).to_owned(), mistakes.of(name))
}

//! Reading the form of a household: every mistake at once, in the order of the page.

use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::typed::{day, number, words_if_any};
use domain::family::{LanguageTag, Postcode, PostcodeProblem};
use domain::household::{
    About, Approval, CHILD_AGE_MAX, FAMILIES_PER_HOUSEHOLD_MAX, Household, HouseholdProblem, MEMBERS_MAX, Member,
    NewHousehold, NewMember, Part, Ready, Terms, WEEKENDS_MAX, problems,
};
use domain::id::{AccountId, SiteId};
use domain::name::{NAME_CHARS_MAX, Name, NameProblem};
use domain::need::NEEDS;
use jiff::civil::Date;
use words::Words;

/// The most children an approval is for at once, that a box takes.
///
/// Assumption: 20, far more than any; a larger number is a slip.
const CHILDREN_MAX: u8 = 20;

/// The names of the boxes of the two carers.
pub(super) const CARERS: [&str; 2] = ["carer1", "carer2"];

/// The household a form gives. `known` is the one that is changed: people who are named as before keep their row.
pub(super) fn read(
    form: &Form,
    w: Words,
    site: Option<SiteId>,
    known: Option<&Household>,
) -> Result<NewHousehold, Mistakes> {
    let mut mistakes = Mistakes::default();
    let site = known.map(|known| known.site).or(site);
    if site.is_none() {
        mistakes.add("site", w.household_problem_site());
    }
    let members = members(form, w, &mut mistakes, known);
    let supervisor = form.get("supervisor").parse::<AccountId>().ok();
    let approval = approval(form, w, &mut mistakes);
    let places = number(
        form,
        &mut mistakes,
        "places",
        (1, FAMILIES_PER_HOUSEHOLD_MAX),
        w.household_problem_places(),
    );
    if form.get("places").trim().is_empty() {
        mistakes.add("places", w.household_problem_places());
    }
    let weekends = number(
        form,
        &mut mistakes,
        "weekends",
        (0, WEEKENDS_MAX),
        w.household_problem_weekends(),
    );
    let ready = ready(form, w, &mut mistakes);
    let new = site
        .zip(approval)
        .zip(places)
        .zip(ready)
        .map(|(((site, approval), places), ready)| NewHousehold {
            site,
            members,
            supervisor,
            approval,
            places,
            weekends: weekends.unwrap_or_default(),
            languages: form
                .all("languages")
                .filter_map(|tag| LanguageTag::parse(tag).ok())
                .collect(),
            skills: NEEDS
                .iter()
                .filter(|need| form.all("skills").any(|key| key == need.key))
                .collect(),
            ready,
            about: about(form, w, &mut mistakes),
        });
    let Some(new) = new else { return Err(mistakes) };
    for problem in problems(&new) {
        let (name, text) = problem_words(w, problem);
        if mistakes.of(name).is_none() {
            mistakes.add(name, text);
        }
    }
    if mistakes.any() { Err(mistakes) } else { Ok(new) }
}

/// The two carers and the other adults.
fn members(form: &Form, w: Words, mistakes: &mut Mistakes, known: Option<&Household>) -> Vec<NewMember> {
    let mut found: Vec<NewMember> = Vec::new();
    for carer in CARERS {
        let (name_box, account_box) = (format!("{carer}_name"), format!("{carer}_account"));
        let account = form.get(&account_box).parse::<AccountId>().ok();
        match name(form.get(&name_box), w) {
            Ok(Some(name)) => found.push(member(name, Part::Carer, account, known, &found)),
            Ok(None) if account.is_some() => {
                mistakes.add(name_box, w.household_problem_account_without_name());
            }
            Ok(None) => {}
            Err(text) => mistakes.add(name_box, text),
        }
    }
    for line in form.get("adults").lines() {
        match name(line, w) {
            Ok(Some(name)) => found.push(member(name, Part::Adult, None, known, &found)),
            Ok(None) => {}
            Err(text) => mistakes.put("adults", text),
        }
    }
    found
}

fn name(typed: &str, w: Words) -> Result<Option<Name>, String> {
    match Name::parse(typed) {
        Ok(name) => Ok(Some(name)),
        Err(NameProblem::Empty) => Ok(None),
        Err(NameProblem::TooLong { .. }) => Err(w.site_problem_long(u64::try_from(NAME_CHARS_MAX).unwrap_or_default())),
    }
}

/// Somebody as the form names them: who has the account they have, or else their name and part, is known.
fn member(
    name: Name,
    part: Part,
    account: Option<AccountId>,
    known: Option<&Household>,
    taken: &[NewMember],
) -> NewMember {
    let mut free = known.into_iter().flat_map(|known| &known.members);
    let is_free = |one: &&Member| taken.iter().all(|other| other.id != Some(one.id));
    let same = |one: &&Member| one.part == part && (account.is_some() && one.account == account || one.name == name);
    let id = free.find(|one| is_free(one) && same(one)).map(|one| one.id);
    Member {
        id,
        name,
        part,
        account,
    }
}

fn approval(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<Approval> {
    let from = day(form, w, mistakes, "approved_from");
    if from.is_none() && mistakes.of("approved_from").is_none() {
        mistakes.add("approved_from", w.household_problem_approved_from());
    }
    let to = day(form, w, mistakes, "approved_to");
    let children_max = number(
        form,
        mistakes,
        "children_max",
        (1, CHILDREN_MAX),
        w.household_problem_children(),
    );
    let wrong = w.household_problem_ages();
    let mut age = |name: &str| number(form, mistakes, name, (0, CHILD_AGE_MAX), wrong);
    let ages = (age("age_from"), age("age_to"));
    let is_half = form.get("age_from").trim().is_empty() != form.get("age_to").trim().is_empty();
    if is_half && mistakes.of("age_from").is_none() && mistakes.of("age_to").is_none() {
        let missing = if ages.0.is_none() { "age_from" } else { "age_to" };
        mistakes.add(missing, wrong);
    }
    let words = words_if_any(form, w, mistakes, ("terms", w.household_terms()));
    let terms = Terms {
        children_max,
        ages: ages.0.zip(ages.1),
        words,
    };
    from.map(|from| Approval { from, to, terms })
}

/// Whether the household takes a new family; nothing, with a mistake, where that cannot be.
pub(super) fn ready(form: &Form, w: Words, mistakes: &mut Mistakes) -> Option<Ready> {
    let chosen = form.get("ready");
    let from: Option<Date> = if chosen == "from" {
        day(form, w, mistakes, "ready_from")
    } else {
        None
    };
    let ready = Ready::from_key(chosen, from);
    if ready.is_none() {
        if chosen != "from" {
            mistakes.add("ready", w.household_problem_ready());
        } else if mistakes.of("ready_from").is_none() {
            mistakes.add("ready_from", w.household_problem_ready_day());
        }
    }
    ready
}

fn about(form: &Form, w: Words, mistakes: &mut Mistakes) -> About {
    let postcode = match Postcode::parse(form.get("postcode")) {
        Ok(postcode) => Some(postcode),
        Err(PostcodeProblem::Empty) => None,
        Err(PostcodeProblem::TooLong { .. }) => {
            mistakes.add("postcode", w.household_problem_postcode());
            None
        }
    };
    About {
        postcode,
        home: words_if_any(form, w, mistakes, ("home", w.household_home())),
        preferences: words_if_any(form, w, mistakes, ("preferences", w.household_preferences())),
    }
}

/// What stands against a household, in words, and the box it is about.
fn problem_words(w: Words, problem: HouseholdProblem) -> (&'static str, String) {
    use HouseholdProblem as P;
    let own = ToOwned::to_owned;
    match problem {
        P::NoCarer => ("carer1_name", own(w.household_problem_no_carer())),
        P::TooManyCarers { .. } | P::TooManyMembers { .. } => {
            let max = u64::try_from(MEMBERS_MAX).unwrap_or_default();
            ("adults", w.household_problem_too_many(max))
        }
        P::SameAccount { .. } | P::AccountOfAdult { .. } => ("carer2_account", own(w.household_problem_same_account())),
        P::OwnSupervisor => ("supervisor", own(w.household_problem_own_supervisor())),
        P::ApprovalEndsBeforeItBegins { .. } => ("approved_to", own(w.household_problem_approved_order())),
        P::NoChildAllowed => ("children_max", own(w.household_problem_children())),
        P::Ages { .. } => ("age_from", own(w.household_problem_ages())),
        P::Places { .. } => ("places", own(w.household_problem_places())),
        P::Weekends { .. } => ("weekends", own(w.household_problem_weekends())),
    }
}

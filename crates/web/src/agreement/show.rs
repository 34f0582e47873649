//! One programme area's agreements, and what is open or closing because of them.

use super::{last_day, look, record_path, state_words};
use crate::App;
use crate::account::role_words;
use crate::error::Answer;
use crate::page::{Link, Page, SummaryRow, link, row, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::agreement::{Agreement, AgreementState, Category};
use domain::id::{OrganisationId, SiteId};
use store::agreement::Standing;
use store::site::{self, Organisation};
use words::Words;

#[derive(Template)]
#[template(path = "agreement/show.html")]
struct Shown {
    page: Page,
    heading: String,
    state: &'static str,
    look: &'static str,
    warning: Option<(String, String)>,
    closing: Option<(String, String)>,
    lapsed: bool,
    parties: Vec<SummaryRow>,
    agreements: Vec<Card>,
    record: Option<Link>,
}

/// One agreement.
struct Card {
    title: String,
    rows: Vec<SummaryRow>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<SiteId>) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListAgreements, Object::Site(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        let standing = store::agreement::standing(tx, id)?;
        let authority = site::organisation(tx, OrganisationId::from_uuid(standing.site.authority.uuid()))?;
        let charity = site::organisation(tx, standing.site.charity)?;
        Ok::<_, store::Error>((standing, authority, charity))
    });
    let (standing, authority, charity) = read.await?;
    let may_record = !app
        .store()
        .allowed(&visit.actor(), Object::Site(id), &[Action::RecordAgreement])
        .await?
        .is_empty();
    let name = standing.site.name(w.lang().tag());
    let heading = w.agreement_title(name);
    let shown = Shown {
        state: state_words(w, standing.state),
        look: look(standing.state),
        warning: warning(w, &standing),
        closing: closing(w, &standing),
        lapsed: matches!(standing.state, AgreementState::WindDown { .. } | AgreementState::Lapsed),
        parties: parties(w, &authority, &charity, &standing.site.nation),
        agreements: standing.agreements.iter().map(|one| card(w, one)).collect(),
        record: may_record.then(|| link(visit.href(&record_path(id)), w.agreement_record_title())),
        page: Page::new(&app, &visit, &heading).back_to(visit.href(paths::AGREEMENTS), w.agreement_list_title()),
        heading,
    };
    Ok(show(&shown, &shown.page))
}

/// That the agreement ends soon, and what to do.
fn warning(w: Words, standing: &Standing) -> Option<(String, String)> {
    let days = super::warning_words(w, standing.warning)?;
    let last = last_day(standing)?;
    Some((days, w.agreement_warning_body(&w.day_short(last))))
}

/// That access is closing, until when, and what stays open.
fn closing(w: Words, standing: &Standing) -> Option<(String, String)> {
    let AgreementState::WindDown { days_left } = standing.state else {
        return None;
    };
    let until = w.day_short(standing.closes_on?);
    Some((
        w.site_wind_down_banner(u64::from(days_left)),
        w.agreement_wind_down_body(&until),
    ))
}

fn parties(w: Words, authority: &Organisation, charity: &Organisation, nation: &str) -> Vec<SummaryRow> {
    let tag = w.lang().tag();
    let nation = w.named("pack-nation", nation).unwrap_or_default();
    vec![
        row(w.agreement_site_authority(), authority.name(tag)),
        row(w.agreement_parties(), w.list(&[authority.name(tag), charity.name(tag)])),
        row(w.agreement_site_nation(), nation),
    ]
}

fn card(w: Words, agreement: &Agreement) -> Card {
    let named = |word: &str, code: &str| w.named(word, code).map_or_else(|| code.to_owned(), ToOwned::to_owned);
    let purposes: Vec<String> = agreement
        .purposes
        .iter()
        .map(|text| named("agreement-purpose", text.as_str()))
        .collect();
    let purposes: Vec<&str> = purposes.iter().map(String::as_str).collect();
    let category = |category: &Category| {
        let roles: Vec<&str> = category.seen_by.iter().map(|role| role_words(w, role)).collect();
        w.agreement_category_line(&named("agreement-category", category.facts.as_str()), &w.list(&roles))
    };
    let categories: Vec<String> = agreement.categories.iter().map(category).collect();
    let signatures: Vec<String> = agreement
        .signatures
        .iter()
        .map(|one| w.agreement_signature(one.by.as_str(), &w.day_short(one.on)))
        .collect();
    Card {
        title: w.agreement_dates(&w.day_short(agreement.from), &w.day_short(agreement.to)),
        rows: vec![
            row(w.agreement_purposes(), w.list(&purposes)),
            row(w.agreement_categories(), categories.join("\n")),
            row(w.agreement_signed_by(), signatures.join("\n")),
            row(w.agreement_review_on(), w.day_short(agreement.review_on)),
        ],
    }
}

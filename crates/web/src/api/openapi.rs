//! The description of the interface, made from the handlers themselves, so that neither can say something else.

use super::code::Code;
use super::import::{bring, step};
use super::{
    asked, entry, family, given, likeness, looked, me, outcome, pack, problem, refer, referral, search, taken,
};
use super::{support, thread, told, verb, waiting};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::OnceLock;
use utoipa::openapi::path::{Operation, Parameter};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    Components, ContentBuilder, OpenApi as Described, Ref, RefOr, Response as Said, ResponseBuilder,
    SecurityRequirement,
};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Step Up Step Down",
        description = "The same records with the same rules as the pages. A person's token may do what the person may, \
            but nothing that asks them to prove again who they are; a site's token may do what it was made for. \
            Sentences are in English or Welsh, as `Accept-Language` asks.",
        version = "1"
    ),
    paths(
        me::me, me::sites, pack::show,
        referral::list, refer::refer, referral::show, thread::ask, thread::answer,
        verb::accept, verb::not_accept, verb::withdraw, entry::list, entry::add,
        waiting::list, waiting::set_priority, told::tell, outcome::tell,
        family::list, family::show, looked::history, looked::looked, search::search,
        likeness::list, likeness::show, likeness::join, likeness::keep_apart, likeness::undo,
        likeness::move_person, likeness::move_back,
        bring::list, bring::bring, bring::show, bring::faults, bring::rows,
        step::set_columns, step::take, step::undo, step::discard,
        support::due, support::support, support::offer_family, support::answer_offer, support::decide_offer,
        support::take_offer_back, support::end_match, support::cover_match, support::end_cover,
        support::step_support, support::set_aside, support::close_support, support::follow_up, support::care,
        support::record_care, support::plan, support::write_plan, support::sign_plan_for_person,
        support::sign_plan, support::ask_extension, support::answer_extension_for_programme,
        support::answer_extension_for_authority, support::consents, support::change_consent, support::goals,
        support::mark_goal, support::add_next_step, support::set_next_step, support::end_goal,
        support::add_session, support::session, support::change_session, support::right_session,
        support::give_passage, support::mark_passage, support::sign_session, support::reviews,
        support::add_review, support::call_review_off, support::right_review, support::bring_to_review,
        support::bring_for_person, support::write_crisis, support::crisis, support::add_to_crisis,
        support::sign_crisis, support::raise_concern, support::concerns, support::concern,
        support::add_to_concern, support::decide_concern, support::disruptions, support::add_disruption, support::take_disruption_back, support::carers, support::make_household,
        support::change_household, support::close_household, support::set_away, support::take_away_back,
        support::set_ready,
    ),
    components(schemas(
        problem::Body, problem::FieldError, given::State, given::Referral, given::Person, taken::NewReferral,
        taken::NewPerson, asked::Listed<family::FamilyLine>,
    )),
    modifiers(&Tokens, &Problems),
    tags(
        (name = "token", description = "Who the token acts as, and where"),
        (name = "referrals", description = "Referring families and deciding"),
        (name = "imports", description = "Files of referrals, with a person's token"),
        (name = "likeness", description = "Families that may be one, and what is said of them"),
        (name = "support", description = "Supporting a family, from the offer to a carer to what is known years later"),
        (name = "families", description = "Opening families and finding people"),
    )
)]
struct Document;

/// How a call says who makes it.
struct Tokens;

impl Modify for Tokens {
    fn modify(&self, described: &mut Described) {
        let scheme = |form: &str, about: &str| {
            let http = HttpBuilder::new()
                .scheme(HttpAuthScheme::Bearer)
                .bearer_format(form)
                .description(Some(about));
            SecurityScheme::Http(http.build())
        };
        let components = described.components.get_or_insert_with(Components::new);
        components.add_security_scheme("person", scheme("susd_p_…", "Acts as the person who made it"));
        components.add_security_scheme(
            "site",
            scheme("susd_s_…", "Acts for one programme area, for named purposes"),
        );
        described.security = Some(vec![
            SecurityRequirement::new("person", Vec::<String>::new()),
            SecurityRequirement::new("site", Vec::<String>::new()),
        ]);
    }
}

/// What can go wrong: for every call, and for those that carry a body or name a record.
struct Problems;

impl Modify for Problems {
    fn modify(&self, described: &mut Described) {
        for (path, item) in &mut described.paths.paths {
            let one = path.contains("{id}") || path.contains("{nation}");
            for operation in [&mut item.get, &mut item.post].into_iter().flatten() {
                add_problems(operation, one);
            }
        }
    }
}

fn add_problems(operation: &mut Operation, one: bool) {
    let is_of = |kind: &str| {
        let body = operation.request_body.as_ref();
        matches!(body, Some(RefOr::T(body)) if body.content.contains_key(kind))
    };
    let names = |header: &str| {
        operation
            .parameters
            .iter()
            .flatten()
            .any(|named| is_named(named, header))
    };
    let mut codes = vec![Code::Unauthenticated, Code::Validation];
    codes.extend([Code::TooMany, Code::Unavailable]);
    codes.push(if one { Code::NotFound } else { Code::Forbidden });
    if is_of("application/json") {
        codes.extend([Code::BadJson, Code::TooLarge, Code::UnsupportedMedia]);
        codes.push(if names("Idempotency-Key") {
            Code::IdempotencyReused
        } else {
            Code::Refused
        });
    }
    if is_of("application/octet-stream") {
        codes.push(Code::TooLarge);
    }
    if names("If-Match") {
        codes.extend([Code::Stale, Code::PreconditionRequired]);
    }
    for code in codes {
        let said = operation.responses.responses.entry(code.status().as_u16().to_string());
        said.or_insert_with(|| RefOr::T(said_problem(code)));
    }
}

fn is_named(parameter: &RefOr<Parameter>, name: &str) -> bool {
    matches!(parameter, RefOr::T(parameter) if parameter.name == name)
}

fn said_problem(code: Code) -> Said {
    let shape = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name("Problem")))
        .build();
    ResponseBuilder::new()
        .description(code.words(words::Words::new(words::Lang::En), ""))
        .content("application/problem+json", shape)
        .build()
}

/// The document, made once.
fn document() -> &'static str {
    static DOCUMENT: OnceLock<String> = OnceLock::new();
    DOCUMENT.get_or_init(|| {
        Document::openapi()
            .to_json()
            .expect("the document has only texts and lists")
    })
}

/// Gives the description of the interface to anybody.
pub async fn show() -> Response {
    (StatusCode::OK, [(header::CONTENT_TYPE, "application/json")], document()).into_response()
}

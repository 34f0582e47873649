//! Information sharing agreements: which days a site's access is switched on,
//! for what, and who signed. Their texts are about no person.

use crate::error::{Error, Result};
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, statements};
use crate::site::Site;
use domain::agreement::{Agreement, AgreementProblem, AgreementState, Category, Signature, Warning, state_on, warning};
use domain::id::{AgreementId, AuthorityId, BookId, OrganisationId, SiteId};
use domain::role::Role;
use domain::text::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

statements! {
    OF_SITE = "select a.id, a.site_id, s.authority_id, s.charity_id, a.starts_on, a.ends_on, a.review_on,
            a.purposes, a.categories, a.signatures
        from agreement a join site s on s.id = a.site_id where a.site_id = $1 order by a.starts_on desc, a.id";
    MAKE = "insert into agreement
        (id, site_id, starts_on, ends_on, review_on, purposes, categories, signatures, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
}

/// What facts may be used for, as codes; each has its words.
///
/// Source: programme.md 2, what the parties agree about.
pub const PURPOSES: [&str; 4] = ["support", "safeguarding", "evaluation", "funding"];

/// The sorts of facts an agreement names, as codes; each has its words.
///
/// Source: details.md 2, the columns of its table.
pub const CATEGORIES: [&str; 7] = ["referral", "family", "plan", "session", "stay", "concern", "measure"];

/// A sort of facts as it is kept.
#[derive(Serialize, Deserialize)]
struct KeptCategory {
    facts: String,
    seen_by: Vec<String>,
}

/// A signature as it is kept.
#[derive(Serialize, Deserialize)]
struct KeptSignature {
    by: String,
    on: String,
}

/// Where a site stands with its agreements today.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The site.
    pub site: Site,
    /// Its agreements, the latest first.
    pub agreements: Vec<Agreement>,
    /// Whether access is on.
    pub state: AgreementState,
    /// How soon the one in force ends, once that is worth saying and none follows it.
    pub warning: Option<Warning>,
    /// The last day on which safety facts stay open, while access winds down.
    pub closes_on: Option<Date>,
}

/// An agreement on its way in.
#[derive(Clone, Debug)]
pub struct NewAgreement {
    /// The programme area.
    pub site: SiteId,
    /// The first day it holds.
    pub from: Date,
    /// The last day it holds.
    pub to: Date,
    /// The day by which it is looked at again.
    pub review_on: Date,
    /// What facts may be used for, from [`PURPOSES`].
    pub purposes: Vec<Text>,
    /// Which facts, from [`CATEGORIES`], and who may see each.
    pub categories: Vec<Category>,
    /// Who signed: the authority first, then the charity. Offices, not names: the signed paper has those.
    pub signatures: Vec<Signature>,
}

/// Why an agreement was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum NotRecorded {
    /// The rules refuse it.
    #[error("{0:?}")]
    Problems(Vec<AgreementProblem>),
    /// Another agreement of the site covers some of its days.
    #[error("another agreement holds from {from} to {to}")]
    Overlaps {
        /// Its first day.
        from: Date,
        /// Its last day.
        to: Date,
    },
    /// The store refused.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Where one site stands.
///
/// # Errors
/// [`Error::NotFound`] when there is no such site.
pub fn standing(tx: &Tx, site: SiteId) -> Result<Standing> {
    standing_of(tx, crate::site::by_id(tx, site)?)
}

/// Where every site this permit covers stands, by their English names.
pub fn list(tx: &Tx) -> Result<Vec<Standing>> {
    crate::site::in_scope(tx)?
        .into_iter()
        .map(|site| standing_of(tx, site))
        .collect()
}

fn standing_of(tx: &Tx, site: Site) -> Result<Standing> {
    let agreements = of_site(tx, site.id)?;
    let today = tx.today();
    let state = state_on(&agreements, today, site.wind_down_days);
    let closes_on = match state {
        AgreementState::WindDown { days_left } => {
            today.checked_add(jiff::Span::new().days(i64::from(days_left) - 1)).ok()
        }
        _ => None,
    };
    let last = agreements.iter().map(|one| one.to).max();
    let warning = agreements
        .iter()
        .filter(|one| Some(one.to) == last)
        .find_map(|one| warning(one, today));
    Ok(Standing {
        site,
        agreements,
        state,
        warning,
        closes_on,
    })
}

/// The agreements of a site, the latest first.
pub fn of_site(tx: &Tx, site: SiteId) -> Result<Vec<Agreement>> {
    tx.rows(&OF_SITE, &[site.into()], read)
}

fn read(row: &Row) -> Result<Agreement> {
    let day = |at: usize| row.text(at)?.parse::<Date>().map_err(|_| row.broken(at));
    let text = |words: String, at: usize| Text::parse(&words).map_err(|_| row.broken(at));
    let purposes: Vec<String> = serde_json::from_str(row.text(7)?).map_err(|_| row.broken(7))?;
    let categories: Vec<KeptCategory> = serde_json::from_str(row.text(8)?).map_err(|_| row.broken(8))?;
    let signatures: Vec<KeptSignature> = serde_json::from_str(row.text(9)?).map_err(|_| row.broken(9))?;
    let category = |kept: KeptCategory| {
        let roles = kept
            .seen_by
            .iter()
            .map(|key| Role::from_key(key).ok_or_else(|| row.broken(8)));
        Ok(Category {
            facts: text(kept.facts, 8)?,
            seen_by: roles.collect::<Result<_>>()?,
        })
    };
    let signature = |kept: KeptSignature| {
        Ok(Signature {
            by: text(kept.by, 9)?,
            on: kept.on.parse().map_err(|_| row.broken(9))?,
        })
    };
    Ok(Agreement {
        id: AgreementId::from_uuid(row.id(0)?),
        site: SiteId::from_uuid(row.id(1)?),
        authority: AuthorityId::from_uuid(row.id(2)?),
        organisation: OrganisationId::from_uuid(row.id(3)?),
        from: day(4)?,
        to: day(5)?,
        review_on: day(6)?,
        purposes: purposes
            .into_iter()
            .map(|words| text(words, 7))
            .collect::<Result<_>>()?,
        categories: categories.into_iter().map(category).collect::<Result<_>>()?,
        signatures: signatures.into_iter().map(signature).collect::<Result<_>>()?,
    })
}

/// Records an agreement, and says so in the site's book.
///
/// # Errors
/// The rules refuse it, or its days are covered in part by another.
pub fn record(tx: &Tx, new: &NewAgreement) -> Result<AgreementId, NotRecorded> {
    let site = crate::site::by_id(tx, new.site)?;
    let id = AgreementId::from_uuid(crate::id::fresh(tx.now()));
    let agreement = Agreement {
        id,
        site: new.site,
        authority: site.authority,
        organisation: site.charity,
        from: new.from,
        to: new.to,
        review_on: new.review_on,
        purposes: new.purposes.clone(),
        categories: new.categories.clone(),
        signatures: new.signatures.clone(),
    };
    let problems = agreement.problems();
    if !problems.is_empty() {
        return Err(NotRecorded::Problems(problems));
    }
    if let Some(other) = of_site(tx, new.site)?
        .iter()
        .find(|one| one.from <= new.to && new.from <= one.to)
    {
        return Err(NotRecorded::Overlaps {
            from: other.from,
            to: other.to,
        });
    }
    keep(tx, &agreement)?;
    tx.append(&Entry {
        book: BookId::from_uuid(new.site.uuid()),
        kind: BookKind::Site,
        action: "agreement_recorded",
        object_kind: "site",
        object_id: Some(new.site.uuid()),
        parts: vec![Part {
            subject: new.site.uuid(),
            body: Fact::AgreementRecorded {
                agreement: id.to_string(),
                from: new.from.to_string(),
                to: new.to.to_string(),
            }
            .write(),
        }],
    })?;
    Ok(id)
}

fn keep(tx: &Tx, agreement: &Agreement) -> Result<()> {
    let purposes: Vec<&str> = agreement.purposes.iter().map(Text::as_str).collect();
    let category = |one: &Category| KeptCategory {
        facts: one.facts.as_str().to_owned(),
        seen_by: one.seen_by.iter().map(|role| role.key().to_owned()).collect(),
    };
    let signature = |one: &Signature| KeptSignature {
        by: one.by.as_str().to_owned(),
        on: one.on.to_string(),
    };
    let categories: Vec<KeptCategory> = agreement.categories.iter().map(category).collect();
    let signatures: Vec<KeptSignature> = agreement.signatures.iter().map(signature).collect();
    let days = [agreement.from, agreement.to, agreement.review_on].map(|day| day.to_string());
    let lists = [
        crate::kernel::json(&purposes)?,
        crate::kernel::json(&categories)?,
        crate::kernel::json(&signatures)?,
    ];
    tx.run(
        &MAKE,
        &[
            agreement.id.into(),
            agreement.site.into(),
            (&days[0]).into(),
            (&days[1]).into(),
            (&days[2]).into(),
            (&lists[0]).into(),
            (&lists[1]).into(),
            (&lists[2]).into(),
            tx.account().into(),
            tx.now_micros().into(),
        ],
    )?;
    Ok(())
}

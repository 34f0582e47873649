//! Who asks, whatever they ask for: how they proved who they are, and what they are at each site.

use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use domain::access::Proof;
use domain::agreement::{Agreement, AgreementState, state_on};
use domain::id::{AccountId, AgreementId, AuthorityId, OrganisationId, SiteId};
use domain::role::{Role, RoleSet};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// For how long a second factor given again counts as fresh.
///
/// Source: details.md 2, a step-up lasts ten minutes (assumed).
const FRESH_MICROS: i64 = 10 * 60 * 1_000_000;

statements! {
    ROLES = "select r.site_id, r.role, s.wind_down_days, a.starts_on, a.ends_on
        from role_held r left join site s on s.id = r.site_id left join agreement a on a.site_id = r.site_id
        where r.account_id = $1 and r.stage = 'held' and r.starts_on <= $2 and (r.ends_on is null or r.ends_on > $2)
        order by r.site_id, r.role, a.starts_on";
    PROOF = "select s.proof, s.proved_at, a.code_confirmed,
            (select count(*) from passkey p where p.account_id = a.id)
        from sign_in s join account a on a.id = s.account_id where s.id = $1
        union all select 'token', 0, a.code_confirmed,
            (select count(*) from passkey p where p.account_id = a.id)
        from api_token t join account a on a.id = t.account_id
        where t.id = $1 and t.ended_at is null and t.ends_at > $2";
}

/// Who asks, as of one moment. A page asks for permits more than once; of one snapshot the answer is the same.
#[derive(Clone, Debug)]
pub(crate) struct Asker {
    of: (Uuid, AccountId, Date),
    /// `one`, `two` or `token`, and when two were last given.
    proved: Option<(String, i64)>,
    /// The account has a passkey or a second factor.
    pub enrolled: bool,
    /// The account's roles at every site, each with the state of the site's agreement.
    pub sites: Vec<(SiteId, RoleSet, AgreementState)>,
}

impl Asker {
    /// Who asks, where the sign-in was just read.
    pub fn signed_in(
        tx: &Tx,
        account: AccountId,
        sign_in: Uuid,
        proved: (String, i64),
        enrolled: bool,
    ) -> Result<Self> {
        let day = tx.today();
        let asker = Self {
            of: (sign_in, account, day),
            proved: Some(proved),
            enrolled,
            sites: sites(tx, account, day)?,
        };
        tx.remember(&asker);
        Ok(asker)
    }

    /// How this sign-in was proven.
    ///
    /// A person's token stands where a sign-in would. It was made by somebody who had proved two factors a moment
    /// before, so it counts as two; it is never fresh, so nothing that asks for a step-up is done by a program. One
    /// that has ended proves nothing.
    pub fn proof(&self, now: Timestamp) -> Proof {
        let Some((given, proved_at)) = &self.proved else {
            return Proof::One;
        };
        match given.as_str() {
            "two" if now.as_microsecond() - proved_at <= FRESH_MICROS => Proof::Fresh,
            "two" | "token" => Proof::Two,
            _ => Proof::One,
        }
    }

    /// Every role held anywhere.
    pub fn roles(&self) -> RoleSet {
        self.sites
            .iter()
            .fold(RoleSet::EMPTY, |all, (_, roles, _)| all.union(*roles))
    }
}

/// Who asks: as remembered of this snapshot, or read.
pub(super) fn asker(tx: &Tx, account: AccountId, sign_in: Uuid, day: Date) -> Result<Asker> {
    let of = (sign_in, account, day);
    if let Some(asker) = tx.remembered().filter(|asker| asker.of == of) {
        return Ok(asker);
    }
    let proved = tx.row(&PROOF, &[sign_in.into(), tx.now_micros().into()], |row| {
        let enrolled = row.int(2)? == 1 || row.int(3)? > 0;
        Ok(((row.text(0)?.to_owned(), row.int(1)?), enrolled))
    })?;
    let asker = Asker {
        of,
        enrolled: proved.as_ref().is_some_and(|(_, enrolled)| *enrolled),
        proved: proved.map(|(proved, _)| proved),
        sites: sites(tx, account, day)?,
    };
    tx.remember(&asker);
    Ok(asker)
}

/// The account's roles at every site, each with the state of the site's agreement.
fn sites(tx: &Tx, account: AccountId, today: Date) -> Result<Vec<(SiteId, RoleSet, AgreementState)>> {
    let day = today.to_string();
    let mut sites: Vec<(SiteId, RoleSet, u16, Vec<Agreement>)> = Vec::new();
    tx.each(&ROLES, &[account.into(), (&day).into()], |row| {
        let site = SiteId::from_uuid(row.id(0)?);
        let role = Role::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?;
        if sites.last().is_none_or(|(last, ..)| *last != site) {
            // The whole house has no agreement of its own.
            let wind_down = u16::try_from(row.int_opt(2)?.unwrap_or_default()).map_err(|_| row.broken(2))?;
            sites.push((site, RoleSet::EMPTY, wind_down, Vec::new()));
        }
        let (_, roles, _, terms) = sites.last_mut().expect("a site was just pushed");
        *roles = roles.with(role);
        terms.extend(term(row, 3, site)?);
        Ok(())
    })?;
    let stated = sites
        .into_iter()
        .map(|(site, roles, days, terms)| (site, roles, state_on(&terms, today, days)));
    Ok(stated.collect())
}

/// The days of an agreement, where the row has one.
pub(super) fn term(row: &Row, at: usize, site: SiteId) -> Result<Option<Agreement>> {
    let (Some(from), Some(to)) = (row.text_opt(at)?, row.text_opt(at + 1)?) else {
        return Ok(None);
    };
    let day = |text: &str, at| text.parse::<Date>().map_err(|_| row.broken(at));
    Ok(Some(dated(site, day(from, at)?, day(to, at + 1)?)))
}

/// An agreement as far as its state on a day needs it: the days between which it holds.
fn dated(site: SiteId, from: Date, to: Date) -> Agreement {
    Agreement {
        id: AgreementId::from_uuid(Uuid::nil()),
        site,
        authority: AuthorityId::from_uuid(Uuid::nil()),
        organisation: OrganisationId::from_uuid(Uuid::nil()),
        from,
        to,
        purposes: Vec::new(),
        categories: Vec::new(),
        signatures: Vec::new(),
        review_on: to,
    }
}

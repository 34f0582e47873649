//! The people of the demonstration, for the list on its sign-in page.

use crate::error::Result;
use crate::kernel::{Tx, statements};
use crate::key::HOUSE;
use crate::store::Store;
use domain::id::AccountId;
use domain::role::Role;
use std::collections::HashMap;

statements! {
    PEOPLE = "select a.id, a.name, u.subject_key from account a join subject u on u.id = a.id
        order by a.made_at, a.id limit 200";
    ROLES = "select r.account_id, r.role, s.name_en, s.name_cy
        from role_held r left join site s on s.id = r.site_id
        where r.stage = 'held' and r.starts_on <= $1 and (r.ends_on is null or r.ends_on > $1)
        order by r.role, s.name_en";
}

/// Somebody of the demonstration.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account.
    pub account: AccountId,
    /// What they are called.
    pub name: String,
    /// The role they are listed under.
    pub role: Option<Role>,
    /// Where they hold it, in English; nothing for the whole house.
    pub site_en: String,
    /// Where they hold it, in Welsh.
    pub site_cy: String,
}

struct Held {
    role: Role,
    site_en: String,
    site_cy: String,
}

/// The first 200 accounts, in the order of their roles.
pub async fn people(store: &Store) -> Result<Vec<Person>> {
    store.job("sign_in", list).await
}

fn list(tx: &Tx) -> Result<Vec<Person>> {
    let mut roles: HashMap<AccountId, Held> = HashMap::new();
    let today = tx.today().to_string();
    tx.each(&ROLES, &[(&today).into()], |row| {
        let held = Held {
            role: Role::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?,
            site_en: row.text_opt(2)?.unwrap_or_default().to_owned(),
            site_cy: row.text_opt(3)?.unwrap_or_default().to_owned(),
        };
        roles.entry(AccountId::from_uuid(row.id(0)?)).or_insert(held);
        Ok(())
    })?;
    let mut people = tx.rows(&PEOPLE, &[], |row| {
        let id = row.id(0)?;
        let key = tx.open_subject(id, HOUSE, row.bytes(2)?)?;
        let account = AccountId::from_uuid(id);
        let held = roles.remove(&account);
        Ok(Person {
            account,
            name: crate::key::open_with(&key, "account", "name", id, row.bytes(1)?)?,
            role: held.as_ref().map(|held| held.role),
            site_en: held.as_ref().map_or_else(String::new, |held| held.site_en.clone()),
            site_cy: held.map_or_else(String::new, |held| held.site_cy),
        })
    })?;
    people.sort_by_key(|person| (person.role.is_none(), person.role, person.site_en.clone()));
    Ok(people)
}

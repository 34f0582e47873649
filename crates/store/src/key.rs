//! The keys of a running deployment: the root key it was started with, and
//! the site keys unwrapped from the database as they are needed.

use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use seal::{Broken, Place, RootKey, SearchKey, SiteKey, SubjectKey};
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use uuid::Uuid;

/// The name the house's own key goes by among the site keys: accounts and the deployment belong to no one site.
pub(crate) const HOUSE: Uuid = Uuid::nil();

statements! {
    SITE_KEY = "select site_key from site where id = $1";
    HOUSE_KEY = "select house_key from deployment where one = 1";
    SUBJECT = "select site_id, subject_key from subject where id = $1";
    MAKE_SUBJECT = "insert into subject (id, site_id, kind, subject_key) values ($1, $2, $3, $4)";
}

/// A site's key with the search key made from it.
pub(crate) struct SiteKeys {
    pub site: SiteKey,
    pub search: SearchKey,
}

/// The root key and what it has unwrapped so far.
pub(crate) struct Keys {
    root: RootKey,
    sites: RwLock<HashMap<Uuid, Arc<SiteKeys>>>,
}

impl Keys {
    pub fn new(root: RootKey) -> Self {
        Self {
            root,
            sites: RwLock::default(),
        }
    }

    pub fn root(&self) -> &RootKey {
        &self.root
    }

    fn known(&self, site: Uuid) -> Option<Arc<SiteKeys>> {
        self.sites
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .get(&site)
            .cloned()
    }

    fn keep(&self, site: Uuid, wrapped: &[u8]) -> Result<Arc<SiteKeys>> {
        let key = self
            .root
            .unwrap_site(site.into_bytes(), wrapped)
            .map_err(|_| Error::Key("the key given is not the key this database was made with".into()))?;
        let keys = Arc::new(SiteKeys {
            search: key.search_key(site.into_bytes()),
            site: key,
        });
        self.sites
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .insert(site, Arc::clone(&keys));
        Ok(keys)
    }
}

impl Tx<'_> {
    /// The keys of a site, or of the house for [`HOUSE`].
    pub(crate) fn site_keys(&self, site: Uuid) -> Result<Arc<SiteKeys>> {
        if let Some(keys) = self.keys.known(site) {
            return Ok(keys);
        }
        let wrapped = if site == HOUSE {
            self.row(&HOUSE_KEY, &[], |row| Ok(row.bytes(0)?.to_vec()))?
        } else {
            self.row(&SITE_KEY, &[site.into()], |row| Ok(row.bytes(0)?.to_vec()))?
        };
        self.keys.keep(site, &wrapped.ok_or(Error::NotFound)?)
    }

    /// Makes a key for a new person, family or account and stores it wrapped by the site's key.
    pub(crate) fn make_subject(&self, subject: Uuid, site: Uuid, kind: &'static str) -> Result<SubjectKey> {
        let key = SubjectKey::generate();
        let wrapped = self.site_keys(site)?.site.wrap_subject(subject.into_bytes(), &key);
        self.run(
            &MAKE_SUBJECT,
            &[subject.into(), site.into(), kind.into(), (&wrapped).into()],
        )?;
        self.subjects.borrow_mut().insert(subject, key.clone());
        Ok(key)
    }

    /// The key of a person, family or account.
    pub(crate) fn subject_key(&self, subject: Uuid) -> Result<SubjectKey> {
        if let Some(key) = self.subjects.borrow().get(&subject) {
            return Ok(key.clone());
        }
        let found = self.row(&SUBJECT, &[subject.into()], |row| {
            Ok((row.id(0)?, row.bytes(1)?.to_vec()))
        })?;
        let (site, wrapped) = found.ok_or_else(|| Error::Sealed(format!("the key of {subject} was erased")))?;
        self.open_subject(subject, site, &wrapped)
    }

    /// Unwraps a subject's key that came with a row.
    pub(crate) fn open_subject(&self, subject: Uuid, site: Uuid, wrapped: &[u8]) -> Result<SubjectKey> {
        if let Some(key) = self.subjects.borrow().get(&subject) {
            return Ok(key.clone());
        }
        let key = self
            .site_keys(site)?
            .site
            .unwrap_subject(subject.into_bytes(), wrapped)
            .map_err(|_| Error::Sealed(format!("the key of {subject}")))?;
        self.subjects.borrow_mut().insert(subject, key.clone());
        Ok(key)
    }

    /// Seals words for one subject, tied to the table, column and row they will stand in.
    pub(crate) fn seal(&self, subject: Uuid, table: &str, column: &str, row: Uuid, words: &str) -> Result<Vec<u8>> {
        self.seal_bytes(subject, table, column, row, words.as_bytes())
    }

    /// Seals bytes for one subject, as [`Tx::seal`] seals words.
    pub(crate) fn seal_bytes(
        &self,
        subject: Uuid,
        table: &str,
        column: &str,
        row: Uuid,
        bytes: &[u8],
    ) -> Result<Vec<u8>> {
        let place = Place {
            table,
            column,
            row: row.into_bytes(),
        };
        Ok(self.subject_key(subject)?.seal(&place, bytes))
    }

    /// Opens what [`Tx::seal_bytes`] sealed.
    pub(crate) fn open_bytes(
        &self,
        subject: Uuid,
        table: &str,
        column: &str,
        row: Uuid,
        sealed: &[u8],
    ) -> Result<Vec<u8>> {
        let place = Place {
            table,
            column,
            row: row.into_bytes(),
        };
        let opened = self.subject_key(subject)?.open(&place, sealed);
        opened.map_err(|_| Error::Sealed(format!("{table}.{column} of {row}")))
    }

    /// Seals words where there are any.
    pub(crate) fn seal_opt(
        &self,
        subject: Uuid,
        table: &str,
        column: &str,
        row: Uuid,
        words: Option<&str>,
    ) -> Result<Option<Vec<u8>>> {
        words
            .map(|words| self.seal(subject, table, column, row, words))
            .transpose()
    }

    /// Opens sealed words.
    pub(crate) fn open(&self, subject: Uuid, table: &str, column: &str, row: Uuid, sealed: &[u8]) -> Result<String> {
        open_with(&self.subject_key(subject)?, table, column, row, sealed)
    }

    /// Opens sealed words where there are any.
    pub(crate) fn open_opt(
        &self,
        subject: Uuid,
        table: &str,
        column: &str,
        row: Uuid,
        sealed: Option<&[u8]>,
    ) -> Result<Option<String>> {
        sealed
            .map(|sealed| self.open(subject, table, column, row, sealed))
            .transpose()
    }
}

/// Opens sealed words with a key already at hand.
pub(crate) fn open_with(key: &SubjectKey, table: &str, column: &str, row: Uuid, sealed: &[u8]) -> Result<String> {
    let place = Place {
        table,
        column,
        row: row.into_bytes(),
    };
    opened(key.open(&place, sealed), &place)
}

/// Opens many sealed words of one column with a key already at hand.
pub(crate) fn open_many(
    key: &SubjectKey,
    table: &'static str,
    column: &'static str,
) -> impl Fn(Uuid, &[u8]) -> Result<String> + use<> {
    let opener = key.opener();
    move |row, sealed| {
        let place = Place {
            table,
            column,
            row: row.into_bytes(),
        };
        opened(opener.open(&place, sealed), &place)
    }
}

fn opened(value: std::result::Result<Vec<u8>, Broken>, place: &Place) -> Result<String> {
    let row = Uuid::from_bytes(place.row);
    let value = value.map_err(|_| Error::Sealed(format!("{}.{} of {row}", place.table, place.column)))?;
    String::from_utf8(value).map_err(|_| Error::Broken {
        column: place.column.into(),
        row: row.to_string(),
    })
}

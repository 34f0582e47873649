//! Who is in the demonstration, with a token each: the line that scripts read, and the words that people read.

use super::seed::Listed;
use anyhow::{Context, Result};
use domain::role::Role;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The file they are kept in: tokens are secrets, and the database has only their hashes.
const FILE: &str = "people.json";

/// After how many days new tokens are made, before the old ones end.
const TOKEN_DAYS_MAX: i32 = 60;

/// Everybody, as they are kept.
#[derive(Debug, Serialize, Deserialize)]
pub struct People {
    /// The deployment they belong to.
    pub deployment: String,
    /// The day their tokens were made.
    made_on: String,
    /// Each of them, in the order of roles.
    pub everybody: Vec<Person>,
}

/// One person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Person {
    /// The key of their role.
    pub role: String,
    /// What they are called.
    pub name: String,
    /// Their address for mail.
    pub email: String,
    /// The programme area; none for the whole house.
    pub site: Option<String>,
    /// The secret with which a program acts as them.
    pub token: String,
    /// Their account.
    pub account: String,
}

impl Person {
    /// Somebody just made, who has no token yet.
    pub fn from_listed(listed: &Listed) -> Self {
        Self {
            role: listed.role.key().to_owned(),
            name: listed.name.clone(),
            email: listed.email.clone(),
            site: listed.site.map(ToOwned::to_owned),
            token: String::new(),
            account: listed.account.to_string(),
        }
    }
}

/// The line that scripts read.
#[derive(Serialize)]
struct Line<'p> {
    url: &'p str,
    people: Vec<Shown<'p>>,
}

#[derive(Serialize)]
struct Shown<'p> {
    role: &'p str,
    name: &'p str,
    email: &'p str,
    site: Option<&'p str>,
    token: &'p str,
}

impl People {
    /// Everybody kept in a data folder; none when they are not there, or the file is another program's.
    pub fn read(data: &Path) -> Result<Option<Self>> {
        match std::fs::read_to_string(path(data)) {
            Ok(text) => Ok(serde_json::from_str(&text).ok()),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(cause).context("the list of people cannot be read"),
        }
    }

    /// Keeps everybody in a data folder, in a file only its owner can read.
    pub fn keep(data: &Path, deployment: String, made_on: Date, mut people: Vec<Person>) -> Result<Self> {
        let place = |person: &Person| Role::ALL.iter().position(|role| role.key() == person.role);
        people.sort_by_key(place);
        let kept = Self {
            deployment,
            made_on: made_on.to_string(),
            everybody: people,
        };
        Self::forget(data)?;
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let text = serde_json::to_vec_pretty(&kept).context("the list of people")?;
        let written = options
            .open(path(data))
            .and_then(|mut file| file.write_all(&text).and_then(|()| file.sync_all()));
        written.context("the list of people cannot be kept")?;
        Ok(kept)
    }

    /// Removes the file.
    pub fn forget(data: &Path) -> Result<()> {
        match std::fs::remove_file(path(data)) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => {
                Err(cause).context("the list of people cannot be removed")
            }
            _ => Ok(()),
        }
    }

    /// Whether the tokens will hold for a good while yet.
    pub fn still_hold(&self, today: Date) -> bool {
        let made: Option<Date> = self.made_on.parse().ok();
        let days = made.and_then(|made| made.until(today).ok()).map(|span| span.get_days());
        days.is_some_and(|days| (0..TOKEN_DAYS_MAX).contains(&days))
    }

    /// The one line that scripts read.
    pub fn line(&self, url: &str) -> Result<String> {
        let people = self.everybody.iter().map(|person| Shown {
            role: &person.role,
            name: &person.name,
            email: &person.email,
            site: person.site.as_deref(),
            token: &person.token,
        });
        let line = Line {
            url,
            people: people.collect(),
        };
        serde_json::to_string(&line).context("the list of people")
    }

    /// How to sign in as each of them.
    pub fn in_words(&self, url: &str) -> String {
        let mut words = format!(
            "The demonstration is ready. Everybody in it is invented.\n\n\
             Open {url}/sign-in and press the button beside a person's name; no password is needed.\n\
             In Welsh: {url}/cy/sign-in\n\n"
        );
        for person in &self.everybody {
            let site = person.site.as_deref().unwrap_or("everywhere");
            let _ = writeln!(words, "  {:18} {:24} {}", person.role, person.name, site);
        }
        words.push_str("\nPress Ctrl-C to stop. What you change is kept; --fresh starts again.\n");
        words
    }
}

fn path(data: &Path) -> PathBuf {
    data.join(FILE)
}

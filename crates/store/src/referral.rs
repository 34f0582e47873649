//! A referral: made once, decided once, always kept.

use crate::error::{Error, Result};
use crate::family::{self, NewFamily};
use crate::journal::event::Fact;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, statements};
use domain::access::Reach;
use domain::day::Birth;
use domain::family::Person;
use domain::id::{AccountId, BookId, EntryId, FamilyId, ReferralId, SiteId};
use domain::reference::Kind;
use domain::referral::{Capacity, Event, Refer, Referral, Stage, Why};
use domain::text::Text;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    MAKE = "insert into referral
        (id, family_id, site_id, reference, referred_by, received_on, reason, children, adults, going_well, worries,
         stage, stage_on, stage_by, made_at, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'submitted', $12, $13, $14, 1)";
    MAKE_NEED = "insert into referral_need (referral_id, need) values ($1, $2)";
    BY_ID = "select r.id, r.family_id, r.site_id, r.reference, r.referred_by, r.received_on, r.stage, r.stage_on,
            r.stage_by, r.waiting_since, r.why, r.capacity_carers, r.capacity_places, r.capacity_free,
            r.capacity_waiting, r.row_version, r.merged_into, r.going_well, r.worries, r.why_words, r.reason
        from referral r where r.id = $1",
        postgres "select r.id, r.family_id, r.site_id, r.reference, r.referred_by, r.received_on, r.stage, r.stage_on,
            r.stage_by, r.waiting_since, r.why, r.capacity_carers, r.capacity_places, r.capacity_free,
            r.capacity_waiting, r.row_version, r.merged_into, r.going_well, r.worries, r.why_words, r.reason
        from referral r where r.id = $1 for update";
    SHOW = "select r.id, r.family_id, r.site_id, r.reference, r.referred_by, r.received_on, r.stage, r.stage_on,
            r.stage_by, r.waiting_since, r.why, r.capacity_carers, r.capacity_places, r.capacity_free,
            r.capacity_waiting, r.row_version, r.merged_into, r.going_well, r.worries, r.why_words, r.reason
        from referral r where r.id = $1";
    OF_FAMILY = "select r.id, r.family_id, r.site_id, r.reference, r.referred_by, r.received_on, r.stage, r.stage_on,
            r.stage_by, r.waiting_since, r.why, r.capacity_carers, r.capacity_places, r.capacity_free,
            r.capacity_waiting, r.row_version, r.merged_into
        from referral r where r.family_id = $1 order by r.received_on desc, r.id desc";
    NEEDS = "select need from referral_need where referral_id = $1 order by need";
    STORE = "update referral set stage = $1, stage_on = $2, stage_by = $3, waiting_since = $4, why = $5, why_words = $6,
            capacity_carers = $7, capacity_places = $8, capacity_free = $9, capacity_waiting = $10, merged_into = $11,
            row_version = row_version + 1
        where id = $12 and row_version = $13";
    BOARD = "select r.id, r.family_id, r.reference, r.stage, r.received_on, r.reason, r.children, r.adults,
            r.waiting_since, f.name, u.subject_key, r.site_id
        from referral r join family f on f.id = r.family_id join subject u on u.id = r.family_id
        where r.site_id = $1 and r.stage = $2 and (r.received_on, r.id) < ($3, $4)
            and r.family_id not in (select x.family_id from protected_from x where x.from_account_id = $5)
        order by r.received_on desc, r.id desc limit $6";
    BOARD_OWN = "select r.id, r.family_id, r.reference, r.stage, r.received_on, r.reason, r.children, r.adults,
            r.waiting_since, f.name, u.subject_key, r.site_id
        from referral r join family f on f.id = r.family_id join subject u on u.id = r.family_id
        where r.site_id = $1 and r.stage = $2 and (r.received_on, r.id) < ($3, $4)
            and r.family_id not in (select x.family_id from protected_from x where x.from_account_id = $5)
            and (r.referred_by = $5 or r.family_id in (select a.family_id from assignment a
                where a.account_id = $5 and a.starts_on <= $6 and (a.ends_on is null or a.ends_on > $6)))
        order by r.received_on desc, r.id desc limit $7";
    WAITING = "select r.id, r.family_id, r.reference, r.stage, r.received_on, r.reason, r.children, r.adults,
            r.waiting_since, f.name, u.subject_key, r.site_id
        from referral r join family f on f.id = r.family_id join subject u on u.id = r.family_id
        where r.site_id = $1 and r.stage = 'waiting' and (r.waiting_since, r.id) > ($2, $3)
            and r.family_id not in (select x.family_id from protected_from x where x.from_account_id = $4)
        order by r.waiting_since, r.id limit $5";
    COUNTS = "select count(*) from referral r where r.site_id = $1 and r.stage = $2
        and r.family_id not in (select x.family_id from protected_from x where x.from_account_id = $3)";
    CAPACITY = "select s.places,
            (select count(*) from referral m where m.site_id = s.id and m.stage = 'matched'),
            (select count(*) from referral w where w.site_id = s.id and w.stage = 'waiting'),
            (select count(distinct h.account_id) from role_held h where h.site_id = s.id and h.role = 'carer'
                and h.stage = 'held' and h.starts_on <= $1 and (h.ends_on is null or h.ends_on > $1))
        from site s where s.id = $2";
    ADD_ENTRY = "insert into referral_entry
        (family_id, at, id, site_id, referral_id, written_by, happened_on, language, words)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ENTRIES = "select e.at, e.id, e.written_by, e.happened_on, e.language, e.words, a.name, au.subject_key
        from referral_entry e left join account a on a.id = e.written_by left join subject au on au.id = e.written_by
        where e.family_id = $1 and (e.at, e.id) < ($2, $3) order by e.at desc, e.id desc limit $4";
}

/// What a new referral led to.
#[derive(Clone, Debug)]
pub struct Made {
    /// The referral.
    pub id: ReferralId,
    /// Its reference.
    pub reference: String,
    /// The family.
    pub family: FamilyId,
}

/// Stores a new referral with its family, and writes it in the family's book.
///
/// `homes` says where people live, as far as it was said: the person's place in the form, the words, and whether the
/// address is protected.
pub fn make(tx: &Tx, refer: Refer, received_on: Date, homes: Vec<(usize, Text, bool)>) -> Result<Made> {
    let by = tx.account();
    let site = refer.site;
    let reason = refer.reason().key();
    let id = ReferralId::from_uuid(crate::id::fresh(tx.now()));
    let reference = crate::id::reference(Kind::Referral).to_string();
    let family = NewFamily {
        id: FamilyId::from_uuid(crate::id::fresh(tx.now())),
        site,
        reference: crate::id::reference(Kind::Family),
        people: family::with_ids(tx, refer.people),
        addresses: homes,
    };
    family::make(tx, &family)?;
    let subject = family.id.uuid();
    let words = |text: &Option<Text>| text.as_ref().map(|t| t.as_str().to_owned());
    let (going_well, worries) = (words(&refer.going_well), words(&refer.worries));
    let sealed_well = tx.seal_opt(subject, "referral", "going_well", id.uuid(), going_well.as_deref())?;
    let sealed_worries = tx.seal_opt(subject, "referral", "worries", id.uuid(), worries.as_deref())?;
    let children = family
        .people
        .iter()
        .filter(|p| p.part == domain::family::Part::Child)
        .count();
    let received = received_on.to_string();
    tx.run(
        &MAKE,
        &[
            id.into(),
            family.id.into(),
            site.into(),
            (&reference).into(),
            by.into(),
            (&received).into(),
            reason.into(),
            count(children).into(),
            count(family.people.len() - children).into(),
            sealed_well.as_ref().into(),
            sealed_worries.as_ref().into(),
            (&received).into(),
            by.into(),
            tx.now_micros().into(),
        ],
    )?;
    for need in &refer.needs {
        tx.run(&MAKE_NEED, &[id.into(), need.key.into()])?;
    }
    let needs = refer.needs.iter().map(|n| n.key.to_owned()).collect();
    let mut parts = vec![Part {
        subject,
        body: Fact::ReferralMade {
            reference: reference.clone(),
            reason: reason.into(),
            needs,
            going_well,
            worries,
        }
        .write(),
    }];
    parts.extend(family.people.iter().map(named));
    record(tx, family.id, "referral_made", id, parts)?;
    Ok(Made {
        id,
        reference,
        family: family.id,
    })
}

/// What the journal keeps of a person's being named, sealed for that person.
fn named(person: &Person) -> Part {
    let birth = match person.birth {
        Birth::On(day) => Some(day.to_string()),
        Birth::Month { year, month } => Some(format!("{year:04}-{month:02}")),
        Birth::Expected { year, month } => Some(format!("expected {year:04}-{month:02}")),
        Birth::Year(year) => Some(format!("{year:04}")),
        Birth::NotKnown => None,
    };
    let fact = Fact::PersonNamed {
        name: person.name.spoken(),
        part: person.part.key().into(),
        birth,
    };
    Part {
        subject: person.id.uuid(),
        body: fact.write(),
    }
}

/// Writes what happened to a referral in the family's book.
fn record(tx: &Tx, family: FamilyId, action: &'static str, referral: ReferralId, parts: Vec<Part>) -> Result<u64> {
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "referral",
        object_id: Some(referral.uuid()),
        parts,
    })
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A referral with the words on it, as a page shows it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The referral itself.
    pub referral: Referral,
    /// The derived reason's key.
    pub reason: String,
    /// Keys of the areas of need.
    pub needs: Vec<String>,
    /// What is going well.
    pub going_well: Option<String>,
    /// What worries people.
    pub worries: Option<String>,
    /// The reason it was not accepted or withdrawn, in words.
    pub why_words: Option<String>,
}

/// Loads a referral to decide on it; on the server its row is held until the unit of work ends.
pub fn load(tx: &Tx, id: ReferralId) -> Result<Referral> {
    tx.row(&BY_ID, &[id.into()], read)?.ok_or(Error::NotFound)
}

/// Loads a referral with its words.
pub fn show(tx: &Tx, id: ReferralId) -> Result<Shown> {
    let found = tx.row(&SHOW, &[id.into()], |row| {
        let referral = read(row)?;
        let family = referral.family.uuid();
        let words = |column: &str, at: usize| tx.open_opt(family, "referral", column, id.uuid(), row.bytes_opt(at)?);
        Ok(Shown {
            reason: row.text(20)?.to_owned(),
            needs: Vec::new(),
            going_well: words("going_well", 17)?,
            worries: words("worries", 18)?,
            why_words: words("why_words", 19)?,
            referral,
        })
    })?;
    let mut shown = found.ok_or(Error::NotFound)?;
    shown.needs = tx.rows(&NEEDS, &[id.into()], |row| Ok(row.text(0)?.to_owned()))?;
    Ok(shown)
}

/// The referrals of a family with where each stands, without their words; newest first.
pub fn stages_of_family(tx: &Tx, family: FamilyId) -> Result<Vec<Referral>> {
    tx.rows(&OF_FAMILY, &[family.into()], read)
}

fn read(row: &Row) -> Result<Referral> {
    Ok(Referral {
        id: ReferralId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        site: SiteId::from_uuid(row.id(2)?),
        reference: row.text(3)?.parse().map_err(|_| row.broken(3))?,
        referred_by: AccountId::from_uuid(row.id(4)?),
        received_on: day(row, 5)?,
        version: row.int(15)?,
        stage: read_stage(row)?,
    })
}

fn day(row: &Row, at: usize) -> Result<Date> {
    row.text(at)?.parse().map_err(|_| row.broken(at))
}

fn read_stage(row: &Row) -> Result<Stage> {
    let on = day(row, 7)?;
    let by = AccountId::from_uuid(row.id(8)?);
    Ok(match row.text(6)? {
        "submitted" => Stage::Submitted { on },
        "information_asked" => Stage::InformationAsked { on, by },
        "waiting" => Stage::Waiting {
            since: day(row, 9)?,
            by,
        },
        "matched" => Stage::Matched { on },
        "withdrawn" => Stage::Withdrawn { on, by },
        "merged" => Stage::Merged {
            into: ReferralId::from_uuid(row.id(16)?),
        },
        "not_accepted" => Stage::NotAccepted {
            on,
            by,
            why: Why::from_key(row.text(10)?).ok_or_else(|| row.broken(10))?,
            capacity: read_capacity(row)?,
        },
        _ => return Err(row.broken(6)),
    })
}

fn read_capacity(row: &Row) -> Result<Capacity> {
    let n = |at: usize| u32::try_from(row.int_opt(at)?.unwrap_or_default()).map_err(|_| row.broken(at));
    Ok(Capacity {
        carers: n(11)?,
        places: n(12)?,
        places_free: n(13)?,
        waiting: n(14)?,
    })
}

/// What the site could take today: kept with a referral that is not accepted.
pub fn capacity(tx: &Tx, site: SiteId) -> Result<Capacity> {
    let today = tx.today().to_string();
    let found = tx.row(&CAPACITY, &[(&today).into(), site.into()], |row| {
        let n = |at: usize| u32::try_from(row.int(at)?).map_err(|_| row.broken(at));
        let (places, matched) = (n(0)?, n(1)?);
        Ok(Capacity {
            carers: n(3)?,
            places,
            places_free: places.saturating_sub(matched),
            waiting: n(2)?,
        })
    })?;
    found.ok_or(Error::NotFound)
}

impl Tx<'_> {
    /// Stores a decided event: the row with its new version and the entry in the family's book, in this unit of work.
    ///
    /// `language` is the one any words in it were written in: `en` or `cy`.
    ///
    /// # Errors
    /// [`Error::Stale`] when the row was changed since `referral` was read.
    pub fn record(&self, referral: &Referral, event: &Event, language: &str) -> Result<()> {
        let (family, id) = (referral.family.uuid(), referral.id.uuid());
        let by = self.account();
        let own = |text: &Option<Text>| text.as_ref().map(|t| t.as_str().to_owned());
        let (action, fact, words) = match event {
            Event::Made { .. } => return Ok(()),
            Event::InformationAsked { on, question, .. } => {
                let fact = Fact::InformationAsked {
                    on: on.to_string(),
                    words: question.as_str().to_owned(),
                };
                ("referral_information_asked", fact, None)
            }
            Event::Merged { on, into, .. } => (
                "referral_merged",
                Fact::ReferralMerged {
                    on: on.to_string(),
                    into: into.to_string(),
                },
                None,
            ),
            Event::EntryAdded { text, on, .. } => return add_entry(self, referral, *on, text, language),
            Event::Accepted { on, .. } => ("referral_accepted", Fact::ReferralAccepted { on: on.to_string() }, None),
            Event::NotAccepted { on, why, reason, .. } => {
                let words = own(reason);
                let fact = Fact::ReferralNotAccepted {
                    on: on.to_string(),
                    why: why.key().into(),
                    words: words.clone(),
                };
                ("referral_not_accepted", fact, words)
            }
            Event::Withdrawn { on, reason, .. } => {
                let words = own(reason);
                (
                    "referral_withdrawn",
                    Fact::ReferralWithdrawn {
                        on: on.to_string(),
                        words: words.clone(),
                    },
                    words,
                )
            }
        };
        let sealed = self.seal_opt(family, "referral", "why_words", id, words.as_deref())?;
        let after = referral.clone().after(event);
        store_stage(self, &after, by, sealed.as_deref(), referral.version)?;
        record(
            self,
            referral.family,
            action,
            referral.id,
            vec![Part {
                subject: family,
                body: fact.write(),
            }],
        )?;
        Ok(())
    }
}

fn store_stage(tx: &Tx, after: &Referral, by: AccountId, words: Option<&[u8]>, version: i64) -> Result<()> {
    let (on, since, why, capacity) = match &after.stage {
        Stage::Waiting { since, .. } => (*since, Some(since.to_string()), None, None),
        Stage::NotAccepted { on, why, capacity, .. } => (*on, None, Some(why.key()), Some(*capacity)),
        Stage::Submitted { on }
        | Stage::InformationAsked { on, .. }
        | Stage::Matched { on }
        | Stage::Withdrawn { on, .. } => (*on, None, None, None),
        Stage::Merged { .. } => (tx.today(), None, None, None),
    };
    let into = match after.stage {
        Stage::Merged { into } => Some(into),
        _ => None,
    };
    let on = on.to_string();
    let n = |pick: fn(&Capacity) -> u32| capacity.as_ref().map(|c| i64::from(pick(c)));
    let changed = tx.run(
        &STORE,
        &[
            after.stage.key().into(),
            (&on).into(),
            by.into(),
            since.as_ref().into(),
            why.into(),
            words.into(),
            n(|c| c.carers).into(),
            n(|c| c.places).into(),
            n(|c| c.places_free).into(),
            n(|c| c.waiting).into(),
            into.into(),
            after.id.into(),
            version.into(),
        ],
    )?;
    if changed == 0 {
        return Err(Error::Stale {
            now: load(tx, after.id)?.version,
        });
    }
    Ok(())
}

fn add_entry(tx: &Tx, referral: &Referral, on: Date, text: &Text, language: &str) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let family = referral.family.uuid();
    let sealed = tx.seal(family, "referral_entry", "words", id, text.as_str())?;
    let on = on.to_string();
    tx.run(
        &ADD_ENTRY,
        &[
            referral.family.into(),
            tx.now_micros().into(),
            id.into(),
            referral.site.into(),
            referral.id.into(),
            tx.account().into(),
            (&on).into(),
            language.into(),
            (&sealed).into(),
        ],
    )?;
    let fact = Fact::EntryAdded {
        entry: id.to_string(),
        on,
        words: text.as_str().to_owned(),
    };
    record(
        tx,
        referral.family,
        "entry_added",
        referral.id,
        vec![Part {
            subject: family,
            body: fact.write(),
        }],
    )?;
    Ok(())
}

/// One line of the referrals board or the waiting list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The referral.
    pub id: ReferralId,
    /// The family.
    pub family: FamilyId,
    /// What people say aloud for it.
    pub reference: String,
    /// How staff call the family.
    pub name: String,
    /// The stage's key.
    pub stage: String,
    /// The day it was received.
    pub received_on: Date,
    /// The derived reason's key.
    pub reason: String,
    /// How many children it names.
    pub children: i64,
    /// How many adults it names.
    pub adults: i64,
    /// Since when the family waits.
    pub waiting_since: Option<Date>,
    /// The programme area.
    pub site: SiteId,
}

/// Where a page of a list ended: the day and the id of its last line.
pub type After = (Date, ReferralId);

/// The referrals in one stage that this reader may list, newest first.
pub fn board(tx: &Tx, stage: &str, after: Option<After>, most: i64) -> Result<Vec<Line>> {
    let (day, id) = after.map_or(("9999-12-31".to_owned(), Uuid::max()), |(day, id)| {
        (day.to_string(), id.uuid())
    });
    let today = tx.today().to_string();
    let me = tx.account();
    let mut lines = Vec::new();
    for (site, reach) in &tx.scope().sites {
        let mut values = vec![(*site).into(), stage.into(), (&day).into(), id.into(), me.into()];
        let statement = match reach {
            Reach::All => &BOARD,
            Reach::Own => {
                values.push((&today).into());
                &BOARD_OWN
            }
        };
        values.push(most.into());
        lines.extend(tx.rows(statement, &values, |row| read_line(tx, row))?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.received_on, line.id)));
    lines.truncate(usize::try_from(most).unwrap_or_default());
    Ok(lines)
}

/// How many referrals await a decision, and how many families wait, where this reader sees all of them.
pub fn counts(tx: &Tx) -> Result<(u64, u64)> {
    let mut counts = (0, 0);
    for (site, _) in tx.scope().sites.iter().filter(|(_, reach)| *reach == Reach::All) {
        let count = |stage: &'static str| -> Result<u64> {
            let values = [(*site).into(), stage.into(), tx.account().into()];
            Ok(tx
                .row(&COUNTS, &values, |row| row.int(0))?
                .unwrap_or_default()
                .cast_unsigned())
        };
        counts = (counts.0 + count("submitted")?, counts.1 + count("waiting")?);
    }
    Ok(counts)
}

/// The waiting list this reader may see, longest wait first.
pub fn waiting(tx: &Tx, after: Option<After>, most: i64) -> Result<Vec<Line>> {
    let (day, id) = after.map_or((String::new(), Uuid::nil()), |(day, id)| (day.to_string(), id.uuid()));
    let me = tx.account();
    let mut lines = Vec::new();
    for (site, _) in tx.scope().sites.iter().filter(|(_, reach)| *reach == Reach::All) {
        let values = [(*site).into(), (&day).into(), id.into(), me.into(), most.into()];
        lines.extend(tx.rows(&WAITING, &values, |row| read_line(tx, row))?);
    }
    lines.sort_by_key(|line| (line.waiting_since, line.id));
    lines.truncate(usize::try_from(most).unwrap_or_default());
    Ok(lines)
}

fn read_line(tx: &Tx, row: &Row) -> Result<Line> {
    let family = row.id(1)?;
    let key = tx.open_subject(family, row.id(11)?, row.bytes(10)?)?;
    Ok(Line {
        id: ReferralId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(family),
        reference: row.text(2)?.to_owned(),
        name: crate::key::open_with(&key, "family", "name", family, row.bytes(9)?)?,
        stage: row.text(3)?.to_owned(),
        received_on: day(row, 4)?,
        reason: row.text(5)?.to_owned(),
        children: row.int(6)?,
        adults: row.int(7)?,
        waiting_since: row
            .text_opt(8)?
            .map(|text| text.parse().map_err(|_| row.broken(8)))
            .transpose()?,
        site: SiteId::from_uuid(row.id(11)?),
    })
}

/// One entry of a family's timeline.
#[derive(Clone, Debug)]
pub struct Written {
    /// The entry.
    pub id: EntryId,
    /// When it was written, microseconds UTC.
    pub at: i64,
    /// The day it is about.
    pub happened_on: Date,
    /// The language it was written in.
    pub language: String,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
    /// The words.
    pub words: String,
}

/// A page of a family's entries, newest first.
pub fn entries(tx: &Tx, family: FamilyId, before: Option<(i64, EntryId)>, most: i64) -> Result<Vec<Written>> {
    let (at, id) = before.map_or((i64::MAX, Uuid::max()), |(at, id)| (at, id.uuid()));
    let key = tx.subject_key(family.uuid())?;
    tx.rows(&ENTRIES, &[family.into(), at.into(), id.into(), most.into()], |row| {
        let id = row.id(1)?;
        let author = row.id(2)?;
        let by = match (row.bytes_opt(6)?, row.bytes_opt(7)?) {
            (Some(name), Some(wrapped)) => {
                let key = tx.open_subject(author, crate::key::HOUSE, wrapped)?;
                Some(crate::key::open_with(&key, "account", "name", author, name)?)
            }
            _ => None,
        };
        Ok(Written {
            id: EntryId::from_uuid(id),
            at: row.int(0)?,
            happened_on: day(row, 3)?,
            language: row.text(4)?.to_owned(),
            by,
            words: crate::key::open_with(&key, "referral_entry", "words", id, row.bytes(5)?)?,
        })
    })
}

//! The kinds of support, one entry each. Menus, forms and exports are made from this list; to add a kind is an entry here and
//! its name and hint in `locales/*/support.ftl`.

/// Where a kind of support is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// As a session, which says all there is to say.
    Session,
    /// As a call for help and what was done.
    Crisis,
    /// As a child's stay.
    Stay,
    /// In the register of a programme group.
    Group,
    /// As a request to the community fund.
    Fund,
}

/// One kind of support.
#[derive(Debug, PartialEq, Eq)]
pub struct SupportKind {
    /// Its key in the database, the API and the words. Never reused.
    pub key: &'static str,
    /// Where it is written down.
    pub record: Record,
    /// What its record asks beside what every session asks: keys of short answers.
    pub asks: &'static [&'static str],
    /// Whether somebody who supervises signs every one.
    pub signed: bool,
}

const fn session(key: &'static str, asks: &'static [&'static str]) -> SupportKind {
    SupportKind {
        key,
        record: Record::Session,
        asks,
        signed: false,
    }
}

const fn elsewhere(key: &'static str, record: Record) -> SupportKind {
    SupportKind {
        key,
        record,
        asks: &[],
        signed: matches!(record, Record::Stay | Record::Crisis),
    }
}

/// Every kind, in reading order. Source: programme.md 4.4.
pub const KINDS: &[SupportKind] = &[
    session("mentoring", &["area", "own_words"]),
    session("home_routines", &["family_time", "practised"]),
    session("play_together", &["activity", "response"]),
    session("family_learning", &["activity", "took_part"]),
    session("planning_visit", &[]),
    session("signposting", &["service"]),
    elsewhere("urgent", Record::Crisis),
    elsewhere("stay", Record::Stay),
    elsewhere("peer_support", Record::Group),
    elsewhere("nurture_group", Record::Group),
    elsewhere("family_training", Record::Group),
    elsewhere("community_support", Record::Fund),
    elsewhere("holiday_scheme", Record::Group),
];

/// The kind with this key, if there is one.
pub fn kind(key: &str) -> Option<&'static SupportKind> {
    KINDS.iter().find(|kind| kind.key == key)
}

/// The kinds that are written down like this.
pub fn recorded_as(record: Record) -> impl Iterator<Item = &'static SupportKind> {
    KINDS.iter().filter(move |kind| kind.record == record)
}

//! The words people have for the things we know, in English and Welsh. They are read, never shown.

use crate::family::Reason;

/// Somebody's sex as the authority's system has it. Compared, not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Female,
    Male,
}

/// An answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    No,
    /// Nobody has asked yet.
    NotAsked,
}

/// A word under areas of need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NeedWord {
    /// The area at this place in [`crate::need::NEEDS`].
    Need(usize),
    /// Something else, without saying what.
    Other,
}

/// Sexes, as systems and people write them.
pub(super) const SEXES: &[(Sex, &[&str])] = &[
    (
        Sex::Female,
        &[
            "f",
            "female",
            "woman",
            "girl",
            "benyw",
            "benywaidd",
            "menyw",
            "dynes",
            "merch",
        ],
    ),
    (
        Sex::Male,
        &["m", "male", "man", "boy", "gwryw", "gwrywaidd", "dyn", "bachgen"],
    ),
];

/// Yes, no and not asked, and what people write for them where agreement is asked for.
pub(super) const ANSWERS: &[(Answer, &[&str])] = &[
    (
        Answer::Yes,
        &[
            "y",
            "yes",
            "true",
            "verbal",
            "verbally",
            "verbal consent",
            "written",
            "written consent",
            "signed",
            "given",
            "agreed",
            "consented",
            "ie",
            "ydw",
            "ydy",
            "ydyn",
            "oes",
            "do",
            "cytuno",
            "cytunwyd",
            "wedi cytuno",
            "ar lafar",
            "llafar",
            "ysgrifenedig",
            "yn ysgrifenedig",
            "rhoddwyd",
        ],
    ),
    (
        Answer::No,
        &[
            "n",
            "no",
            "false",
            "refused",
            "declined",
            "not given",
            "not agreed",
            "withheld",
            "withdrawn",
            "na",
            "nage",
            "nac ydw",
            "nac ydy",
            "nac oes",
            "naddo",
            "gwrthod",
            "gwrthodwyd",
            "heb gytuno",
            "ni chytunwyd",
        ],
    ),
    (
        Answer::NotAsked,
        &[
            "not asked",
            "not yet asked",
            "not yet",
            "pending",
            "tbc",
            "to be confirmed",
            "heb ofyn",
            "heb ei ofyn",
            "ddim eto",
            "i'w gadarnhau",
        ],
    ),
];

/// The reasons a child is referred for.
pub(super) const REASONS: &[(Reason, &[&str])] = &[
    (
        Reason::RiskOfCare,
        &[
            "risk of care",
            "risk_of_care",
            "at risk of care",
            "risk of care admission",
            "risk of coming into care",
            "at risk of coming into care",
            "risk of entering care",
            "edge of care",
            "on the edge of care",
            "may come into care without support",
            "ymyl gofal",
            "ar ymyl gofal",
            "ymylon gofal",
            "ar ymylon gofal",
            "ar ffin gofal",
            "risg o ofal",
            "mewn perygl o ddod i ofal",
            "mewn perygl o fynd i ofal",
            "perygl o ofal",
            "gallai ddod i ofal heb gymorth",
        ],
    ),
    (
        Reason::Reunification,
        &[
            "reunification",
            "reunification - child returning home",
            "family reunification",
            "child returning home",
            "returning home",
            "return home",
            "returning home from care",
            "rehabilitation home",
            "aduno",
            "ailuno",
            "aduno teulu",
            "dychwelyd adref",
            "plentyn yn dychwelyd adref",
            "yn dychwelyd adref",
            "dod adref",
            "aduno - plentyn yn dychwelyd adref",
        ],
    ),
];

/// The names of the areas of need, by their keys.
pub(super) const NEED_NAMES: &[(&str, &[&str])] = &[
    (
        "routines",
        &[
            "routines",
            "routine",
            "home routines",
            "trefn bob dydd",
            "arferion",
            "trefn ddyddiol",
            "arferion dyddiol",
        ],
    ),
    (
        "budgeting",
        &["budgeting", "budget", "money", "trefnu arian", "cyllidebu", "arian"],
    ),
    (
        "healthy_living",
        &["healthy living", "byw'n iach", "byw yn iach", "bywyd iach"],
    ),
    (
        "wellbeing",
        &[
            "wellbeing",
            "mental and physical wellbeing",
            "physical and mental wellbeing",
            "mental & physical wellbeing",
            "mental wellbeing",
            "physical wellbeing",
            "well-being",
            "lles",
            "lles meddyliol a chorfforol",
            "lles corfforol a meddyliol",
        ],
    ),
    ("behaviour", &["behaviour", "behavior", "ymddygiad"]),
    (
        "access_to_support",
        &[
            "access to support",
            "accessing support",
            "cael gafael ar gymorth",
            "mynediad at gymorth",
            "mynediad i gymorth",
        ],
    ),
    (
        "family_relationships",
        &[
            "family relationships",
            "family relationship",
            "perthnasoedd yn y teulu",
            "perthnasoedd teuluol",
            "perthynas deuluol",
        ],
    ),
    (
        "dealing_with_crisis",
        &[
            "dealing with crisis",
            "dealing with a crisis",
            "crisis",
            "ymdopi ag argyfwng",
            "delio ag argyfwng",
            "argyfwng",
        ],
    ),
    (
        "play_and_stimulation",
        &[
            "play and stimulation",
            "play & stimulation",
            "play",
            "stimulation",
            "chwarae ac ysgogi",
            "chwarae ac ysgogiad",
            "chwarae",
        ],
    ),
];

/// What people write for a need they do not name.
pub(super) const OTHER_NEEDS: &[&str] = &["other", "others", "misc", "miscellaneous", "arall", "eraill"];

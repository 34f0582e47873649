//! The words people have for what somebody is in a family, as far as reading a file.
//!
//! They tell a child from an adult, and no more is made of them: the word itself is kept.

use super::vocabulary::Sex;
use crate::family::Part;

/// What a word for a relationship says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Relationship {
    /// Child or adult; nothing where the word leaves it to the age: a brother may be either.
    pub part: Option<Part>,
    /// The sex the word goes with.
    pub sex: Option<Sex>,
    /// Whether it is a parent or a grandparent, who is older than the children.
    pub elder: bool,
    /// Whether the word says no more than the part does, so that it need not be kept.
    pub plain: bool,
}

const fn child(sex: Option<Sex>) -> Relationship {
    Relationship {
        part: Some(Part::Child),
        sex,
        elder: false,
        plain: false,
    }
}

const fn adult(sex: Option<Sex>, elder: bool) -> Relationship {
    Relationship {
        part: Some(Part::Adult),
        sex,
        elder,
        plain: false,
    }
}

const fn of_any_age(sex: Option<Sex>) -> Relationship {
    Relationship {
        part: None,
        sex,
        elder: false,
        plain: false,
    }
}

/// The words in English and Welsh, by what they say. Case, accents, blanks and hyphens do not count.
pub(super) const RELATIONSHIPS: &[(Relationship, &[&str])] = &[
    (
        Relationship {
            plain: true,
            ..child(None)
        },
        &["child", "plentyn"],
    ),
    (
        child(None),
        &[
            "young person",
            "person ifanc",
            "subject child",
            "index child",
            "referred child",
            "unborn",
            "unborn child",
            "unborn baby",
            "baby",
            "step-child",
            "babi",
            "plentyn heb ei eni",
            "babi heb ei eni",
            "llysblentyn",
        ],
    ),
    (child(Some(Sex::Male)), &["son", "step-son", "mab", "llysfab"]),
    (
        child(Some(Sex::Female)),
        &["daughter", "step-daughter", "merch", "llysferch"],
    ),
    (
        of_any_age(None),
        &[
            "sibling",
            "half-sibling",
            "step-sibling",
            "twin",
            "brawd neu chwaer",
            "brawd/chwaer",
            "gefell",
            "efaill",
        ],
    ),
    (
        of_any_age(Some(Sex::Male)),
        &[
            "brother",
            "half-brother",
            "step-brother",
            "brawd",
            "hanner brawd",
            "llysfrawd",
        ],
    ),
    (
        of_any_age(Some(Sex::Female)),
        &[
            "sister",
            "half-sister",
            "step-sister",
            "chwaer",
            "hanner chwaer",
            "llyschwaer",
        ],
    ),
    (
        adult(None, true),
        &[
            "parent",
            "parent/carer",
            "parent or carer",
            "carer",
            "step-parent",
            "adoptive parent",
            "birth parent",
            "guardian",
            "special guardian",
            "kinship carer",
            "rhiant",
            "rhiant/gofalwr",
            "rhiant neu ofalwr",
            "gofalwr",
            "llysriant",
            "rhiant mabwysiadol",
            "gwarcheidwad",
            "gwarcheidwad arbennig",
        ],
    ),
    (
        adult(Some(Sex::Female), true),
        &[
            "mother",
            "mum",
            "mam",
            "mummy",
            "mammy",
            "mom",
            "birth mother",
            "adoptive mother",
            "step-mother",
            "step-mum",
            "mother/carer",
            "mam fabwysiadol",
            "llysfam",
        ],
    ),
    (
        adult(Some(Sex::Male), true),
        &[
            "father",
            "dad",
            "daddy",
            "birth father",
            "adoptive father",
            "step-father",
            "step-dad",
            "father/carer",
            "tad",
            "dada",
            "dat",
            "tad mabwysiadol",
            "llystad",
        ],
    ),
    (
        adult(None, true),
        &[
            "grandparent",
            "great-grandparent",
            "step-grandparent",
            "nain/taid",
            "taid/nain",
            "mam-gu/tad-cu",
        ],
    ),
    (
        adult(Some(Sex::Female), true),
        &[
            "grandmother",
            "grandma",
            "granny",
            "gran",
            "nan",
            "nana",
            "nanny",
            "great-grandmother",
            "nain",
            "mam-gu",
            "mamgu",
        ],
    ),
    (
        adult(Some(Sex::Male), true),
        &[
            "grandfather",
            "grandad",
            "granddad",
            "grandpa",
            "great-grandfather",
            "taid",
            "tad-cu",
        ],
    ),
    (
        adult(None, false),
        &[
            "adult",
            "other adult",
            "adult at home",
            "partner",
            "parent's partner",
            "mother's partner",
            "mum's partner",
            "father's partner",
            "dad's partner",
            "spouse",
            "relative",
            "family friend",
            "lodger",
            "oedolyn",
            "oedolyn arall",
            "partner y fam",
            "partner mam",
            "partner y tad",
            "partner dad",
            "partner rhiant",
            "priod",
            "perthynas",
            "ffrind y teulu",
            "lletywr",
        ],
    ),
    (
        adult(Some(Sex::Female), false),
        &[
            "wife",
            "girlfriend",
            "aunt",
            "auntie",
            "aunty",
            "gwraig",
            "modryb",
            "anti",
        ],
    ),
    (
        adult(Some(Sex::Male), false),
        &["husband", "boyfriend", "uncle", "gŵr", "ewythr", "wncwl", "yncl"],
    ),
];

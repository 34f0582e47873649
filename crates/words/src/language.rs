//! What is particular to a language beside its sentences: its tag and its plural forms.

use std::cell::OnceCell;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use crate::Lang;

impl Lang {
    /// The language with this tag, whatever the case; `None` when there are no messages in it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|lang| lang.tag().eq_ignore_ascii_case(tag))
    }

    /// The language a person is offered next: the one after this, and from the last the first.
    #[must_use]
    pub fn other(self) -> Self {
        Self::ALL[(self.index() + 1) % Self::ALL.len()]
    }

    /// Its place in [`Lang::ALL`].
    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    /// The tag as the Unicode data knows it.
    pub(crate) fn locale(self) -> Locale {
        Locale::try_from_str(self.tag()).expect("the build has parsed every tag")
    }

    /// The plural form of a count, by the rules of Unicode (CLDR) for this language.
    pub(crate) fn plural(self, count: u64) -> PluralCategory {
        thread_local! {
            static RULES: [OnceCell<PluralRules>; Lang::ALL.len()] = const { [const { OnceCell::new() }; Lang::ALL.len()] };
        }
        RULES.with(|rules| {
            rules[self.index()]
                .get_or_init(|| {
                    PluralRules::try_new_cardinal(self.locale().into()).expect("the build has asked for the same rules")
                })
                .category_for(count)
        })
    }
}

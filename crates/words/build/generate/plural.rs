//! The plural forms of a language, asked of the rules that choose between them at run time.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// The plural forms and how Fluent names them.
const FORMS: &[(PluralCategory, &str)] = &[
    (PluralCategory::Zero, "zero"),
    (PluralCategory::One, "one"),
    (PluralCategory::Two, "two"),
    (PluralCategory::Few, "few"),
    (PluralCategory::Many, "many"),
    (PluralCategory::Other, "other"),
];

/// The forms a language counts with, the fewest first.
///
/// # Errors
/// The name of the folder is not the tag of a language.
pub fn forms(tag: &str) -> Result<Vec<&'static str>, String> {
    let fault = format!("locales/{tag}: `{tag}` is not the tag of a language");
    let locale = Locale::try_from_str(tag).map_err(|_| fault.clone())?;
    let rules = PluralRules::try_new_cardinal(locale.into()).map_err(|_| fault)?;
    let has: Vec<_> = rules.categories().collect();
    Ok(FORMS
        .iter()
        .filter(|(form, _)| has.contains(form))
        .map(|(_, name)| *name)
        .collect())
}

/// Whether a word is the name of a plural form of any language.
pub fn is_form(word: &str) -> bool {
    FORMS.iter().any(|(_, name)| *name == word)
}

//! A call fills in the same boxes as the page's form, so that what is wrong is found by the same rules and said in the same
//! words.

use crate::form::Form;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The body of a call, as the form somebody would have filled in.
pub(super) trait Boxes: Serialize + DeserializeOwned {
    /// The fields that are days.
    const DAYS: &'static [&'static str] = &[];

    /// The form.
    fn form(&self) -> Form {
        filled(self, Self::DAYS)
    }

    /// The field a box came from.
    fn field(name: &str) -> String {
        name.to_owned()
    }
}

/// The body of a call as a form: each field is a box of its name, a list sends its name once for each value, and a day
/// stands in three boxes.
pub(super) fn filled(body: &(impl Serialize + ?Sized), days: &[&str]) -> Form {
    let value = serde_json::to_value(body).unwrap_or_default();
    let fields = value.as_object().into_iter().flatten();
    fields.fold(Form::default(), |form, (name, value)| {
        if days.contains(&name.as_str()) {
            return with_day(form, name, value.as_str().unwrap_or_default());
        }
        texts(value).into_iter().fold(form, |form, text| form.with(name, &text))
    })
}

/// A day in its three boxes. What is no day of this shape stands in the first, where it is found to be none.
pub(super) fn with_day(form: Form, name: &str, day: &str) -> Form {
    let parts: Vec<&str> = day.split('-').collect();
    let boxes = match parts[..] {
        [year, month, day] => [day, month, year],
        _ => [day, "", ""],
    };
    let named = ["day", "month", "year"].into_iter().zip(boxes);
    named.fold(form, |form, (part, text)| form.with(&format!("{name}_{part}"), text))
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Null | Value::Object(_) => Vec::new(),
        Value::Bool(true) => vec!["yes".to_owned()],
        Value::Bool(false) => vec![String::new()],
        Value::Number(number) => vec![number.to_string()],
        Value::String(text) => vec![text.clone()],
        Value::Array(all) => all.iter().flat_map(texts).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::filled;
    use serde_json::json;

    #[test]
    fn a_body_is_the_form_somebody_would_have_filled_in() {
        let body = json!({"kind": "mentoring", "on": "2026-11-03", "minutes": 45, "present": ["a", "b"], "why": null});
        let form = filled(&body, &["on"]);
        assert_eq!(
            (form.get("on_day"), form.get("on_month"), form.get("on_year")),
            ("03", "11", "2026")
        );
        assert_eq!(form.all("present").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((form.get("minutes"), form.has("why")), ("45", false));
        let wrong = filled(&json!({"on": "yesterday"}), &["on"]);
        assert_eq!((wrong.get("on_day"), wrong.get("on_year")), ("yesterday", ""));
    }
}

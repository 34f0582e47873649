//! Text messages over whatever gateway a programme has: a POST with the number and the text where its manual wants them.

use super::{Trouble, http, is_this_machine};
use hyper::StatusCode;
use hyper::header::HeaderValue;
use std::fmt;
use tokio_rustls::TlsConnector;
use url::Url;

/// What is posted where nobody says otherwise.
pub const BODY: &str = r#"{"to":"{to}","text":"{text}","from":"{from}"}"#;

/// A gateway for text messages.
#[derive(Clone)]
pub struct Gateway {
    url: Url,
    template: Template,
    from: String,
    bearer: Option<HeaderValue>,
    /// None for a gateway on this machine itself.
    tls: Option<TlsConnector>,
}

/// Never the token.
impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Gateway({} from {})",
            self.url.host_str().unwrap_or_default(),
            self.from
        )
    }
}

impl Gateway {
    /// A gateway by its address. `template` is the body with `{to}`, `{text}` and `{from}` in it: JSON where it begins
    /// with a brace or bracket, a form otherwise.
    ///
    /// # Errors
    /// It is no address that is encrypted, or the template lacks the number or the text.
    pub fn new(url: &str, template: &str, from: &str, token: Option<&str>) -> Result<Self, String> {
        let url = Url::parse(url).map_err(|_| format!("{url} is not the address of a gateway"))?;
        let tls = match url.scheme() {
            "https" => Some(http::encrypting()?),
            "http" if is_this_machine(&url) => None,
            _ => return Err("a gateway is reached by https://: numbers do not leave unencrypted".into()),
        };
        let bearer = token
            .map(|token| {
                let mut value = HeaderValue::try_from(format!("Bearer {token}"))
                    .map_err(|_| "the token of the gateway has a character no token has".to_owned())?;
                value.set_sensitive(true);
                Ok::<_, String>(value)
            })
            .transpose()?;
        Ok(Self {
            url,
            template: Template::parse(template)?,
            from: from.to_owned(),
            bearer,
            tls,
        })
    }

    /// Sends one text to a number.
    ///
    /// # Errors
    /// It was not sent, or it is not known that it was.
    pub async fn send(&self, to: &str, text: &str) -> Result<(), Trouble> {
        let post = http::Post {
            url: &self.url,
            kind: self.template.kind(),
            bearer: self.bearer.as_ref(),
            body: self.template.fill(to, text, &self.from),
        };
        let status = http::post(post, self.tls.as_ref()).await?;
        trouble(status).map_or(Ok(()), Err)
    }
}

/// What a gateway's answer means for the next try; nothing where it took the message.
fn trouble(status: StatusCode) -> Option<Trouble> {
    match status.as_u16() {
        200..=299 => None,
        401 | 403 | 407 => Some(Trouble::NOT_LET_IN),
        // A wrong address of the gateway, a method it has not, too much at once: not the fault of the message.
        404 | 405 | 408 | 421 | 425 | 429 => Some(Trouble::NOT_NOW),
        400..=499 => Some(Trouble::REFUSED),
        _ => Some(Trouble::NOT_NOW),
    }
}

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Json,
    Form,
}

/// A body with places for the number, the text and the sender.
#[derive(Clone, Debug)]
struct Template {
    text: String,
    shape: Shape,
}

impl Template {
    fn parse(text: &str) -> Result<Self, String> {
        if !text.contains("{to}") || !text.contains("{text}") {
            return Err("the body for the gateway needs {to} and {text}".into());
        }
        let shape = if text.trim_start().starts_with(['{', '[']) && !text.trim_start().starts_with("{to}") {
            Shape::Json
        } else {
            Shape::Form
        };
        let template = Self {
            text: text.to_owned(),
            shape,
        };
        let filled = template.fill("1", "a", "b");
        if shape == Shape::Json && serde_json::from_str::<serde_json::Value>(&filled).is_err() {
            return Err("the body for the gateway is not JSON once it is filled in".into());
        }
        Ok(template)
    }

    const fn kind(&self) -> &'static str {
        match self.shape {
            Shape::Json => "application/json",
            Shape::Form => "application/x-www-form-urlencoded",
        }
    }

    /// The body with everything in its place. What is put in is never looked through for places itself.
    fn fill(&self, to: &str, text: &str, from: &str) -> String {
        let mut filled = String::with_capacity(self.text.len() + text.len());
        let mut rest = self.text.as_str();
        while let Some(at) = rest.find('{') {
            filled.push_str(&rest[..at]);
            rest = &rest[at..];
            let places = [("{to}", to), ("{text}", text), ("{from}", from)];
            if let Some((place, value)) = places.into_iter().find(|(place, _)| rest.starts_with(place)) {
                filled.push_str(&self.written(value));
                rest = &rest[place.len()..];
            } else {
                filled.push('{');
                rest = &rest[1..];
            }
        }
        filled.push_str(rest);
        filled
    }

    fn written(&self, value: &str) -> String {
        match self.shape {
            Shape::Form => form_urlencoded::byte_serialize(value.as_bytes()).collect(),
            Shape::Json => {
                let quoted = serde_json::Value::from(value).to_string();
                quoted[1..quoted.len() - 1].to_owned()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BODY, Gateway, StatusCode, Template, trouble};
    use domain::send::Failure;

    #[test]
    fn a_body_is_filled_in_once_and_nothing_breaks_out_of_its_place() {
        let json = Template::parse(BODY).unwrap();
        let text = "a \"b\" {from} \\ \n ŵ";
        let value: serde_json::Value = serde_json::from_str(&json.fill("+447700900123", text, "Us")).unwrap();
        assert_eq!(value["to"], "+447700900123");
        assert_eq!(value["text"], text, "what looks like a place stays text");
        assert_eq!(value["from"], "Us");
        assert_eq!(json.kind(), "application/json");

        let form = Template::parse("to={to}&body={text}&sender={from}").unwrap();
        assert_eq!(
            form.fill("+44 1", "a&to=2 ŵ {to}", "Us & co"),
            "to=%2B44+1&body=a%26to%3D2+%C5%B5+%7Bto%7D&sender=Us+%26+co"
        );
        assert_eq!(form.kind(), "application/x-www-form-urlencoded");
    }

    #[test]
    fn a_body_without_number_or_text_is_refused() {
        for body in [
            "",
            "to={to}",
            "text={text}",
            r#"{"to":"{to}","text":{text}}"#,
            r#"{"to":"{to}","text":"{text}""#,
        ] {
            assert!(Template::parse(body).is_err(), "{body}");
        }
    }

    #[test]
    fn a_gateway_elsewhere_is_spoken_to_encrypted_or_not_at_all() {
        for url in [
            "http://sms.example.org/send",
            "ftp://127.0.0.1",
            "sms.example.org",
            "http://192.0.2.1/",
        ] {
            assert!(Gateway::new(url, BODY, "Us", None).is_err(), "{url}");
        }
        let here = Gateway::new("http://127.0.0.1:9/send", BODY, "Us", Some("quoxtoken")).unwrap();
        assert!(!format!("{here:?}").contains("quoxtoken"));
        assert!(Gateway::new("http://127.0.0.1:9/", BODY, "Us", Some("a\nb")).is_err());
    }

    #[test]
    fn what_a_person_can_mend_is_tried_again_and_what_no_try_mends_is_not() {
        let failure = |code: u16| trouble(StatusCode::from_u16(code).unwrap()).map(|trouble| trouble.failure);
        for code in [200, 201, 202, 204] {
            assert_eq!(failure(code), None, "{code}");
        }
        for code in [301, 302, 401, 403, 404, 408, 425, 429, 500, 502, 503, 504] {
            assert_eq!(failure(code), Some(Failure::Passing), "{code}");
        }
        for code in [400, 402, 410, 413, 422] {
            assert_eq!(failure(code), Some(Failure::Lasting), "{code}");
        }
    }
}

//! E-mail over SMTP.

use super::{Mail, TIMEOUT, Trouble, is_this_machine};
use jiff::Timestamp;
use lettre::message::Mailbox;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue, MIME_VERSION_1_0,
};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Severity;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::error::Error as StdError;
use std::fmt;
use std::time::{Duration, SystemTime};
use url::Url;

/// A mail server, and whom mail is from.
#[derive(Clone)]
pub struct Smtp {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
    shown: String,
}

/// Never the password.
impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Smtp({} from {})", self.shown, self.from)
    }
}

impl Smtp {
    /// A server by its address: `smtps://user@host:465` encrypts from the first byte, `smtp://user@host:587` before
    /// anything is said. Only a server on this machine itself is spoken to without.
    ///
    /// # Errors
    /// What was given is no such address, or mail cannot be from that one.
    pub fn new(url: &str, from: &str, password: Option<&str>) -> Result<Self, String> {
        let url = Url::parse(url).map_err(|_| format!("{url} is not the address of a mail server"))?;
        let host = url.host_str().filter(|host| !host.is_empty());
        let host = host.ok_or("the address of the mail server names no machine")?;
        let host = host.trim_matches(['[', ']']).to_owned();
        let from: Address = from
            .parse()
            .map_err(|_| format!("mail cannot be from {from}: it is no address"))?;
        let safe = || TlsParameters::new(host.clone()).map_err(|cause| format!("no safe connection: {cause}"));
        let (tls, port) = match url.scheme() {
            "smtps" => (Tls::Wrapper(safe()?), 465),
            "smtp" if is_this_machine(&url) => (Tls::None, 25),
            "smtp" => (Tls::Required(safe()?), 587),
            other => {
                return Err(format!(
                    "a mail server is reached by smtp:// or smtps://, not {other}://"
                ));
            }
        };
        let mut server = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host.as_str())
            .port(url.port().unwrap_or(port))
            .tls(tls)
            .timeout(Some(TIMEOUT))
            .hello_name(ClientId::Domain(from.domain().to_owned()));
        let user = percent_encoding::percent_decode_str(url.username())
            .decode_utf8_lossy()
            .into_owned();
        if url.password().is_some() {
            return Err("the password of the mail server stands in a file of its own, not in the address".into());
        }
        match (user.is_empty(), password) {
            (false, Some(password)) => server = server.credentials(Credentials::new(user, password.to_owned())),
            (true, None) => {}
            (false, None) => return Err("the mail server wants a password for that user".into()),
            (true, Some(_)) => return Err("a password was given and no user in the mail server's address".into()),
        }
        Ok(Self {
            server: server.build(),
            from,
            shown: format!("{}://{host}", url.scheme()),
        })
    }

    /// Sends one message. `id` names it for good, so that a reader whose server gets it twice sees one.
    ///
    /// # Errors
    /// It was not sent, or it is not known that it was.
    pub async fn send(&self, id: &str, to: &str, mail: &Mail, now: Timestamp) -> Result<(), Trouble> {
        let to: Address = to.trim().parse().map_err(|_| Trouble::NO_ADDRESS)?;
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let message = Message::builder()
            .from(Mailbox::new(Some(mail.from.to_owned()), self.from.clone()))
            .to(Mailbox::new(None, to))
            .subject(mail.subject)
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .message_id(Some(format!("<{id}@{}>", self.from.domain())))
            .header(MadeByItself)
            .header(InLanguage(mail.language.to_owned()))
            .header(MIME_VERSION_1_0)
            .header(ContentType::TEXT_PLAIN)
            .header(ContentTransferEncoding::QuotedPrintable)
            .body(mail.body.clone())
            .map_err(|_| Trouble::NO_ADDRESS)?;
        // The library limits each step; a server that says a little every time is limited by the whole.
        let sending = tokio::time::timeout(TIMEOUT, self.server.send(message));
        match sending.await {
            Err(_) => Err(Trouble::NO_ANSWER),
            Ok(Err(error)) => Err(trouble(&error)),
            Ok(Ok(_)) => Ok(()),
        }
    }
}

/// What a server's refusal means for the next try.
fn trouble(error: &Error) -> Trouble {
    // What we ourselves find wrong with the server: it encrypts nothing, or knows no way to prove who we are.
    if error.is_tls() || error.is_client() {
        return Trouble::NOT_SAFE;
    }
    let Some(code) = error.status() else {
        return Trouble::NO_ANSWER;
    };
    match (code.severity, code.category as u8, code.detail as u8) {
        (Severity::TransientNegativeCompletion, ..) => Trouble::NOT_NOW,
        // 530 to 539: who we are is not accepted. Source: RFC 4954, section 6.
        (Severity::PermanentNegativeCompletion, 3, _) => Trouble::NOT_LET_IN,
        (Severity::PermanentNegativeCompletion, ..) => Trouble::REFUSED,
        _ => Trouble::NO_ANSWER,
    }
}

/// That no person wrote it, so that nobody's machine answers. Source: RFC 3834, section 5.
#[derive(Clone)]
struct MadeByItself;

impl Header for MadeByItself {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn StdError + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".into())
    }
}

/// The language it is in, for those who have it read aloud. Source: RFC 3282.
#[derive(Clone)]
struct InLanguage(String);

impl Header for InLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn StdError + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::Smtp;

    #[test]
    fn a_mail_server_is_named_by_its_address_and_its_password_is_never_in_it() {
        let ok = |url: &str, password: Option<&str>| Smtp::new(url, "no-reply@susd.example", password);
        for (url, password) in [
            ("smtps://susd@mail.example.org", Some("secret")),
            ("smtp://mail.example.org", None),
            ("smtp://susd%40example.org@mail.example.org:2525", Some("secret")),
            ("smtp://127.0.0.1:2525", None),
        ] {
            let made = ok(url, password).unwrap_or_else(|error| panic!("{url}: {error}"));
            assert!(!format!("{made:?}").contains("secret"));
        }
        for (url, password) in [
            ("mail.example.org", None),
            ("https://mail.example.org", None),
            ("smtps://susd:secret@mail.example.org", None),
            ("smtps://susd@mail.example.org", None),
            ("smtps://mail.example.org", Some("secret")),
            ("smtp:///", None),
        ] {
            assert!(ok(url, password).is_err(), "{url}");
        }
        assert!(Smtp::new("smtp://127.0.0.1", "nobody", None).is_err());
    }
}

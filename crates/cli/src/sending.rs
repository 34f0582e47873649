//! By what messages leave, as the command line says it.

use crate::args::Sending as Asked;
use crate::key;
use anyhow::{Context, Result, bail};
use domain::send::Channel;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use web::send::{Gateway, Sending, Smtp};

/// The longest password or token, in bytes: no file of another kind is read into an address by mistake.
const SECRET_BYTES_MAX: u64 = 4096;

/// The longest name a text can be from, in characters.
///
/// Source: 3GPP TS 23.040, 9.1.2.5: an alphanumeric address has 11 characters.
const NAME_CHARS_MAX: usize = 11;

/// Reads the secrets and makes ready to send.
///
/// # Errors
/// An address or a file is not what it should be.
pub fn open(asked: &Asked) -> Result<Sending> {
    let secret = |file: Option<&Path>| file.map(secret).transpose();
    let mail = match (&asked.smtp, &asked.mail_from) {
        (Some(server), Some(from)) => {
            let password = secret(asked.smtp_password_file.as_deref())?;
            Some(Smtp::new(server, from, password.as_deref()).map_err(anyhow::Error::msg)?)
        }
        _ => None,
    };
    let sms = match (&asked.sms_gateway, &asked.sms_from) {
        (Some(gateway), Some(from)) => {
            let named = from.chars().any(|c| !c.is_ascii_digit() && c != '+');
            if named && NAME_CHARS_MAX < from.chars().count() {
                bail!("a text can be from a number, or from a name of at most {NAME_CHARS_MAX} letters, not {from}");
            }
            let token = secret(asked.sms_token_file.as_deref())?;
            Some(Gateway::new(gateway, &asked.sms_body, from, token.as_deref()).map_err(anyhow::Error::msg)?)
        }
        _ => None,
    };
    Ok(Sending {
        mail,
        sms,
        kept_here: asked.send_test,
    })
}

/// Says what does not leave, before anybody waits for it.
pub fn warn(sending: &Sending) {
    if sending.kept_here {
        tracing::warn!("--send-test: every message is made and kept, and none leaves");
        return;
    }
    if !sending.has(Channel::Email) {
        tracing::warn!("no e-mail leaves: nobody hears that a referral arrived or was decided; see --smtp");
    }
    if !sending.has(Channel::Sms) {
        tracing::warn!("no text message leaves; see --sms-gateway");
    }
}

/// A password or token from a file of its own.
fn secret(path: &Path) -> Result<String> {
    let shown = path.display();
    let file = File::open(path).with_context(|| format!("the secret {shown} cannot be read"))?;
    key::refuse_if_others_can_read(&file, path, "secret")?;
    let mut text = String::new();
    file.take(SECRET_BYTES_MAX)
        .read_to_string(&mut text)
        .with_context(|| format!("the secret {shown} cannot be read"))?;
    let secret = text.trim_end_matches(['\r', '\n']);
    if secret.is_empty() {
        bail!("the file {shown} holds no secret");
    }
    Ok(secret.to_owned())
}

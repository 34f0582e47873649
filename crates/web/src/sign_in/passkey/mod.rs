//! Passkeys: the questions a browser's passkey is asked, and whether its answers are right.
//!
//! A question waits on our side, sealed, under the token of the browser that asked for it, and is used once.

pub(super) mod add;
pub(super) mod enter;

use crate::error::PageError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use uuid::Uuid;
use webauthn_rs::prelude::{
    AuthenticationResult, CredentialID, DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyAuthentication,
    PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder,
    WebauthnError,
};

/// What passkeys are tied to: the address people type.
pub struct Passkeys(Webauthn);

/// A question: what the browser is given, and what we keep to check its answer.
pub(super) struct Question {
    pub ask: Value,
    pub keep: String,
}

/// A passkey that was just made.
pub(super) struct Made {
    pub credential: Vec<u8>,
    pub body: String,
}

impl Passkeys {
    /// Passkeys tied to the address people type.
    ///
    /// # Errors
    /// It is not an address passkeys can be tied to: it needs a name, not a number, and `https` but for `localhost`.
    pub fn new(origin: &str) -> Result<Self, String> {
        let url = Url::parse(origin).map_err(|cause| format!("{origin} is not an address: {cause}"))?;
        let host = url
            .domain()
            .ok_or_else(|| format!("passkeys need an address with a name, and {origin} has none"))?;
        if url.scheme() != "https" && host != "localhost" {
            return Err(format!(
                "passkeys need an address that begins with https, and {origin} does not"
            ));
        }
        let built = WebauthnBuilder::new(host, &url).and_then(|builder| builder.rp_name("Step Up Step Down").build());
        built
            .map(Self)
            .map_err(|cause| format!("passkeys cannot be tied to {origin}: {cause}"))
    }

    /// A question any passkey of ours on the device may answer, so that no list of people leaves the server.
    pub(super) fn ask_anybody(&self) -> Result<Question, PageError> {
        let (ask, state) = self
            .0
            .start_discoverable_authentication()
            .map_err(|cause| fault(&cause))?;
        question(&json!({ "publicKey": ask.public_key }), &state)
    }

    /// Whose passkey the answer says it is, and which: not believed until it is checked.
    pub(super) fn claims<'a>(&self, answer: &'a PublicKeyCredential) -> Option<(Uuid, &'a [u8])> {
        self.0.identify_discoverable_authentication(answer).ok()
    }

    /// The passkey as it is after a right answer to [`Passkeys::ask_anybody`].
    pub(super) fn answered_by_anybody(&self, kept: &str, answer: &PublicKeyCredential, body: &str) -> Option<String> {
        let state: DiscoverableAuthentication = serde_json::from_str(kept).ok()?;
        let passkey: Passkey = serde_json::from_str(body).ok()?;
        let key = DiscoverableKey::from(&passkey);
        after(
            passkey,
            self.0.finish_discoverable_authentication_v2(answer, state, key),
        )
    }

    /// A question for the passkeys of one account; none when it has none.
    pub(super) fn ask(&self, bodies: &[String]) -> Result<Option<Question>, PageError> {
        let passkeys: Vec<Passkey> = bodies.iter().map(|body| read(body)).collect::<Result<_, _>>()?;
        if passkeys.is_empty() {
            return Ok(None);
        }
        let (ask, state) = self
            .0
            .start_passkey_authentication(&passkeys)
            .map_err(|cause| fault(&cause))?;
        question(&ask, &state).map(Some)
    }

    /// The passkey as it is after a right answer to [`Passkeys::ask`].
    pub(super) fn answered(&self, kept: &str, answer: &PublicKeyCredential, body: &str) -> Option<String> {
        let state: PasskeyAuthentication = serde_json::from_str(kept).ok()?;
        let passkey: Passkey = serde_json::from_str(body).ok()?;
        after(passkey, self.0.finish_passkey_authentication(answer, &state))
    }

    /// A question for a new passkey, that the devices of `known` will not answer.
    pub(super) fn ask_new(
        &self,
        account: Uuid,
        email: &str,
        name: &str,
        known: &[String],
    ) -> Result<Question, PageError> {
        let known: Vec<CredentialID> = known
            .iter()
            .map(|body| read::<Passkey>(body).map(|key| key.cred_id().clone()))
            .collect::<Result<_, _>>()?;
        let asked = self.0.start_passkey_registration(account, email, name, Some(known));
        let (mut ask, state) = asked.map_err(|cause| fault(&cause))?;
        let mut ask = serde_json::to_value(&mut ask).map_err(|cause| broken(&cause))?;
        // The device keeps it, so that people sign in without typing who they are.
        let chosen = &mut ask["publicKey"]["authenticatorSelection"];
        chosen["residentKey"] = json!("required");
        chosen["requireResidentKey"] = json!(true);
        question(&ask, &state)
    }

    /// The passkey that was made in answer to [`Passkeys::ask_new`].
    pub(super) fn made(&self, kept: &str, answer: &RegisterPublicKeyCredential) -> Option<Made> {
        let state: PasskeyRegistration = serde_json::from_str(kept).ok()?;
        let passkey = self
            .0
            .finish_passkey_registration(answer, &state)
            .inspect_err(told)
            .ok()?;
        let body = serde_json::to_string(&passkey).ok()?;
        Some(Made {
            credential: Vec::from(passkey.cred_id().as_slice()),
            body,
        })
    }
}

/// The passkey with its counter moved, when the answer was right.
fn after(mut passkey: Passkey, answered: Result<AuthenticationResult, WebauthnError>) -> Option<String> {
    let result = answered.inspect_err(told).ok()?;
    // `None` means that another passkey answered than the one that was checked.
    passkey.update_credential(&result).filter(|_| result.user_verified())?;
    serde_json::to_string(&passkey).ok()
}

fn question(ask: &impl Serialize, state: &impl Serialize) -> Result<Question, PageError> {
    let ask = serde_json::to_value(ask).map_err(|cause| broken(&cause))?;
    let keep = serde_json::to_string(state).map_err(|cause| broken(&cause))?;
    Ok(Question { ask, keep })
}

fn read<T: DeserializeOwned>(body: &str) -> Result<T, PageError> {
    serde_json::from_str(body).map_err(|cause| broken(&cause))
}

/// Which check an answer failed, for the log: no id, no name.
fn told(cause: &WebauthnError) {
    tracing::info!(%cause, "a passkey's answer was refused");
}

fn fault(cause: &WebauthnError) -> PageError {
    broken(cause)
}

fn broken(cause: &dyn std::fmt::Display) -> PageError {
    PageError::from(store::Error::Broken {
        column: "passkey".into(),
        row: cause.to_string(),
    })
}

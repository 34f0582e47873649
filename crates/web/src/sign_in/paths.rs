//! The addresses of this folder that no other page links to.

use uuid::Uuid;

/// The code after the password.
pub const CODE: &str = "/sign-in/code";
/// A recovery code in its place.
pub const RECOVERY: &str = "/sign-in/recovery";
/// Opening an account by the link of its invitation.
pub const FIRST: &str = "/sign-in/first";
/// A passkey, to sign in: its question, and its answer.
pub const PASSKEY: [&str; 2] = ["/sign-in/passkey/start", "/sign-in/passkey/finish"];
/// A passkey, to prove again.
pub const AGAIN_PASSKEY: [&str; 2] = ["/sign-in/again/passkey/start", "/sign-in/again/passkey/finish"];
/// The first passkey of an account opened by a link.
pub const FIRST_PASSKEY: [&str; 2] = ["/sign-in/first/passkey/start", "/sign-in/first/passkey/finish"];
/// Another passkey of one's own.
pub const ADD_PASSKEY: [&str; 2] = ["/account/passkeys/start", "/account/passkeys/finish"];
/// Proving again with one press, in the demonstration.
pub const DEMO_AGAIN: &str = "/demo/again";
/// Adding a passkey.
pub const PASSKEYS: &str = "/account/passkeys";
/// Adding an authenticator app.
pub const APP: &str = "/account/app";
/// No longer using the app.
pub const APP_REMOVE: &str = "/account/app/remove";
/// One's recovery codes, shown once.
pub const CODES: &str = "/account/codes";
/// New recovery codes.
pub const CODES_NEW: &str = "/account/codes/new";
/// One's address for mail.
pub const EMAIL: &str = "/account/email";
/// One's language.
pub const LANGUAGE: &str = "/account/language";
/// One's password.
pub const PASSWORD: &str = "/account/password";
/// Ending every other sign-in of one's own.
pub const END_OTHERS: &str = "/account/sign-ins/end-others";

/// A new token for another system.
pub const TOKENS: &str = "/account/tokens";
/// The token just made, shown once.
pub const TOKEN_MADE: &str = "/account/tokens/made";

/// Ending one token.
pub fn token_end(id: domain::id::TokenId) -> String {
    format!("/account/tokens/{id}/end")
}

/// Removing one passkey.
pub fn passkey_remove(id: Uuid) -> String {
    format!("/account/passkeys/{id}/remove")
}

/// Ending one sign-in.
pub fn sign_in_end(id: domain::id::SignInId) -> String {
    format!("/account/sign-ins/{id}/end")
}

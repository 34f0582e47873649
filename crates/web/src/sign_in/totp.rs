//! One-time codes: the key an authenticator app is given, and which code is right when.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;
use totp_rs::{Builder, Secret, Totp};

/// The light margin a camera needs round the picture, in squares.
///
/// Source: ISO/IEC 18004, the quiet zone of four modules.
const QUIET: usize = 4;

/// A new key, as it is typed into an app: 160 bits in base32.
///
/// Source: RFC 4226, 4 (R6).
pub(super) fn fresh() -> String {
    Secret::from(seal::random::<20>()).to_base32()
}

/// The codes of a key: six digits, a new one every 30 seconds, one step early or late allowed.
///
/// Source: RFC 6238, 5.2; every authenticator app knows these and not all know others.
fn codes(key: &str, issuer: &str, account: &str) -> Option<Totp> {
    let secret = Secret::try_from_base32(key).ok()?;
    let plain = |text: &str| text.replace(':', " ");
    Builder::new()
        .with_secret(secret)
        .with_issuer(Some(plain(issuer)))
        .with_account_name(plain(account))
        .build()
        .ok()
}

/// The step whose code was typed, if it is right at this second.
pub(super) fn step(key: &str, typed: &str, second: i64) -> Option<i64> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let step = codes(key, "", "")?.check(&typed, u64::try_from(second).ok()?)?;
    i64::try_from(step).ok()
}

/// The address an app reads from the picture.
pub(super) fn address(key: &str, issuer: &str, account: &str) -> Option<String> {
    codes(key, issuer, account)?.to_url().ok()
}

/// A key in groups of four, for typing.
pub(super) fn in_fours(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    letters
        .chunks(4)
        .map(|four| four.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A picture of squares, as one path of an SVG.
pub(super) struct Picture {
    /// How many squares a side has.
    pub side: usize,
    /// The dark squares.
    pub path: String,
}

/// The picture of an address.
pub(super) fn picture(address: &str) -> Option<Picture> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (at % width + QUIET, at / width + QUIET);
            write!(path, "M{x} {y}h1v1h-1z").expect("writing to memory does not fail");
        }
    }
    Some(Picture {
        side: width + 2 * QUIET,
        path,
    })
}

/// Ten recovery codes of fifty random bits, in letters and digits that are not mistaken for each other.
///
/// Source: the alphabet, Crockford base32.
pub(super) fn recovery_codes() -> Vec<String> {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let letter = |byte: u8| char::from(LETTERS[usize::from(byte % 32)]);
    let code = |_| {
        let letters: String = seal::random::<10>().into_iter().map(letter).collect();
        format!("{}-{}", &letters[..5], &letters[5..])
    };
    (0..10).map(code).collect()
}

#[cfg(test)]
mod tests {
    use super::{address, codes, fresh, in_fours, picture, recovery_codes, step};
    use std::collections::HashSet;

    #[test]
    fn a_code_is_right_in_its_step_and_one_either_side() {
        let key = fresh();
        let at = 1_800_000_015_u64;
        let code = codes(&key, "", "").unwrap().generate(at).to_string();
        let asked = |seconds: i64| step(&key, &code, i64::try_from(at).unwrap() + seconds);
        let right = i64::try_from(at / 30).unwrap();
        assert_eq!([asked(-30), asked(0), asked(30)], [Some(right); 3]);
        assert_eq!([asked(-60), asked(60), asked(3600)], [None; 3]);
        assert_eq!(step(&key, "", 0), None);
        assert_eq!(step("not base32!", &code, 0), None);
    }

    #[test]
    fn the_standard_s_own_example_comes_out() {
        // RFC 6238, appendix B: the secret "12345678901234567890" at second 1111111109 gives 07081804 of eight digits.
        let key = totp_rs::Secret::from(*b"12345678901234567890").to_base32();
        assert_eq!(step(&key, " 081 804 ", 1_111_111_109), Some(37_037_036));
    }

    #[test]
    fn the_picture_is_a_square_with_a_light_margin() {
        let address = address(&fresh(), "Step Up Step Down", "nia:evans@example.org").unwrap();
        assert!(address.starts_with("otpauth://totp/"), "{address}");
        let picture = picture(&address).unwrap();
        assert!(picture.side > 30 && picture.path.starts_with("M4 4h1v1h-1z"));
        assert!(!picture.path.contains("M3 ") && !picture.path.contains("M0 "));
        assert_eq!(in_fours("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }

    #[test]
    fn ten_recovery_codes_are_ten_different_ones() {
        let codes = recovery_codes();
        assert!(codes.iter().all(|code| code.len() == 11));
        assert_eq!(codes.iter().collect::<HashSet<_>>().len(), 10);
    }
}

//! Thirty-two bytes as people copy them from paper: nine groups of eight characters, a slip in one of which is named.
//!
//! ```text
//! susd-key-1:3F7K2M9Q-…-…      groups 1 to 8: four bytes and one check byte; group 9: five check bytes over all
//! ```

use zeroize::{Zeroize, Zeroizing};

use crate::secret::{Secret, equal, sha256};

/// Crockford's base32: no I, L, O or U, so that none is read as another.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Groups that carry the key. One more carries the check over all.
const GROUPS: usize = 8;
/// Unit: characters in a group.
const WIDTH: usize = 8;
/// Unit: bytes in a group, check included.
const GROUP_LEN: usize = 5;

/// What is wrong with a key that was typed from paper. The key is in none of the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mistyped {
    /// It does not begin as this kind of key does.
    #[error("this is not the kind of key that was asked for")]
    Kind,
    /// It has too few or too many characters after the colon, spaces and hyphens not counted.
    #[error("{found} characters, not 72")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character in this group, counted from 1, is not one a key is written with.
    #[error("group {group} has a character that no key has")]
    Character {
        /// Which group, counted from 1.
        group: u8,
    },
    /// This group, counted from 1, was mistyped, or stands in another's place.
    #[error("group {group} is mistyped")]
    Group {
        /// Which group, counted from 1.
        group: u8,
    },
    /// Each of the first eight groups looks right by itself, yet the whole does not: the last group is mistyped, or a slip
    /// in another happens to fit its own check, as one in 256 does.
    #[error("the key is mistyped, most likely in the last group")]
    Whole,
}

/// Writes the bytes as one line that begins with the label.
pub(crate) fn write(label: &str, bytes: &[u8; 32]) -> Zeroizing<String> {
    // The room is taken at once, so that growing leaves no copy of a part behind.
    let mut text = Zeroizing::new(String::with_capacity(label.len() + 2 + (GROUPS + 1) * (WIDTH + 1)));
    text.push_str(label);
    for (four, number) in bytes.as_chunks::<4>().0.iter().zip(1..) {
        let mut group = [four[0], four[1], four[2], four[3], group_check(number, *four)];
        text.push(if number == 1 { ':' } else { '-' });
        push_group(&mut text, group);
        group.zeroize();
    }
    text.push('-');
    push_group(&mut text, whole_check(label, bytes));
    text.push('\n');
    text
}

/// Reads what [`write`] wrote, forgiving about case, spacing and the letters that look like figures.
pub(crate) fn read(label: &str, text: &str) -> Result<Secret, Mistyped> {
    let (kind, typed) = text.split_once(':').ok_or(Mistyped::Kind)?;
    if !kind.trim().eq_ignore_ascii_case(label) {
        return Err(Mistyped::Kind);
    }
    let characters = || typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let found = characters().count();
    if found != (GROUPS + 1) * WIDTH {
        return Err(Mistyped::Length { found });
    }
    let mut groups = Zeroizing::new([[0u8; GROUP_LEN]; GROUPS + 1]);
    let mut rest = characters();
    for (group, number) in groups.iter_mut().zip(1..) {
        for character in rest.by_ref().take(WIDTH) {
            push_five(group, digit(character).ok_or(Mistyped::Character { group: number })?);
        }
    }
    let mut bytes = Zeroizing::new([0u8; 32]);
    for ((four, group), number) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(groups.iter()).zip(1..) {
        let [data @ .., check] = group;
        if group_check(number, *data) != *check {
            return Err(Mistyped::Group { group: number });
        }
        four.copy_from_slice(data);
    }
    if !equal(&whole_check(label, &bytes), &groups[GROUPS]) {
        return Err(Mistyped::Whole);
    }
    Ok(Secret::take(&mut bytes))
}

/// The check of one group: it depends on where the group stands, so that two groups changed about are noticed.
fn group_check(number: u8, four: [u8; 4]) -> u8 {
    sha256(&[b"susd sheet group", &[number], &four])[0]
}

fn whole_check(label: &str, bytes: &[u8; 32]) -> [u8; GROUP_LEN] {
    let hash = sha256(&[b"susd sheet", label.as_bytes(), bytes]);
    [hash[0], hash[1], hash[2], hash[3], hash[4]]
}

/// Appends five bytes as eight characters of five bits, the highest first.
fn push_group(text: &mut String, group: [u8; GROUP_LEN]) {
    let bits = group.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    for place in (0..WIDTH).rev() {
        text.push(char::from(DIGITS[(bits >> (5 * place) & 31) as usize]));
    }
}

/// Shifts a group left by five bits and puts five new ones in.
fn push_five(group: &mut [u8; GROUP_LEN], five: u8) {
    let mut carry = five;
    for byte in group.iter_mut().rev() {
        let out = *byte >> 3;
        *byte = *byte << 5 | carry;
        carry = out;
    }
}

fn digit(typed: char) -> Option<u8> {
    let read = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = DIGITS.iter().position(|digit| char::from(*digit) == read)?;
    u8::try_from(place).ok()
}

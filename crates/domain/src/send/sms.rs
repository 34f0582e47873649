//! How long a text message is: in which alphabet it goes, in how many segments, and why.
//!
//! Â, ê, î, ô, û, ŵ and ŷ are not in the alphabet of telephones: one of them more than halves what fits into a segment.
//!
//! Source: 3GPP TS 23.038, section 6.2.1 (GSM 7 bit default alphabet) and 6.2.1.1 (its extension table); 3GPP TS 23.040,
//! section 9.2.3.24.1, concatenated short messages with a reference of 8 bits: of 140 octets the header takes 6.

/// The default alphabet, in the order of its table. The place of the escape, which no text has, is left out.
const DEFAULT: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// What the extension table adds; each takes an escape and so two places.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// In which code a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// The default alphabet of telephones and its extension, counted in units of seven bits.
    Gsm7,
    /// Unicode, counted in units of sixteen bits; a character beyond the first 65,536 takes two.
    Ucs2,
}

impl Encoding {
    /// Both encodings, the shorter first.
    pub const ALL: [Self; 2] = [Self::Gsm7, Self::Ucs2];

    /// The encoding's name in the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Gsm7 => "gsm7",
            Self::Ucs2 => "ucs2",
        }
    }

    /// How many units fit into a message of one segment.
    pub const fn units_alone(self) -> usize {
        match self {
            Self::Gsm7 => 160,
            Self::Ucs2 => 70,
        }
    }

    /// How many units fit into each segment of a message of several.
    pub const fn units_each(self) -> usize {
        match self {
            Self::Gsm7 => 153,
            Self::Ucs2 => 67,
        }
    }

    /// The units a character takes. One that is not in the default alphabet at all never goes in it.
    fn units(self, c: char) -> usize {
        match self {
            Self::Gsm7 if EXTENSION.contains(c) => 2,
            Self::Gsm7 => 1,
            Self::Ucs2 => c.len_utf16(),
        }
    }
}

/// How long a message is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segments {
    /// In which code it goes.
    pub encoding: Encoding,
    /// Its units, whole.
    pub units: usize,
    /// How many segments are sent and paid for; none for an empty text.
    pub segments: usize,
    /// How many more units fit before another segment is needed.
    pub left: usize,
    /// The characters that are not in the default alphabet, each once, in the order they come. Without them the message
    /// would be shorter. Empty where it goes in the default alphabet.
    pub outside: Vec<char>,
}

/// How long this message is.
pub fn segments(text: &str) -> Segments {
    let mut outside = Vec::new();
    for c in text.chars().filter(|c| !is_gsm(*c)) {
        if !outside.contains(&c) {
            outside.push(c);
        }
    }
    let encoding = encoding(text);
    let count = |text: &str| text.chars().map(|c| encoding.units(c)).sum::<usize>();
    let pieces = pieces(text);
    let (segments, last) = (pieces.len(), pieces.last().map_or(0, |piece| count(piece)));
    let fits = if segments < 2 {
        encoding.units_alone()
    } else {
        encoding.units_each()
    };
    Segments {
        encoding,
        units: count(text),
        segments,
        left: fits - last,
        outside,
    }
}

/// The text of each segment, in order. Nothing that takes two units stands half in one and half in the next.
pub fn pieces(text: &str) -> Vec<&str> {
    let encoding = encoding(text);
    let units: usize = text.chars().map(|c| encoding.units(c)).sum();
    if units == 0 {
        return Vec::new();
    }
    if units <= encoding.units_alone() {
        return vec![text];
    }
    let mut pieces = Vec::new();
    let (mut from, mut filled) = (0, 0);
    for (at, c) in text.char_indices() {
        let needed = encoding.units(c);
        if encoding.units_each() < filled + needed {
            pieces.push(&text[from..at]);
            (from, filled) = (at, 0);
        }
        filled += needed;
    }
    pieces.push(&text[from..]);
    pieces
}

fn encoding(text: &str) -> Encoding {
    if text.chars().all(is_gsm) {
        Encoding::Gsm7
    } else {
        Encoding::Ucs2
    }
}

fn is_gsm(c: char) -> bool {
    DEFAULT.contains(c) || EXTENSION.contains(c)
}

//! The fonts, parsed once, and which characters they have.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The families, in the order they are tried. Each character is drawn with the first that has it.
pub const FAMILIES: [&str; 4] = ["Noto Sans", "Noto Sans Math", "Noto Sans Symbols2", "Noto Emoji"];

/// The files: the text family in two weights, then a file for each further family.
const FILES: [&[u8]; 5] = [
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansMath-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansSymbols2-Regular.ttf"),
    include_bytes!("../../fonts/NotoEmoji-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
];

/// What stands where no family has a character.
pub const UNSHOWN: char = '▢';

/// The fonts.
pub static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let parsed = FILES.map(|file| Font::new(Bytes::new(file), 0).expect("the fonts beside this crate can be read"));
    parsed.into()
});

/// What the layout asks about them.
pub static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether the family, by its place in [`FAMILIES`], has a character in every weight we use.
pub fn has(family: usize, c: char) -> bool {
    let covers = |file: usize| FONTS[file].info().coverage.contains(u32::from(c));
    covers(family) && (family != 0 || covers(FILES.len() - 1))
}

/// The first family that has a character, by its place in [`FAMILIES`].
pub fn family_of(c: char) -> Option<usize> {
    (0..FAMILIES.len()).find(|family| has(*family, c))
}

//! Papers as PDF that a screen reader can read: tagged, with language and title (PDF/UA-1, ISO 14289-1).
//!
//! The template beside this file is the only source the layout reads. What a paper says reaches it as values and never
//! as source, so that nothing anybody wrote can be a command.

mod font;
mod room;
mod text;
mod values;

use std::sync::LazyLock;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::document::Document;
use room::Room;

/// How every paper is written.
static OPTIONS: LazyLock<PdfOptions> = LazyLock::new(|| PdfOptions {
    // A paper does not say with what it was made.
    creator: Smart::Custom(None),
    standards: PdfStandards::new(&[PdfStandard::Ua_1]).expect("one standard does not contradict itself"),
    ..PdfOptions::default()
});

/// The paper as a file.
///
/// A character that no font of ours has becomes ▢ and is named on the last page.
///
/// # Panics
/// The template has a fault. What a paper says cannot cause one: a test lays out any Unicode there is.
pub fn pdf(document: &Document) -> Vec<u8> {
    pdf_with_pages(document).0
}

/// The paper as a file, and how many pages it has.
///
/// # Panics
/// As [`pdf`].
pub fn pdf_with_pages(document: &Document) -> (Vec<u8>, usize) {
    let room = Room::for_paper(values::of(document));
    let paper = typst::compile::<PagedDocument>(&room).output;
    let paper = paper.expect("our own template lays out whatever values it is given");
    let pages = paper.pages().len();
    let file = typst_pdf::pdf(&paper, &OPTIONS).expect("what is laid out has title, language, tags and glyphs");
    // What the layout remembers is of use within a paper only: so memory stays flat, and nobody's words stay in it.
    typst::comemo::evict(0);
    (file, pages)
}

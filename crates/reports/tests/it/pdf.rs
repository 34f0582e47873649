//! Papers, read back by a reader that is not ours.

use crate::support::{letter, long, paper, review, row, stair};
use lopdf::{Document as Read, Object};
use proptest::prelude::*;
use reports::{Block, Cell, Depth, Document, Fact, Head, Lines, Stair, Table, pdf};
use words::Lang;

/// The file, read.
fn read(document: &Document) -> Read {
    Read::load_mem(&pdf(document)).expect("the file is a PDF")
}

/// The words of each page.
pub fn pages(document: &Document) -> Vec<String> {
    let file = read(document);
    let numbers = file.get_pages().into_keys();
    numbers
        .map(|page| file.extract_text(&[page]).expect("a page has text"))
        .collect()
}

fn all(document: &Document) -> String {
    pages(document).join("\n")
}

#[test]
fn a_paper_is_tagged_and_says_its_language_and_title() {
    for (document, lang) in [(letter(), "en"), (review(), "cy")] {
        let file = read(&document);
        let catalog = file.catalog().expect("a PDF has a catalogue");
        let marked = catalog
            .get(b"MarkInfo")
            .and_then(Object::as_dict)
            .expect("it is marked");
        assert_eq!(marked.get(b"Marked").and_then(Object::as_bool).ok(), Some(true));
        assert!(catalog.has(b"StructTreeRoot"));
        let said = catalog
            .get(b"Lang")
            .and_then(Object::as_str)
            .expect("it has a language");
        assert_eq!(said, lang.as_bytes());
        let bytes = pdf(&document);
        let kept = bytes.windows(13).any(|part| part == b"pdfuaid:part>");
        assert!(kept, "it says that it is PDF/UA");
        let title = file
            .trailer
            .get(b"Info")
            .and_then(Object::as_reference)
            .expect("it has information");
        let title = file
            .get_dictionary(title)
            .expect("which is there")
            .get(b"Title")
            .expect("with a title");
        let title = lopdf::decode_text_string(title).expect("a title is text");
        assert_eq!(title, document.title);
    }
}

#[test]
fn the_readers_name_and_the_day_stand_on_each_page() {
    let document = long(80);
    let pages = pages(&document);
    let count = pages.len();
    assert!(2 < count, "{count}");
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("Made for Siân Ŵyn-Prŷs · 21 November 2026"), "{page}");
        assert!(page.contains(&format!("Page {} of {count}", at + 1)), "{page}");
        assert!(page.contains("Claimed"), "the heading stands again: {page}");
    }
}

#[test]
fn a_welsh_review_is_welsh_to_its_last_line() {
    insta::assert_snapshot!(all(&review()));
}

#[test]
fn a_letter_reads_as_it_was_written() {
    insta::assert_snapshot!(all(&letter()));
}

#[test]
fn what_people_write_is_never_a_command() {
    let tricks = [
        "#read(\"/etc/passwd\")",
        "*bold* _it_ `raw` $x^2$ <label> @ref",
        "= Heading - list + one / term: x",
        "#import \"@preview/x:1.0.0\"; #panic() \\ ~ -- --- ... // /* */ https://example.org",
        "#{sys.inputs} [#d] \"quotes\" 'single'",
    ];
    for trick in tricks {
        let mut table = Table::new(Head {
            lang: Lang::En,
            title: trick.to_owned(),
            columns: crate::support::head(Lang::En).columns,
        });
        table.push(row(trick)).expect("the row fits");
        let mut document = paper(
            Lang::En,
            trick,
            vec![
                Block::part(trick),
                Block::paragraph(trick),
                Block::quotation(trick, trick),
                Block::List(vec![trick.into()]),
                Block::Summary(vec![Fact::new(trick, trick)]),
                Block::Table(table),
                Block::Stair(Stair {
                    title: trick.to_owned(),
                    said: trick.to_owned(),
                    ..stair()
                }),
            ],
        );
        document.reader = trick.to_owned();
        let words = |text: &str| text.split_whitespace().collect::<String>().replace('\u{200b}', "");
        let (shown, wanted) = (words(&all(&document)), words(trick));
        // The title, eight parts and the foot; what wraps in a narrow column may have its foot between.
        let times = shown.matches(&wanted).count();
        assert!(9 <= times, "{times} times {trick}: {shown}");
    }
}

#[test]
fn a_character_no_font_has_becomes_a_box_and_is_named_at_the_end() {
    let document = paper(
        Lang::En,
        "Names",
        vec![Block::paragraph("Ŵ مر 漢 🐕 end e\u{301}\u{20dd}")],
    );
    let pages = pages(&document);
    assert_eq!(pages.len(), 2);
    let shown = pages[0].split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("Ŵ ▢▢ ▢ 🐕 end"), "{shown}");
    for number in ["U+0645", "U+0631", "U+6F22"] {
        assert!(pages[1].contains(number), "{}", pages[1]);
    }
    assert!(pages[1].contains("Characters this paper could not show"));
    assert_eq!(
        read(&letter()).get_pages().len(),
        1,
        "nothing is added when all can be shown"
    );
}

#[test]
fn letters_of_our_neighbours_can_all_be_shown() {
    let words = "ŵ ŷ ẃ Ẅ ÿ ï ỳ ẁ Àèìòù ąćęłńóśźż ăâîșț čďěňřšťůž ğıİş ñ ø å æ þ ð ß Ελληνικά άέήίόύώ Русский Українська ґєії \
                 € £ – — … ‘’ “” • · − × ÷ ½ → ✓ ❤ ☎ 😀 👍 🏠";
    let shown = pages(&paper(Lang::Cy, "Llythrennau", vec![Block::paragraph(words)]));
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert!(!shown[0].contains('▢'), "{shown:?}");
}

#[test]
fn signs_that_turn_or_hide_text_are_left_out() {
    let shown = all(&paper(
        Lang::En,
        "x",
        vec![Block::paragraph("a\u{202e}b\u{0}c\u{feff}d\u{200d}e")],
    ));
    assert!(shown.contains("abcde"), "{shown}");
}

#[test]
fn a_heading_below_nothing_is_read_out_as_a_part() {
    let blocks = vec![
        Block::Heading(Depth::Section, "Alone".to_owned()),
        Block::part(""),
        Block::List(vec![]),
    ];
    assert!(all(&paper(Lang::En, "x", blocks)).contains("Alone"));
}

#[test]
fn the_same_paper_is_the_same_file() {
    assert_eq!(pdf(&review()), pdf(&review()));
}

#[test]
fn memory_stays_flat_over_many_papers() {
    let rss = || {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .unwrap_or_default()
            .to_owned();
        line.split_whitespace()
            .next()
            .and_then(|kib| kib.parse::<u64>().ok())
            .unwrap_or(0)
    };
    let make = |from: usize| {
        for at in from..from + 40 {
            pdf(&paper(
                Lang::En,
                &format!("Paper {at}"),
                vec![Block::Table(many(at)), Block::Stair(stair())],
            ));
        }
    };
    make(0);
    let before = rss();
    make(100);
    make(200);
    let grown = rss().saturating_sub(before);
    assert!(grown < 8 * 1024, "{grown} KiB over 80 papers");
}

/// A table of words that no other paper has.
fn many(seed: usize) -> Table {
    let mut table = Table::new(crate::support::head(Lang::En));
    for at in 0..30 {
        table.push(row(&format!("Teulu {seed}-{at}"))).expect("the row fits");
    }
    table
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_unicode_makes_a_valid_file(
        text in proptest::collection::vec(any::<char>(), 0..400),
        near in "[\\u{20}-\\u{36f}\\u{1f300}-\\u{1f64f}\\u{1f3fb}-\\u{1f3ff}\\u{2600}-\\u{27bf}\\u{1f1e6}-\\u{1f1ff}\\u{200b}-\\u{206f}]{0,200}",
        tag in "[a-zA-Z0-9-]{0,12}",
    ) {
        let text: String = text.into_iter().collect();
        let mut table = Table::new(crate::support::head(Lang::Cy));
        let mut cells = row(&near);
        cells[1] = Cell::Empty;
        table.push(cells).expect("the row fits");
        let words = || Lines::in_language(format!("{text}\n\n{near}"), tag.clone());
        let mut document = paper(Lang::Cy, &text, vec![
            Block::Heading(Depth::Section, near.clone()),
            Block::Paragraph(words()),
            Block::quotation(words(), near.clone()),
            Block::List(vec![words(), near.clone().into()]),
            Block::Summary(vec![Fact::new(text.clone(), words())]),
            Block::Table(table),
            Block::Stair(Stair { title: near.clone(), said: text.clone(), levels: vec![near.clone()], ..stair() }),
        ]);
        document.reader = near;
        let file = pdf(&document);
        prop_assert!(file.starts_with(b"%PDF"));
        let read = Read::load_mem(&file).expect("the file can be read");
        prop_assert!(!read.get_pages().is_empty());
    }
}

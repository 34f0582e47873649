//! Making words harmless in a page: what would be read as markup is written as what it stands for.
//!
//! The template library looks at one byte after another. A family's page is mostly words, and this was the largest
//! single part of making it, so whole stretches without such a letter are found and copied at once.

use askama::filters::Escaper;
use memchr::{memchr2, memchr3};
use std::fmt::{Result, Write};

/// The escaper of every page (`askama.toml`). It writes what the library's own would.
#[derive(Clone, Copy)]
pub struct Escape;

impl Escaper for Escape {
    fn write_escaped_str<W: Write>(&self, mut to: W, text: &str) -> Result {
        let mut rest = text;
        let quote = |rest: &str| memchr3(b'"', b'&', b'\'', rest.as_bytes());
        let angle = |rest: &str| memchr2(b'<', b'>', rest.as_bytes());
        let (mut next_quote, mut next_angle) = (quote(rest), angle(rest));
        while let Some(at) = [next_quote, next_angle].into_iter().flatten().min() {
            let (before, from) = rest.split_at(at);
            to.write_str(before)?;
            to.write_str(stands_for(from.as_bytes()[0]))?;
            rest = &from[1..];
            // Each is looked for again only when it was the one found, so that no text is read more than twice.
            let on = |next: Option<usize>| next.map(|next| next - at - 1);
            (next_quote, next_angle) = if next_quote == Some(at) {
                (quote(rest), on(next_angle))
            } else {
                (on(next_quote), angle(rest))
            };
        }
        to.write_str(rest)
    }
}

fn stands_for(byte: u8) -> &'static str {
    match byte {
        b'"' => "&#34;",
        b'&' => "&#38;",
        b'\'' => "&#39;",
        b'<' => "&#60;",
        _ => "&#62;",
    }
}

#[cfg(test)]
mod tests {
    use super::Escape;
    use askama::filters::{Escaper, Html};
    use proptest::prelude::*;

    fn escaped(by: impl Escaper, text: &str) -> String {
        let mut out = String::new();
        by.write_escaped_str(&mut out, text).expect("a text takes everything");
        out
    }

    #[test]
    fn markup_is_only_text() {
        assert_eq!(
            escaped(Escape, r#"<b title="x">Siân & 'Jac'</b>"#),
            "&#60;b title=&#34;x&#34;&#62;Siân &#38; &#39;Jac&#39;&#60;/b&#62;"
        );
        assert_eq!(escaped(Escape, ""), "");
        assert_eq!(escaped(Escape, "ŵ🙂"), "ŵ🙂");
    }

    proptest! {
        #[test]
        fn it_writes_what_the_library_would(text in "([\"&'<>]|[a-z ŵ🙂/]){0,40}") {
            prop_assert_eq!(escaped(Escape, &text), escaped(Html, &text));
        }
    }
}
